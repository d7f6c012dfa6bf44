"""Figures beside their floors."""

from __future__ import annotations

import pytest

from benchmarks.floors import HERE, beside, floors, refuse, too_low


def test_a_figure_is_compared_as_it_is_shown() -> None:
    least = {"a": 50.0, "b": 50.0, "c": 50.0}
    figures = {"a": 49.96, "b": 49.94, "c": 50.0}
    assert too_low(figures, least) == ["b"]
    assert [line.endswith("TOO LOW") for line in beside(figures, least)] == [False, True, False]


@pytest.mark.parametrize("name", sorted(file.stem for file in HERE.glob("*.toml")))
def test_floors_are_percents(name: str) -> None:
    assert floors(name)
    assert all(0 <= floor <= 100 for floor in floors(name).values())


def test_only_what_is_too_low_is_refused() -> None:
    refuse([])
    with pytest.raises(SystemExit, match="too low: a, b"):
        refuse(["a", "b"])
