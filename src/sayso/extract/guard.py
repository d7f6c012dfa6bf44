"""A bad sentence costs that sentence: the one place where a step's failure is caught and counted."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from sayso.model import Drop, DropReason

Item = TypeVar("Item")
Result = TypeVar("Result")


def each(
    items: Iterable[Item], work: Callable[[Item], Result], where: Callable[[Item], str]
) -> tuple[list[Result], tuple[Drop, ...]]:
    """`work` done on each item; an item that fails is left out and listed, the others go on.

    `where` names the item for the person who reads the list of drops.
    """
    done: list[Result] = []
    drops: list[Drop] = []
    for item in items:
        try:
            done.append(work(item))
        except Exception as error:  # noqa: BLE001 - whatever goes wrong in one sentence must not cost the report
            detail = f"{getattr(work, '__name__', 'step')}: {type(error).__name__}: {error}"
            drops.append(Drop(reason=DropReason.STEP_FAILED, where=where(item), detail=detail))
    return done, tuple(drops)
