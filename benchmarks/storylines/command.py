"""`python -m benchmarks storylines`: check the gold, measure, compare."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from benchmarks.storylines.check import faults
from benchmarks.storylines.gold import Half, storylines

Check = Annotated[
    bool, typer.Option("--check", help="only tell what is wrong with the gold; exit with 1 where a thing is")
]


def run(check: Check = False) -> None:
    """The open test set of storylines: who had it from whom, and what changed on the way."""
    if check:
        found = list(faults())
        for fault in found:
            print(fault)
        if found:
            sys.exit(f"{len(found)} faults")
        print(f"{sum(len(storylines(half)) for half in Half)} storylines hold together")
