"""Many values in few questions: no database takes any number of them in one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

Value = TypeVar("Value", str, int, tuple[int, int])

BATCH = 500  # values in one IN list, and rows fetched at a time


def batches(values: Iterable[Value]) -> Iterator[list[Value]]:
    """`values` in order, in lists of `BATCH` at most."""
    asked = sorted(values)
    for start in range(0, len(asked), BATCH):
        yield asked[start : start + BATCH]
