"""Decisions from what a person names: ids or their first digits, field names, values in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.errors import LedgerError, UsageError
from sayso.ledger import View
from sayso.model import (
    NOTHING,
    Credibility,
    DerivationKind,
    Field,
    Ground,
    ItemGrade,
    Merge,
    Note,
    OnDerivation,
    OnField,
    OnStatement,
    Reliability,
    Report,
    SourceGrade,
    Split,
    Statement,
    Undo,
    Value,
    Verdict,
    ground,
    value_of,
)
from sayso.query.values import parse_value


def verdict_on(view: View, statement: str, field: Field | None, verdict: Verdict) -> OnStatement | OnField:
    """To accept or reject a statement, as a whole or in one field."""
    return on_statement(view, statement, verdict) if field is None else on_field(view, statement, field, verdict)


def on_statement(view: View, statement: str, verdict: Verdict) -> OnStatement:
    """To accept or reject a statement as a whole."""
    report, found = _read(view, statement)
    return OnStatement(ground=ground(report, found), verdict=verdict)


def on_field(view: View, statement: str, field: Field, verdict: Verdict, told: str = "") -> OnField:
    """To accept or reject the machine's value of a field, or to correct it to what `told` says (`parse_value`)."""
    report, found = _read(view, statement)
    machine = value_of(report, found, field)
    person = {
        Verdict.ACCEPT: lambda: machine,
        Verdict.REJECT: lambda: _nothing(field),
        Verdict.CORRECT: lambda: parse_value(field, told, report, found),
    }[verdict]()
    return OnField(ground=ground(report, found), field=field, verdict=verdict, machine=machine, person=person)


def _nothing(field: Field) -> Value:
    if field not in NOTHING:
        raise UsageError(f"a statement has always a {field}: correct it instead")
    return NOTHING[field]


def merge(view: View, claims: Sequence[str]) -> Merge:
    """That several claims are one: all their statements are of one claim."""
    whole = {view.claim(one).id: view.claim(one) for one in claims}
    if len(whole) < 2:
        raise UsageError("name at least two claims to merge")
    return Merge(grounds=_grounds(view, (s for one in sorted(whole) for s in whole[one].statements)))


def split(view: View, claim: str, statements: Sequence[str]) -> Split:
    """That `statements` of a claim are of another one than its other statements."""
    members = view.claim(claim).statements
    out = {view.statement(one).statement.id for one in statements}
    if not out <= set(members):
        raise UsageError(f"not a statement of claim {claim}: {sorted(out - set(members))[0]}")
    if out == set(members) or not out:
        raise UsageError("name some statements of the claim, not all of them")
    rest = (member for member in members if member not in out)
    return Split(out=_grounds(view, sorted(out)), rest=_grounds(view, rest))


def one_claim(view: View, a: str, b: str) -> Merge:
    """That two statements are of one claim, whatever else is in it."""
    return Merge(grounds=(_ground(view, a), _ground(view, b)))


def two_claims(view: View, a: str, b: str) -> Split:
    """That two statements are not of one claim."""
    return Split(out=(_ground(view, a),), rest=(_ground(view, b),))


def _ground(view: View, statement: str) -> Ground:
    return ground(*_read(view, statement))


def on_derivation(
    view: View, report: str, source: str, *, holds: bool, kind: DerivationKind | None = None
) -> OnDerivation:
    """To confirm or deny that a report draws on another."""
    one, other = (_current(view, name) for name in (report, source))
    if one.id == other.id:
        raise UsageError("a report does not draw on itself")
    return OnDerivation(report=one.id, from_=other.id, holds=holds, kind=kind)


def grade(view: View, target: str, told: str) -> SourceGrade | ItemGrade:
    """A grade of the Admiralty code: a letter for a source by its name, a digit for a statement or report by its id."""
    if told.upper() in set(Reliability):
        return SourceGrade(source=target, grade=Reliability(told.upper()))
    if told not in set(Credibility):
        raise UsageError(f"{told}: a grade is A to F for a source, 1 to 6 for a statement or a report")
    found = _statement_or_report(view, target)
    if isinstance(found, Ground):
        return ItemGrade(report=found.report, ground=found, grade=Credibility(told))
    return ItemGrade(report=found.id, grade=Credibility(told))


def note(view: View, target: str) -> Note:
    """A remark on a statement, a claim or a report by its id, or else on a source by its name."""
    try:
        found = _statement_or_report(view, target)
    except LedgerError:
        return _note_on_claim_or_source(view, target)
    return Note(grounds=(found,)) if isinstance(found, Ground) else Note(report=found.id)


def _note_on_claim_or_source(view: View, target: str) -> Note:
    try:
        return Note(grounds=_grounds(view, view.claim(target).statements))
    except LedgerError:
        return Note(source=target)


def undo(view: View, judgement: str) -> Undo:
    """To take a judgement back."""
    return Undo(judgement=view.judgement(judgement).id)


def _statement_or_report(view: View, target: str) -> Ground | Report:
    try:
        report, statement = _read(view, target)
    except LedgerError:
        return _current(view, target)
    return ground(report, statement)


def _read(view: View, statement: str) -> tuple[Report, Statement]:
    """A statement as the machine read it, with its report; LedgerError where it is of an outdated version."""
    seen = view.statement(statement)
    report = view.reading(_current(view, seen.report).id)
    found = next((s for s in report.statements if s.id == seen.statement.id), None)
    if found is None:
        raise LedgerError(f"statement {statement} is not in what is read now")
    return report, found


def _current(view: View, report: str) -> Report:
    found = view.report(report)
    newest = view.newest(found.id)
    if newest != found.id:
        raise LedgerError(f"report {found.id} has a newer version, {newest}: judge that one")
    return found


def _grounds(view: View, statements: Iterable[str]) -> tuple[Ground, ...]:
    """The words of current statements, in order of report and place."""
    wanted = view.appearances_of(frozenset(statements))
    readings = {report: view.reading(report) for report in sorted({seen.report for seen in wanted})}
    ids = {seen.statement.id for seen in wanted}
    return tuple(ground(r, s) for r in readings.values() for s in r.statements if s.id in ids)
