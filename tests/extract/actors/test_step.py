from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.extract.actors.step import find_mentions
from sayso.extract.draft import Draft, Mention, MentionForm
from sayso.extract.parse import parse
from sayso.extract.places.step import find_places
from sayso.model import ActorKind, Report, Span
from tests import factory

CASES = Path(__file__).parent.parent.parent / "cases" / "actors.tsv"


def read_cases() -> list[tuple[str, str, str]]:
    rows = [line.split("\t") for line in CASES.read_text("utf8").splitlines() if not line.startswith("#")]
    return [(text, expected, reason) for text, expected, reason in rows]


def mentions_of(report: Report) -> tuple[Mention, ...]:
    return find_mentions(find_places(Draft(parsed=parse(report)))).mentions


def marked(text: str) -> tuple[Report, Span]:
    """The report of a case, and where its brackets were."""
    plain = re.sub(r"[\[\]]", "", text)
    headline, *paragraphs = plain.split(" / ") if plain[0] != " " else ["", plain]
    made = factory.report(*paragraphs, headline=headline) if paragraphs else factory.report(headline)
    start = text.replace(" / ", "\n\n").index("[")
    return made, Span(start, text.replace(" / ", "\n\n").index("]") - 1)


@pytest.mark.parametrize(
    ("text", "expected", "reason"), read_cases(), ids=[f"{row[2]}-{number}" for number, row in enumerate(read_cases())]
)
def test_whom_a_mention_stands_for(text: str, expected: str, reason: str) -> None:
    report, span = marked(text)
    found = [m for m in mentions_of(report) if span.contains(m.head) and m.span.overlaps(span)]
    words = re.sub(r"^(the|a|an) ", "", report.text[slice(*span)], flags=re.IGNORECASE)
    assert found, reason
    assert found[-1].actor.name == (words if expected == "=" else expected), reason


def test_a_named_actor_has_one_id_in_every_report() -> None:
    one = mentions_of(factory.report("Deputy Minister Olga Petrova said the port was closed."))
    other = mentions_of(factory.report("The port is shut, Olga Petrova told reporters on Monday."))
    ids = [{m.actor.id for m in some if m.actor.name == "Olga Petrova"} for some in (one, other)]
    assert ids[0] == ids[1] != set()


def test_an_unnamed_actor_is_bound_to_its_report() -> None:
    text = "Two residents said the port was closed."
    one, other = (mentions_of(factory.report(text, outlet=outlet)) for outlet in ("Herald", "Courier"))
    assert one[0].actor.name == other[0].actor.name
    assert one[0].actor.id != other[0].actor.id


@pytest.mark.parametrize(
    ("text", "kind", "country"),
    [
        ("Reuters said the port was closed.", ActorKind.OUTLET, None),
        ("Iran said the port was closed.", ActorKind.GOVERNMENT, "IR"),
        ("Latvian Foreign Minister Ilze Berzina said it was closed.", ActorKind.PERSON, "LV"),
        ("Ukraine's Transport Ministry said it was closed.", ActorKind.GOVERNMENT, "UA"),
        ("Two residents said it was closed.", ActorKind.GROUP, None),
        ("A resident said it was closed.", ActorKind.ROLE, None),
        ("The Institute for Northern Waters said it was closed.", ActorKind.ORGANISATION, None),
        ("Hezbollah said it was closed.", ActorKind.GROUP, "LB"),
    ],
    ids=lambda value: str(value)[:20],
)
def test_the_sort_and_country_of_the_speaker(text: str, kind: ActorKind, country: str | None) -> None:
    speakers = [m.actor for m in mentions_of(factory.report(text)) if m.actor.kind is kind]
    assert speakers
    assert speakers[-1].country == country


def test_an_appositive_is_found_by_the_head_of_either() -> None:
    report = factory.report("The minister, Olga Petrova, said the port was closed.")
    heads = {report.text[slice(*m.head)]: m.actor.name for m in mentions_of(report)}
    assert heads["minister"] == heads["Petrova"] == "Olga Petrova"


WORDS = st.sampled_from(
    [
        "Olga Petrova",
        "the minister",
        "Iranian",
        "said",
        "that",
        "(INW)",
        ",",
        "she",
        "they",
        "“the port”",
        "’s",
        ":",
        "–",
    ]
)


@settings(max_examples=40, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=14).map(" ".join) | st.text(max_size=40))
def test_spans_lie_in_the_article_and_heads_in_their_spans(text: str) -> None:
    report = factory.report(text or "x")
    mentions = mentions_of(report)
    assert mentions == mentions_of(report)
    for mention in mentions:
        assert any(body.contains(mention.span) for body in report.body)
        assert mention.span.contains(mention.head)
        assert mention.form in MentionForm
        assert mention.actor.name
