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
            ("The council", "called on", "Vienna to open the border"),
            id="whom-they-call-on-and-what-for",
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
            ("the Senate", "was rejected", "The treaty"),
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
            "The union is convinced that the mill will close.",
            ("The union", "is convinced", "that the mill will close"),
            id="an-adjective-of-belief",
        ),
        pytest.param(
            "The bank remains deeply sceptical of the plan.",
            ("The bank", "remains deeply sceptical of", "the plan"),
            id="an-adjective-and-its-preposition",
        ),
        pytest.param(
            "In the view of the auditor, the loan was legal.",
            ("the auditor", "In the view of", "the loan was legal"),
            id="a-phrase-of-opinion",
        ),
        pytest.param(
            "The mill was sold. The mayor announced this on Friday.",
            ("The mayor", "announced", "The mill was sold"),
            id="this-points-back",
        ),
        pytest.param(
            "The mill was sold. This was reported by Balkan Wire.",
            ("Balkan Wire", "was reported by", "The mill was sold"),
            id="a-passive-points-back",
        ),
        pytest.param(
            "The mill was sold. So says the mayor.",
            ("the mayor", "says", "The mill was sold"),
            id="so-points-back",
        ),
        pytest.param(
            "The mill was sold. That is what the mayor told the court.",
            ("the mayor", "told", "The mill was sold"),
            id="what-points-back",
        ),
        pytest.param(
            "The mill was sold. The information comes from two workers.",
            ("two workers", "comes from", "The mill was sold"),
            id="where-it-comes-from",
        ),
        pytest.param(
            "The fire brigade gave these details on Sunday: two people were hurt.",
            ("The fire brigade", "gave these details", "two people were hurt"),
            id="a-colon-points-on",
        ),
        pytest.param(
            "The Delta Post reported, citing sources close to the talks, that a deal was near.",
            ("sources close to the talks", "citing", "that a deal was near"),
            id="an-aside-before-that",
        ),
        pytest.param(
            "The Delta Post, which quoted two officials, said the bank was bust.",
            ("two officials", "quoted", "the bank was bust"),
            id="which-quoted",
        ),
        pytest.param(
            "The firm knew of it, the Delta Post reported, citing internal emails.",
            ("internal emails", "citing", "The firm knew of it"),
            id="what-shows-it-is-cited",
        ),
        pytest.param(
            "The agency quoted the minister as saying that the strike was over.",
            ("the minister", "saying", "that the strike was over"),
            id="who-is-quoted-says-it",
        ),
        pytest.param(
            "Snow cut off four villages, the head of the canton, Beat Amstutz, said.",
            ("the head of the canton, Beat Amstutz", "said", "Snow cut off four villages"),
            id="a-speaker-the-parser-took-for-content",
        ),
        pytest.param(
            "The vote was fair, the mayor said, but the union stayed away.",
            ("the mayor", "said", "The vote was fair"),
            id="the-next-clause-is-not-said",
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


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("That said, the mill opened on time.", id="that-said"),
        pytest.param("The landslide claimed nine lives.", id="claimed-lives"),
        pytest.param("The quarter called Little Cyprus burned in 1917.", id="a-name"),
        pytest.param("Note: The mill is closed on Mondays.", id="a-label"),
        pytest.param("ISLAMABAD: The road was shut on Monday.", id="a-dateline"),
        pytest.param("Editor's note: The road was shut on Monday.", id="a-label-in-a-transcript"),
    ],
)
def test_no_link(text: str) -> None:
    assert found(text) == ()


@pytest.mark.parametrize(
    ("text", "source"),
    [
        pytest.param("SECRETARY HOLT: The convoy arrived.", "SECRETARY HOLT", id="capitals"),
        pytest.param("MR. ROY: The convoy arrived.", "MR. ROY", id="title"),
        pytest.param("GEN. MASON: The convoy arrived.", "GEN. MASON", id="rank"),
        pytest.param("09:20 Police: The convoy arrived.", "Police", id="running-report"),
        pytest.param(
            "Olga Vane, head of the archive: The convoy arrived.", "Olga Vane, head of the archive", id="name"
        ),
    ],
)
def test_a_turn_in_a_transcript(text: str, source: str) -> None:
    (attribution,) = found(text)
    assert link(attribution) == (source, ":", "The convoy arrived")
    assert attribution.manner is Manner.HEADING


def test_a_turn_in_capitals_lasts_until_the_next() -> None:
    first, second = found(
        "SECRETARY HOLT: The convoy arrived.",
        "It was late.",
        "QUESTION: Was it shot at?",
        "MR. ROY: We do not know.",
    )
    assert first.content.text == "The convoy arrived … It was late"
    assert second.content.text == "We do not know"


def test_a_short_beginning_before_the_cue_belongs_to_the_quotation() -> None:
    (attribution,) = found('"The lake," geologist Amini said, "is at its lowest."')
    assert link(attribution) == ("geologist Amini", "said", "The lake … is at its lowest")


def test_a_low_mark_is_closed_by_a_high_one() -> None:
    assert found("„The mine is empty“, said the foreman.")[0].manner is Manner.DIRECT


def test_any_verb_before_a_colon_and_a_quotation_speaks() -> None:
    assert link(found('He went on: "Only the river is left."')[0]) == ("He", "went on", "Only the river is left")


def test_a_verb_in_a_heading_is_told_once() -> None:
    (attribution,) = found(headline="Ore was stolen in Mombasa, says health minister")
    assert attribution.manner is Manner.HEADING


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
