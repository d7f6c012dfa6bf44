"""Links of source, cue and content: their words, their manner, their date."""

from __future__ import annotations

import pytest

from sayso.extract.attributions.cues import COMMITTING, SPEAKING, cue_nouns, cue_words
from sayso.extract.attributions.step import find_attributions
from sayso.extract.draft import Draft, TimeKind, TimeMention
from sayso.extract.parse import parse
from sayso.model import Attribution, Manner, Report, Span
from tests import factory


def found(*paragraphs: str, headline: str | None = None) -> tuple[Attribution, ...]:
    return find_attributions(Draft(parsed=parse(factory.report(*paragraphs, headline=headline)))).attributions


def link(attribution: Attribution) -> tuple[str, str, str]:
    source = attribution.source.text if attribution.source else ""
    return source, attribution.cue.text if attribution.cue else "", attribution.content.text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The mayor said that the mill was closed.",
            ("The mayor", "said", "that the mill was closed"),
            id="that-belongs-to-the-content",
        ),
        pytest.param(
            "The army has repeatedly denied that drones crossed the river.",
            ("The army", "has repeatedly denied", "that drones crossed the river"),
            id="auxiliaries-and-adverbs-belong-to-the-cue",
        ),
        pytest.param(
            "The union called for a general strike.",
            ("The union", "called for", "a general strike"),
            id="the-preposition-belongs-to-the-cue",
        ),
        pytest.param(
            "The council called on Vienna to open the border.",
            ("The council", "called on", "to open the border"),
            id="whom-they-call-on-is-no-content",
        ),
        pytest.param(
            "The bank said in a statement that its systems were safe.",
            ("The bank", "said in a statement", "that its systems were safe"),
            id="its-form-belongs-to-the-cue",
        ),
        pytest.param(
            "Petrov refused to sign the treaty.",
            ("Petrov", "refused", "to sign the treaty"),
            id="an-infinitive-is-a-content",
        ),
        pytest.param(
            "Critics accused the firm of hiding the report.",
            ("Critics", "accused", "the firm of hiding the report"),
            id="the-accused-belong-to-the-content",
        ),
        pytest.param(
            "The treaty was rejected by the Senate.",
            ("the Senate", "was rejected by", "The treaty"),
            id="a-passive-has-its-agent-for-source",
        ),
        pytest.param(
            "The treaty is expected to fail in the Senate.",
            ("", "is expected", "The treaty … to fail in the Senate"),
            id="an-expectation-of-nobody-named",
        ),
        pytest.param(
            "The mill has reportedly been sold.",
            ("", "reportedly", "The mill has … been sold"),
            id="hearsay-by-an-adverb",
        ),
        pytest.param(
            "KYIV (Balkan Wire) - The mayor said the mill was closed.",
            ("The mayor", "said", "the mill was closed"),
            id="a-dateline-is-no-source",
        ),
    ],
)
def test_the_words_of_a_link(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in [link(attribution) for attribution in found(text)]


@pytest.mark.parametrize(
    ("text", "manner"),
    [
        pytest.param('"The mill is closed," the mayor said.', Manner.DIRECT, id="all-in-marks"),
        pytest.param('The mayor said that "the mill is closed".', Manner.DIRECT, id="that-is-no-word-of-it"),
        pytest.param('The mayor said the mill was "closed for good" on Monday.', Manner.MIXED, id="partly"),
        pytest.param("The mayor said the mill was closed.", Manner.INDIRECT, id="no-marks"),
    ],
)
def test_manner(text: str, manner: Manner) -> None:
    assert found(text)[0].manner is manner


def test_a_heading_has_its_own_manner() -> None:
    attribution = found(headline="Mill in Varna is closed – mayor")[0]
    assert attribution.manner is Manner.HEADING
    assert link(attribution) == ("mayor", "–", "Mill in Varna is closed")


def test_a_quotation_over_paragraphs_is_one_content() -> None:
    (attribution,) = found("“We held the town,” the colonel said. “We lost nobody.", "“They fled at night.”")
    assert attribution.content.text == "We held the town … We lost nobody … They fled at night"


def test_a_name_in_a_heading_is_no_source_where_a_dash_sets_off_an_aside() -> None:
    assert found(headline="Varna - pride of the coast - floods again") == ()


def dated(text: str, time: str, edtf: str) -> Draft:
    report: Report = factory.report(text)
    start = text.index(time)
    mention = TimeMention(span=Span(start, start + len(time)), kind=TimeKind.DATE, timex=edtf, edtf=edtf)
    return find_attributions(Draft(parsed=parse(report), times=(mention,)))


def test_a_date_beside_the_cue_is_when_it_was_said() -> None:
    said_on = (
        dated("The mayor said on Monday that the mill was closed.", "Monday", "2024-03-11").attributions[0].said_on
    )
    assert said_on is not None
    assert said_on.edtf == "2024-03-11"


def test_a_date_within_the_content_is_not_when_it_was_said() -> None:
    assert (
        dated("The mayor said the mill was closed on Monday.", "Monday", "2024-03-11").attributions[0].said_on is None
    )


def test_the_lists_of_cues_are_in_order() -> None:
    assert COMMITTING | {word.kind for word in cue_words().values()} >= SPEAKING
    allowed = {"clause", "infinitive", "object"}
    for lemma, word in {**cue_words(), **cue_nouns()}.items():
        assert lemma == lemma.lower().strip()
        assert all(taken in allowed or len(taken) <= 7 for taken in word.takes)
