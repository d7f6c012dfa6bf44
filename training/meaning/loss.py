"""The loss that vectors of one claim lie near each other."""

from __future__ import annotations

import torch
from torch import Tensor

_SHARPNESS = 0.06  # temperature: how much nearer a statement of one claim must be than those of others
_NEVER = -1e4


def contrast(vectors: Tensor, same: Tensor) -> Tensor:
    """How likely a statement is picked for another of its claim from among other claims; a mean of logarithms, negated.

    `vectors` [statements, width] have length 1, `same` tells which are of one claim.
    """
    itself = torch.eye(len(vectors), dtype=torch.bool)
    likeness = vectors @ vectors.T / _SHARPNESS
    others = torch.logsumexp(likeness.masked_fill(same | itself, _NEVER), 1, keepdim=True)
    picked = likeness - torch.logaddexp(likeness, others)
    wanted = same & ~itself
    told = wanted.any(1)
    means: Tensor = (picked * wanted).sum(1)[told] / wanted.sum(1)[told]
    return -means.mean()
