"""How well the likeness of contents alone tells which statements on an event are of one claim; seconds.

The events were written for this project before the vectors were learnt, `tests/cases/claims` has them: several wordings
of each claim, and claims in nearly the same words. Linking has more to go by: times, places, names, numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.cases.gold import HALVES
from benchmarks.floors import Figures
from sayso.extract.encoding.meanings import meanings

CASES = Path(__file__).parent.parent / "tests" / "cases" / "claims"
_EVENT, _CLAIM = "## ", "= "
Vectors = NDArray[np.float64]  # [statements, width], of length 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What was said of something that happened: each statement with the numbers of its claims."""

    name: str
    claims: tuple[str, ...]
    statements: dict[str, frozenset[int]]


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


def figures() -> Figures:
    """The average precision of each half, in percent, by the vectors of the product."""
    return {half: 100 * average_precision(read_events(CASES / f"{half}.txt"), read) for half in HALVES}


def read(statements: Sequence[str]) -> Vectors:
    """The vectors of statements by the product, of length 1."""
    found: Vectors = np.array([np.frombuffer(one, dtype=np.int8) for one in meanings(statements)], dtype=np.float64)
    lengths: Vectors = np.linalg.norm(found, axis=1, keepdims=True)
    return found / lengths


def average_precision(events: Sequence[Event], by: Callable[[Sequence[str]], Vectors]) -> float:
    """Of the pairs of each event's statements, likest first: the precision at each pair of one claim, on average."""
    ranked = sorted((pair for event in events for pair in _pairs(event, by(list(event.statements)))), reverse=True)
    same = np.array([same for _, same in ranked])
    precision = same.cumsum() / np.arange(1, len(same) + 1)
    return float(precision[same].mean())


def _pairs(event: Event, vectors: Vectors) -> Iterator[tuple[float, bool]]:
    """The cosine of the vectors of each two statements, and whether these are of one claim."""
    claims = list(event.statements.values())
    for a, b in combinations(range(len(claims)), 2):
        yield float(vectors[a] @ vectors[b]), bool(claims[a] & claims[b])
