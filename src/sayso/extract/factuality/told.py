"""How far a happening is told as a fact, by syntax, cue words and the encoder together: small trees weigh the three.

Gradient-boosted regression trees (Friedman 2001) over `traits`, made by `training/factuality/told.py`. The encoder's
head was learnt on blogs, reviews and made-up sentences; in sentences written like news the trees follow the cue words.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Token

from sayso import resources
from sayso.extract.factuality.traits import traits

TABLE = "factuality/told.npz"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trees:
    """Nodes of all trees in one row; `roots` are the first of each. A row of traits goes to `left` where its `feature`
    is at most `threshold`, else to `right`; both are the node itself in a leaf, whose `value` counts.
    """

    feature: NDArray[np.int32]
    threshold: NDArray[np.float64]
    left: NDArray[np.int32]
    right: NDArray[np.int32]
    value: NDArray[np.float64]
    roots: NDArray[np.int32]
    depth: int
    base: float

    def sum(self, row: NDArray[np.float64]) -> float:
        """The sum of what the trees say of one row of traits."""
        at = self.roots
        for _ in range(self.depth):
            at = np.where(row[self.feature[at]] <= self.threshold[at], self.left[at], self.right[at])
        return self.base + float(self.value[at].sum())


def told_degree(token: Token, head: float) -> float:
    """How far the happening that `token` names is told as a fact, from -3 (surely not) to 3 (surely), where
    the encoder's head says `head`.
    """
    return float(np.clip(trees().sum(np.array(traits(token, head), dtype=np.float64)), -3.0, 3.0))


@cache
def trees() -> Trees:
    """The trees that ship with the package."""
    with np.load(io.BytesIO(resources.data(TABLE))) as table:
        return Trees(
            **{name: table[name] for name in ("feature", "threshold", "left", "right", "value", "roots")},
            depth=int(table["depth"]),
            base=float(table["base"]),
        )
