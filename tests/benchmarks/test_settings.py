"""Written cases of times, places and quantities: how they are read and judged."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from benchmarks import settings
from benchmarks.floors import floors
from benchmarks.settings import Answer, Aspect, agrees, f1, figures, read_cases, table


@pytest.mark.parametrize(("aspect", "least"), [(Aspect.TIME, 100), (Aspect.PLACE, 60), (Aspect.QUANTITY, 60)])
def test_there_are_enough_cases_each_of_its_own(aspect: Aspect, least: int) -> None:
    cases = read_cases(aspect)
    texts = Counter((case.report.outlet, case.report.text) for case in cases)
    assert len(cases) >= least
    assert max(texts.values()) == 1
    assert all(case.why for case in cases)


@pytest.mark.parametrize("aspect", list(Aspect))
def test_marks_stand_where_the_words_are(aspect: Aspect) -> None:
    for case in read_cases(aspect):
        text = case.report.text
        assert "[" not in text, text
        assert all(text[slice(*span)].strip() == text[slice(*span)] for span in case.wanted), text


@pytest.mark.parametrize(
    ("aspect", "wanted", "told", "right"),
    [
        (Aspect.TIME, "2024-03 2024-03", "2024-03 2024-03", True),
        (Aspect.TIME, "2024-03 2024-03", "2024-03 2024-03/..", False),
        (Aspect.PLACE, "KE -4.0 39.7", "KE -4.05 39.66 P", True),
        (Aspect.PLACE, "KE -4.0 39.7 P", "KE -4.05 39.66 P", True),
        (Aspect.PLACE, "KE -4.0 39.7 P", "KE -4.05 39.66 1", False),
        (Aspect.PLACE, "KE -4.0 39.7", "TZ -4.05 39.66 P", False),
        (Aspect.PLACE, "KE -4.0 39.7", "KE -4.05 41.9 P", False),
        (Aspect.PLACE, "-", "KE -4.05 41.9 P", False),
        (Aspect.PLACE, "- 58 20", "- 58.1 19.9 R", True),
    ],
)
def test_a_value_is_right(aspect: Aspect, wanted: str, told: str, right: bool) -> None:
    assert agrees(aspect, wanted, told) is right


def answer(*, found: int, right: int) -> Answer:
    case = next(case for case in read_cases(Aspect.TIME) if len(case.wanted) == 1)
    return Answer(case=case, found=found, right=right, misses=() if found == right == 1 else ("wrong",))


def test_what_is_too_much_costs_as_what_is_missing() -> None:
    assert f1([answer(found=1, right=1)]) == 100.0
    assert f1([answer(found=2, right=1)]) == pytest.approx(66.7)
    assert f1([answer(found=0, right=0)]) == 0.0


def test_nothing_to_find_and_nothing_found_is_right() -> None:
    one = answer(found=0, right=0)
    assert f1([replace(one, case=replace(one.case, wanted={}))]) == 100.0


def test_the_table_has_a_line_for_each_sort_and_one_for_all() -> None:
    lines = list(table([answer(found=1, right=1)]))
    assert len(lines) == 4
    assert lines[-1].startswith("| all |")


def test_every_figure_has_a_floor() -> None:
    told = [answer(found=1, right=1)]
    assert {name for aspect in Aspect for name in figures(aspect, told)} == set(floors("settings"))


def test_a_spare_expression_is_listed() -> None:
    case = next(case for case in read_cases(Aspect.TIME) if case.sort == "none")
    span = next(iter(read_cases(Aspect.TIME)[0].wanted))
    told = settings.answered(Aspect.TIME, case, {span: "2024 2024"})
    assert told.misses[0].startswith("too much")
