"""`python -m benchmarks events` and `… actors`: written cases of both, counted by kind and half, against floors."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from types import ModuleType
from typing import Annotated

import typer

from benchmarks import actors as actor_cases
from benchmarks import events as event_cases
from benchmarks.cases.gold import HALVES
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
    figures: Mapping[str, float] = cases.figures(told)
    floors: Mapping[str, float] = cases.floors()
    print(*table(told), sep="\n")
    for name, figure in figures.items():
        print(f"{name:20} {figure:5.1f}  floor {floors[name]:5.1f}{'  TOO LOW' if figure < floors[name] else ''}")
    for one in told if misses else ():
        if one.half == HALVES[0] and not one.right:
            print(f"{one.kind}: {one.wanted!r}, not {one.found!r}: {one.words}")
    low = [name for name, figure in figures.items() if figure < floors[name]]
    if low:
        sys.exit(f"too low: {', '.join(low)}")
