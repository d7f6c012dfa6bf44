"""The numbers that statements of one claim give for the same thing, side by side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sayso.model import Appearance, Quantity

Bounds = tuple[float | None, float | None, str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One number with its bounds, and the statements that give it, in the order in which they were asked about."""

    quantity: Quantity
    members: tuple[Appearance, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rivals:
    """What is counted, None where the words do not say, and the versions given of it, the smallest first."""

    of: str | None
    versions: tuple[Version, ...]


def rivals(members: Iterable[Appearance]) -> tuple[Rivals, ...]:
    """The numbers of a claim's statements, by what they count; what has most versions first."""
    found: dict[str, dict[Bounds, list[tuple[Quantity, Appearance]]]] = {}
    for member in members:
        for quantity in member.statement.quantities:
            bounds = (quantity.min, quantity.max, quantity.word)
            given = found.setdefault((quantity.of or "").casefold(), {}).setdefault(bounds, [])
            given.append((quantity, member))
    return tuple(sorted(map(_rivals, found.values()), key=lambda one: (-len(one.versions), one.of or "")))


def _rivals(given: Mapping[Bounds, list[tuple[Quantity, Appearance]]]) -> Rivals:
    versions = tuple(
        Version(quantity=found[0][0], members=tuple(dict.fromkeys(member for _, member in found)))
        for _, found in sorted(given.items(), key=_size)
    )
    return Rivals(of=versions[0].quantity.of, versions=versions)


def _size(given: tuple[Bounds, list[tuple[Quantity, Appearance]]]) -> tuple[float, float, str]:
    low, high, word = given[0]
    return (
        low if low is not None else float("-inf"),
        high if high is not None else float("inf"),
        word or "",
    )
