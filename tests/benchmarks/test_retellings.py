"""The short retellings: that they can be read, and that what is told is counted as it should be."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from benchmarks.floors import floors
from benchmarks.retellings import Answer, Case, Change, Place, figures, judged, read_cases
from benchmarks.storylines.counts import Count
from sayso.model import Claim, OriginCount, Span


def told_right(case: Case, least: int) -> Answer:
    """The answer that a case asks for."""
    count = OriginCount(min=least, max=case.origins[1])
    claim = Claim(id="c", gist="", statements=(), independent_origins=count, first="s")
    return Answer(derives=frozenset(case.derives), drifts=case.drifts, claims=((claim, case.claim),))


def test_there_are_cases_of_both_halves_with_a_reason_each() -> None:
    cases = read_cases()
    assert len(cases) >= 30
    assert all(case.why and len(case.reports) >= 2 and case.claim for case in cases)
    assert len({(case.kind, case.id) for case in cases}) == len(cases)
    assert min(Counter(case.half for case in cases).values()) >= 12


def test_reports_stand_in_order_of_publication_and_nothing_is_its_own_source() -> None:
    for case in read_cases():
        assert all(to > from_ for to, from_ in case.derives)
        assert all(d.to.report >= d.from_.report for d in case.drifts)
        days = [(report.published or "")[:10] for report in case.reports]
        assert days == sorted(days)


def test_what_is_right_has_no_misses_and_full_figures() -> None:
    told = [judged(case, told_right(case, case.origins[0])) for case in read_cases()]
    assert not [miss for one in told for miss in one.misses]
    assert set(figures(told).values()) == {100.0}
    assert set(figures(told)) == set(floors("retellings"))


def test_what_is_missing_too_much_or_miscounted_is_told() -> None:
    case = next(case for case in read_cases() if case.drifts and case.derives == ((1, 0),))
    told = judged(case, replace(told_right(case, case.origins[0] + 1), derives=frozenset({(0, 1)}), drifts=()))
    assert told.counts["derivations_f1"] == Count(right=0, wanted=1, told=1)
    assert told.counts["drifts_f1"] == Count(right=0, wanted=len(case.drifts), told=0)
    assert told.counts["origins_least"].right == 0
    assert len(told.misses) == 3 + len(case.drifts)


def test_a_drift_is_met_where_one_end_is_meant_and_the_other_in_its_report() -> None:
    def change(kind: str, to: int, from_: int, report: int = 1) -> Change:
        places = (Place(report=n, span=Span(at, at + 5)) for n, at in ((report, to), (0, from_)))
        return Change(kind=kind, to=next(places), from_=next(places))

    meant = change("hedge_lost", 10, 20)
    assert meant.meets(change("hedge_lost", 50, 22))
    assert meant.meets(change("hedge_lost", 10, 70))
    assert not meant.meets(change("hedge_lost", 50, 70))
    assert not meant.meets(change("time_shifted", 10, 20))
    assert not meant.meets(change("hedge_lost", 10, 20, report=2))
