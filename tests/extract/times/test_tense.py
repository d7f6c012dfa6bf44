"""Tense: whether the clause of a time is about what is to come."""

from __future__ import annotations

import pytest

from sayso.extract.parse import language_model
from sayso.extract.times.tense import ahead


@pytest.mark.parametrize(
    ("text", "told", "reason"),
    [
        ("The minister will speak on Tuesday.", True, "will"),
        ("The minister would speak on Tuesday, she said.", True, "would"),
        ("The minister spoke on Tuesday.", False, "past"),
        ("The minister has spoken on Tuesday.", False, "perfect"),
        ("The minister should have spoken on Tuesday.", False, "a modal with have is of the past"),
        ("The minister is expected to speak on Tuesday.", True, "a planning verb"),
        ("The minister plans to speak on Tuesday.", True, "an infinitive under a plan"),
        ("The minister is speaking on Tuesday.", True, "a timetable"),
        ("The vote is due on Tuesday.", True, "due"),
        ("Party wins vote on Tuesday", None, "a headline's present may be past"),
        ("A vote on Tuesday", None, "no verb"),
    ],
)
def test_ahead(text: str, told: bool | None, reason: str) -> None:
    doc = language_model()(text)
    start = text.index("Tuesday")
    assert ahead(doc, start, start + len("Tuesday")) is told, reason
