from __future__ import annotations

from collections.abc import Iterator

from sayso.extract.parallel import extract_in_order
from sayso.model import DropReason, Report
from tests.factory import report
from tests.standins import failing, sentences

REPORTS = [report(f"Report number {n} came.", uri=f"{n}.txt") for n in range(12)]


def test_reports_come_back_in_order() -> None:
    assert [done.report for done in extract_in_order(REPORTS, work=sentences)] == [sentences(r)[0] for r in REPORTS]


def test_a_failure_and_a_crash_cost_the_reports_that_had_them() -> None:
    """The others come back in order, those too that were in flight when a process died."""
    given = [*REPORTS]
    given.insert(3, report("CRASH", uri="crash.txt"))
    given.insert(9, report("FAIL", uri="fail.txt"))
    given.insert(10, report("CRASH again", uri="crash again.txt"))
    done = list(extract_in_order(given, jobs=2, work=failing))
    assert [one.report for one in done if one.report] == [sentences(r)[0] for r in REPORTS]
    drops = [drop for one in done if one.report is None for drop in one.drops]
    assert [(drop.where, drop.reason) for drop in drops] == [
        (where, DropReason.STEP_FAILED) for where in ("crash.txt", "fail.txt", "crash again.txt")
    ]
    assert "died" in drops[0].detail
    assert "this report says FAIL" in drops[1].detail


def test_no_more_is_taken_than_can_be_in_flight() -> None:
    taken: list[str] = []

    def endless() -> Iterator[Report]:
        for number in range(10_000):
            taken.append(str(number))
            yield REPORTS[number % len(REPORTS)]

    done = extract_in_order(endless(), work=sentences)
    for _ in range(3):
        next(done)
    assert len(taken) == 3
