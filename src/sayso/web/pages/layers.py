"""A graph drawn in layers from left to right, the same one for the same graph.

After Sugiyama, Tagawa and Toda (1981): edges that close a circle are turned round, everybody stands one layer right of
the last of those they have it from, and the order within a layer is that of the neighbours' middles.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

Edge = tuple[str, str]  # from the left to the right
Layers = tuple[tuple[str, ...], ...]

_SWEEPS = 8


def layered(nodes: Sequence[str], edges: Iterable[Edge]) -> Layers:
    """The nodes in layers, each from top to bottom; `nodes` in the order that decides where nothing else does."""
    rank = {node: number for number, node in enumerate(nodes)}
    forward = _without_circles(
        nodes, sorted({e for e in edges if e[0] != e[1]}, key=lambda e: (rank[e[0]], rank[e[1]]))
    )
    depth = _depths(nodes, forward)
    layers = [
        [node for node in nodes if depth[node] == number] for number in range(max(depth.values(), default=-1) + 1)
    ]
    return _ordered(layers, forward)


def _without_circles(nodes: Sequence[str], edges: Sequence[Edge]) -> tuple[Edge, ...]:
    """The edges, those that close a circle on a walk from the first node turned round."""
    after: dict[str, list[str]] = {node: [] for node in nodes}
    for start, end in edges:
        after[start].append(end)
    done: set[str] = set()
    turned: set[Edge] = set()
    for node in nodes:
        if node not in done:
            turned |= _walk(node, after, done)
    return tuple(dict.fromkeys((end, start) if (start, end) in turned else (start, end) for start, end in edges))


def _walk(first: str, after: Mapping[str, Sequence[str]], done: set[str]) -> set[Edge]:
    """The edges that lead back to a node that the walk is still below of."""
    back: set[Edge] = set()
    above, path = {first}, [(first, iter(after[first]))]
    done.add(first)
    while path:
        node, rest = path[-1]
        following = next(rest, None)
        if following is None:
            above.discard(node)
            path.pop()
        elif following in above:
            back.add((node, following))
        elif following not in done:
            done.add(following)
            above.add(following)
            path.append((following, iter(after[following])))
    return back


def _depths(nodes: Sequence[str], edges: Sequence[Edge]) -> Mapping[str, int]:
    """The length of the longest way that leads to each node; one that nothing leads to stands just left of its first
    neighbour.
    """
    before: dict[str, list[str]] = {node: [] for node in nodes}
    after: dict[str, list[str]] = {node: [] for node in nodes}
    for start, end in edges:
        before[end].append(start)
        after[start].append(end)
    depth: dict[str, int] = {}
    waiting = {node: len(before[node]) for node in nodes}
    ready = [node for node in nodes if not before[node]]
    for node in ready:
        depth[node] = max((depth[other] + 1 for other in before[node]), default=0)
        for other in after[node]:
            waiting[other] -= 1
            if not waiting[other]:
                ready.append(other)
    for node in reversed(ready):
        if not before[node] and after[node]:
            depth[node] = min(depth[other] for other in after[node]) - 1
    return depth


def _ordered(layers: Sequence[Sequence[str]], edges: Iterable[Edge]) -> Layers:
    near: dict[str, list[str]] = {node: [] for layer in layers for node in layer}
    for start, end in edges:
        near[start].append(end)
        near[end].append(start)
    out = [list(layer) for layer in layers]
    number = {node: i for i, layer in enumerate(out) for node in layer}
    for sweep in range(_SWEEPS):
        ahead = sweep % 2 == 0
        for i in range(len(out)) if ahead else reversed(range(len(out))):
            place = {node: at / len(layer) for layer in out for at, node in enumerate(layer, 1)}
            middle = {
                node: _mean([place[other] for other in near[node] if (number[other] < i) == ahead], place[node])
                for node in out[i]
            }
            out[i].sort(key=middle.__getitem__)
    return tuple(map(tuple, out))


def _mean(values: Sequence[float], otherwise: float) -> float:
    return sum(values) / len(values) if values else otherwise
