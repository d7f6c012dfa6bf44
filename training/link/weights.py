"""The weights of the signals, fitted on the development storylines: `python -m training.link.weights --base -0.6`.

Rows are pairs of statements as the product finds them. Those of known claims are fitted: a logistic regression, drawn
towards the weights before it (Gaussian prior), no weight across zero: no signal for may come to speak against.
`GUARDS` stay as they were set by hand. The base is the one given, or else the one whose claims, after clustering, have
the best F1 of pairs over the storylines that were fitted on. Prints this F1 with each storyline left out in turn.
"""

from __future__ import annotations

import argparse
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, combinations_with_replacement
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.storylines.align import align
from benchmarks.storylines.by_sayso import reading
from benchmarks.storylines.counts import Count, compared
from benchmarks.storylines.gold import Half, Storyline, storylines
from benchmarks.storylines.pages import page_of
from benchmarks.storylines.score import pairs_of
from sayso.extract.encoding.meanings import meanings
from sayso.link.cluster import clusters
from sayso.link.features import Features
from sayso.link.pairs import comparable, side
from sayso.link.score import KEPT
from sayso.link.signals import SIGNALS
from sayso.link.signals.pair import pair
from sayso.model import Report, SameClaim

FILE = Path(__file__).parents[2] / "src" / "sayso" / "resources" / "link" / "weights.toml"
PRIOR = 15.0  # how strongly weights are drawn towards those before, in rows
# What keeps the same words about another event apart, where storylines tell too little of what it is worth: they are
# of a few weeks and of one event or a series, not of years of a war that is told in formulas.
GUARDS = ("far_apart", "other_locality", "roles_swapped", "said_and_denied")
# Signals that speak against, besides those whose names begin with "other".
AGAINST = ("elsewhere", "undated", "nothing_shared", "same_report", "far_apart", "roles_swapped", "said_and_denied")
STEPS = 4000
RATE = 0.5
SHIFTS = np.arange(-1.0, 3.01, 0.1)  # of the base, from where the likelihood puts it
Floats = NDArray[np.float64]
Ends = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Rows:
    """The pairs of one storyline that linking compares: ids of statements, values of the signals [pairs, signals], and
    `same`: 1 of one claim, 0 not, -1 where the gold lacks one of them. `gold` names the statements that were found as
    the gold does, `wanted` are the gold's pairs of one claim.
    """

    statements: tuple[str, ...]
    ends: tuple[Ends, ...]
    values: Floats
    same: Floats
    gold: Mapping[str, str]
    wanted: frozenset[Ends]


def rows(storyline: Storyline) -> Rows:
    """The pairs of a storyline's statements that linking compares."""
    read = reading(storyline)
    pages = {report.file: page_of(storyline.folder / report.file) for report in storyline.gold.report}
    gold = align(storyline.gold.statement, read.answer.statements, pages).gold
    claims = {statement.id: set(statement.claims) for statement in storyline.gold.statement}
    sides = [_told(report) for report in read.reports.values()]
    pairs = tuple(_compared(sides))
    ends = tuple((a.appearance.statement.id, b.appearance.statement.id) for a, b in pairs)
    return Rows(
        statements=tuple(f.appearance.statement.id for told in sides for f in told),
        ends=ends,
        values=np.array([_values(a, b) for a, b in pairs]),
        same=np.array([_same(gold.get(a), gold.get(b), claims) for a, b in ends], dtype=np.float64),
        gold=gold,
        wanted=frozenset((a, b) for a, b in combinations(sorted(claims), 2) if claims[a] & claims[b]),
    )


def _compared(sides: Sequence[tuple[Features, ...]]) -> Iterator[tuple[Features, Features]]:
    """The pairs, each once, in the order in which signals see them."""
    for here, there in combinations_with_replacement(sides, 2):
        for a, b in comparable(here, there):
            forth = a.appearance.statement.id < b.appearance.statement.id
            if here is not there or forth:
                yield (a, b) if forth else (b, a)


def _values(a: Features, b: Features) -> list[float]:
    both = pair(a, b)
    return [signal(both) for signal in SIGNALS]


def _same(one: str | None, other: str | None, claims: Mapping[str, set[str]]) -> int:
    return -1 if one is None or other is None else int(bool(claims[one] & claims[other]))


def _told(report: Report) -> tuple[Features, ...]:
    contents = {s.id: s.content.text for s in report.statements}
    return side(report, dict(zip(contents, meanings(contents.values()), strict=True))).statements


