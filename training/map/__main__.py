"""The ground of the map, `world.svg`: `python -m training.map` makes it of Natural Earth's countries, with npm.

Natural Earth (https://www.naturalearthdata.com) is in the public domain. Its countries at 1:50 million come as TopoJSON
in the package world-atlas (ISC licence), which `package-lock.json` names by version and hash. Here their borders are
simplified, each border once, so that neighbours still meet; every country becomes a shape named by its code.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

from babel.core import get_global

from sayso.web.pages.projection import HEIGHT, WIDTH, project

HERE = Path(__file__).parent
GROUND = Path(__file__).parents[2] / "src/sayso/web/pages/static/world.svg"

TOLERANCE = 0.8  # units of the drawing that a border may be off
SMALLEST = 8.0  # square units: a smaller island is left out, unless it is all of its country
LEFT_OUT = ("AQ",)  # the drawing ends north of Antarctica
_HEAD = (
    "<!-- Countries at 1:50 million, simplified: Natural Earth (naturalearthdata.com), public domain, by way of "
    "world-atlas 2.0.2 (ISC). Made by python -m training.map. -->"
)

Point = tuple[float, float]
Line = Sequence[Point]


def main() -> None:
    """Install the package in a folder that is thrown away, and write the drawing."""
    with tempfile.TemporaryDirectory() as folder:
        for name in ("package.json", "package-lock.json"):
            shutil.copy(HERE / name, folder)
        npm = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]
        subprocess.run(npm, cwd=folder, check=True)  # noqa: S603 - no word of it comes from outside
        atlas = json.loads(Path(folder, "node_modules/world-atlas/countries-50m.json").read_text("utf8"))
    GROUND.write_text(drawing(atlas), "utf8")


def drawing(atlas: Mapping[str, Any]) -> str:
    """The countries of a TopoJSON topology as SVG shapes, by code."""
    arcs = [simplified([project(lon, lat) for lon, lat in arc]) for arc in _decoded(atlas)]
    shapes = sorted(_shapes(atlas["objects"]["countries"]["geometries"], arcs))
    told = "\n".join(f'<path id="{code}" d="{path}"/>' for code, path in shapes)
    size = f'viewBox="0 0 {WIDTH} {HEIGHT}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>\n{_HEAD}\n<g id="world">\n{told}\n</g>\n</svg>\n'


def _decoded(atlas: Mapping[str, Any]) -> Iterator[list[Point]]:
    """The arcs in degrees: in the file each point is a step from the one before, in whole units."""
    (across, up), (west, south) = atlas["transform"]["scale"], atlas["transform"]["translate"]
    for arc in atlas["arcs"]:
        xs, ys = (list(accumulate(axis)) for axis in zip(*arc, strict=True))
        yield [(west + across * x, south + up * y) for x, y in zip(xs, ys, strict=True)]


def simplified(line: Line) -> list[Point]:
    """The line without the points that lie less than `TOLERANCE` beside it (Douglas and Peucker, 1973)."""
    kept = {0, len(line) - 1}
    todo = [(0, len(line) - 1)]
    while todo:
        first, last = todo.pop()
        off, at = max(((_beside(line[i], line[first], line[last]), i) for i in range(first + 1, last)), default=(0, 0))
        if off > TOLERANCE:
            kept.add(at)
            todo += [(first, at), (at, last)]
    return [line[i] for i in sorted(kept)]


def _beside(point: Point, start: Point, end: Point) -> float:
    """How far a point is from the stretch between two others."""
    (x, y), (x1, y1), (x2, y2) = point, start, end
    length = (x2 - x1) ** 2 + (y2 - y1) ** 2
    part = 0.0 if length == 0 else max(0.0, min(1.0, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length))
    return float(((x - x1 - part * (x2 - x1)) ** 2 + (y - y1 - part * (y2 - y1)) ** 2) ** 0.5)


def _shapes(countries: Iterable[Mapping[str, Any]], arcs: Sequence[Line]) -> Iterator[tuple[str, str]]:
    codes = get_global("territory_aliases")  # by the numbers of ISO 3166-1, among others
    for number, country in enumerate(countries):
        (code,) = codes.get(country.get("id", ""), [f"x{number}"])  # without a code: drawn, never spoken of
        if code in LEFT_OUT:
            continue
        rings = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
        path = _path([part for polygon in rings for ring in polygon for part in _whole(_ring(ring, arcs))])
        if path:
            yield code, path


def _ring(parts: Iterable[int], arcs: Sequence[Line]) -> list[Point]:
    """A closed line: arcs one after the other, those with a negative number backwards."""
    out: list[Point] = []
    for part in parts:
        line = arcs[part] if part >= 0 else arcs[~part][::-1]
        out += line[1:] if out else line
    return out


def _whole(ring: Line) -> Iterator[Line]:
    """A ring that the edge of the drawing cuts, drawn whole at either edge; any other as it is."""
    steps = ((x2 - x1, y2 - y1) for (x1, y1), (x2, y2) in pairwise(ring))
    near = [(dx - WIDTH * round(dx / WIDTH), dy) for dx, dy in steps]
    line = list(accumulate(near, lambda at, step: (at[0] + step[0], at[1] + step[1]), initial=ring[0]))
    yield line
    across = [x for x, _ in line]
    if max(across) > WIDTH + 1 or min(across) < -1:
        back = WIDTH if max(across) > WIDTH + 1 else -WIDTH
        yield [(x - back, y) for x, y in line]


def _path(rings: Sequence[Line]) -> str:
    largest = max(map(_area, rings), default=0.0)
    return "".join(_closed(ring) for ring in rings if _area(ring) >= min(SMALLEST, largest))


def _area(ring: Line) -> float:
    pairs = zip(ring, (*ring[1:], ring[0]), strict=True)
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs)) / 2


def _closed(ring: Line) -> str:
    """A ring in whole units as SVG draws it, each point as a step from the one before."""
    points = [(round(x), round(y)) for x, y in ring]
    points = [point for i, point in enumerate(points) if i == 0 or point != points[i - 1]]
    (x, y), told = points[0], f"M{points[0][0]} {points[0][1]}l"
    for nx, ny in points[1:-1] if points[-1] == points[0] else points[1:]:
        told += f" {nx - x} {ny - y}"
        x, y = nx, ny
    return told.replace(" -", "-").replace("l ", "l") + "z" if len(points) > 2 else ""


if __name__ == "__main__":
    main()
