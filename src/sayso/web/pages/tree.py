"""Who had a claim from whom, as a drawing: a line for everybody, columns for days, an edge from each to whoever had it
from there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.model import DerivationKind, DriftKind
from sayso.query.shown import one_line
from sayso.query.trace import Step, Trace

ROW, COLUMN = 46, 150  # units of the drawing between two lines, and between two columns
TOP, LEFT = 34, 14  # where the first line and the first column are
BESIDE = 330  # units for the words beside the last column
_UNDATED = ""
LONGEST = 44  # characters of a name that are drawn


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """Somebody in the tree, at a place in the drawing; `label` is the name as it is drawn."""

    step: Step
    x: float
    y: float
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """From a node down and along to another; `path` is what SVG draws. `by` tells how a report draws on another and
    `drifts` what it changed; their words stand at `x` and `y`.
    """

    path: str
    by: DerivationKind | None
    drifts: tuple[DriftKind, ...]
    x: float
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """The first column of a day, and its date."""

    day: str
    x: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """All of it, with its size in units."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    days: tuple[Day, ...]
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Placed:
    """A step with its line, its column's name (a day, and how many others of that day are above it), and its parent's
    line.
    """

    step: Step
    line: int
    column: tuple[str, int]
    parent: int | None


def draw(trace: Trace) -> Drawing:
    """The drawing of a claim's tree. Nobody stands left of whoever they had it from, whatever the pages' dates say."""
    placed = _place(trace.below, None, [])
    columns = sorted({one.column for one in placed})
    x = {column: LEFT + COLUMN * number for number, column in enumerate(columns)}
    nodes = tuple(
        Node(step=one.step, x=x[one.column], y=TOP + ROW * one.line, label=_label(one.step.who)) for one in placed
    )
    edges = tuple(_edge(nodes[one.parent], nodes[one.line]) for one in placed if one.parent is not None)
    return Drawing(
        nodes=nodes,
        edges=edges,
        days=tuple(_days(columns, x)),
        width=LEFT + COLUMN * max(0, len(columns) - 1) + BESIDE,
        height=TOP + ROW * len(nodes),
    )


def _place(steps: Sequence[Step], above: _Placed | None, out: list[_Placed]) -> list[_Placed]:
    """Lines in the order of the tree: everybody directly under whoever they had it from."""
    for step in steps:
        day, depth = above.column if above else (_UNDATED, -1)
        own = (step.appearance.published or "")[:10] if step.appearance else _UNDATED
        column = (own, 0) if own > day else (day, depth + 1)
        one = _Placed(step=step, line=len(out), column=column, parent=above.line if above else None)
        out.append(one)
        _place(step.below, one, out)
    return out


def _edge(above: Node, below: Node) -> Edge:
    return Edge(
        path=f"M{above.x:g} {above.y + 6:g}V{below.y:g}H{below.x - 7:g}",
        by=below.step.by,
        drifts=tuple(dict.fromkeys(drift.kind for drift in below.step.drifts)),
        x=above.x + 8,
        y=below.y,
    )


def _days(columns: Sequence[tuple[str, int]], x: dict[tuple[str, int], int]) -> Iterator[Day]:
    seen = {_UNDATED}
    for column in columns:
        if column[0] not in seen:
            seen.add(column[0])
            yield Day(day=column[0], x=x[column])


def _label(name: str) -> str:
    line = one_line(name)
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"
