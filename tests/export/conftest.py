"""A ledger of the stories, read once for all tests of exports."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sayso.judging import judge
from sayso.ledger import View
from sayso.model import Certainty, Credibility, Field, ItemGrade, OnField, Value, Verdict, ground, value_of
from tests.export.stories import ledger_of, wire


@pytest.fixture(scope="session")
def view(tmp_path_factory: pytest.TempPathFactory) -> Iterator[View]:
    store = ledger_of(tmp_path_factory.mktemp("stories"))
    with store.view() as opened:
        yield opened
    store.close()


@pytest.fixture(scope="session")
def judged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[View]:
    """The same after a person graded a statement and corrected its certainty."""
    store = ledger_of(tmp_path_factory.mktemp("judged"))
    home = wire()
    said = home.statements[0]
    rests = ground(home, said)
    machine = value_of(home, said, Field.CERTAINTY)
    person = Value(certainty=Certainty.POSSIBLE)
    decision = OnField(ground=rests, field=Field.CERTAINTY, verdict=Verdict.CORRECT, machine=machine, person=person)
    grade = ItemGrade(report=home.id, ground=rests, grade=Credibility.DOUBTFUL)
    for one in (decision, grade):
        judge(store, one, who="I. Reader", when="2026-01-01T00:00:00Z", why="seen by nobody")
    with store.view() as opened:
        yield opened
    store.close()
