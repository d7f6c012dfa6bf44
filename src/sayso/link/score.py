"""How surely two statements are of one claim, and why."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from math import exp
from types import MappingProxyType

from sayso import resources
from sayso.link.features import Features, features
from sayso.link.signals import SIGNALS, WITHIN, Signal
from sayso.link.signals.pair import pair
from sayso.model import Appearance, Reason, SameClaim

LINKER = "sayso-link@10"  # the links of another one are made anew
SAME = 0.35  # from here on two statements are taken for one claim
KEPT = 0.2  # below, a link is not even kept as a doubt


@cache
def weights() -> tuple[float, Mapping[str, float]]:
    """The base and the weight of each signal by its function's name."""
    table = resources.lists("link/weights.toml")
    return float(table["base"]), MappingProxyType({k: float(v) for k, v in table["weights"].items()})


@cache
def _counting(one_report: bool) -> tuple[float, tuple[tuple[float, Signal], ...]]:
    """The base, and each signal that counts between two statements of one report, or of two, with its weight."""
    base, weighted = _weighted()
    return base, tuple((w, signal) for _, w, signal in weighted if w and (one_report or signal not in WITHIN))


@cache
def _weighted() -> tuple[float, tuple[tuple[str, float, Signal], ...]]:
    """The base, and each signal with its name and weight."""
    base, weight = weights()
    return base, tuple((signal.__name__, weight[signal.__name__], signal) for signal in SIGNALS)


def score(a: Appearance, b: Appearance) -> SameClaim:
    """How surely `a` and `b` are of one claim, from 0 to 1, with the signals that spoke for or against it."""
    return compare(features(a), features(b))


def compare(a: Features, b: Features) -> SameClaim:
    """As `score`, of features that are worked out already; symmetric to the last digit."""
    if b.appearance.statement.id < a.appearance.statement.id:
        a, b = b, a
    base, weighted = _weighted()
    both = pair(a, b)
    told = [(name, weight, round(signal(both), 4)) for name, weight, signal in weighted]
    reasons = tuple([Reason(signal=name, value=value, weight=weight) for name, weight, value in told if value])
    total = base + sum([r.value * r.weight for r in reasons])
    return SameClaim(
        a=a.appearance.statement.id,
        b=b.appearance.statement.id,
        score=_logistic(total),
        reasons=reasons,
    )


def linked(a: Features, b: Features) -> SameClaim | None:
    """The link of `a` and `b` with the score that `compare` gives, but without its reasons; None where it is too weak
    to be kept. Reasons are many times as large as a link, and asked for seldom.
    """
    if b.appearance.statement.id < a.appearance.statement.id:
        a, b = b, a
    base, weighted = _counting(a.appearance.report == b.appearance.report)
    both = pair(a, b)
    total = base + sum([round(value, 4) * weight for weight, signal in weighted if (value := signal(both))])
    score = _logistic(total)
    return SameClaim(a=a.appearance.statement.id, b=b.appearance.statement.id, score=score) if score >= KEPT else None


def _logistic(total: float) -> float:
    return round(1 / (1 + exp(-total)), 4)
