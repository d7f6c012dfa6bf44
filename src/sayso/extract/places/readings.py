"""What a place name may stand for by itself, each with how likely that is before the rest of a report is looked at."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from sayso import resources
from sayso.extract.places.gazetteer import Sense, capitals, division, senses

# Weights of what speaks for a sense, in the scale of the logarithm of odds; tuned by hand on a third of LGL (see
# docs/decisions/0006): a tenfold population, being a country, a first-level division, a county, a region or a capital,
# being a city of half a million, an alias rather than the name, and being said to be a division.
WEIGHTS = {
    "people": 0.6,
    "country": 4.0,
    "province": 3.5,
    "county": 0.0,
    "region": 4.0,
    "metropolis": 1.5,
    "capital": 1.0,
    "alias": -2.0,
    "told": 3.0,
}
_KIND_WEIGHT = {"C": "country", "2": "county", "R": "region"}
# Decimal powers of people between which a first-level division grows known abroad by its bare name: not at all, as well
# as a state of the US
_UNKNOWN, _KNOWN = 4.5, 6.0
_METROPOLIS = 500_000
# A division is named after a town in which at least this share of its people live: Plovdiv the province after Plovdiv
# the town, but not Québec after Québec City, nor Iowa after any Iowa
_SEAT_SHARE = 0.1
_BESIDE_KM = 100.0  # a district around a town that is a district of its own ("Klaipėda District")
_EARTH_KM = 6371.0
TOWN = "P"


class Reading(NamedTuple):
    """A sense of a name, with what speaks for it by itself as a logarithm of odds."""

    sense: Sense
    prior: float


@cache
def division_words() -> dict[str, str]:
    """Words for administrative divisions with the levels each may stand for."""
    return dict(resources.rows("gazetteer/division_words.tsv"))


def distance(a: Sense, b: Sense) -> float:
    """Kilometres between two places on a sphere."""
    lat_a, lat_b, turn = math.radians(a.lat), math.radians(b.lat), math.radians(a.lon - b.lon)
    cosine = math.sin(lat_a) * math.sin(lat_b) + math.cos(lat_a) * math.cos(lat_b) * math.cos(turn)
    return _EARTH_KM * math.acos(max(-1.0, min(1.0, cosine)))


@lru_cache(maxsize=20_000)
def readings(name: str, kind: str = "") -> tuple[Reading, ...]:
    """The senses that `name` leaves open; `kind` is a word for divisions said with it ("oblast"), or `TOWN` where it is
    said to be a town.

    A bare name that a division has from its chief town is the town's: what is in Ruse is in the town, unless somebody
    says that the province is meant. The town is then as well known as the two together.
    """
    known = senses(name)
    if kind == TOWN:
        return tuple(reading for reading in _towns_first(known) if reading.sense.kind == TOWN)
    named = _of_levels(senses(f"{name} {kind}"), kind) if kind else ()
    if named:
        return tuple(Reading(sense, prior(sense)) for sense in named)
    told = _divisions(name, kind) if kind else ()
    rest = tuple(reading for reading in _towns_first(known) if reading.sense not in told)
    return rest + tuple(Reading(sense, prior(sense) + WEIGHTS["told"]) for sense in told)


def _towns_first(known: Sequence[Sense]) -> tuple[Reading, ...]:
    towns = [sense for sense in known if sense.kind == TOWN and not sense.alias]
    named_after = {part: town for part in known if part.kind in "12" and (town := _seat(part, towns)) is not None}
    shared: dict[Sense, float] = {}
    for part, town in named_after.items():
        shared[town] = max(shared.get(town, 0.0), prior(part))
    return tuple(
        Reading(sense, max(prior(sense), shared.get(sense, 0.0))) for sense in known if sense not in named_after
    )


def _seat(part: Sense, towns: Sequence[Sense]) -> Sense | None:
    """The town that a division has its name from, if it is in it or beside it."""
    seats = [
        town
        for town in towns
        if town.country == part.country
        and town.population >= _SEAT_SHARE * part.population
        and (part.holds(town) or town.geonames_id in capitals() or distance(part, town) < _BESIDE_KM)
    ]
    return max(seats, key=lambda town: (town.population, town.geonames_id or 0), default=None)


def _of_levels(known: Sequence[Sense], word: str) -> tuple[Sense, ...]:
    return tuple(sense for sense in known if sense.kind in division_words()[word])


def _divisions(name: str, word: str) -> tuple[Sense, ...]:
    """The divisions that are called `name` without the `word`, else those around the town of that name."""
    return _of_levels(senses(name), word) or _divisions_around(name, division_words()[word])


def _divisions_around(name: str, levels: str) -> tuple[Sense, ...]:
    """The divisions named after the greatest town of that name ("Gomel Oblast" is the one around Gomel)."""
    towns = sorted((s for s in senses(name) if s.kind == TOWN), key=lambda s: (-s.population, s.geonames_id or 0))
    codes = [".".join(town.admin.split(".")[: int(level) + 1]) for town in towns[:1] for level in levels]
    return tuple(found for code in codes if (found := division(code)) is not None)


@lru_cache(maxsize=20_000)
def prior(sense: Sense) -> float:
    """What speaks for a sense by itself: how many people live there, and what it is."""
    size = math.log10(sense.population + 10)
    base = WEIGHTS["people"] * size
    if sense.kind == "1":
        base += WEIGHTS["province"] * max(0.0, min(1.0, (size - _UNKNOWN) / (_KNOWN - _UNKNOWN)))
    base += WEIGHTS[_KIND_WEIGHT[sense.kind]] if sense.kind in _KIND_WEIGHT else 0.0
    if sense.kind == TOWN and sense.population >= _METROPOLIS and not sense.alias:
        base += WEIGHTS["metropolis"]
    if sense.geonames_id in capitals():
        base += WEIGHTS["capital"]
    return base + (WEIGHTS["alias"] if sense.alias else 0.0)
