"""Who says what: one link from a source by a cue to a content (terms of PARC and PolNeAR)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.model.spans import Spans


class ActorKind(StrEnum):
    """What sort of actor a name or description stands for; a ministry or an army is a government body."""

    PERSON = "person"
    ORGANISATION = "organisation"
    GOVERNMENT = "government"
    OUTLET = "outlet"
    GROUP = "group"
    ROLE = "role"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who acts or speaks. `name` is the fullest name the report gives, or the description of an unnamed source."""

    id: str
    name: str
    kind: ActorKind = ActorKind.UNKNOWN
    country: str | None = None  # ISO 3166-1 alpha-2


class Manner(StrEnum):
    """How a content is given: wholly, partly or not in quotation marks, or by the page's layout."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"
    HEADING = "heading"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The words that name who says it, and whom they stand for."""

    spans: Spans
    text: str
    actor: Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """The words that make it an attribution ("said", "according to"), with their dictionary form."""

    spans: Spans
    text: str
    lemma: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What is said; several spans where a cue interrupts it."""

    spans: Spans
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidOn:
    """When it was said, as an EDTF level 1 date, and the words that tell."""

    edtf: str
    spans: Spans


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One source-cue-content link. `source` is None where the words name none ("it is alleged that …")."""

    id: str
    source: Source | None
    cue: Cue | None
    content: Content
    manner: Manner
    said_on: SaidOn | None = None
