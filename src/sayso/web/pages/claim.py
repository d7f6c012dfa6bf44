"""One claim: who had it from whom, who asserts and who denies it, its numbers, its statements in time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from fastapi import APIRouter, Response

from sayso.ledger import View
from sayso.model import Appearance, Claim
from sayso.query.judgements import about, item_grades
from sayso.query.rivals import rivals
from sayso.query.sides import sides
from sayso.query.trace import Step, trace
from sayso.web.pages.asking import question
from sayso.web.pages.done import done
from sayso.web.pages.drawing import Group
from sayso.web.pages.page import At
from sayso.web.pages.placing import placed, window
from sayso.web.pages.projection import HEIGHT, WIDTH
from sayso.web.pages.ranges import ranges
from sayso.web.pages.tree import draw

router = APIRouter()


@router.get("/claims/{claim}")
def claim(at: At, claim: str) -> Response:
    """One claim, by its id or the id's first digits."""
    found = trace(at.view, claim)
    told = sorted(_statements(found.below), key=lambda pair: (pair[1].published or "9999", pair[1].statement.id))
    members = tuple(member for _, member in told)
    reports = frozenset(member.report for member in members)
    places = placed([Group(claim=found.claim, members=members)])
    mapped = tuple(spot for spot in places if spot.at)
    return at.show(
        "claim.html",
        claim=found.claim,
        drawing=draw(found),
        steps=told,
        sides=sides(at.view, members),
        rivals=[(one, ranges(one)) for one in rivals(members)],
        reports=len(reports),
        certainties=tuple(dict.fromkeys(member.statement.factuality.certainty for member in members)),
        drifts=tuple(sorted({drift.kind for step, _ in told for drift in step.drifts})),
        places=places,
        mapped=mapped,
        window=window(mapped),
        world=(WIDTH, HEIGHT),
        everything=question({}),
        grades=defaultdict(str, item_grades(at.view, reports)),
        decided=about(at.view, reports, frozenset(found.claim.statements)),
        alike=_alike(at.view, found.claim) if at.page.who else (),
        done=done(at),
    )


def _alike(view: View, claim: Claim) -> tuple[Claim, ...]:
    """Other claims with statements that the machine found like one of this claim's, the most like first."""
    mine = frozenset(claim.statements)
    scores = {end: link.score for link in view.links_of(mine) for end in (link.a, link.b) if end not in mine}
    others = view.claims_of(frozenset(scores))
    return tuple(sorted(others, key=lambda one: (-max(scores.get(s, 0.0) for s in one.statements), one.id)))


def _statements(below: Iterable[Step]) -> Iterator[tuple[Step, Appearance]]:
    """The lines of a tree that are statements."""
    for step in below:
        if step.appearance:
            yield step, step.appearance
        yield from _statements(step.below)
