"""The events that encoders of contents learn from, in batches."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import torch
from torch import Tensor

from benchmarks.likeness import Event, read_events
from benchmarks.storylines.gold import Half, Storyline, storylines

GROUPS = Path(__file__).parent / "groups"
EVENTS = 3  # of a batch
AT_ONCE = 32  # statements of like length that are encoded together


def events() -> list[Event]:
    """All events of `groups/`, and the development storylines as events."""
    written = [event for file in sorted(GROUPS.glob("*.txt")) for event in read_events(file)]
    return [*written, *map(_event, storylines(Half.DEVELOPMENT))]


def _event(storyline: Storyline) -> Event:
    """The contents of a storyline's statements; one without a claim is one of its own."""
    claims = tuple(claim.id for claim in storyline.gold.claim)
    lonely = tuple(statement.id for statement in storyline.gold.statement if not statement.claims)
    number = {name: place for place, name in enumerate((*claims, *lonely))}
    told: dict[str, frozenset[int]] = {}
    for statement in storyline.gold.statement:
        words = statement.words.replace(" / ", " ")
        told[words] = told.get(words, frozenset()) | {number[name] for name in statement.claims or (statement.id,)}
    return Event(name=storyline.key, claims=tuple(number), statements=told)


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
