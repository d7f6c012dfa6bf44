"""The words that make an attribution, what kind of saying each is, and what it takes as its content."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from sayso import resources
from sayso.extract.actors.words import documents

VERBS, NOUNS = "attributions/cues.tsv", "attributions/cue_nouns.tsv"
ADJECTIVES = "attributions/cue_adjectives.tsv"
EVIDENCE = "attributions/evidence.txt"
BREAKS = "attributions/breaks.tsv"
TIES = "attributions/ties.tsv"


class CueKind(StrEnum):
    """How a source stands to the content: the first eight commit to a proposition, the last five are attitudes."""

    SAY = "say"
    REPORT = "report"
    CLAIM = "claim"
    CONCEDE = "concede"
    DENY = "deny"
    SHOW = "show"
    BELIEVE = "believe"
    SEEM = "seem"
    ASK = "ask"
    URGE = "urge"
    PLAN = "plan"
    JUDGE = "judge"
    KNOW = "know"


# What makes its content a statement of the source; a wish or a judgement is itself what the outer voice states.
COMMITTING = frozenset(
    {
        CueKind.SAY,
        CueKind.REPORT,
        CueKind.CLAIM,
        CueKind.CONCEDE,
        CueKind.DENY,
        CueKind.SHOW,
        CueKind.BELIEVE,
        CueKind.ASK,
    }
)

# Kinds whose cue, beside a quotation, tells who speaks it.
SPEAKING = frozenset({CueKind.SAY, CueKind.REPORT, CueKind.CLAIM, CueKind.CONCEDE, CueKind.ASK, CueKind.URGE})


@dataclass(frozen=True, slots=True)
class CueWord:
    """One entry of the list: `takes` holds "clause", "infinitive", "object" and prepositions."""

    lemma: str
    kind: CueKind
    takes: frozenset[str]


def _read(name: str) -> dict[str, CueWord]:
    rows = resources.rows(name)
    return {lemma: CueWord(lemma, CueKind(kind), frozenset(takes.split())) for lemma, kind, takes in rows}


@cache
def cue_words() -> dict[str, CueWord]:
    """The list of cue verbs by dictionary form."""
    return _read(VERBS)


@cache
def evidence() -> frozenset[str]:
    """What shows something and may be cited for it without being anybody's word, by dictionary form: "footage"."""
    return frozenset(word for (word,) in resources.rows(EVIDENCE))


def is_paper(noun: str) -> bool:
    """Whether a noun in small letters, one or several, is a paper or what shows something: "report", "photos"."""
    forms = (noun, noun.removesuffix("s"), noun.removesuffix("es"))
    return any(word in evidence() or word in documents() for word in forms)


@cache
def breaks() -> dict[str, str]:
    """Words that end a voice within its paragraph, and how: as the first word, or as the subject of a sentence."""
    return dict(resources.rows(BREAKS))


@cache
def ties() -> dict[str, str]:
    """Words that tie a sentence to the one before, and how: as its first word, a pronoun or a part of it."""
    return dict(resources.rows(TIES))


@cache
def cue_nouns() -> dict[str, CueWord]:
    """The list of cue nouns by dictionary form."""
    return _read(NOUNS)


@cache
def cue_adjectives() -> dict[str, CueWord]:
    """The list of cue adjectives, and participles used as such."""
    return _read(ADJECTIVES)
