"""A small web of retellings, made by rule: outlets repeat each other's sentences, correct themselves, come twice."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from sayso.ledger import Store
from sayso.model import Drop, DropReason, Report
from tests.factory import report

OUTLETS = ("Example Post", "River Courier", "Northern Wire")
SENTENCES = (
    "Flooding closed the bridge at Gomel on Tuesday, the Transport Ministry said.",
    "Twelve lorries with medical supplies wait on the eastern bank, the Red Cross said.",
    "Repairs to the pumping station will take three weeks, the City Council said.",
    "Two engineers were hurt when a crane fell into the river.",
    "Residents of the old harbour quarter left their homes before midnight.",
)


def items(count: int) -> Iterator[Report | Drop]:
    """`count` inputs: every fifth is a corrected version of the one before, every seventh cannot be read."""
    return islice(_items(), count)


def _items() -> Iterator[Report | Drop]:
    number = 0
    while True:
        number += 1
        if number % 7 == 0:
            yield Drop(reason=DropReason.BINARY, where=f"photo-{number}.jpg", detail="an image")
        elif number % 5 == 0:
            yield _story(number - 1, f"A correction of {number} words was made.")
        else:
            yield _story(number)


def _story(number: int, *more: str) -> Report:
    told = [SENTENCES[(number + shift) % len(SENTENCES)] for shift in range(3)]
    own = f"Correspondent {number} counted {number + 20} boats near pier {number}."
    return report(
        *told,
        own,
        *more,
        headline=f"Flood diary, part {number}",
        uri=f"https://news.example/{number}",
        outlet=OUTLETS[number % len(OUTLETS)],
        published=f"2024-03-{1 + number % 28:02}",
        updated=f"2024-03-{1 + number % 28:02}T{12 if more else 10}:00",
    )


def contents(ledger: Store) -> tuple[frozenset[object], ...]:
    """Everything a ledger says, to be compared."""
    with ledger.view() as view:
        return (
            frozenset(view.reports(outdated=True)),
            frozenset((row.id, row.superseded_by) for row in view.listing()),
            frozenset(view.claims()),
            frozenset(view.links()),
            frozenset(view.derivations()),
            frozenset(view.drifts()),
            frozenset(view.drops()),
        )
