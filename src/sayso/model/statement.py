"""What was claimed, by way of whom, how surely, when, where, how many."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.model.attribution import Actor, Content
from sayso.model.spans import Spans


class Certainty(StrEnum):
    """How sure a source is (FactBank: CT, PR, PS, U)."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    UNKNOWN = "unknown"


class Polarity(StrEnum):
    """Whether a source holds the content true or false (FactBank: +, -, u)."""

    POSITIVE = "positive"
    NEGATIVE = "negative"
    UNKNOWN = "unknown"


class Realis(StrEnum):
    """What sort of happening a content is about."""

    ACTUAL = "actual"
    PLANNED = "planned"
    PREDICTED = "predicted"
    HYPOTHETICAL = "hypothetical"
    GENERIC = "generic"


class Role(StrEnum):
    """The part somebody plays in an event."""

    ACTOR = "actor"
    RECIPIENT = "recipient"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Factuality:
    """How far the origin commits to the content.

    `probability` is the ICD 203 range, in fractions of one, of a probability word ("likely": 0.55 to 0.80); `cues` are
    the words that decided certainty and polarity.
    """

    certainty: Certainty = Certainty.CERTAIN
    polarity: Polarity = Polarity.POSITIVE
    probability: tuple[float, float] | None = None
    cues: Spans = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Stance:
    """How another source than the origin commits to the content: who denies, doubts or confirms it."""

    actor: Actor
    certainty: Certainty
    polarity: Polarity
    spans: Spans


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """Somebody in an event; `actor` is None where the words could not be resolved."""

    role: Role
    spans: Spans
    actor: Actor | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """The frame of a content: PLOVER root, CAMEO code (two to four digits), the trigger words, who takes part."""

    plover: str
    cameo: str
    trigger: Spans
    participants: tuple[Participant, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EventTime:
    """When the content happened or is to happen: an EDTF level 1 interval or date, and the TIMEX3 value."""

    edtf: str
    timex: str
    spans: Spans


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where it happened. `geonames_id`, `country` (ISO 3166-1 alpha-2), `lat` and `lon` (WGS 84 degrees) are None
    where the name could not be resolved.
    """

    name: str
    geonames_id: int | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    spans: Spans = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """How many of what, bounds kept; None is an open end. `word` keeps an approximation ("some", "about", "dozens")."""

    min: float | None
    max: float | None
    of: str | None
    spans: Spans
    word: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The actor of the innermost source of a chain."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """What made a row: `name@version`, and how sure it is of the row, from 0 to 1."""

    extractor: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One content with its chain of attributions, innermost first, and what it means.

    An empty `chain` means that the outlet itself asserts the content; then `origin` is None.
    """

    id: str
    content: Content
    chain: tuple[str, ...] = ()
    origin: Origin | None = None
    factuality: Factuality = Factuality()
    stances: tuple[Stance, ...] = ()
    realis: Realis = Realis.ACTUAL
    event: Event | None = None
    time: EventTime | None = None
    place: Place | None = None
    quantities: tuple[Quantity, ...] = ()
    provenance: Provenance
