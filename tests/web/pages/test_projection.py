"""From degrees to the drawing of the world."""

from __future__ import annotations

import re
from math import atan, degrees, log, pi, radians, sinh, tan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.web.pages.projection import HEIGHT, NORTH, SOUTH, WIDTH, project
from sayso.web.pages.templates import STATIC

GROUND = (STATIC / "world.svg").read_text("utf8")


@given(st.floats(-180, 180), st.floats(SOUTH, NORTH))
def test_a_place_leads_back_to_its_degrees(lon: float, lat: float) -> None:
    x, y = project(lon, lat)
    assert 0 <= x <= WIDTH
    assert -1 <= y <= HEIGHT + 1
    unit = WIDTH / (2 * pi)
    north = 1.25 * log(tan(pi / 4 + 0.4 * radians(NORTH))) - y / unit
    # Miller's inverse
    assert (x * 360 / WIDTH - 180, degrees(1.25 * atan(sinh(0.8 * north)))) == pytest.approx((lon, lat), abs=1e-6)


def test_north_is_up_and_east_is_right() -> None:
    assert project(10, 50)[1] > project(10, 60)[1]
    assert project(20, 50)[0] > project(10, 50)[0]


@pytest.mark.parametrize(
    ("code", "lon", "lat"), [("NO", 10.0, 62.0), ("LT", 24.0, 55.3), ("BR", -52.0, -10.0), ("NZ", 172.5, -43.0)]
)
def test_a_country_stands_where_it_is(code: str, lon: float, lat: float) -> None:
    found = re.search(f'<path id="{code}" d="([^"]+)"', GROUND)
    assert found
    assert _holds(found[1], project(lon, lat))


def test_the_ground_is_small_and_harmless() -> None:
    assert len(re.findall("<path ", GROUND)) > 230
    assert not re.search("<script|href|onload|<style", GROUND)


def _holds(path: str, point: tuple[float, float]) -> bool:
    """Whether a point lies within the rings of a path, by the crossings of a line to the right."""
    inside = False
    for ring in path.split("z")[:-1]:
        start, steps = ring.removeprefix("M").split("l")
        x, y = map(int, start.split())
        numbers = [int(n) for n in re.findall(r"-?\d+", steps)]
        points = [(x, y)]
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            points.append((points[-1][0] + dx, points[-1][1] + dy))
        for (x1, y1), (x2, y2) in zip(points, (*points[1:], points[0]), strict=True):
            if (y1 > point[1]) != (y2 > point[1]) and point[0] < (x2 - x1) * (point[1] - y1) / (y2 - y1) + x1:
                inside = not inside
    return inside
