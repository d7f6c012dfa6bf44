"""What statements of several reports have to do with each other."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import msgspec

from sayso.model.attribution import Actor
from sayso.model.spans import Spans


class DerivationKind(StrEnum):
    """How one report draws on another."""

    COPIES = "copies"
    PARAPHRASES = "paraphrases"
    CITES = "cites"
    DROPS_NAME = "drops_name"


class DriftKind(StrEnum):
    """What a derived statement changed."""

    HEDGE_LOST = "hedge_lost"
    QUANTITY_CHANGED = "quantity_changed"
    ATTRIBUTION_DROPPED = "attribution_dropped"
    ALLEGATION_AS_FACT = "allegation_as_fact"
    DENIAL_DROPPED = "denial_dropped"
    TIME_SHIFTED = "time_shifted"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimOrigin:
    """An origin of a claim, and the statements that have it from there."""

    actor: Actor
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginCount:
    """How many origins had it by themselves: known at least, and at most if every unknown is independent."""

    min: int
    max: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """The proposition that statements share. `denials` are those of `statements` with negative polarity;
    `first` is the statement published earliest.
    """

    id: str
    gist: str
    statements: tuple[str, ...]
    denials: tuple[str, ...] = ()
    origins: tuple[ClaimOrigin, ...] = ()
    independent_origins: OriginCount
    contested: bool = False
    first: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Words of a report beside the words of the report it draws on."""

    spans: Spans
    from_spans: Spans


# Structs, not dataclasses: only they can print a field under the keyword `from`.
class Derivation(msgspec.Struct, frozen=True, kw_only=True, rename={"from_": "from"}):
    """That `report` draws on `from_`; both are report ids."""

    report: str
    from_: str
    kind: DerivationKind
    score: float
    evidence: tuple[Evidence, ...] = ()


class Drift(msgspec.Struct, frozen=True, kw_only=True, rename={"from_": "from"}):
    """What changed from statement `from_` to statement `to`; `spans` are the changed words in `to`'s report."""

    from_: str
    to: str
    kind: DriftKind
    spans: Spans = ()
