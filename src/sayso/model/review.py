"""What a report says after people have judged it: a pure function of what the machine read and of their judgements."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sayso.model.attribution import Actor, Attribution, Manner, Source
from sayso.model.ids import content_id
from sayso.model.judgement import (
    Field,
    Ground,
    Judgement,
    OnField,
    OnStatement,
    Value,
    Verdict,
    effective,
    grounds_of,
    source_of,
)
from sayso.model.report import Report
from sayso.model.spans import Spans
from sayso.model.statement import Certainty, Origin, Polarity, Statement

# What a field is once its value was rejected and no other given: the text does not tell. Realis and content have no
# such value.
NOTHING = {
    Field.ORIGIN: Value(origin=None),
    Field.CERTAINTY: Value(certainty=Certainty.UNKNOWN),
    Field.POLARITY: Value(polarity=Polarity.UNKNOWN),
    Field.STANCES: Value(stances=()),
    Field.EVENT: Value(event=None),
    Field.TIME: Value(time=None),
    Field.PLACE: Value(place=None),
    Field.QUANTITIES: Value(quantities=()),
}

Thing = tuple[Spans, Field | None]  # what a judgement is on: the content's spans, and a field or the whole statement
OnWords = OnStatement | OnField


@dataclass(frozen=True, slots=True, kw_only=True)
class Overruled:
    """A field in which a person's value stands in place of the machine's; `judgement` tells who, when and why."""

    statement: str
    field: Field
    machine: Value
    person: Value
    judgement: Judgement


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A report as people see it. `rejected` are the statements that it has no more, each with the judgement that took
    it out; `orphaned` are judgements whose words are gone, with the reason; `replaced` are judgements with a newer one
    on the same thing.
    """

    report: Report
    overruled: tuple[Overruled, ...] = ()
    rejected: tuple[tuple[Statement, Judgement], ...] = ()
    orphaned: tuple[tuple[Judgement, str], ...] = ()
    replaced: tuple[tuple[Judgement, Judgement], ...] = ()


def review(machine: Report, judgements: Sequence[Judgement]) -> Review:
    """What `machine`, a report as it was read, says after `judgements`, oldest first, on its statements.

    Of several on one thing the newest counts. One whose words are gone changes nothing and is listed as orphaned.
    """
    newest, replaced = _newest(machine.id, effective(judgements))
    orphaned = tuple((one, reason) for one in newest.values() if (reason := orphan(one, machine)))
    lost = {one.id for one, _ in orphaned}
    standing = {thing: one for thing, one in newest.items() if one.id not in lost}
    kept: list[Statement] = []
    given: list[Attribution] = []
    overruled: list[Overruled] = []
    rejected: list[tuple[Statement, Judgement]] = []
    for statement in machine.statements:
        whole = standing.get((statement.content.spans, None))
        if whole and isinstance(whole.decision, OnStatement) and whole.decision.verdict is Verdict.REJECT:
            rejected.append((statement, whole))
            continue
        changes = tuple(_changes(machine, statement, standing))
        shown, added = _changed(machine, statement, changes)
        kept.append(shown)
        given += added
        overruled += changes
    return Review(
        report=replace(machine, statements=tuple(kept), attributions=(*machine.attributions, *given)),
        overruled=tuple(overruled),
        rejected=tuple(rejected),
        orphaned=orphaned,
        replaced=replaced,
    )


def _newest(
    report: str, judgements: Iterable[Judgement]
) -> tuple[dict[Thing, Judgement], tuple[tuple[Judgement, Judgement], ...]]:
    """The newest judgement on each thing of a report, and the older ones, each with the one that replaced it."""
    newest: dict[Thing, Judgement] = {}
    replaced = []
    for one in judgements:
        match one.decision:
            case OnStatement(ground=Ground(report=home, spans=spans)) if home == report:
                thing: Thing = (spans, None)
            case OnField(ground=Ground(report=home, spans=spans), field=field) if home == report:
                thing = (spans, field)
            case _:
                continue
        if thing in newest:
            replaced.append((newest[thing], one))
        newest[thing] = one
    return newest, tuple(replaced)


def orphan(judgement: Judgement, machine: Report) -> str | None:
    """Why a judgement does not apply to `machine`, the report that its words are of; None where it does.

    The content must stand at the same spans and, but for a judgement on the origin itself or on claims, come from the
    same words. What was only said to be wrong must still be what the machine finds.
    """
    for ground in grounds_of(judgement.decision):
        if ground.report == machine.id and (reason := _lost(judgement, ground, machine)):
            return reason
    return None


