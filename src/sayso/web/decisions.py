"""What a client says to judge: the words of `sayso judge` as JSON."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict
from pydantic import Field as Is

from sayso.ledger import View
from sayso.model import Decision, DerivationKind, Field, Verdict
from sayso.query import deciding

Id = Annotated[str, Is(min_length=1, max_length=100, description="the id, or its first digits")]
Ids = Annotated[list[Id], Is(min_length=1, max_length=1000)]
Told = Annotated[str, Is(max_length=10_000)]


class Asked(BaseModel):
    """Who judges, and why."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    who: Annotated[str, Is(min_length=1, max_length=200, pattern=r"\S", description="who judges")]
    why: Annotated[Told, Is(description="the reason, for whoever reads the log; of a note, the remark")] = ""


class ToAccept(Asked):
    """That a statement, or one field of it, is right."""

    do: Literal["accept"]
    statement: Id
    field: Field | None = None


class ToReject(Asked):
    """That nobody made a statement, or that the value of one field of it is wrong."""

    do: Literal["reject"]
    statement: Id
    field: Field | None = None


class ToCorrect(Asked):
    """What a field of a statement is; `value` is told as to `sayso judge correct`."""

    do: Literal["correct"]
    statement: Id
    field: Field
    value: Told


class ToMerge(Asked):
    """That claims are one."""

    do: Literal["merge"]
    claims: Annotated[list[Id], Is(min_length=2, max_length=1000)]


class ToSplit(Asked):
    """That statements are of another claim than the rest of theirs."""

    do: Literal["split"]
    claim: Id
    statements: Ids


class ToConfirm(Asked):
    """That a report draws on another."""

    do: Literal["confirm"]
    report: Id
    source: Id
    kind: DerivationKind | None = None


class ToDeny(Asked):
    """That a report does not draw on another."""

    do: Literal["deny"]
    report: Id
    source: Id


class ToGrade(Asked):
    """A grade of the Admiralty code: A to F for a source by its name, 1 to 6 for a statement or a report by its id."""

    do: Literal["grade"]
    target: Annotated[str, Is(min_length=1, max_length=500)]
    grade: Literal["A", "B", "C", "D", "E", "F", "1", "2", "3", "4", "5", "6"]


class ToNote(Asked):
    """A remark on a statement, a claim or a report by its id, or on a source by its name."""

    do: Literal["note"]
    target: Annotated[str, Is(min_length=1, max_length=500)]


class ToUndo(Asked):
    """That an earlier judgement counts no more."""

    do: Literal["undo"]
    judgement: Id


# other names than the decisions of the model: both stand in one description of the API
Wish = Annotated[
    ToAccept | ToReject | ToCorrect | ToMerge | ToSplit | ToConfirm | ToDeny | ToGrade | ToNote | ToUndo,
    Is(discriminator="do"),
]


def decision(view: View, wish: Wish) -> Decision:  # noqa: PLR0911 - one line a kind
    """The decision that is wished for; LedgerError or UsageError where there is none."""
    match wish:
        case ToAccept(statement=statement, field=field):
            return deciding.verdict_on(view, statement, field, Verdict.ACCEPT)
        case ToReject(statement=statement, field=field):
            return deciding.verdict_on(view, statement, field, Verdict.REJECT)
        case ToCorrect(statement=statement, field=field, value=value):
            return deciding.on_field(view, statement, field, Verdict.CORRECT, value)
        case ToMerge(claims=claims):
            return deciding.merge(view, claims)
        case ToSplit(claim=claim, statements=statements):
            return deciding.split(view, claim, statements)
        case ToConfirm(report=report, source=source, kind=kind):
            return deciding.on_derivation(view, report, source, holds=True, kind=kind)
        case ToDeny(report=report, source=source):
            return deciding.on_derivation(view, report, source, holds=False)
        case ToGrade(target=target, grade=grade):
            return deciding.grade(view, target, grade)
        case ToNote(target=target):
            return deciding.note(view, target)
        case ToUndo(judgement=judgement):
            return deciding.undo(view, judgement)
