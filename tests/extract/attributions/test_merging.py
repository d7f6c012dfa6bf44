"""One result of the rules' links and the model's."""

from __future__ import annotations

from dataclasses import replace

from sayso.extract.attributions.cues import CueKind
from sayso.extract.attributions.links import Link
from sayso.extract.attributions.merging import ALONE, SECONDED, merged
from sayso.extract.parse import Parsed, parse
from sayso.model import Manner, Span, Spans
from tests import factory

SURE, UNSURE = max(ALONE, SECONDED) + 0.1, min(ALONE, SECONDED) - 0.1
TEXT = "The mayor of Ruse said “the dam is safe”, and denied that the engineers had said the old wall “may break”."
NEXT = "“We checked it twice.”"


def at(parsed: Parsed, *pieces: str) -> Spans:
    starts = [parsed.report.text.index(piece) for piece in pieces]
    return tuple(Span(start, start + len(piece)) for start, piece in zip(starts, pieces, strict=True))


def link(
    parsed: Parsed, source: str, cue: str, *content: str, score: float = SURE, kind: CueKind = CueKind.SAY
) -> Link:
    return Link(
        source=at(parsed, source) if source else (),
        cue=at(parsed, cue),
        lemma=cue,
        kind=kind,
        content=at(parsed, *content),
        score=score,
    )


def told(parsed: Parsed, links: list[Link]) -> list[tuple[str, str, str]]:
    parts = ((link.source, link.cue, link.content) for link in links)
    text = parsed.report.text
    return [tuple(" … ".join(text[slice(*s)] for s in spans) for spans in row) for row in parts]  # type: ignore[misc]


def test_the_model_tells_where_parts_begin_and_end_and_the_rules_what_they_mean() -> None:
    parsed = parse(factory.report(TEXT))
    rule = link(parsed, "The mayor", "denied", "the engineers had said", kind=CueKind.DENY, score=0.9)
    model = link(parsed, "The mayor of Ruse", "denied", "that the engineers had said", score=SURE)
    (found,) = merged(parsed, [rule], [model])
    assert told(parsed, [found]) == [("The mayor of Ruse", "denied", "that the engineers had said")]
    assert (found.kind, found.lemma, found.score) == (CueKind.DENY, "denied", SURE)


def test_a_source_in_another_sentence_is_kept() -> None:
    parsed = parse(factory.report("The mayor of Ruse spoke first. “The dam is safe”, it was said."))
    rule = link(parsed, "The mayor of Ruse", "was said", "The dam is safe")
    (found,) = merged(parsed, [rule], [link(parsed, "", "was said", "The dam is safe")])
    assert told(parsed, [found])[0][0] == "The mayor of Ruse"


def test_a_source_in_the_cues_sentence_is_the_models_to_find() -> None:
    parsed = parse(factory.report(TEXT))
    rule = link(parsed, "The mayor of Ruse", "said", "the dam is safe")
    (found,) = merged(parsed, [rule], [link(parsed, "", "said", "the dam is safe")])
    assert told(parsed, [found])[0][0] == ""


def test_what_the_model_holds_for_unlikely_is_left_out() -> None:
    parsed = parse(factory.report(TEXT))
    rule = link(parsed, "The mayor", "said", "the dam is safe")
    assert merged(parsed, [rule], [link(parsed, "The mayor", "said", "the dam is safe", score=UNSURE)]) == []


def test_what_the_model_sees_alone_must_be_likelier() -> None:
    parsed = parse(factory.report(TEXT))
    model = link(parsed, "The mayor", "said", "the dam is safe", score=(ALONE + SECONDED) / 2)
    assert merged(parsed, [], [model]) == []


def test_links_within_a_content_are_the_rules_own() -> None:
    parsed = parse(factory.report(TEXT))
    outer = link(parsed, "The mayor of Ruse", "denied", "that the engineers had said the old wall “may break")
    inner = link(parsed, "the engineers", "had said", "the old wall “may break", score=0.9)
    unlikely = link(parsed, "the engineers", "had said", "the old wall “may break", score=UNSURE)
    found = merged(parsed, [outer, inner], [outer, unlikely])
    assert [cue for _, cue, _ in told(parsed, found)] == ["denied", "had said"]


def test_a_quotation_that_goes_on_in_the_next_paragraph_is_kept() -> None:
    parsed = parse(factory.report(TEXT, NEXT))
    rule = link(parsed, "The mayor of Ruse", "said", "the dam is safe", "We checked it twice.")
    (found,) = merged(parsed, [rule], [link(parsed, "The mayor of Ruse", "said", "the dam is safe")])
    assert told(parsed, [found])[0][2] == "the dam is safe … We checked it twice."
    assert found.manner is Manner.DIRECT


def test_manner_follows_the_borders() -> None:
    parsed = parse(factory.report(TEXT))
    (found,) = merged(parsed, [], [link(parsed, "the engineers", "had said", "the old wall “may break")])
    assert found.manner is Manner.MIXED


def test_a_beginning_that_the_model_cuts_off_is_kept() -> None:
    parsed = parse(factory.report("Samples from the hold do not match the log, Petrova said."))
    rule = link(parsed, "Petrova", "said", "Samples from the hold do not match the log")
    (found,) = merged(parsed, [rule], [link(parsed, "Petrova", "said", "do not match the log")])
    assert told(parsed, [found])[0][2] == "Samples from the hold do not match the log"


def test_a_clause_after_the_cue_that_the_rules_leave_out_stays_out() -> None:
    parsed = parse(factory.report("The vote was fair, the mayor said, but the union stayed away."))
    rule = link(parsed, "the mayor", "said", "The vote was fair")
    model = link(parsed, "the mayor", "said", "The vote was fair", "but the union stayed away")
    (found,) = merged(parsed, [rule], [model])
    assert told(parsed, [found])[0][2] == "The vote was fair"


def test_what_is_settled_is_not_the_models_to_judge() -> None:
    parsed = parse(factory.report(TEXT))
    rule = replace(link(parsed, "The mayor of Ruse", "said", "the dam is safe"), settled=True)
    other = link(parsed, "The mayor", "said", "safe", score=UNSURE)
    assert told(parsed, merged(parsed, [rule], [other])) == [("The mayor of Ruse", "said", "the dam is safe")]


def test_headings_without_a_stop_are_the_rules_own() -> None:
    parsed = parse(factory.report("It rained.", headline="Engineers warn dam may break"))
    rule = link(parsed, "Engineers", "warn", "dam may break")
    model = link(parsed, "Engineers", "warn", "dam may break\n\nIt rained")
    assert told(parsed, merged(parsed, [rule], [model])) == [("Engineers", "warn", "dam may break")]
    assert merged(parsed, [], [model]) == []
