"""A person's decision in a few words, for the log that people read."""

from __future__ import annotations

from sayso.model import (
    Decision,
    Ground,
    ItemGrade,
    Merge,
    Note,
    OnDerivation,
    OnField,
    OnStatement,
    SourceGrade,
    Split,
    Undo,
    grounds_of,
)
from sayso.query.shown import one_line, short
from sayso.query.values import show_value

SHOWN = 70  # characters of a content


def what_of(decision: Decision) -> str:  # noqa: PLR0911 - one a kind of decision
    """What was decided: the verb, and on what."""
    match decision:
        case OnStatement(verdict=verdict):
            return f"{verdict} statement"
        case OnField():
            machine, person = show_value(decision.machine), show_value(decision.person)
            return f"{decision.verdict} {decision.field}: {machine} → {person}"
        case Merge(grounds=grounds):
            return f"merge {len(grounds)} statements"
        case Split(out=out, rest=rest):
            return f"split {len(out)} statements from {len(rest)}"
        case OnDerivation():
            verb = "confirm" if decision.holds else "deny"
            return f"{verb} {short(decision.report)} draws on {short(decision.from_)}"
        case SourceGrade():
            return f"grade {one_line(decision.source)} {decision.grade}"
        case ItemGrade():
            return f"grade {'statement' if decision.ground else short(decision.report)} {decision.grade}"
        case Note():
            return f"note on {decision.source or short(decision.report or '') or 'statements'}"
        case Undo():
            return f"undo {short(decision.judgement)}"


def words_of(decision: Decision) -> str:
    """The words that a decision rests on, of its first statement."""
    first: Ground | None = next(iter(grounds_of(decision)), None)
    told = one_line(first.text) if first else ""
    return told if len(told) <= SHOWN else f"{told[: SHOWN - 1]}…"
