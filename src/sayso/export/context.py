"""What exporters ask of a statement: its report, its claim, its chain of sources, who says it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.ledger import View
from sayso.model import Actor, ActorKind, Attribution, Claim, Credibility, Overruled, Report, Statement
from sayso.query.judgements import item_grades, overruled

UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """A statement in its report, with its claim; `chain` holds its attributions, innermost first; `overruled` tells
    where a person's value stands for the machine's, `grade` how a person graded it.
    """

    report: Report
    statement: Statement
    claim: Claim | None
    chain: tuple[Attribution, ...] = ()
    overruled: tuple[Overruled, ...] = ()
    grade: Credibility | None = None


def contexts(view: View) -> Iterator[Context]:
    """Every current statement, by report and then in order of place; one report is in memory at a time."""
    for report in view.reports():
        yield from of_report(view, report)


def of_report(view: View, report: Report) -> Iterator[Context]:
    """The statements of one report, in order of place."""
    claims = {
        statement: claim
        for claim in view.claims_of(frozenset(s.id for s in report.statements))
        for statement in claim.statements
    }
    links = {link.id: link for link in report.attributions}
    decided = overruled(view, {report.id})
    grades = item_grades(view, {report.id})
    for statement in report.statements:
        yield Context(
            report=report,
            statement=statement,
            claim=claims.get(statement.id),
            chain=tuple(links[i] for i in statement.chain if i in links),
            overruled=decided.get(statement.id, ()),
            grade=grades.get(statement.id),
        )


def origin(context: Context) -> Actor | None:
    """Whom the statement comes from; None where the outlet itself asserts it."""
    told = context.statement.origin
    if told is None:
        return None
    named = (link.source.actor for link in context.chain if link.source)
    return next((actor for actor in named if actor.id == told.id), Actor(id=told.id, name=told.name))


def outlet(report: Report) -> Actor:
    """Who published the report; of one that does not say, an outlet of its own, called unknown."""
    if report.outlet is None:
        return Actor(id=f"outlet of {report.id}", name=f"{UNKNOWN} outlet", kind=ActorKind.OUTLET)
    return Actor(id=f"outlet {report.outlet}", name=report.outlet, kind=ActorKind.OUTLET)


def sources(context: Context) -> tuple[Actor, ...]:
    """The sources of the chain that the words name, innermost first."""
    return tuple(link.source.actor for link in context.chain if link.source)


def speaker(context: Context) -> Actor:
    """Whom the statement comes from, the outlet where its chain is empty."""
    return origin(context) or outlet(context.report)


def involved(context: Context) -> tuple[Actor, ...]:
    """Everybody who has to do with the statement, each once: speaker, sources, takers of a stance, participants."""
    event = context.statement.event
    people = [p.actor for p in event.participants if p.actor] if event else []
    found = (speaker(context), *sources(context), *(s.actor for s in context.statement.stances), *people)
    return tuple({actor.id: actor for actor in reversed(found)}.values())[::-1]
