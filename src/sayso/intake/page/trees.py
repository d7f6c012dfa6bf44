"""Boosted decision trees, read from arrays: the classifier of lines without the library that trained it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from io import BytesIO

import numpy as np
from numpy.typing import NDArray

from sayso import resources

Matrix = NDArray[np.float64]
Vector = NDArray[np.float64]

ROWS = 4096  # lines looked at in one go: bounds memory on a page of a hundred thousand lines


@dataclass(frozen=True, slots=True)
class Trees:
    """Trees laid end to end. A leaf's children are itself, so every path may take the same number of steps.

    `roots` are the trees' first nodes; `value` holds the leaves' log-odds; `base` is the log-odds before any tree.
    """

    roots: NDArray[np.int32]
    feature: NDArray[np.int32]
    threshold: NDArray[np.float64]
    left: NDArray[np.int32]
    right: NDArray[np.int32]
    value: Vector
    depth: int
    base: float


@cache
def trees(name: str) -> Trees:
    """The trees of `resources/page/NAME.npz`, read once."""
    with np.load(BytesIO(resources.data(f"page/{name}.npz"))) as arrays:
        return Trees(
            roots=arrays["roots"].astype(np.int32),
            feature=arrays["feature"].astype(np.int32),
            threshold=arrays["threshold"].astype(np.float64),
            left=arrays["left"].astype(np.int32),
            right=arrays["right"].astype(np.int32),
            value=arrays["value"].astype(np.float64),
            depth=int(arrays["depth"]),
            base=float(arrays["base"]),
        )


def _log_odds(model: Trees, rows: Matrix) -> Vector:
    node = np.broadcast_to(model.roots, (len(rows), len(model.roots))).copy()
    at = np.arange(len(rows))[:, None]
    for _ in range(model.depth):
        goes_left = rows[at, model.feature[node]] <= model.threshold[node]
        node = np.where(goes_left, model.left[node], model.right[node])
    total: Vector = model.value[node].sum(axis=1)
    return total + model.base


def probabilities(model: Trees, features: Matrix) -> Vector:
    """How likely each row is a line of the article."""
    parts = [_log_odds(model, features[start : start + ROWS]) for start in range(0, len(features), ROWS)]
    odds = np.concatenate(parts) if parts else np.zeros(0)
    return 1.0 / (1.0 + np.exp(-odds))
