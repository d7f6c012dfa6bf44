"""Which statement that a program found is which statement of the gold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from benchmarks.storylines.answers import ToldStatement
from benchmarks.storylines.gold import GoldStatement
from benchmarks.storylines.pages import Page, Places, place, places

SAME = 0.5  # words in both contents over words in either, from which they can be one statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Aligned:
    """Ids of gold statements and of the told ones that they were matched with, both ways."""

    told: Mapping[str, str]
    gold: Mapping[str, str]


def align(gold: Sequence[GoldStatement], told: Sequence[ToldStatement], pages: Mapping[str, Page]) -> Aligned:
    """Match statements of the same report by the share of their words, best pairs first, each statement once.

    Pairs that are equally good go by the order of the gold, then of the answers.
    """
    wanted = [place(pages[s.report], s.words, s.after) for s in gold]
    found = [_places(pages.get(s.report), s) for s in told]
    ranked = sorted(
        (-share, i, j)
        for i, statement in enumerate(gold)
        for j, other in enumerate(told)
        if statement.report == other.report
        and (share := max((likeness(wanted[i], one) for one in found[j]), default=0.0)) >= SAME
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in ranked:
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return Aligned(
        told={gold[i].id: told[j].id for i, j in pairs.items()}, gold={told[j].id: gold[i].id for i, j in pairs.items()}
    )


def likeness(a: Places, b: Places) -> float:
    """The share of words in both of the words in either."""
    return len(a & b) / len(a | b)


def _places(page: Page | None, statement: ToldStatement) -> Sequence[Places]:
    found = places(page, statement.words) if page else []
    nth = statement.nth
    return found if nth is None or nth >= len(found) else [found[nth]]
