"""The words that tell how sure somebody is, read from the tables under resources/factuality."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from sayso import resources
from sayso.extract.tables import rows
from sayso.model import Certainty, Polarity

# FactBank's four certainties on the scale of the factuality literature (Stanovsky et al. 2017).
DEGREE = {Certainty.CERTAIN: 3.0, Certainty.PROBABLE: 2.0, Certainty.POSSIBLE: 1.0, Certainty.UNKNOWN: 0.0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Hedge:
    """What one word says of a clause; `probability` is of the clause in its positive form, as fractions of one."""

    certainty: Certainty
    polarity: Polarity
    probability: tuple[float, float] | None = None
    teller: bool = False

    @property
    def degree(self) -> float:
        """The same from -3 (certainly not) to 3 (certainly so)."""
        return -DEGREE[self.certainty] if self.polarity is Polarity.NEGATIVE else DEGREE[self.certainty]


@dataclass(frozen=True, slots=True, kw_only=True)
class NounHedge:
    """What a noun says of the clause it takes, and what "no" with that noun says."""

    affirmed: Hedge
    absent: Hedge


@dataclass(frozen=True, slots=True, kw_only=True)
class CueHedge:
    """What a source commits to by an attribution cue, and by the same cue under "not" or "declined to"."""

    affirmed: Hedge
    negated: Hedge


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """What a turn of speech says of another's word; `before`: of the sentence before, else of its object."""

    rest: tuple[str, ...]
    denied: bool
    before: bool
    hedge: Hedge


@dataclass(frozen=True, slots=True, kw_only=True)
class Modal:
    """How sure a modal verb leaves the speaker of the clause, and how far (0 to 3) its verb is given as happening."""

    certainty: Certainty
    degree: float
    negated: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """What a word, affirmed or denied, says of what it governs, from -3 to 3; `inner`: that is what is claimed."""

    positive: float
    negative: float
    inner: bool


@cache
def hedges() -> dict[str, Hedge]:
    """Adverbs and adjectives, lower-case, one or two words."""
    return {
        word: _hedge(certainty, polarity, _range(low, high), teller=voice == "teller")
        for word, certainty, polarity, low, high, voice in rows("factuality/hedges.tsv")
    }


@cache
def nouns() -> dict[tuple[str, str], NounHedge]:
    """Nouns by lemma and the lemma of the adjective with them ("" for any)."""
    return {
        (noun, modifier): NounHedge(
            affirmed=_hedge(certainty, polarity, _range(low, high)), absent=_hedge(without[:-1], without[-1])
        )
        for noun, modifier, certainty, polarity, low, high, without in rows("factuality/nouns.tsv")
    }


@cache
def predicate_hedges() -> dict[tuple[str, str], Certainty]:
    """Words that hedge as a clause's own predicate, by lemma and by when they do: "passive" or "denied"."""
    return {(word, when): Certainty(certainty) for word, when, certainty in rows("factuality/predicates.tsv")}


@cache
def cues() -> dict[str, CueHedge]:
    """Attribution cues by lemma, a particle after a blank ("rule out")."""
    return {
        lemma: CueHedge(affirmed=_hedge(certainty, polarity), negated=_hedge(negated[:-1], negated[-1]))
        for lemma, certainty, polarity, negated in rows("factuality/cues.tsv")
    }


@cache
def verdicts() -> dict[tuple[str, str], Hedge]:
    """What is held of another's word, by lower-case form and where: "of" what is said, or beside the "cue"."""
    return {
        (word, where): _hedge(certainty, polarity)
        for word, where, certainty, polarity in rows("factuality/verdicts.tsv")
    }


@cache
def turns() -> dict[str, tuple[Turn, ...]]:
    """Turns of speech by which somebody takes a side, by the lemma of their verb, the longest first."""
    found: dict[str, tuple[Turn, ...]] = {}
    for verb, rest, when, about, certainty, polarity in rows("factuality/siding.tsv"):
        turn = Turn(
            rest=tuple(rest.split()),
            denied=when == "denied",
            before=about == "before",
            hedge=_hedge(certainty, polarity),
        )
        found[verb] = tuple(sorted((*found.get(verb, ()), turn), key=lambda t: -len(t.rest)))
    return found


@cache
def reports() -> dict[str, bool]:
    """What others say is called, by lemma; and whether it is a charge, which is never the outlet's own word."""
    lines = resources.text("factuality/reports.txt").splitlines()
    return {line.removeprefix("!"): line.startswith("!") for line in lines if line and not line.startswith("#")}


@cache
def modals() -> dict[str, Modal]:
    """Modal verbs by lower-case form."""
    return {
        word: Modal(certainty=Certainty(certainty), degree=float(degree), negated=float(negated))
        for word, certainty, degree, negated in rows("factuality/modals.tsv")
    }


@cache
def signatures() -> dict[tuple[str, str], Signature]:
    """Governing words by lemma and frame."""
    return dict(_signatures())


@cache
def rated_signatures() -> dict[tuple[str, str], Signature]:
    """Governing words by lemma and frame, with the means of people's ratings; `inner` is not told there."""
    return {
        (word, frame): Signature(positive=float(positive), negative=float(negative), inner=False)
        for word, frame, positive, negative in rows("factuality/rated_signatures.tsv")
    }


def _signatures() -> Iterator[tuple[tuple[str, str], Signature]]:
    for word, frame, positive, negative, claim in rows("factuality/signatures.tsv"):
        yield (word, frame), Signature(positive=float(positive), negative=float(negative), inner=claim == "inner")


def _hedge(
    certainty: str, polarity: str, probability: tuple[float, float] | None = None, *, teller: bool = False
) -> Hedge:
    return Hedge(
        certainty=Certainty(certainty),
        polarity=Polarity.NEGATIVE if polarity == "-" else Polarity.POSITIVE,
        probability=probability,
        teller=teller,
    )


def _range(low: str, high: str) -> tuple[float, float] | None:
    return (float(low), float(high)) if low else None
