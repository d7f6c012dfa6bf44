"""Figures beside the floors below which a change is refused: `gate/NAME.toml` has those of one measurement."""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path

HERE = Path(__file__).parent / "gate"

Figures = Mapping[str, float]  # in percent, by name


def floors(name: str) -> Figures:
    """The floors of a measurement."""
    loaded: dict[str, float] = tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf8"))
    return loaded


def too_low(figures: Figures, least: Figures) -> list[str]:
    """The figures that are below their floors, by name; to a tenth, as they are shown and as floors are written."""
    return [name for name, figure in figures.items() if round(figure, 1) < least[name]]


def beside(figures: Figures, least: Figures) -> list[str]:
    """A line for people for each figure."""
    low = too_low(figures, least)
    return [
        f"{name:20} {figure:5.1f}  floor {least[name]:5.1f}{'  TOO LOW' if name in low else ''}"
        for name, figure in figures.items()
    ]


def refuse(low: Iterable[str]) -> None:
    """Exit with 1 where a figure is too low."""
    if told := ", ".join(low):
        sys.exit(f"too low: {told}")
