"""The weights of the signals, fitted on the development storylines: `python -m training.link.weights`.

Rows are pairs of statements as the product finds them, each of a known claim. A logistic regression, drawn towards
the weights before it (Gaussian prior), no weight across zero: no signal for may come to speak against. `GUARDS` stay
as they were set by hand. The base is the one with the best F1 of pairs. Prints F1 of pairs with each storyline left
out in turn.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, combinations_with_replacement
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.storylines.align import align
from benchmarks.storylines.by_sayso import reading
from benchmarks.storylines.gold import Half, Storyline, storylines
from benchmarks.storylines.pages import page_of
from sayso.extract.encoding.meanings import meanings
from sayso.link.features import Features
from sayso.link.pairs import comparable, side
from sayso.link.signals import SIGNALS
from sayso.link.signals.pair import pair
from sayso.model import Report

FILE = Path(__file__).parents[2] / "src" / "sayso" / "resources" / "link" / "weights.toml"
PRIOR = 5.0  # how strongly weights are drawn towards those before, in rows
# What keeps the same words about another event apart. A storyline is one event: it cannot tell what these are worth.
GUARDS = ("other_time", "other_place", "other_setting", "far_apart", "roles_swapped", "said_and_denied")
STEPS = 4000
RATE = 0.5
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Rows:
    """Pairs of one storyline: values of the signals [pairs, signals], whether of one claim; and how many pairs of one
    claim were not even compared.
    """

    values: Floats
    same: Floats
    lost: int


def rows(storyline: Storyline) -> Rows:
    """The pairs of a storyline's statements that linking compares."""
    read = reading(storyline)
    pages = {report.file: page_of(storyline.folder / report.file) for report in storyline.gold.report}
    gold = align(storyline.gold.statement, read.answer.statements, pages).gold
    claims = {statement.id: set(statement.claims) for statement in storyline.gold.statement}
    sides = [_told(report) for report in read.reports.values()]
    values, same = [], []
    for here, there in combinations_with_replacement(sides, 2):
        for a, b in comparable(here, there):
            one, other = (gold.get(f.appearance.statement.id) for f in (a, b))
            if one and other and (here is not there or one < other):
                both = pair(a, b)
                values.append([signal(both) for signal in SIGNALS])
                same.append(bool(claims[one] & claims[other]))
    wanted = sum(bool(claims[one] & claims[other]) for one, other in combinations(gold.values(), 2))
    return Rows(np.array(values), np.array(same, dtype=np.float64), wanted - sum(same))


def _told(report: Report) -> tuple[Features, ...]:
    contents = {s.id: s.content.text for s in report.statements}
    return side(report, dict(zip(contents, meanings(contents.values()), strict=True))).statements


def fit(parts: Sequence[Rows], base: float, before: Floats) -> tuple[float, Floats]:
    """The base and the weights by descent of the penalised likelihood."""
    values, same = np.concatenate([p.values for p in parts]), np.concatenate([p.same for p in parts])
    weights = before.copy()
    fixed = [number for number, signal in enumerate(SIGNALS) if signal.__name__ in GUARDS]
    spread = values.var(axis=0).clip(1e-3)
    for _ in range(STEPS):
        wrong = 1 / (1 + np.exp(-(values @ weights + base))) - same
        slope = (values.T @ wrong + PRIOR * (weights - before)) / len(same)
        weights = weights - RATE * slope / (spread + PRIOR / len(same)) * 0.25
        weights = np.where(weights * np.sign(before) < 0, 0.0, weights)
        weights[fixed] = before[fixed]
        base -= RATE * wrong.mean()
    return base, weights


def best_base(parts: Sequence[Rows], base: float, weights: Floats) -> float:
    """The base near `base` with the best F1 of pairs."""
    shifts = np.arange(-1.0, 2.01, 0.1)
    return float(base + max(shifts, key=lambda shift: (f1(parts, base + shift, weights), -abs(shift))))


def f1(parts: Sequence[Rows], base: float, weights: Floats) -> float:
    """F1 of pairs, in percent; pairs that are not compared are told apart."""
    right = told = wanted = 0
    for part in parts:
        said = part.values @ weights + base >= 0
        right += int((said & (part.same > 0)).sum())
        told += int(said.sum())
        wanted += int(part.same.sum()) + part.lost
    return 200 * right / max(1, told + wanted)


def held_out(parts: Sequence[Rows], base: float, before: Floats) -> Iterator[float]:
    """F1 of each storyline with weights fitted on the others."""
    for number, part in enumerate(parts):
        others = [*parts[:number], *parts[number + 1 :]]
        fitted, weights = fit(others, base, before)
        yield f1([part], best_base(others, fitted, weights), weights)


def main() -> None:
    """Fit, print, write the file."""
    text = FILE.read_text(encoding="utf8")
    table = tomllib.loads(text)
    names = [signal.__name__ for signal in SIGNALS]
    before = np.array([table["weights"][name] for name in names])
    parts = [rows(storyline) for storyline in storylines(Half.DEVELOPMENT)]
    lost, wanted = sum(p.lost for p in parts), sum(int(p.same.sum()) for p in parts)
    print(f"{sum(len(p.same) for p in parts)} pairs compared, {wanted} of one claim; {lost} not compared")
    print(f"weights before: F1 {f1(parts, table['base'], before):.1f}")
    told = list(held_out(parts, table["base"], before))
    print(f"each storyline left out: F1 {np.mean(told):.1f} ({', '.join(f'{one:.1f}' for one in told)})")
    base, weights = fit(parts, table["base"], before)
    base = best_base(parts, base, weights)
    print(f"fitted on all: F1 {f1(parts, base, weights):.1f}")
    head = text[: text.index("base =")]
    lines = [f"{name} = {round(weight, 2)}" for name, weight in zip(names, weights.tolist(), strict=True)]
    FILE.write_text(head + f"base = {round(base, 2)}\n\n[weights]\n" + "\n".join(lines) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
