"""The losses by which vectors of one claim come to lie near each other."""

from __future__ import annotations

import torch
from torch import Tensor, nn

_SHARPNESS = 0.06  # temperature: how much nearer a statement of one claim must be than those of others
_TAUGHT_SHARPNESS = 0.05
_LIKENESS = 10.0  # weight of the likeness itself beside the order of likenesses
_NEVER = -1e4
_ITSELF = -9.0  # below any cosine


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


def imitation(vectors: Tensor, teacher: Tensor) -> Tensor:
    """How far the likenesses among `vectors` [statements, width] are from those among the `teacher`'s: in the order
    that each statement gives the others (relational distillation), and in size.
    """
    itself = torch.eye(len(vectors), dtype=torch.bool)
    mine, theirs = ((v @ v.T).masked_fill(itself, _ITSELF) for v in (vectors, teacher))
    order = nn.functional.kl_div(
        torch.log_softmax(mine / _TAUGHT_SHARPNESS, 1),
        torch.softmax(theirs / _TAUGHT_SHARPNESS, 1),
        reduction="batchmean",
    )
    return order + _LIKENESS * ((mine - theirs) ** 2).mean()
