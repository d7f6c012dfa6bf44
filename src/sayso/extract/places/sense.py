"""Which place of its name a place name stands for."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from sayso.extract.places.gazetteer import Sense, capitals, division, senses
from sayso.extract.places.names import fold
from sayso.extract.places.words import Candidate, division_words

_EARTH_KM = 6371.0


def distance(a: Sense, b: Sense) -> float:
    """Kilometres between two places on a sphere."""
    lat_a, lat_b, turn = math.radians(a.lat), math.radians(b.lat), math.radians(a.lon - b.lon)
    cosine = math.sin(lat_a) * math.sin(lat_b) + math.cos(lat_a) * math.cos(lat_b) * math.cos(turn)
    return _EARTH_KM * math.acos(max(-1.0, min(1.0, cosine)))


def options(candidate: Candidate) -> tuple[Sense, ...]:
    """The senses that the words of a candidate leave open."""
    if not candidate.division:
        return senses(candidate.name)
    levels = division_words()[candidate.division]
    full = [s for s in senses(candidate.tokens.text) if s.kind in levels]
    if full:
        return tuple(full)
    loose = [s for s in senses(candidate.name) if s.kind in levels]
    return tuple(loose) or _divisions_around(candidate.name, levels)


def _divisions_around(name: str, levels: str) -> tuple[Sense, ...]:
    """The divisions named after the greatest town of that name ("Gomel Oblast" is the one around Gomel)."""
    towns = sorted((s for s in senses(name) if s.kind == "P"), key=lambda s: -s.population)
    codes = [".".join(town.admin.split(".")[: int(level) + 1]) for town in towns[:1] for level in levels]
    return tuple(found for code in codes if (found := division(code)) is not None)


# Weights of what speaks for a sense, in the scale of the logarithm of odds; tuned by hand on a third of LGL (see
# docs/decisions/0006): a tenfold population, being a country, a first-level division or a capital, an alias rather than
# the name, standing in the same division, country, or near the report's other places, and being said to lie in a place.
WEIGHTS = {
    "people": 0.6,
    "country": 4.0,
    "province": 3.5,
    "county": 0.0,
    "region": 4.0,
    "metropolis": 1.5,
    "capital": 1.0,
    "alias": -2.0,
    "same_province": 3.9,
    "same_country": 2.0,
    "near": 2.6,
    "stated": 6.0,
}
_METROPOLIS = 500_000
# Two places less than this apart in odds (3 to 4) are left open
_MARGIN = 0.3
_ROUNDS = 3
_NEAR_KM = 100.0

_KIND_WEIGHT = {"C": "country", "1": "province", "2": "county", "R": "region"}
_NEAR_DEGREES = 4.5  # of latitude: 500 km, beyond which nearness counts for nothing
_LEAST_SHARE = 0.05
Key = tuple[str, str]


class _Share(NamedTuple):
    """A sense that counts among the surroundings of others, with its share of its name, from 0 to 1."""

    key: Key
    sense: Sense
    country: str | None
    province: str
    lat: float
    share: float


def key_of(candidate: Candidate) -> Key:
    """What candidates of one name share: they have one sense in a report."""
    return fold(candidate.name), candidate.division


def choose(found: Sequence[Candidate]) -> dict[Key, Sense | None]:
    """The sense of each name among `found`, None where none is likelier than the next by a margin."""
    open_senses = {key_of(c): options(c) for c in found}
    stated = _stated(found)
    bases = {key: [_prior(s) + _said_to_lie_in(s, stated[key]) for s in some] for key, some in open_senses.items()}
    scores = bases
    for _ in range(_ROUNDS):
        likely = _likely(open_senses, scores)
        scores = {
            key: [b + _fit(s, key, likely, len(open_senses)) for s, b in zip(some, bases[key], strict=True)]
            for key, some in open_senses.items()
        }
    return {key: _best(open_senses[key], scores[key]) for key in open_senses}


def _likely(open_senses: Mapping[Key, Sequence[Sense]], scores: Mapping[Key, Sequence[float]]) -> list[_Share]:
    """The senses worth counting as the surroundings of others, each with its share of its name."""
    shares = ((key, zip(some, _softmax(scores[key]), strict=True)) for key, some in open_senses.items())
    return [
        _Share(key, sense, sense.country, sense.province, sense.lat, share)
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


def _prior(sense: Sense) -> float:
    base = WEIGHTS["people"] * math.log10(sense.population + 10)
    base += WEIGHTS[_KIND_WEIGHT[sense.kind]] if sense.kind in _KIND_WEIGHT else 0.0
    if sense.kind == "P" and sense.population >= _METROPOLIS and not sense.alias:
        base += WEIGHTS["metropolis"]
    if sense.geonames_id in capitals():
        base += WEIGHTS["capital"]
    return base + (WEIGHTS["alias"] if sense.alias else 0.0)


def _stated(found: Sequence[Candidate]) -> dict[Key, list[Sense]]:
    """For each name the places it is said to lie in: "Paris, Texas"; "the town of Borzna in Chernihiv Oblast"."""
    holders: dict[Key, list[Sense]] = defaultdict(list)
    for candidate, after in pairwise(found):
        if candidate.passage is not after.passage:
            continue
        doc = candidate.passage.doc
        between = doc[candidate.tokens.end : after.tokens.start].text.strip().casefold()
        if between in {",", "in", ", in", "(", ", in the", "in the"}:
            holders[key_of(candidate)].extend(s for s in options(after) if s.kind in "C12")
    return holders


def _said_to_lie_in(sense: Sense, holders: Iterable[Sense]) -> float:
    return WEIGHTS["stated"] if any(holder.holds(sense) for holder in holders) else 0.0


def _softmax(scores: Sequence[float]) -> list[float]:
    top = max(scores, default=0.0)
    odds = [math.exp(score - top) for score in scores]
    total = sum(odds)
    return [o / total for o in odds]


def _fit(sense: Sense, key: Key, likely: Sequence[_Share], names: int) -> float:
    """How well a sense suits the report's other places: shares of them in its division, in its country, near it."""
    province = country = near = 0.0
    own_country, own_province = sense.country, sense.province
    own_lat = sense.lat
    for other, rival, rival_country, rival_province, rival_lat, share in likely:
        if other == key:
            continue
        if rival_country == own_country:
            country += share
            if own_province and rival_province == own_province:
                province += share
        if -_NEAR_DEGREES < rival_lat - own_lat < _NEAR_DEGREES:
            near += share * math.exp(-distance(sense, rival) / _NEAR_KM)
    fit = WEIGHTS["same_province"] * province + WEIGHTS["same_country"] * country + WEIGHTS["near"] * near
    return fit / math.sqrt(names)
