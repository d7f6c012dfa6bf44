from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.predict import parsed_text
from sayso.extract.draft import Mention, MentionForm
from sayso.extract.encoding.encoder import encode
from sayso.extract.events.step import code_events, event_between
from sayso.extract.events.words import event_nouns, frames
from sayso.extract.factuality.step import weigh_factuality
from sayso.model import Event, Span
from tests import factory
from tests.extract.marked import cases, draft_of

CASES = cases("events")
ROOTS: dict[str, str | tuple[str, ...]] = {
    "AGREE": "03",
    "CONSULT": "04",
    "SUPPORT": "05",
    "COOPERATE": "06",
    "AID": "07",
    "CONCEDE": "08",
    "RETREAT": "08",
    "REQUEST": ("02", "10"),
    "ACCUSE": ("09", "11"),
    "REJECT": "12",
    "THREATEN": "13",
    "PROTEST": "14",
    "MOBILIZE": "15",
    "SANCTION": "16",
    "COERCE": ("17", "163"),
    "ASSAULT": ("171", "175", "18", "19", "20"),
}


def coded(marked: str) -> tuple[str, Event | None]:
    draft = code_events(weigh_factuality(draft_of(marked)))
    assert draft.drops == ()
    return draft.parsed.report.text, draft.statements[0].event


@pytest.mark.parametrize("case", CASES, ids=[case[-1] for case in CASES])
def test_code_trigger_and_participants(case: list[str]) -> None:
    marked, plover, cameo, trigger, participants, _ = case
    text, event = coded(marked)
    if not plover:
        assert event is None
        return
    assert event is not None
    assert (event.plover, event.cameo) == (plover, cameo)
    assert "|".join(text[slice(*span)] for span in event.trigger) == trigger
    assert "|".join(f"{p.role}={text[slice(*p.spans[0])]}" for p in event.participants) == participants


def test_a_participant_has_the_actor_whose_mention_has_the_same_head() -> None:
    draft = draft_of("{The agency} <said> [the port was attacked by Dravia].")
    start = draft.parsed.report.text.index("Dravia")
    span = Span(start, start + len("Dravia"))
    mention = Mention(span=span, head=span, form=MentionForm.NAME, actor=factory.actor("Republic of Dravia"))
    found = code_events(replace(draft, mentions=(mention,))).statements[0].event
    assert found is not None
    assert [p.actor and p.actor.name for p in found.participants] == ["Republic of Dravia", None]


def test_we_are_those_who_speak() -> None:
    event = coded("{The agency} <said>: [we arrested three men].")[1]
    assert event is not None
    assert [p.actor and p.actor.name for p in event.participants] == ["The agency", None]


def test_every_code_of_the_tables_belongs_to_its_root() -> None:
    codes = [frame.code for found in frames().values() for frame in found if frame.code] + list(event_nouns().values())
    assert [code for code in codes if not code.cameo.startswith(ROOTS[code.plover])] == []


@pytest.mark.parametrize(
    ("sentence", "actor", "recipient", "plover"),
    [
        ("Dravia said Norland had attacked its port.", "Norland", "its port", "ASSAULT"),
        ("Norland condemned Dravia after troops attacked the port.", "Norland", "Dravia", "ACCUSE"),
        ("Dravia said it would free forty prisoners.", "Dravia", "forty prisoners", "AGREE"),
    ],
)
def test_the_event_between_two_parties(sentence: str, actor: str, recipient: str, plover: str) -> None:
    spans = [Span(sentence.index(words), sentence.index(words) + len(words)) for words in (actor, recipient)]
    parsed = parsed_text(sentence)
    found = event_between(parsed.passages[0], encode(parsed), *spans)
    assert found is not None
    assert found.plover == plover


WORDS = st.sampled_from(
    [
        "the",
        "army",
        "attacked",
        "held",
        "talks",
        "with",
        "by",
        "on",
        "attack",
        "did",
        "not",
        "to",
        "Dravia",
        ",",
        "“",
        ".",
        "agreed",
        "will",
        "sign",
    ]
)


@given(st.lists(WORDS, min_size=1, max_size=14).map(" ".join))
@settings(max_examples=25, deadline=None)
def test_spans_stay_within_the_text(text: str) -> None:
    report, event = coded(f"[{text}]")
    if event is not None:
        spans = [*event.trigger, *(span for p in event.participants for span in p.spans)]
        assert all(0 <= span.start < span.end <= len(report) for span in spans)
        assert list(event.trigger) == sorted(set(event.trigger))
