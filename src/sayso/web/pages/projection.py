"""From degrees to places in the drawing of the world: Miller's cylindrical projection (O. M. Miller, 1942).

It keeps north up and shapes nearly true as far north as people live, whatever part of the world is looked at.
"""

from __future__ import annotations

from math import log, pi, radians, tan

WIDTH = 14400  # units of the drawing: forty to a degree of longitude
NORTH, SOUTH = 84.0, -60.0  # degrees: where the drawing ends

_UNIT = WIDTH / (2 * pi)


def _northing(lat: float) -> float:
    return 1.25 * log(tan(pi / 4 + 0.4 * radians(max(SOUTH, min(NORTH, lat))))) * _UNIT


_TOP = _northing(NORTH)
HEIGHT = round(_TOP - _northing(SOUTH))


def project(lon: float, lat: float) -> tuple[float, float]:
    """The place of a point given in degrees (WGS 84): right of, and down from, the upper left corner."""
    return (lon + 180) * WIDTH / 360, _TOP - _northing(lat)