def fit(parts: Sequence[Rows], base: float, before: Floats) -> tuple[float, Floats]:
    """The base and the weights by descent of the penalised likelihood."""
    values, same = np.concatenate([p.values for p in parts]), np.concatenate([p.same for p in parts])
    values, same = values[same >= 0], same[same >= 0]
    weights = before.copy()
    fixed = [number for number, signal in enumerate(SIGNALS) if signal.__name__ in GUARDS]
    sides = np.array([_side(signal.__name__) for signal in SIGNALS])
    spread = values.var(axis=0).clip(1e-3)
    for _ in range(STEPS):
        wrong = 1 / (1 + np.exp(-(values @ weights + base))) - same
        slope = (values.T @ wrong + PRIOR * (weights - before)) / len(same)
        weights = weights - RATE * slope / (spread + PRIOR / len(same)) * 0.25
        weights = np.where(weights * sides < 0, 0.0, weights)
        weights[fixed] = before[fixed]
        base -= RATE * wrong.mean()
    return base, weights


def _side(name: str) -> int:
    """1 for a signal that speaks for one claim, -1 for one that speaks against it."""
    return -1 if name.startswith("other_") or name in AGAINST else 1


def best_base(parts: Sequence[Rows], base: float, weights: Floats) -> float:
    """The base near `base` whose claims have the best F1 of pairs."""
    return float(base + max(SHIFTS, key=lambda shift: (f1(parts, base + shift, weights), -abs(shift))))


def f1(parts: Sequence[Rows], base: float, weights: Floats) -> float:
    """F1 of the pairs of one claim after clustering, in percent; pairs that were not found or compared are lost."""
    return sum((judged(part, base, weights) for part in parts), Count()).f1 or 0.0


def judged(part: Rows, base: float, weights: Floats) -> Count:
    """The pairs that clustering puts into one claim beside those of the gold."""
    scores = (1 / (1 + np.exp(-(part.values @ weights + base)))).round(4).tolist()
    links = (SameClaim(a=a, b=b, score=score) for (a, b), score in zip(part.ends, scores, strict=True) if score >= KEPT)
    groups = clusters(part.statements, links)
    told = pairs_of(sorted(part.gold[s] for s in group if s in part.gold) for group in groups)
    return compared(part.wanted, told)


def held_out(parts: Sequence[Rows], base: float, before: Floats, given: float | None) -> Iterator[Count]:
    """The pairs of each storyline with weights, and the base where none is `given`, fitted on the others."""
    for number, part in enumerate(parts):
        others = [*parts[:number], *parts[number + 1 :]]
        fitted, weights = fit(others, base, before)
        yield judged(part, best_base(others, fitted, weights) if given is None else given, weights)


def main() -> None:
    """Fit, print, write the file."""
    parser = argparse.ArgumentParser(description="Fit the weights of the signals on the development storylines.")
    parser.add_argument("--base", type=float, help="the base; without it the best one for these storylines")
    given: float | None = parser.parse_args().base
    text = FILE.read_text(encoding="utf8")
    table = tomllib.loads(text)
    names = [signal.__name__ for signal in SIGNALS]
    before = np.array([table["weights"][name] for name in names])
    parts = [rows(storyline) for storyline in storylines(Half.DEVELOPMENT)]
    of_one = sum(int((p.same == 1).sum()) for p in parts)
    wanted = sum(len(p.wanted) for p in parts)
    print(f"{sum(len(p.same) for p in parts)} pairs compared, {of_one} of one claim; {wanted} in the gold")
    print(f"weights before: F1 {f1(parts, table['base'], before):.1f}")
    told = list(held_out(parts, table["base"], before, given))
    each = ", ".join(f"{one.f1 or 0.0:.1f}" for one in told)
    print(f"each storyline left out: F1 {sum(told, Count()).f1 or 0.0:.1f} ({each})")
    base, weights = fit(parts, table["base"], before)
    base = best_base(parts, base, weights) if given is None else given
    print(f"fitted on all: F1 {f1(parts, base, weights):.1f}")
    head = text[: text.index("base =")]
    lines = [f"{name} = {round(weight, 2)}" for name, weight in zip(names, weights.tolist(), strict=True)]
    FILE.write_text(head + f"base = {round(base, 2)}\n\n[weights]\n" + "\n".join(lines) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
