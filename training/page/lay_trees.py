"""From scikit-learn's boosted trees to the arrays that `sayso.intake.page.trees` reads."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np


def lay_trees(models: Sequence[Any], path: Path) -> None:
    """Write the trees of fitted HistGradientBoostingClassifiers with two classes: the mean of their log-odds."""
    arrays: dict[str, list[Any]] = {name: [] for name in ("feature", "threshold", "left", "right", "value")}
    roots, depth, offset = [], 0, 0
    for predictor in (predictor for model in models for (predictor,) in model._predictors):
        nodes = predictor.nodes
        leaf = nodes["is_leaf"].astype(bool)
        own = np.arange(len(nodes))
        roots.append(offset)
        arrays["feature"].append(np.where(leaf, 0, nodes["feature_idx"]))
        arrays["threshold"].append(np.where(leaf, 0.0, nodes["num_threshold"]))
        arrays["left"].append(np.where(leaf, own, nodes["left"]) + offset)
        arrays["right"].append(np.where(leaf, own, nodes["right"]) + offset)
        arrays["value"].append(np.where(leaf, nodes["value"] / len(models), 0.0))
        depth = max(depth, int(nodes["depth"].max()))
        offset += len(nodes)
    joined = {name: np.concatenate(parts) for name, parts in arrays.items()}
    np.savez_compressed(
        path,
        roots=np.array(roots, dtype=np.int32),
        feature=joined["feature"].astype(np.int16),
        # features are float64 at run time and were float64 in training: a rounded threshold would move lines over it
        threshold=joined["threshold"].astype(np.float64),
        left=joined["left"].astype(np.int32),
        right=joined["right"].astype(np.int32),
        value=joined["value"].astype(np.float32),
        depth=np.int32(depth),
        base=np.mean([np.ravel(model._baseline_prediction)[0] for model in models]),
    )
