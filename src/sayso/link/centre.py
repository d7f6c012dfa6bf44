"""Which statements of a claim surely belong to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sayso.link.cluster import NO_BONDS, UNIT, UNSEEN
from sayso.model import Bonds, SameClaim

Group = frozenset[str]

SURE = 0.62  # mean score with the others: on the storylines a pair with this score is of one claim in one case of three


def with_centres(
    groups: Iterable[Group], links: Sequence[SameClaim], bonds: Bonds = NO_BONDS
) -> Iterator[tuple[Group, Group]]:
    """Each claim's statements, and those of them whose mean score with the others is at least `SURE` or that people
    put there.

    A claim takes in what more likely belongs to it than to any other; what only just does may be of another.
    """
    known = tuple(groups)
    home = {statement: group for group in known for statement in group}
    sums = {statement: UNSEEN * (len(group) - 1) for statement, group in home.items()}
    for link in links:
        if link.a in home and home[link.a] is home.get(link.b):
            for end in (link.a, link.b):
                sums[end] += round(link.score * UNIT) - UNSEEN
    for group in known:
        bar = SURE * UNIT * (len(group) - 1)
        yield group, frozenset(one for one in group if sums[one] >= bar or one in bonds.bundle)
