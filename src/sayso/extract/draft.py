"""What the steps have found in one report so far: each step takes a draft and returns one that holds more."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from sayso.extract.encoding.encoder import Encoding
from sayso.extract.parse import Parsed
from sayso.model import Actor, Attribution, Drop, Place, Quantity, Span, Statement


class TimeKind(StrEnum):
    """TIMEX3 types (ISO 24617-1)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeMention:
    """A time expression: its TIMEX3 value and, where it is a point or an interval, the EDTF of it."""

    span: Span
    kind: TimeKind
    timex: str
    edtf: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMention:
    """A place name in the text; `place` holds coordinates only where it could be resolved."""

    span: Span
    place: Place


class MentionForm(StrEnum):
    """How an actor is referred to."""

    NAME = "name"
    ROLE = "role"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words that stand for an actor; all mentions of one actor in a report carry the same `actor`."""

    span: Span
    head: Span  # the head word, by which syntax finds the mention
    form: MentionForm
    actor: Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One report on its way through the steps; `scores` tell how sure each attribution is, by its id, from 0 to 1."""

    parsed: Parsed
    encoding: Encoding | None = None
    times: tuple[TimeMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    scores: Mapping[str, float] = field(default_factory=dict)
    statements: tuple[Statement, ...] = ()
    drops: tuple[Drop, ...] = ()


Step = Callable[[Draft], Draft]
