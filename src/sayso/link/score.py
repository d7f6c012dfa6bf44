"""How surely two statements are of one claim, and why."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from math import exp
from types import MappingProxyType

from sayso import resources
from sayso.link.features import Features, features
from sayso.link.signals import SIGNALS
from sayso.model import Appearance, Reason, SameClaim

SAME = 0.5  # from here on two statements are taken for one claim
KEPT = 0.2  # below, a link is not even kept as a doubt


@cache
def weights() -> tuple[float, Mapping[str, float]]:
    """The base and the weight of each signal by its function's name."""
    table = resources.lists("link/weights.toml")
    return float(table["base"]), MappingProxyType({k: float(v) for k, v in table["weights"].items()})


def score(a: Appearance, b: Appearance) -> SameClaim:
    """How surely `a` and `b` are of one claim, from 0 to 1, with the signals that spoke for or against it."""
    return compare(features(a), features(b))


def compare(a: Features, b: Features) -> SameClaim:
    """As `score`, of features that are worked out already; symmetric to the last digit."""
    a, b = sorted((a, b), key=lambda f: f.appearance.statement.id)
    base, weight = weights()
    values = [(signal.__name__, round(signal(a, b), 4)) for signal in SIGNALS]
    reasons = tuple(Reason(signal=name, value=value, weight=weight[name]) for name, value in values if value)
    total = base + sum(r.value * r.weight for r in reasons)
    return SameClaim(
        a=a.appearance.statement.id,
        b=b.appearance.statement.id,
        score=round(1 / (1 + exp(-total)), 4),
        reasons=reasons,
    )
