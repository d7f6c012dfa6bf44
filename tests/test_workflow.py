from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from sayso import workflow
from sayso.ledger import Store, open_ledger
from sayso.model import Drop, DropReason, Report, content_id
from sayso.workflow import Outcome, Progress, Summary, read_items, statements_of
from tests.corpus import contents, items
from tests.factory import report
from tests.standins import failing, sentences

COUNT = 24


def fresh(folder: Path, name: str = "sayso.db") -> Store:
    return open_ledger(str(folder / name), create=True)


def reading(ledger: Store, count: int = COUNT, jobs: int = 1) -> Summary:
    return read_items(items(count), ledger, jobs=jobs, work=sentences)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """A ledger that was read in one go."""
    ledger = fresh(tmp_path_factory.mktemp("whole"))
    reading(ledger)
    return ledger


def test_the_summary_adds_up(tmp_path: Path) -> None:
    seen: list[Progress] = []
    ledger = fresh(tmp_path)
    summary = read_items(items(COUNT), ledger, work=sentences, on_progress=seen.append)
    assert summary.read == summary.new + summary.versions + summary.known == 21
    assert (summary.new, summary.versions, summary.known) == (18, 3, 0)
    assert summary.reasons == {DropReason.BINARY: 3}
    assert [drop.where for drop in summary.drops] == ["photo-7.jpg", "photo-14.jpg", "photo-21.jpg"]
    assert [one.outcome for one in seen].count(Outcome.DROPPED) == 3
    assert len(seen) == COUNT
    with ledger.view() as view:
        counts = view.counts()
        assert (summary.statements, summary.claims) == (counts.statements, counts.claims)
        assert tuple(view.drops()) == tuple(sorted(summary.drops, key=lambda drop: drop.where))
    assert summary.statements > summary.claims > 0


def test_reports_of_the_corpus_are_linked(whole: Store) -> None:
    """The tests below compare links and claims: there must be some, of several reports each."""
    with whole.view() as view:
        assert any(len({a.report for a in view.appearances_of(frozenset(c.statements))}) > 1 for c in view.claims())
        assert list(view.links())
        assert list(view.derivations())
    assert whole.check() == []


def test_the_second_read_changes_nothing_and_extracts_nothing(tmp_path: Path) -> None:
    ledger = fresh(tmp_path)
    first = reading(ledger)
    before = contents(ledger)
    again = read_items(items(COUNT), ledger, work=_not_to_be_called)
    assert (again.new, again.versions, again.known) == (0, 0, first.read)
    assert (again.statements, again.claims) == (first.statements, first.claims)
    assert contents(ledger) == before


def _not_to_be_called(_: Report) -> tuple[Report, tuple[Drop, ...]]:
    raise AssertionError("a known report was extracted again")


def _name(item: Report | Drop) -> str:
    return content_id(item.id if isinstance(item, Report) else item.where)


ORDERS: list[Callable[[list[Report | Drop]], list[Report | Drop]]] = [
    lambda given: given[::-1],
    lambda given: given[1::2] + given[::2],
    lambda given: sorted(given, key=_name),
]


@pytest.mark.parametrize("order", ORDERS, ids=["backwards", "every other", "shuffled"])
def test_the_order_of_reading_does_not_matter(
    whole: Store, tmp_path: Path, order: Callable[[list[Report | Drop]], list[Report | Drop]]
) -> None:
    ledger = fresh(tmp_path)
    read_items(order(list(items(COUNT))), ledger, work=sentences)
    assert contents(ledger) == contents(whole)


def test_processes_find_what_one_process_finds(whole: Store, tmp_path: Path) -> None:
    """Each input comes twice, so that its twin is still in flight when it is looked for."""
    ledger = fresh(tmp_path)
    twice = [item for item in items(COUNT) for _ in range(2)]
    summary = read_items(twice, ledger, jobs=2, work=sentences)
    assert (summary.read, summary.known) == (42, 21)
    assert contents(ledger) == contents(whole)


@pytest.mark.parametrize(("lines", "jobs"), [(9, 1), (5, 2)])
def test_a_read_that_is_killed_goes_on(whole: Store, tmp_path: Path, lines: int, jobs: int) -> None:
    where = tmp_path / "sayso.db"
    command = [sys.executable, "-m", "tests.reading", str(where), str(COUNT), str(jobs)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603 - our own
        assert process.stdout is not None
        for _ in range(lines):
            assert process.stdout.readline()
        process.send_signal(signal.SIGKILL)
    assert process.returncode == -signal.SIGKILL
    ledger = open_ledger(str(where))
    assert ledger.check() == []
    summary = reading(ledger)
    assert summary.known > 0
    assert ledger.check() == []
    assert contents(ledger) == contents(whole)


def test_a_report_that_fails_costs_that_report(tmp_path: Path) -> None:
    good, bad = report("The bridge was closed."), report("This will FAIL.", uri="bad.txt")
    ledger = fresh(tmp_path)
    summary = read_items([bad, good], ledger, work=failing)
    assert (summary.new, summary.reasons) == (1, {DropReason.STEP_FAILED: 1})
    with ledger.view() as view:
        (drop,) = view.drops()
        assert not view.holds(bad.id)
    assert drop.where == "bad.txt"
    assert "this report says FAIL" in drop.detail


def test_a_report_in_another_language_is_kept_and_listed() -> None:
    foreign = report("Мост закрыт.", language="ru", uri="ru.txt")
    kept, drops = statements_of(foreign)
    assert kept == foreign
    assert [(drop.reason, drop.where) for drop in drops] == [(DropReason.LANGUAGE, "ru.txt")]


def test_files_are_read_to_the_end(tmp_path: Path) -> None:
    """The whole way, with the real parts: from files to claims."""
    text = "Bridge at Gomel closed\n\nMarch 14, 2024\n\nThe bridge at Gomel was closed on Tuesday, {} said.\n"
    for name, who in (("a.txt", "the Transport Ministry"), ("b.txt", "two drivers")):
        (tmp_path / name).write_text(text.format(who), encoding="utf8")
    (tmp_path / "c.bin").write_bytes(bytes(range(256)))
    ledger = fresh(tmp_path)
    inputs = [str(tmp_path / name) for name in ("a.txt", "b.txt", "c.bin")]
    summary = workflow.read(inputs, ledger, stdin=BytesIO())
    assert (summary.new, sum(summary.reasons.values())) == (2, 1)
    assert summary.statements > 0
    assert summary.claims > 0
    drops: list[Drop] = []
    extracted = list(workflow.extract(inputs, stdin=BytesIO(), on_drop=drops.append))
    with ledger.view() as view:
        assert sorted(extracted, key=lambda r: r.id) == list(view.reports())
    assert drops == list(summary.drops)
