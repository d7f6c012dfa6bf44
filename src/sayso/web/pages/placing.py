"""The places of claims, gathered, and how each is drawn: a town as a point, a country as its shape."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt

from sayso.extract.places.gazetteer import kind_of
from sayso.model import Appearance, Claim, Place
from sayso.web.pages.drawing import Group
from sayso.web.pages.projection import HEIGHT, WIDTH, project

SMALLEST, LARGEST = 5.0, 22.0  # pixels: the radius of a circle for one claim, and the most
_NARROWEST = 900.0  # units that are shown at least: a region and not only a town
_ROOM = 0.35  # of what is shown, free around the outermost places
_SHAPE = 1.6  # height of the first window to its width


class Extent(StrEnum):
    """How large a place is, and so how little is known of where in it something happened."""

    COUNTRY = "country"
    PROVINCE = "province"
    DISTRICT = "district"
    TOWN = "town"
    UNKNOWN = "unknown"


_EXTENTS = {"C": Extent.COUNTRY, "1": Extent.PROVINCE, "2": Extent.DISTRICT, "P": Extent.TOWN}


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place with its claims, and the statements that name it. `at` is where it is in the drawing, None where its
    position is not known; `radius` is in pixels, its square as the number of claims.
    """

    place: Place
    extent: Extent
    claims: tuple[Claim, ...]
    members: tuple[Appearance, ...]
    at: tuple[float, float] | None
    radius: float

    @property
    def sought(self) -> str:
        """What a filter must be told to find it."""
        return str(self.place.geonames_id or self.place.name)

    @property
    def contested(self) -> bool:
        """Whether some claim about it is contested."""
        return any(claim.contested for claim in self.claims)


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """The part of the drawing that is shown, in its units."""

    x: float
    y: float
    width: float
    height: float


def placed(groups: Iterable[Group]) -> tuple[Spot, ...]:
    """The places that the statements of claims name, those of most claims first."""
    found: dict[tuple[str, str], list[tuple[Claim, Appearance]]] = {}
    for group in groups:
        for member in group.members:
            if place := member.statement.place:
                found.setdefault(_same(place), []).append((group.claim, member))
    spots = (_spot(told) for told in found.values())
    return tuple(sorted(spots, key=lambda spot: (-len(spot.claims), spot.place.name, spot.sought)))


def _same(place: Place) -> tuple[str, str]:
    if place.geonames_id:
        return str(place.geonames_id), ""
    return place.name.casefold(), place.country or ""


def _spot(told: Sequence[tuple[Claim, Appearance]]) -> Spot:
    place = next(member.statement.place for _, member in told if member.statement.place)
    claims = {claim.id: claim for claim, _ in told}
    members = {member.statement.id: member for _, member in told}
    known = place.lat is not None and place.lon is not None
    return Spot(
        place=place,
        extent=extent(place),
        claims=tuple(claims.values()),
        members=tuple(members.values()),
        at=_rounded(project(place.lon or 0.0, place.lat or 0.0)) if known else None,
        radius=round(min(LARGEST, SMALLEST * sqrt(len(claims))), 1),
    )


def extent(place: Place) -> Extent:
    """How large a place is, as far as the gazetteer tells."""
    if place.geonames_id is None:
        return Extent.UNKNOWN
    try:
        return _EXTENTS.get(kind_of(place.geonames_id), Extent.UNKNOWN)
    except KeyError:
        return Extent.UNKNOWN


def _rounded(point: tuple[float, float]) -> tuple[float, float]:
    return round(point[0], 1), round(point[1], 1)


def window(spots: Iterable[Spot]) -> Window:
    """A window in which all of them lie, none smaller than a region; the whole world where there are none."""
    places = [spot.at for spot in spots if spot.at]
    if not places:
        return Window(x=0, y=0, width=WIDTH, height=HEIGHT)
    xs, ys = zip(*places, strict=True)
    width = max(_NARROWEST, (max(xs) - min(xs)) * (1 + 2 * _ROOM), (max(ys) - min(ys)) * (1 + 2 * _ROOM) * _SHAPE)
    width = min(float(WIDTH), width)
    height = width / _SHAPE
    across, down = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    return Window(x=round(across - width / 2), y=round(down - height / 2), width=round(width), height=round(height))
