"""Who takes which side."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from sayso.ledger import open_ledger
from sayso.model import Certainty, Factuality, Origin, Polarity, Span, Stance
from sayso.query.sides import sides
from sayso.workflow import keep
from tests.factory import actor, report, statement

TEXT = "the bridge was closed. The mayor denied it."


def test_each_has_the_words_that_it_rests_on(tmp_path: Path) -> None:
    made = report(TEXT)
    mayor, ministry = actor("mayor"), actor("ministry")
    denies = Stance(actor=mayor, certainty=Certainty.CERTAIN, polarity=Polarity.NEGATIVE, spans=(Span(33, 39),))
    told = statement(
        within=made,
        origin=Origin(id=ministry.id, name=ministry.name),
        factuality=Factuality(certainty=Certainty.PROBABLE),
        stances=(denies,),
    )
    store = open_ledger(str(tmp_path / "x.db"), create=True)
    keep(replace(made, statements=(told,)), (), store)
    with store.view() as view:
        found = sides(view, view.statements())
    store.close()
    (says,), (no,) = found[Polarity.POSITIVE], found[Polarity.NEGATIVE]
    assert (says.name, says.words, says.certainty, says.is_origin) == (
        "ministry",
        "the bridge was closed",
        Certainty.PROBABLE,
        True,
    )
    assert (no.name, no.words, no.is_origin) == ("mayor", "denied", False)
    assert found[Polarity.UNKNOWN] == ()


def test_an_outlet_that_names_nobody_says_it_itself(tmp_path: Path) -> None:
    made = report(TEXT, outlet="Coast Courier")
    store = open_ledger(str(tmp_path / "x.db"), create=True)
    keep(replace(made, statements=(statement(within=made),)), (), store)
    with store.view() as view:
        (side,) = sides(view, view.statements())[Polarity.POSITIVE]
    store.close()
    assert (side.actor, side.name) == (None, "Coast Courier")
