"""Which place of its name a place name stands for."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from sayso.extract.places.gazetteer import Sense
from sayso.extract.places.home import Home
from sayso.extract.places.names import fold
from sayso.extract.places.readings import TOWN, Reading, distance, readings
from sayso.extract.places.words import Candidate

# Weights of how well a sense suits a report, in the scale of the logarithm of odds, tuned as those of `readings`:
# standing in the same division, country, or near the report's other places, being said to lie in a place, and lying in
# the outlet's country. Of the other places the first, which is the dateline's if there is one, counts more, and each
# with every doubling of how often it is named: what a report keeps naming is where it is set.
WEIGHTS = {
    "same_province": 3.9,
    "same_country": 2.0,
    "near": 7.0,
    "stated": 6.0,
    "home": 2.0,
    "first": 0.5,
    "repeated": 0.6,
}
# Two places less than this apart in odds (3 to 4) are left open
_MARGIN = 0.3
_ROUNDS = 3
_NEAR_KM = 100.0

_NEAR_DEGREES = 4.5  # of latitude: 500 km, beyond which nearness counts for nothing
_NEAR_TURN = 9.0  # of longitude: as far at 60 degrees north
_LEAST_SHARE = 0.05
_LIES_IN = frozenset({",", "in", ", in", "(", ", in the", "in the"})
_BETWEEN = 3  # tokens of the longest of them
Key = tuple[str, str]


class _Share(NamedTuple):
    """A sense that counts among the surroundings of others, with its share of its name, from 0 to 1, times how much the
    report is about that name.
    """

    key: Key
    sense: Sense
    country: str | None
    province: str
    lat: float
    lon: float
    share: float


def key_of(candidate: Candidate) -> Key:
    """What candidates of one name share: they have one sense in a report."""
    return fold(candidate.name), "" if candidate.kind == TOWN else candidate.kind


def choose(found: Sequence[Candidate], home: Home) -> dict[Key, Sense | None]:
    """The sense of each name among `found`, None where none is likelier than the next by a margin; what an outlet that
    is at `home` there has in its name counts as one more place of the report.
    """
    known = {(fold(name), ""): readings(name) for name in home.names} | _readings(found)
    open_senses = {key: [reading.sense for reading in some] for key, some in known.items()}
    stated = _stated(found)
    bases = {
        key: [r.prior + _said_to_lie_in(r.sense, stated[key]) + _at_home(r.sense, home) for r in some]
        for key, some in known.items()
    }
    scores, emphasis = bases, _emphasis(found)
    for _ in range(_ROUNDS):
        likely = _likely(open_senses, scores, emphasis)
        scores = {
            key: [b + _fit(s, key, likely, len(open_senses)) for s, b in zip(some, bases[key], strict=True)]
            for key, some in open_senses.items()
        }
    return {key: _best(open_senses[key], scores[key]) for key in open_senses}


def _readings(found: Sequence[Candidate]) -> dict[Key, tuple[Reading, ...]]:
    """The readings of each name: what is once said to be a town is one everywhere."""
    towns = {key_of(candidate) for candidate in found if candidate.kind == TOWN}
    first = {key_of(candidate): candidate for candidate in reversed(found)}
    return {key: readings(c.name, TOWN if key in towns else c.kind) for key, c in first.items()}


def _emphasis(found: Sequence[Candidate]) -> dict[Key, float]:
    """How much a report is about each of its names: 1 for one that it gives once."""
    counts = Counter(key_of(candidate) for candidate in found)
    first = {key_of(candidate) for candidate in found[:1]}
    return {
        key: 1.0 + WEIGHTS["repeated"] * math.log2(count) + WEIGHTS["first"] * (key in first)
        for key, count in counts.items()
    }


def _likely(
    open_senses: Mapping[Key, Sequence[Sense]], scores: Mapping[Key, Sequence[float]], emphasis: Mapping[Key, float]
) -> list[_Share]:
    """The senses worth counting as the surroundings of others, each with its share of its name."""
    shares = ((key, zip(some, _softmax(scores[key]), strict=True)) for key, some in open_senses.items())
    return [
        _Share(key, sense, sense.country, sense.province, sense.lat, sense.lon, share * emphasis.get(key, 1.0))
        for key, pairs in shares
        for sense, share in pairs
        if share >= _LEAST_SHARE
    ]


def _best(some: Sequence[Sense], scores: Sequence[float]) -> Sense | None:
    ranked = sorted(range(len(some)), key=lambda i: (-scores[i], some[i].geonames_id or 0))
    if not ranked:
        return None
    first = some[ranked[0]]
    rivals = [scores[i] for i in ranked[1:] if distance(first, some[i]) > _NEAR_KM]
    return first if not rivals or scores[ranked[0]] - rivals[0] >= _MARGIN else None


def _stated(found: Sequence[Candidate]) -> dict[Key, list[Sense]]:
    """For each name the places it is said to lie in: "Paris, Texas"; "the town of Borzna in Chernihiv Oblast"."""
    holders: dict[Key, list[Sense]] = defaultdict(list)
    for candidate, after in pairwise(found):
        doc = candidate.passage.doc
        if candidate.passage is not after.passage or after.tokens.start - candidate.tokens.end > _BETWEEN:
            continue
        between = doc[candidate.tokens.end : after.tokens.start].text.strip().casefold()
        if between in _LIES_IN:
            holders[key_of(candidate)].extend(
                reading.sense for reading in readings(after.name, after.kind) if reading.sense.kind in "C12"
            )
    return holders


def _said_to_lie_in(sense: Sense, holders: Iterable[Sense]) -> float:
    return WEIGHTS["stated"] if any(holder.holds(sense) for holder in holders) else 0.0


def _at_home(sense: Sense, home: Home) -> float:
    return WEIGHTS["home"] if sense.country in home.countries else 0.0


def _softmax(scores: Sequence[float]) -> list[float]:
    top = max(scores, default=0.0)
    odds = [math.exp(score - top) for score in scores]
    total = sum(odds)
    return [o / total for o in odds]


def _fit(sense: Sense, key: Key, likely: Sequence[_Share], names: int) -> float:
    """How well a sense suits the report's other places: shares of them in its division, in its country, near it."""
    province = country = near = 0.0
    own_country, own_province = sense.country, sense.province
    own_lat, own_lon = sense.lat, sense.lon
    for other, rival, rival_country, rival_province, rival_lat, rival_lon, share in likely:
        if other == key:
            continue
        if rival_country == own_country:
            country += share
            if own_province and rival_province == own_province:
                province += share
        # a town is no evidence that "the X region" is the town as well
        namesake = other[0] == key[0]
        if not namesake and abs(rival_lat - own_lat) < _NEAR_DEGREES and abs(rival_lon - own_lon) < _NEAR_TURN:
            near += share * math.exp(-distance(sense, rival) / _NEAR_KM)
    fit = WEIGHTS["same_province"] * province + WEIGHTS["same_country"] * country + WEIGHTS["near"] * near
    return fit / math.sqrt(names)
