"""What each sign of rewriting weighs, fitted on the development storylines: `python -m training.link.rewriting`.

Rows are pairs of reports of one storyline in which neither names the other; what the gold derives is looked for. A
logistic regression of the signs (`sayso.link.rewriting.signs`), in scikit-learn. Prints the weights, and for each bar
how many pairs are told rightly, and how many at all, with each storyline left out in turn.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from benchmarks.storylines.by_sayso import reading
from benchmarks.storylines.gold import Half, Storyline, storylines
from sayso.extract.encoding.meanings import meanings
from sayso.link.citing import credit_evidence, told_evidence
from sayso.link.comparing import Comparison, compare_reports, one_outlet
from sayso.link.derive import in_order
from sayso.link.pairs import Side, links_between, side
from sayso.link.rewriting import signs
from sayso.model import Report

BARS = (0.2, 0.25, 0.3, 0.35, 0.4, 0.5)
STRENGTH = 0.3  # the inverse of how strongly weights are drawn towards nothing
SIGNS = ("wording", "details", "bare", "days")


@dataclass(frozen=True, slots=True)
class Row:
    """A pair of reports: its storyline, its signs, and whether the later draws on the earlier by the gold."""

    storyline: str
    signs: tuple[float, float, float, float]
    drawn: bool


def rows(storyline: Storyline) -> Iterator[Row]:
    """The pairs of a storyline's reports in which neither names the other."""
    gold = {(derivation.report, derivation.from_) for derivation in storyline.gold.derivation}
    sides = {file: _side(report) for file, report in reading(storyline).reports.items()}
    files = {told.report.id: file for file, told in sides.items()}
    for here, there in combinations(sides.values(), 2):
        links = links_between(here, there)
        compared = compare_reports(*in_order(here, there, links), links)
        if not one_outlet(here, there) and not _named(compared):
            way = (files[compared.later.report.id], files[compared.earlier.report.id])
            yield Row(storyline.key, signs(compared), way in gold)


def _side(report: Report) -> Side:
    contents = {s.id: s.content.text for s in report.statements}
    return side(report, dict(zip(contents, meanings(contents.values()), strict=True)))


def _named(compared: Comparison) -> bool:
    return any(told_evidence(compared)) or any(credit_evidence(compared))


def main() -> None:
    """Fit and print."""
    found = [row for storyline in storylines(Half.DEVELOPMENT) for row in rows(storyline)]
    names = np.array([row.storyline for row in found])
    values, drawn = np.array([row.signs for row in found]), np.array([row.drawn for row in found])
    model = make_pipeline(StandardScaler(), LogisticRegression(C=STRENGTH))
    likely = np.zeros(len(found))
    for name in sorted(set(names.tolist())):
        left = names == name
        likely[left] = model.fit(values[~left], drawn[~left]).predict_proba(values[left])[:, 1]
    print(f"{len(found)} pairs, {int(drawn.sum())} drawn")
    for bar in BARS:
        told = likely >= bar
        print(f"from {bar:.2f}: {int((told & drawn).sum())} right of {int(told.sum())} told")
    scaler, regression = (step for _, step in model.fit(values, drawn).steps)
    weights = regression.coef_[0] / scaler.scale_
    print(f"base {regression.intercept_[0] - float(weights @ scaler.mean_):.2f}")
    for name, weight in zip(SIGNS, weights.tolist(), strict=True):
        print(f"{name} {weight:.2f}")


if __name__ == "__main__":
    main()
