"""Place names of the world and what they may stand for, from two sorted tables that ship with the package.

The tables are made by `training/gazetteer/build.py` from GeoNames (CC BY 4.0). They are searched as they are, bytes in
memory: loading takes 0.2 s and 26 MB, where a dictionary of the same names takes seconds and some 300 MB.
"""

from __future__ import annotations

import gzip
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache, lru_cache

from sayso import resources
from sayso.extract.places.names import fold

_FOLDER = "gazetteer"
_NAMES, _PLACES = "names.tsv.gz", "places.tsv.gz"
_BLOCK = 2_000  # bytes of a table that are searched without more ado


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """One place a name may stand for.

    `kind` is C for a country, 1 or 2 for an administrative division of that level, P for a populated place, R for a
    region or a water. `admin` is the code of the deepest division it lies in, or is ("US.KY.125"): its first part is
    the country. `alias` tells that the name is not its first one in GeoNames. `geonames_id` is None for regions.
    """

    geonames_id: int | None
    name: str
    kind: str
    admin: str
    lat: float
    lon: float
    population: int
    alias: bool = False

    @property
    def country(self) -> str | None:
        """ISO 3166-1 alpha-2, None for what lies in several countries."""
        return self.admin.partition(".")[0] or None

    @property
    def province(self) -> str:
        """The code of the first-level division it lies in, empty for a country or a region."""
        return ".".join(self.admin.split(".")[:2]) if "." in self.admin else ""

    def holds(self, other: Sense) -> bool:
        """Whether `other` lies in this country or division."""
        below = other.kind == "P" or len(other.admin) > len(self.admin)
        return self.kind in "C12" and below and (other.admin + ".").startswith(self.admin + ".")


@cache
def _table(name: str) -> bytes:
    return gzip.decompress(resources.data(f"{_FOLDER}/{name}"))


@cache
def capitals() -> frozenset[int]:
    """The ids of the capitals of countries."""
    return frozenset(int(number) for (number,) in resources.rows(f"{_FOLDER}/capitals.txt"))


@cache
def _special() -> dict[str, tuple[str, ...]]:
    """Names whose spelling counts, letter for letter, and regions: the rows of special.tsv."""
    return {name: tuple(rest) for name, *rest in resources.rows(f"{_FOLDER}/special.tsv")}


@cache
def _blocks(name: str) -> tuple[list[bytes], list[int]]:
    """The first key of every block of a table, and where the blocks begin."""
    table = _table(name)
    starts = [0, *(table.find(b"\n", at) + 1 for at in range(_BLOCK, len(table) - _BLOCK, _BLOCK))]
    return [table[start : table.index(b"\t", start)] for start in starts], [*starts, len(table)]


def _line(name: str, key: bytes) -> bytes | None:
    """The rest of the line of a sorted table that begins with `key` and a tab."""
    table, (keys, starts) = _table(name), _blocks(name)
    block = bisect_right(keys, key) - 1
    if block < 0:
        return None
    # the line break before a block's first line belongs to the block before
    at = table.find(b"\n" + key + b"\t", max(0, starts[block] - 1), starts[block + 1])
    if at < 0 and not table.startswith(key + b"\t"):
        return None
    begin = at + len(key) + 2
    return table[begin : table.index(b"\n", begin)]


def _sense(number: str, *, alias: bool = False) -> Sense:
    line = _line(_PLACES, f"{int(number):08d}".encode())
    if line is None:
        raise KeyError(number)
    name, kind, admin, lat, lon, population = line.decode().split("\t")
    return Sense(
        geonames_id=int(number),
        name=name,
        kind=kind,
        admin=admin,
        lat=float(lat),
        lon=float(lon),
        population=int(population),
        alias=alias,
    )


def _region(name: str, lat: str, lon: str, country: str) -> Sense:
    place = (float(lat), float(lon))
    return Sense(geonames_id=None, name=name, kind="R", admin=country, lat=place[0], lon=place[1], population=0)


@lru_cache(maxsize=20_000)
def senses(name: str) -> tuple[Sense, ...]:
    """What `name` may stand for, in no order of likelihood; empty where the gazetteer does not know it."""
    table = _special()
    special = table.get(name) or table.get(name + ".") or ()  # a sentence's full stop may be the abbreviation's
    if len(special) == 1:
        return (_sense(special[0]),)
    regions = (_region(name, *special),) if special else ()
    line = _line(_NAMES, fold(name).encode("utf8", "replace"))
    numbers = () if line is None else line.decode().split(" ")
    return regions + tuple(_sense(number.lstrip("~"), alias=number.startswith("~")) for number in numbers)


@lru_cache(maxsize=2_000)
def division(code: str) -> Sense | None:
    """The administrative division with this code ("UA.08", "US.KY.125"), None where the tables have none."""
    line = _line(_NAMES, f"={code}".encode())
    return None if line is None else _sense(line.decode().split(" ")[0])


@lru_cache(maxsize=2_000)
def kind_of(geonames_id: int) -> str:
    """The kind of the place with this id, as in `Sense`; raises KeyError where the tables have none."""
    return _sense(str(geonames_id)).kind
