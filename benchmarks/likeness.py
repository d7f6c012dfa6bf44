"""How well the likeness of contents alone tells which statements on an event are of one claim; seconds.

The events were written for this project before the vectors were learnt, `tests/cases/claims` has them: several wordings
of each claim, and claims in nearly the same words. Linking has more to go by: times, places, names, numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, islice
from pathlib import Path
from typing import Annotated, NamedTuple

import numpy as np
import typer
from numpy.typing import NDArray

from benchmarks.cases.gold import HALVES
from benchmarks.floors import beside, floors, refuse, too_low
from sayso.extract.encoding.meanings import meanings

CASES = Path(__file__).parent.parent / "tests" / "cases" / "claims"
SHOWN = 20  # pairs of either sort that --misses lists
_EVENT, _CLAIM = "## ", "= "
Vectors = NDArray[np.float64]  # [statements, width], of length 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What was said of something that happened: each statement with the numbers of its claims."""

    name: str
    claims: tuple[str, ...]
    statements: dict[str, frozenset[int]]


class Pair(NamedTuple):
    """Two statements of an event: the cosine of their vectors, and whether they are of one claim."""

    cosine: float
    same: bool
    a: str
    b: str

    def __str__(self) -> str:
        return f"{'one claim' if self.same else 'two claims'}, {self.cosine:.2f}: {self.a} | {self.b}"


def read_events(path: Path) -> list[Event]:
    """The events of a file: a line "## name" each, under it lines "= claim", under each its statements.

    ValueError, with the line, where something stands outside a claim.
    """
    found: list[tuple[str, list[str], dict[str, frozenset[int]]]] = []
    for number, line in enumerate(path.read_text(encoding="utf8").splitlines(), start=1):
        if line.startswith(_EVENT):
            found.append((line.removeprefix(_EVENT), [], {}))
        elif line.startswith(_CLAIM) and found:
            found[-1][1].append(line.removeprefix(_CLAIM))
        elif line.strip():
            if not found or not found[-1][1]:
                raise ValueError(f"{path}:{number}: {line!r} stands under no claim")
            _, claims, statements = found[-1]
            statements[line.strip()] = statements.get(line.strip(), frozenset()) | {len(claims) - 1}
    return [Event(name=name, claims=tuple(claims), statements=statements) for name, claims, statements in found]


def likeness(
    misses: Annotated[bool, typer.Option("--misses", help="list the worst pairs of the open half")] = False,
) -> None:
    """Measure how well vectors of contents tell claims apart; exit with 1 where a figure is below its floor."""
    ranked = {half: ranking(read_events(CASES / f"{half}.txt"), read) for half in HALVES}
    figures, least = {half: average_precision(found) for half, found in ranked.items()}, floors("likeness")
    print(*beside(figures, least), sep="\n")
    for pair in _worst(ranked[HALVES[0]]) if misses else ():
        print(pair)
    refuse(too_low(figures, least))


def read(statements: Sequence[str]) -> Vectors:
    """The vectors of statements by the product, of length 1."""
    found: Vectors = np.array([np.frombuffer(one, dtype=np.int8) for one in meanings(statements)], dtype=np.float64)
    lengths: Vectors = np.linalg.norm(found, axis=1, keepdims=True)
    return found / lengths


def ranking(events: Sequence[Event], by: Callable[[Sequence[str]], Vectors]) -> list[Pair]:
    """The pairs of each event's statements, of all events together, the likest first."""
    return sorted((pair for event in events for pair in _pairs(event, by(list(event.statements)))), reverse=True)


def average_precision(ranked: Sequence[Pair]) -> float:
    """The precision at each pair of one claim, on average, in percent."""
    same = np.array([pair.same for pair in ranked])
    precision = same.cumsum() / np.arange(1, len(same) + 1)
    return 100 * float(precision[same].mean())


def _pairs(event: Event, vectors: Vectors) -> Iterator[Pair]:
    for (i, (a, of_a)), (j, (b, of_b)) in combinations(enumerate(event.statements.items()), 2):
        yield Pair(float(vectors[i] @ vectors[j]), bool(of_a & of_b), a, b)


def _worst(ranked: Sequence[Pair]) -> Iterator[Pair]:
    """The likest that are two claims, and the least like that are one."""
    yield from islice((pair for pair in ranked if not pair.same), SHOWN)
    yield from islice((pair for pair in reversed(ranked) if pair.same), SHOWN)
