from __future__ import annotations

import pytest

from sayso.link.centre import with_centres
from sayso.model import Bonds, SameClaim

CLAIM = frozenset("abc")


def linked(**scores: float) -> list[SameClaim]:
    """Links between statements called by one letter each."""
    return [SameClaim(a=pair[0], b=pair[1], score=score) for pair, score in scores.items()]


@pytest.mark.parametrize(
    ("links", "bonds", "sure"),
    [
        pytest.param(linked(ab=0.9, ac=0.9, bc=0.9), Bonds(), "abc", id="all alike"),
        pytest.param(linked(ab=1.0, ac=0.4, bc=0.4), Bonds(), "ab", id="one that only just belongs"),
        pytest.param(linked(ab=0.5, ac=0.5, bc=0.5), Bonds(), "", id="none surely belongs"),
        pytest.param(linked(ab=0.9), Bonds(), "", id="what no key brought together is hardly alike"),
        pytest.param(linked(ab=1.0, ac=0.4, bc=0.4), Bonds(bundle={"c": "x"}), "abc", id="what people put there"),
        pytest.param(linked(ab=1.0, ac=1.0, bc=1.0, cd=0.2), Bonds(), "abc", id="links that lead out tell nothing"),
    ],
)
def test_what_surely_belongs_to_a_claim(links: list[SameClaim], bonds: Bonds, sure: str) -> None:
    assert list(with_centres([CLAIM], links, bonds)) == [(CLAIM, frozenset(sure))]


def test_a_statement_alone_surely_belongs() -> None:
    assert list(with_centres([frozenset("a")], [])) == [(frozenset("a"), frozenset("a"))]
