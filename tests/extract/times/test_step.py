"""Time expressions: values from the words, the publication date and the tense."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sayso.extract.draft import Draft, TimeKind, TimeMention
from sayso.extract.parse import parse, parse_all
from sayso.extract.times.edtf import is_edtf
from sayso.extract.times.step import find_times
from sayso.model import Report, Span
from tests import factory

CASES = Path(__file__).parent.parent.parent / "cases" / "times.tsv"


class Case(NamedTuple):
    published: str | None
    text: str
    spans: list[Span]
    timex: list[str]
    edtf: list[str | None]
    reason: str


def read_cases() -> Iterator[Case]:
    lines = [line for line in CASES.read_text("utf8").splitlines() if line and not line.startswith("#")]
    for line in lines[1:]:
        published, marked, timex, edtf, reason = line.split("\t")
        spans = [Span(m.start() - 2 * n, m.end() - 2 * n - 2) for n, m in enumerate(re.finditer(r"\[[^]]*\]", marked))]
        yield Case(
            {"": "2024-03-14", "-": None}.get(published, published),
            re.sub(r"[][]", "", marked),
            spans,
            timex.split() if spans else [],
            [None if value == "-" else value for value in edtf.split()] if spans else [],
            reason,
        )


@cache
def found_in_all() -> dict[str, tuple[TimeMention, ...]]:
    """The times of every case, parsed in one go."""
    cases = list(read_cases())
    reports = [factory.report(case.text, published=case.published) for case in cases]
    return {
        case.reason: find_times(Draft(parsed=parsed)).times
        for case, parsed in zip(cases, parse_all(reports), strict=True)
    }


def times_of(report: Report) -> tuple[TimeMention, ...]:
    draft = find_times(Draft(parsed=parse(report)))
    assert draft.drops == ()
    return draft.times


@pytest.mark.parametrize("case", list(read_cases()), ids=lambda case: case.reason)
def test_times_are_found_and_valued(case: Case) -> None:
    times = found_in_all()[case.reason]
    assert [(t.span, t.timex, t.edtf) for t in times] == list(zip(case.spans, case.timex, case.edtf, strict=True))


def test_reasons_name_their_cases() -> None:
    reasons = [case.reason for case in read_cases()]
    assert len(set(reasons)) == len(reasons) >= 100


def test_kinds_are_those_of_timex3() -> None:
    times = times_of(factory.report("Every Monday at 6:40 p.m. he talked for two hours, but not on 5 May 2020."))
    assert [t.kind for t in times] == [TimeKind.SET, TimeKind.TIME, TimeKind.DURATION, TimeKind.DATE]


def test_a_date_line_of_its_own_is_no_time_of_the_story() -> None:
    assert times_of(factory.report("March 14, 2024", "The council met.")) == ()


def test_a_date_line_stands_in_for_a_publication_date_not_known() -> None:
    report = factory.report("March 14, 2024", "The council met yesterday.", published=None)
    assert [t.timex for t in times_of(report)] == ["2024-03-13"]


def test_the_narrative_goes_on_across_paragraphs() -> None:
    report = factory.report("The dam broke on 5 May 2020.", "It had rained the day before.")
    assert [t.timex for t in times_of(report)] == ["2020-05-05", "2020-05-04"]


def test_typographic_marks_do_not_hide_a_time() -> None:
    report = factory.report("“No flood since ’82,” she said on New Year’s Eve.")
    assert [t.timex for t in times_of(report)] == ["1982", "2023-12-31"]


_PIECES = (
    "on in since until by between and from to the of last next this past 3 31 0 99 2022 1066 9999 May March"
    " Oct. October Tuesday Mondays week weeks year years century 19th first quarter half spring ago later"
    " earlier two several a an morning noon 10:30 p.m. GMT 25:61 '82 1990s BC AD fiscal overnight Christmas -"
    " – / , . ' 31/02/2022 2022-13-45 ² ١٢ ٢٠٢٢ recently now every each daily per before after previous day Q4 H9 00"
    " 0600 will said"
)


@example(["overnight"], "0001-01-01")  # the calendar's first day has no night before it
@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(_PIECES.split()), max_size=14),
    st.sampled_from(["2024-03-14", "0001-01-01", "9999-12-31", "2024-03", "x", None]),
)
def test_no_text_of_dates_breaks_it(pieces: list[str], published: str | None) -> None:
    text = " ".join(pieces) or "."
    report = factory.report(text, published=published)
    draft = find_times(Draft(parsed=parse(report)))
    assert draft.drops == ()
    last = 0
    for time in draft.times:
        assert last <= time.span.start < time.span.end <= len(text)
        assert time.edtf is None or is_edtf(time.edtf)
        last = time.span.end
