"""What is said in a text, and by whom: cases as data, and what holds for any text."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.extract.actors.step import find_mentions
from sayso.extract.attributions.step import find_attributions
from sayso.extract.draft import Draft, Mention, MentionForm
from sayso.extract.parse import parse
from sayso.extract.statements.step import EXTRACTOR, MIN_WORDS, make_statements
from sayso.extract.statements.wording import MAX_WORDS
from sayso.model import Actor, ActorKind, Block, BlockKind, Report, Span, content_id, words
from tests import factory

CASES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent.parent.parent / "cases" / "statements.toml").read_text(encoding="utf8")
)["case"]


def read(report: Report) -> Draft:
    return make_statements(find_attributions(find_mentions(Draft(parsed=parse(report)))))


def said(draft: Draft) -> list[list[str]]:
    """Each statement's words with the words of its sources, innermost first."""
    by_id = {a.id: a for a in draft.attributions}
    sources = [[by_id[i].source for i in statement.chain] for statement in draft.statements]
    return [
        [statement.content.text, *(source.text if source else "" for source in chain)]
        for statement, chain in zip(draft.statements, sources, strict=True)
    ]


@pytest.mark.parametrize("case", [pytest.param(case, id=case["id"]) for case in CASES])
def test_statements_of_a_text(case: dict[str, Any]) -> None:
    fields = {"outlet": case["outlet"]} if "outlet" in case else {}
    draft = read(factory.report(*case.get("text", []), headline=case.get("headline"), **fields))
    assert said(draft) == case["statements"], case["why"]
    assert draft.drops == ()


def test_the_origin_is_the_actor_of_the_innermost_source() -> None:
    draft = read(factory.report("Balkan Wire reported that a guard had told it two ships were gone."))
    statement = draft.statements[0]
    assert statement.origin is not None
    assert statement.origin.name == "guard"
    assert [a.source.text for a in draft.attributions if a.source and a.id in statement.chain] == [
        "Balkan Wire",
        "a guard",
    ]


def test_an_unnamed_source_leaves_the_origin_open_and_keeps_the_chain() -> None:
    statement = read(factory.report("It is alleged that the company paid bribes.")).statements[0]
    assert statement.origin is None
    assert len(statement.chain) == 1


def test_who_says_it_is_surer_than_that_the_outlet_does() -> None:
    draft = read(factory.report("The mayor said the mill was closed. The river rose by two metres."))
    attributed, own = draft.statements
    assert attributed.provenance.score > own.provenance.score
    assert {s.provenance.extractor for s in draft.statements} == {EXTRACTOR}


def test_standfirst_and_caption_are_read_and_bylines_are_not() -> None:
    text = "The port reopens today.\nWorkers load a ship in Varna.\nIvan Petrov wrote this."
    kinds = (BlockKind.STANDFIRST, BlockKind.CAPTION, BlockKind.BYLINE)
    begin, blocks = 0, []
    for line, kind in zip(text.split("\n"), kinds, strict=True):
        blocks.append(Block(span=Span(begin, begin + len(line)), kind=kind))
        begin += len(line) + 1
    draft = read(factory.report(text, text=text, blocks=tuple(blocks)))
    assert [s.content.text for s in draft.statements] == ["The port reopens today", "Workers load a ship in Varna"]


def test_an_actor_of_the_report_is_taken_for_the_source() -> None:
    report = factory.report("Makeeva said the cranes were idle.")
    known = Actor(id=content_id("actor", "x"), name="Irina Makeeva", kind=ActorKind.PERSON)
    from_mention = factory_mention(report, "Makeeva", known)
    draft = make_statements(find_attributions(Draft(parsed=parse(report), mentions=(from_mention,))))
    origin = draft.statements[0].origin
    assert origin is not None
    assert (origin.id, origin.name) == (known.id, "Irina Makeeva")


def factory_mention(report: Report, name: str, known: Actor) -> Mention:
    start = report.text.index(name)
    span = Span(start, start + len(name))
    return Mention(span=span, head=span, form=MentionForm.NAME, actor=known)


MARKS = ['"', "“", "”", "'", "’", "''", "«", "»", "„", " ", ", ", ". ", ": ", "? ", " – ", "(", "]", "\n\n"]
WORDS = [
    *("Petrov said", "the bridge is closed", "according to the mayor", "that", "“We won", "citing two officials"),
    *("The army denied", "reports", "Source: ministry", "he added", "and", "which", "by", "KYIV (Wire) - "),
]
PIECES = st.lists(st.sampled_from(MARKS + WORDS), max_size=30).map("".join)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(PIECES)
def test_any_marks_in_any_place(text: str) -> None:
    report = factory.report(*text.split("\n\n"))
    draft = read(report)
    assert draft.drops == ()
    assert len({s.id for s in draft.statements}) == len(draft.statements)
    assert len({a.id for a in draft.attributions}) == len(draft.attributions)
    known = {a.id for a in draft.attributions}
    for statement in draft.statements:
        assert statement.content.text == words(report.text, statement.content.spans)
        size = sum(len(report.text[slice(*span)].split()) for span in statement.content.spans)
        fewest = MIN_WORDS - 1 if statement.chain else MIN_WORDS  # "three deaths" that somebody counts
        assert fewest <= size <= MAX_WORDS
        assert set(statement.chain) <= known
    for attribution in draft.attributions:
        for part in (attribution.source, attribution.cue, attribution.content):
            if part is not None:
                assert part.text == words(report.text, part.spans)
                assert all(0 <= s.start < s.end <= len(report.text) for s in part.spans)


def test_the_same_text_gives_the_same_rows() -> None:
    report = factory.report("The mayor said the mill was closed.", "“It will reopen,” he added.")
    assert read(report).statements == read(report).statements
