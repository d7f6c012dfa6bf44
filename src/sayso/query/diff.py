"""What changed from one version of the extractor to another: statements added, gone, and their fields."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.errors import UsageError
from sayso.ledger import View
from sayso.model import Field, Report, Spans, Statement, Value, value_of

_COMPARED = tuple(field for field in Field if field is not Field.CONTENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """The value that a field had, and the one that it has."""

    field: Field
    before: Value
    after: Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """A statement at the same words whose fields are others now."""

    statement: str
    spans: Spans
    text: str
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportDiff:
    """What changed in one report: statements are told by the words of their contents."""

    report: str
    uri: str
    outlet: str | None
    title: str | None
    added: tuple[Statement, ...]
    gone: tuple[Statement, ...]
    changed: tuple[Changed, ...]


def diff(view: View, before: str, after: str, *, behind: str | None = None) -> Iterator[ReportDiff]:
    """The reports in which two versions of the extractor (name@version) read different things, by id; only those
    behind that id, where one is given.
    """
    for old, new in view.read_twice(before, after, behind=behind):
        found = diff_report(old, new)
        if found.added or found.gone or found.changed:
            yield found


def diff_report(old: Report, new: Report) -> ReportDiff:
    """What `new`, another reading of the report `old`, says otherwise."""
    had = {statement.content.spans: statement for statement in old.statements}
    has = {statement.content.spans: statement for statement in new.statements}
    both = [(had[spans], statement) for spans, statement in has.items() if spans in had]
    compared = (_changed(old, a, new, b) for a, b in both)
    return ReportDiff(
        report=new.id,
        uri=new.uri,
        outlet=new.outlet,
        title=new.title,
        added=tuple(statement for spans, statement in has.items() if spans not in had),
        gone=tuple(statement for spans, statement in had.items() if spans not in has),
        changed=tuple(change for change in compared if change.fields),
    )


def _changed(old: Report, a: Statement, new: Report, b: Statement) -> Changed:
    values = ((field, value_of(old, a, field), value_of(new, b, field)) for field in _COMPARED)
    fields = tuple(FieldChange(field=f, before=x, after=y) for f, x, y in values if x != y)
    return Changed(statement=b.id, spans=b.content.spans, text=b.content.text, fields=fields)


def versions(view: View, before: str | None, after: str | None) -> tuple[str, str]:
    """The two versions to compare; where they are not named, the only two that there are.

    Raises UsageError where one is not known, or which are meant cannot be told.
    """
    known = view.producers()
    if len(known) < 2:
        raise UsageError("nothing to compare: no report here was read by two versions of the extractor (sayso reread)")
    listed = ", ".join(known)
    for name in (before, after):
        if name is not None and name not in known:
            raise UsageError(f"{name} has read nothing here; there are readings by: {listed}")
    others = [name for name in known if name not in (before, after)]
    if before and after:
        return before, after
    if len(others) + (before is not None) + (after is not None) != 2:
        raise UsageError(f"name the two versions to compare; there are readings by: {listed}")
    in_use = _in_use(view, known)
    if before is None and after is None:
        return (others[1], others[0]) if in_use == others[0] else (others[0], others[1])
    return (before or others[0], after or others[0])


def _in_use(view: View, known: tuple[str, ...]) -> str | None:
    """The version whose reading the first report that was read twice shows."""
    for row in view.listing():
        readings = view.readings(row.id)
        if len(readings) > 1:
            return next((reading.producer for reading in readings if reading.current), None)
    return known[-1] if known else None
