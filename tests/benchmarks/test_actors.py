"""The written cases of actors: that the mention in brackets is found, that kinds exist, that figures are counted."""

from __future__ import annotations

import pytest

from benchmarks.actors import FOLDER, figures, named
from benchmarks.cases.gold import HALVES
from benchmarks.floors import floors
from benchmarks.meaning.measure import Verdict
from sayso.model import ActorKind


def rows(name: str) -> list[list[str]]:
    lines = (FOLDER / f"{name}.tsv").read_text(encoding="utf8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")][1:]


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("[Maria Sandu] met Ilze Berzina.", "Maria Sandu"),
        ("Maria Sandu met [Ilze Berzina].", "Ilze Berzina"),
        ("Maria Sandu spoke. / [Sandu] left.", "Maria Sandu"),
    ],
)
def test_the_actor_in_brackets(marked: str, name: str) -> None:
    actor = named(marked)
    assert actor is not None
    assert actor.name == name


def test_the_cases_name_kinds_and_answers_that_exist() -> None:
    assert {row[1] for row in rows("kinds")} <= set(ActorKind)
    assert {row[3] for row in rows("same")} == {"same", "other"}
    assert len(rows("kinds")) + len(rows("same")) >= 80


def test_kinds_countries_and_pairs_are_counted_apart() -> None:
    told = [
        Verdict(kind=kind, half=half, wanted="x", found=found, words="")
        for half in HALVES
        for kind, found in (("person", "x"), ("country", "y"), ("pair: bodies", "x"), ("pair: bodies", "y"))
    ]
    found = figures(told)
    assert [found[f"open_{name}_right"] for name in ("kinds", "countries", "pairs")] == [100, 0, 50]
    assert set(found) == set(floors("actors"))
