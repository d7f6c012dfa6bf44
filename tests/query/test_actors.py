"""What a ledger tells of one actor."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.errors import NotFoundError
from sayso.ledger import SqlStore, open_ledger
from sayso.model import (
    Actor,
    Attribution,
    Certainty,
    Factuality,
    Manner,
    Origin,
    Polarity,
    Report,
    Source,
    Span,
    Stance,
)
from sayso.query.actors import Likeness, likeness, profile
from sayso.workflow import keep
from tests.factory import actor, report, statement

OFFICIALS, WIRE, MAYOR = actor("two officials"), actor("Nordic Wire"), actor("mayor")


def said(content: str, number: int, chain: list[Actor], **fields: object) -> Report:
    """A report in which a content comes through a chain, innermost first."""
    names = " ".join(one.name for one in chain)
    made = report(f"{content}, {names} said.", outlet="Coast Courier", uri=f"https://x.example/{number}")

    def link(place: int, who: Actor) -> Attribution:
        at = made.text.index(who.name)
        source = Source(spans=(Span(at, at + len(who.name)),), text=who.name, actor=who)
        told = statement(content, within=made).content
        return Attribution(id=f"{number}-{place}", source=source, cue=None, content=told, manner=Manner.INDIRECT)

    links = tuple(link(place, who) for place, who in enumerate(chain))
    origin = Origin(id=chain[0].id, name=chain[0].name)
    told = statement(content, within=made, chain=tuple(one.id for one in links), origin=origin, **fields)
    return replace(made, attributions=links, statements=(told,))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    opened = open_ledger(str(tmp_path / "x.db"), create=True)
    denial = Stance(actor=MAYOR, certainty=Certainty.CERTAIN, polarity=Polarity.NEGATIVE, spans=(Span(0, 3),))
    no = Factuality(polarity=Polarity.NEGATIVE)
    keep(said("the dam of Narva broke", 1, [OFFICIALS, WIRE], stances=(denial,)), (), opened)
    keep(said("the price of bread rose", 2, [WIRE]), (), opened)
    keep(said("the council knew of it", 3, [MAYOR], factuality=no), (), opened)
    yield opened
    opened.close()


def test_who_cites_whom(store: SqlStore) -> None:
    with store.view() as view:
        officials, wire = profile(view, OFFICIALS.id), profile(view, WIRE.id)
    assert [one.name for one in officials.cited_by] == ["Nordic Wire"]
    assert officials.cites == ()
    assert [(one.id, one.name) for one in wire.cites] == [(OFFICIALS.id, "two officials")]
    assert [(one.id, one.name, one.statements) for one in wire.cited_by] == [(None, "Coast Courier", 2)]


def test_what_they_said_and_in_what_words_they_are_named(store: SqlStore) -> None:
    with store.view() as view:
        found = profile(view, WIRE.id)
    assert [member.statement.content.text for member in found.said] == ["the price of bread rose"]
    assert [(one.words, one.times) for one in found.variants] == [("Nordic Wire", 2)]
    assert not found.is_part


def test_a_denial_is_an_own_word_or_a_stance(store: SqlStore) -> None:
    with store.view() as view:
        found = profile(view, MAYOR.id)
    told = sorted((member.statement.content.text, stance is not None) for member, stance in found.denied)
    assert told == [("the council knew of it", False), ("the dam of Narva broke", True)]


def test_a_part_is_told_as_one(store: SqlStore) -> None:
    with store.view() as view:
        assert profile(view, WIRE.id, reports=1).is_part


def test_there_is_no_such_actor(store: SqlStore) -> None:
    with store.view() as view, pytest.raises(NotFoundError):
        profile(view, "deadbeef")


@pytest.mark.parametrize(
    ("words", "name", "why"),
    [
        pytest.param("The Harbour Office", "Harbour Office", Likeness.NAME, id="an article is no name"),
        pytest.param("Mayor Anna Petrova", "Anna Petrova", Likeness.NAME_WITHIN, id="with a title"),
        pytest.param("Petrova’s", "Anna Petrova", Likeness.PART, id="a surname in the genitive"),
        pytest.param("the PMO", "Prime Minister’s Office", Likeness.INITIALS, id="first letters"),
        pytest.param("BoL", "Bank of Lithuania", Likeness.INITIALS, id="first letters of all words"),
        pytest.param("she", "Anna Petrova", Likeness.CONTEXT, id="a pronoun"),
        pytest.param("", "", Likeness.NAME, id="nothing is like nothing"),
    ],
)
def test_why_words_stand_for_somebody(words: str, name: str, why: Likeness) -> None:
    assert likeness(words, name) is why
