"""`python -m benchmarks events` and `… actors`: written cases of both, counted by kind and half, against floors."""

from __future__ import annotations

from collections.abc import Sequence
from types import ModuleType
from typing import Annotated

import typer

from benchmarks import actors as actor_cases
from benchmarks import events as event_cases
from benchmarks.cases.gold import HALVES
from benchmarks.floors import Figures, beside, floors, refuse, too_low
from benchmarks.meaning.measure import Verdict, table

Misses = Annotated[bool, typer.Option("--misses", help="list what was wrong in the open half")]


def events(misses: Misses = False) -> None:
    """Measure roots and codes of the written sentences; exit with 1 where a figure is below its floor."""
    _count(event_cases, misses=misses)


def actors(misses: Misses = False) -> None:
    """Measure kinds, countries and sameness of the written actors; exit with 1 where a figure is below its floor."""
    _count(actor_cases, misses=misses)


def _count(cases: ModuleType, *, misses: bool) -> None:
    told: Sequence[Verdict] = cases.verdicts()
    figures: Figures = cases.figures(told)
    least = floors(cases.__name__.rpartition(".")[2])
    print(*table(told), *beside(figures, least), sep="\n")
    for one in told if misses else ():
        if one.half == HALVES[0] and not one.right:
            print(f"{one.kind}: {one.wanted!r}, not {one.found!r}: {one.words}")
    refuse(too_low(figures, least))
