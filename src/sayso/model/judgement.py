"""What people decide about what the machine found: rows that are never changed, with who, when and why.

A judgement rests on words: it keeps the report's id, the exact spans and the text under them, and speaks of nothing
else.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from itertools import chain

import msgspec

from sayso.model.attribution import Actor, Attribution, Content
from sayso.model.claim import DerivationKind
from sayso.model.ids import content_id
from sayso.model.report import Report
from sayso.model.spans import Spans
from sayso.model.statement import Certainty, Event, EventTime, Place, Polarity, Quantity, Realis, Stance, Statement

# Structs, not dataclasses: only they can stand side by side in one union, told apart by a tag.


class Field(StrEnum):
    """A part of a statement that a person can accept, reject or correct."""

    ORIGIN = "origin"
    CERTAINTY = "certainty"
    POLARITY = "polarity"
    STANCES = "stances"
    REALIS = "realis"
    EVENT = "event"
    TIME = "time"
    PLACE = "place"
    QUANTITIES = "quantities"
    CONTENT = "content"


class Verdict(StrEnum):
    """What a person says of a value: right as it is, wrong, or wrong with the right one given."""

    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"


class Reliability(StrEnum):
    """How far a source can be relied on (NATO AJP-2.1, the Admiralty code's letters)."""

    A = "A"  # completely reliable
    B = "B"  # usually reliable
    C = "C"  # fairly reliable
    D = "D"  # not usually reliable
    E = "E"  # unreliable
    F = "F"  # cannot be judged


class Credibility(StrEnum):
    """How far an item of information can be believed (NATO AJP-2.1, the Admiralty code's digits)."""

    CONFIRMED = "1"
    PROBABLE = "2"
    POSSIBLE = "3"
    DOUBTFUL = "4"
    IMPROBABLE = "5"
    UNJUDGED = "6"  # cannot be judged


class Ground(msgspec.Struct, frozen=True, kw_only=True):
    """The words a judgement rests on: a content and the words that name its innermost source, none where `source` is
    empty. `statement` is the id it had.
    """

    report: str
    statement: str
    spans: Spans
    text: str
    source: Spans = ()
    said_by: str = ""


class Value(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The value of one field of a statement: only that one is set."""

    origin: Actor | msgspec.UnsetType | None = msgspec.UNSET
    certainty: Certainty | msgspec.UnsetType = msgspec.UNSET
    polarity: Polarity | msgspec.UnsetType = msgspec.UNSET
    stances: tuple[Stance, ...] | msgspec.UnsetType = msgspec.UNSET
    realis: Realis | msgspec.UnsetType = msgspec.UNSET
    event: Event | msgspec.UnsetType | None = msgspec.UNSET
    time: EventTime | msgspec.UnsetType | None = msgspec.UNSET
    place: Place | msgspec.UnsetType | None = msgspec.UNSET
    quantities: tuple[Quantity, ...] | msgspec.UnsetType = msgspec.UNSET
    content: Content | msgspec.UnsetType = msgspec.UNSET


class OnStatement(msgspec.Struct, frozen=True, kw_only=True, tag_field="on", tag="statement"):
    """That a statement as a whole is right, or that nobody made it."""

    ground: Ground
    verdict: Verdict


class OnField(msgspec.Struct, frozen=True, kw_only=True, tag_field="on", tag="field"):
    """What a field of a statement is: `machine` was found by the machine, `person` is what the person says."""

    ground: Ground
    field: Field
    verdict: Verdict
    machine: Value
    person: Value


class Merge(msgspec.Struct, frozen=True, kw_only=True, tag_field="on", tag="merge"):
    """That these statements are of one claim."""

    grounds: tuple[Ground, ...]


class Split(msgspec.Struct, frozen=True, kw_only=True, tag_field="on", tag="split"):
    """That none of the statements `out` is of one claim with any of `rest`."""

    out: tuple[Ground, ...]
    rest: tuple[Ground, ...]


class OnDerivation(
    msgspec.Struct, frozen=True, kw_only=True, tag_field="on", tag="derivation", rename={"from_": "from"}
):
    """Whether `report` draws on `from_`; `kind` is how, None where the person does not say."""

    report: str
    from_: str
    holds: bool
    kind: DerivationKind | None = None


class SourceGrade(msgspec.Struct, frozen=True, kw_only=True, tag_field="on", tag="source"):
    """How far a source, an actor or an outlet of this name, can be relied on."""

    source: str
    grade: Reliability


class ItemGrade(msgspec.Struct, frozen=True, kw_only=True, tag_field="on", tag="item"):
    """How far a report can be believed, or one statement of it."""

    report: str
    ground: Ground | None = None
    grade: Credibility


class Note(msgspec.Struct, frozen=True, kw_only=True, tag_field="on", tag="note"):
    """A remark, which is the judgement's `why`, on statements, a report or a source."""

    grounds: tuple[Ground, ...] = ()
    report: str | None = None
    source: str | None = None


class Undo(msgspec.Struct, frozen=True, kw_only=True, tag_field="on", tag="undo"):
    """That an earlier judgement, which may be an undo itself, counts no more."""

    judgement: str


Decision = OnStatement | OnField | Merge | Split | OnDerivation | SourceGrade | ItemGrade | Note | Undo


class Judgement(msgspec.Struct, frozen=True, kw_only=True):
    """One decision: `when` is an instant in UTC (ISO 8601 with a Z), `why` may be empty."""

    id: str
    who: str
    when: str
    why: str
    decision: Decision


def judgement(decision: Decision, *, who: str, when: str, why: str = "") -> Judgement:
    """The judgement with its id, which follows from all it says."""
    told = json.dumps(msgspec.to_builtins(decision), sort_keys=True)  # escapes half characters, which msgspec cannot
    name = content_id("judgement", who, when, why, told)
    return Judgement(id=name, who=who, when=when, why=why, decision=decision)


def ground(report: Report, statement: Statement) -> Ground:
    """The words of a statement of `report`, to rest a judgement on."""
    source = source_of(report.attributions, statement)
    return Ground(
        report=report.id,
        statement=statement.id,
        spans=statement.content.spans,
        text=statement.content.text,
        source=source[0],
        said_by=source[1],
    )


def source_of(attributions: Iterable[Attribution], statement: Statement) -> tuple[Spans, str]:
    """The spans and the words of a statement's innermost source; empty where none is named."""
    first = next((a for a in attributions if statement.chain and a.id == statement.chain[0]), None)
    return (first.source.spans, first.source.text) if first and first.source else ((), "")


def grounds_of(decision: Decision) -> tuple[Ground, ...]:
    """The statements that a decision speaks of, by their words."""
    match decision:
        case OnStatement() | OnField():
            return (decision.ground,)
        case ItemGrade():
            return (decision.ground,) if decision.ground else ()
        case Merge() | Note():
            return decision.grounds
        case Split():
            return (*decision.out, *decision.rest)
        case _:
            return ()


def reports_of(decision: Decision) -> frozenset[str]:
    """The ids of the reports whose words a decision rests on; an undo has none of its own."""
    found = {one.report for one in grounds_of(decision)}
    match decision:
        case OnDerivation():
            found |= {decision.report, decision.from_}
        case ItemGrade(report=str(report)) | Note(report=str(report)):
            found.add(report)
        case _:
            pass
    return frozenset(found)


def undone(judgements: Sequence[Judgement]) -> Mapping[str, Judgement]:
    """The judgements that count no more, by id, each with the undo that took it back; `judgements` oldest first.

    An undo that was itself undone takes nothing back.
    """
    out: dict[str, Judgement] = {}
    for one in reversed(judgements):
        if isinstance(one.decision, Undo) and one.id not in out:
            out.setdefault(one.decision.judgement, one)
    return out


def effective(judgements: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """Those of `judgements`, oldest first, that are no undo and were not undone."""
    gone = undone(judgements)
    return tuple(one for one in judgements if one.id not in gone and not isinstance(one.decision, Undo))


def spans_in(value: Value) -> Spans:
    """Every span of a value, in no particular order: what must lie in the report's text."""
    out: list[Spans] = []
    if value.stances:
        out += [stance.spans for stance in value.stances]
    if value.event:
        out += [value.event.trigger, *(p.spans for p in value.event.participants)]
    out += [thing.spans for thing in (value.time, value.place, value.content) if thing]
    if value.quantities:
        out += [quantity.spans for quantity in value.quantities]
    return tuple(chain.from_iterable(out))
