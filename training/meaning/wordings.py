"""The events that encoders of contents learn from, in batches."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import torch
from torch import Tensor

from benchmarks.likeness import Event, read_events

GROUPS = Path(__file__).parent / "groups"
EVENTS = 3  # of a batch
AT_ONCE = 32  # statements of like length that are encoded together


def events() -> list[Event]:
    """All events of `groups/`."""
    return [event for file in sorted(GROUPS.glob("*.txt")) for event in read_events(file)]


def batches(told: Sequence[Event], rng: random.Random) -> Iterator[tuple[list[str], Tensor]]:
    """Statements of a few events at once, and which of them are of one claim [statements, statements]."""
    drawn = rng.sample(told, len(told))
    for at in range(0, len(drawn) - EVENTS + 1, EVENTS):
        found = [
            (statement, {(number, claim) for claim in claims})
            for number, event in enumerate(drawn[at : at + EVENTS])
            for statement, claims in event.statements.items()
        ]
        yield [statement for statement, _ in found], torch.tensor([[bool(a & b) for _, b in found] for _, a in found])


def in_order(rows: Sequence[Sequence[int]], read: Callable[[Sequence[Sequence[int]]], Tensor]) -> Tensor:
    """What `read` makes of rows of pieces, those of like length at once; in the order of `rows`."""
    order = sorted(range(len(rows)), key=lambda row: len(rows[row]))
    parts = [read([rows[i] for i in order[at : at + AT_ONCE]]) for at in range(0, len(order), AT_ONCE)]
    return torch.cat(parts)[torch.argsort(torch.tensor(order))]
