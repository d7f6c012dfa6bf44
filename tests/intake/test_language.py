from __future__ import annotations

import pytest

from sayso.intake.language import UNKNOWN, language

CASES = [
    ("The ferry will carry passengers again from Thursday, the office said.", "en"),
    ("Das Amt teilte mit, dass die Fähre am Donnerstag wieder fährt.", "de"),
    ("Паром снова начнёт перевозить пассажиров в четверг, сообщили в ведомстве.", "ru"),
    ("Пором знову почне перевозити пасажирів у четвер, повідомили у відомстві.", "uk"),
    ("قال المكتب إن العبارة ستنقل الركاب مرة أخرى يوم الخميس", "ar"),
    ("", UNKNOWN),
    ("Sázava", UNKNOWN),
    ("12 345 678 +++ 9 10 11", UNKNOWN),
]


@pytest.mark.parametrize(("text", "code"), CASES)
def test_language(text: str, code: str) -> None:
    assert language(text) == code


def test_a_quotation_in_another_language_does_not_decide() -> None:
    quoted, rest = CASES[1][0] * 6, CASES[0][0] * 60
    assert language(f"{quoted} {rest}") == "en"
