"""Words of doubt and grades of people as numbers of STIX (STIX 2.1, appendix A, confidence scales)."""

from __future__ import annotations

from collections.abc import Mapping

from sayso.model import Certainty, Factuality, Polarity, Stance

# The DNI scale of the appendix, which are the words of ICD 203: the highest number of each band and its value.
_DNI = ((9, 5), (19, 15), (39, 30), (59, 50), (79, 70), (89, 85), (100, 95))

# Admiralty credibility; 6, "truth cannot be judged", has no number.
ADMIRALTY: Mapping[str, int] = {"1": 90, "2": 70, "3": 50, "4": 30, "5": 10}

_HEDGED = (Certainty.PROBABLE, Certainty.POSSIBLE)


def confidence(factuality: Factuality) -> int | None:
    """How sure a source is of its stand, from 0 to 100, where a probability word tells; None where none does.

    The middle of the word's ICD 203 range, in the band of the DNI scale. A denial by a word for the improbable
    ("unlikely", 20 to 45 %) is as sure as its mirror image.
    """
    if factuality.probability is None:
        return None
    middle = sum(factuality.probability) / 2
    if factuality.polarity is Polarity.NEGATIVE and middle < 0.5:
        middle = 1 - middle
    return next(value for most, value in _DNI if int(middle * 100) <= most)


def opinion(stand: Factuality | Stance) -> str:
    """A stand in the words of STIX's opinion-enum; what is neither affirmed nor denied is neutral."""
    if Certainty.UNKNOWN is stand.certainty or stand.polarity is Polarity.UNKNOWN:
        return "neutral"
    side = "disagree" if stand.polarity is Polarity.NEGATIVE else "agree"
    return side if stand.certainty in _HEDGED else f"strongly-{side}"
