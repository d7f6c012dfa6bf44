"""One claim: who had it from whom, who asserts and who denies it, its numbers, its statements in time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fastapi import APIRouter, Response

from sayso.model import Appearance
from sayso.query.rivals import rivals
from sayso.query.sides import sides
from sayso.query.trace import Step, trace
from sayso.web.pages.done import done
from sayso.web.pages.page import At
from sayso.web.pages.ranges import ranges
from sayso.web.pages.tree import draw

router = APIRouter()


@router.get("/claims/{claim}")
def claim(at: At, claim: str) -> Response:
    """One claim, by its id or the id's first digits."""
    found = trace(at.view, claim)
    told = sorted(_statements(found.below), key=lambda pair: (pair[1].published or "9999", pair[1].statement.id))
    members = tuple(member for _, member in told)
    return at.show(
        "claim.html",
        claim=found.claim,
        drawing=draw(found),
        steps=told,
        sides=sides(at.view, members),
        rivals=[(one, ranges(one)) for one in rivals(members)],
        reports=len({member.report for member in members}),
        certainties=tuple(dict.fromkeys(member.statement.factuality.certainty for member in members)),
        drifts=tuple(sorted({drift.kind for step, _ in told for drift in step.drifts})),
        places={one.name: one for member in members if (one := member.statement.place)},
        done=done(at),
    )


def _statements(below: Iterable[Step]) -> Iterator[tuple[Step, Appearance]]:
    """The lines of a tree that are statements."""
    for step in below:
        if step.appearance:
            yield step, step.appearance
        yield from _statements(step.below)