def _lost(judgement: Judgement, ground: Ground, machine: Report) -> str | None:
    statement = standing_at(ground, machine)
    if statement is None:
        return "no statement has these words any more"
    decision = judgement.decision
    if not isinstance(decision, OnStatement | OnField):
        return None
    on_origin = isinstance(decision, OnField) and decision.field is Field.ORIGIN
    if not on_origin and source_of(machine.attributions, statement) != (ground.source, ground.said_by):
        return "these words come from another source now"
    return _outdated(decision, machine, statement) if isinstance(decision, OnField) else None


def _outdated(decision: OnField, machine: Report, statement: Statement) -> str | None:
    if decision.verdict is Verdict.REJECT and value_of(machine, statement, decision.field) != decision.machine:
        return f"the {decision.field} that was rejected is no longer what the machine finds"
    return None


def standing_at(ground: Ground, machine: Report) -> Statement | None:
    """The statement whose content is exactly the words of `ground`."""
    found = (s for s in machine.statements if s.content.spans == ground.spans and s.content.text == ground.text)
    return next(found, None) if ground.report == machine.id else None


def value_of(report: Report, statement: Statement, field: Field) -> Value:
    """The value that a field of a statement of `report` has."""
    match field:
        case Field.ORIGIN:
            return Value(origin=_origin(report, statement))
        case Field.CERTAINTY:
            return Value(certainty=statement.factuality.certainty)
        case Field.POLARITY:
            return Value(polarity=statement.factuality.polarity)
        case _:
            return Value(**{field.value: getattr(statement, field.value)})


def _origin(report: Report, statement: Statement) -> Actor | None:
    if statement.origin is None:
        return None
    first = next((a for a in report.attributions if statement.chain and a.id == statement.chain[0]), None)
    known = first.source.actor if first and first.source else None
    same = known is not None and known.id == statement.origin.id
    return known if same else Actor(id=statement.origin.id, name=statement.origin.name)


def _changes(machine: Report, statement: Statement, standing: dict[Thing, Judgement]) -> Iterable[Overruled]:
    """The fields of a statement in which a person says otherwise than the machine."""
    for field in Field:
        one = standing.get((statement.content.spans, field))
        if one is None or not isinstance(one.decision, OnField):
            continue
        found = value_of(machine, statement, field)
        if found != one.decision.person:
            person = one.decision.person
            yield Overruled(statement=statement.id, field=field, machine=found, person=person, judgement=one)


def _changed(
    machine: Report, statement: Statement, changes: Iterable[Overruled]
) -> tuple[Statement, tuple[Attribution, ...]]:
    """The statement with the values of people, and the attribution to a source that is not in the report's words."""
    given: tuple[Attribution, ...] = ()
    for change in changes:
        value = getattr(change.person, change.field.value)
        match change.field:
            case Field.ORIGIN:
                rejected = isinstance(change.judgement.decision, OnField) and (
                    change.judgement.decision.verdict is Verdict.REJECT
                )
                statement, given = _from(machine, statement, value, nobody=rejected)
            case Field.CERTAINTY:
                # the range of a probability word went with the certainty that the machine read from it
                statement = replace(
                    statement, factuality=replace(statement.factuality, certainty=value, probability=None)
                )
            case Field.POLARITY:
                statement = replace(statement, factuality=replace(statement.factuality, polarity=value))
            case _:
                statement = replace(statement, **{change.field.value: value})
    return statement, given


def _from(
    machine: Report, statement: Statement, actor: Actor | None, *, nobody: bool
) -> tuple[Statement, tuple[Attribution, ...]]:
    """The statement with `actor` as its origin: one further out in its chain, or one that the words do not name, who
    then stands in place of the innermost. Without an actor it is the outlet's own, or by `nobody` known.
    """
    if actor is None and not nobody:
        return replace(statement, chain=(), origin=None), ()
    origin = Origin(id=actor.id, name=actor.name) if actor else None
    sources = {a.id: a.source.actor.id for a in machine.attributions if a.source}
    for number, link in enumerate(statement.chain):
        if actor and sources.get(link) == actor.id:
            return replace(statement, chain=statement.chain[number:], origin=origin), ()
    given = Attribution(
        id=content_id("attribution", "judgement", statement.id),
        source=Source(spans=(), text="", actor=actor) if actor else None,
        cue=None,
        content=statement.content,
        manner=Manner.INDIRECT,
    )
    return replace(statement, chain=(given.id, *statement.chain[1:]), origin=origin), (given,)
