"""The events of claims: that they can be read, and that nobody learns from them; how they are counted."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from benchmarks.cases.gold import HALVES
from benchmarks.floors import floors
from benchmarks.likeness import CASES, Pair, average_precision, ranking, read_events

GROUPS = Path(__file__).parents[2] / "training" / "meaning" / "groups"
TOLD = """## a bridge, Ruse

= the bridge is closed
the bridge is closed
nobody can cross
= a ship hit it
a ship hit the bridge
nobody can cross
"""


def test_a_statement_may_be_of_two_claims(tmp_path: Path) -> None:
    file = tmp_path / "told.txt"
    file.write_text(TOLD, encoding="utf8")
    (event,) = read_events(file)
    assert event.claims == ("the bridge is closed", "a ship hit it")
    assert event.statements == {
        "the bridge is closed": {0},
        "nobody can cross": {0, 1},
        "a ship hit the bridge": {1},
    }
    pairs = ranking([event], lambda told: np.eye(len(told)))
    assert {(a, b): same for _, same, a, b in pairs} == {
        ("the bridge is closed", "nobody can cross"): True,
        ("the bridge is closed", "a ship hit the bridge"): False,
        ("nobody can cross", "a ship hit the bridge"): True,
    }


@pytest.mark.parametrize(
    ("text", "line"),
    [
        pytest.param("the bridge is closed", 1, id="before any event"),
        pytest.param("## a bridge\nthe bridge is closed", 2, id="before any claim"),
    ],
)
def test_what_stands_under_no_claim_is_told_with_its_line(tmp_path: Path, text: str, line: int) -> None:
    file = tmp_path / "told.txt"
    file.write_text(text, encoding="utf8")
    with pytest.raises(ValueError, match=rf"told\.txt:{line}: 'the bridge"):
        read_events(file)


@pytest.mark.parametrize(
    ("same", "expected"),
    [
        pytest.param([True, True, False], 100, id="all of one claim first"),
        pytest.param([False, True], 50, id="one wrong before the only right one"),
        pytest.param([True, False, False, True], 75, id="half of four at the second right one"),
    ],
)
def test_precision_is_averaged_over_the_pairs_of_one_claim(same: list[bool], expected: float) -> None:
    ranked = [Pair(1 - place / 10, told, "a", "b") for place, told in enumerate(same)]
    assert average_precision(ranked) == pytest.approx(expected)


def test_no_statement_to_measure_on_was_learnt_from() -> None:
    learnt = {s for file in GROUPS.glob("*.txt") for event in read_events(file) for s in event.statements}
    measured = [s for half in HALVES for event in read_events(CASES / f"{half}.txt") for s in event.statements]
    assert len(learnt) > 10_000
    assert len(measured) == len(set(measured)) > 1_000
    assert not learnt & set(measured)


def test_each_half_has_a_floor() -> None:
    assert set(floors("likeness")) == set(HALVES)
