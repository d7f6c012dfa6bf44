"""Figures whose values are known: all right, nothing told, and each broken once."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from benchmarks.storylines.answers import Answer, ToldClaim, ToldDerivation, ToldDrift
from benchmarks.storylines.counts import Count, Figure
from benchmarks.storylines.gold import Half, storylines
from benchmarks.storylines.pages import page_of
from benchmarks.storylines.score import judge
from tests.benchmarks.storylines.tiny import GOLD, PAGES, A, B, perfect


def _judged(answer: Answer) -> dict[Figure, Count]:
    return dict(judge(GOLD, answer, PAGES).counts)


def _with(**parts: Any) -> Answer:
    return msgspec.structs.replace(perfect(), **parts)


def _statement(name: str, **fields: Any) -> Answer:
    told = perfect().statements
    return _with(statements=tuple(msgspec.structs.replace(s, **fields) if s.id == f"t-{name}" else s for s in told))


def _claims(*groups: str, **fields: Any) -> Answer:
    given = {"origins_min": 1, "origins_max": 2, "contested": False} | fields
    return _with(claims=tuple(ToldClaim(statements=tuple(f"t-{s}" for s in g.split()), **given) for g in groups))


def _drifts(*told: tuple[str, str, str]) -> Answer:
    return _with(drifts=tuple(ToldDrift(from_=f"t-{a}", to=f"t-{b}", kind=kind) for a, b, kind in told))


def test_what_gets_everything_right_has_all_of_every_figure_and_no_misses() -> None:
    judged = judge(GOLD, perfect(), PAGES)
    assert {figure: count.f1 for figure, count in judged.counts.items()} == dict.fromkeys(Figure, 100.0)
    assert judged.misses == ()


def test_who_says_nothing_has_nothing_of_any_figure() -> None:
    counts = _judged(Answer())
    of_found = {figure for figure, count in counts.items() if count.wanted == 0}
    assert {count.right for count in counts.values()} == {0}
    assert of_found == {
        Figure.CHAIN,
        Figure.ORIGIN_FOUND,
        Figure.CERTAINTY,
        Figure.POLARITY,
        Figure.REALIS,
        Figure.QUANTITIES,
        Figure.TIME,
        Figure.SAME_CLAIM_FOUND,
    }
    assert {counts[f].f1 for f in Figure if f not in of_found} == {0.0}


@pytest.mark.parametrize("half", Half)
def test_the_gold_of_every_storyline_scores_itself_perfectly(half: Half) -> None:
    for storyline in storylines(half):
        pages = {report.file: page_of(storyline.folder / report.file) for report in storyline.gold.report}
        judged = judge(storyline.gold, perfect(storyline.gold, pages), pages)
        assert judged.misses == (), storyline.key
        assert {count.f1 for count in judged.counts.values()} <= {100.0, None}


def _without(*ids: str) -> Answer:
    return _with(statements=tuple(s for s in perfect().statements if s.id.removeprefix("t-") not in ids))


def _drift_of_its_own() -> Answer:
    """One drift told in other statements of the same two reports and claim, and one that is of no claim."""
    return _drifts(("a1", "b1", "hedge_lost"), ("a1", "b1", "quantity_changed"), ("c1", "b1", "time_shifted"))


BROKEN: dict[str, tuple[Figure, Answer, Count]] = {
    "a statement not found": (Figure.STATEMENTS, _without("c1"), Count(right=6, wanted=7, told=6)),
    "a content of which less than half is right": (
        Figure.STATEMENTS,
        _statement("a1", words=("the fire service said",)),
        Count(right=6, wanted=7, told=7),
    ),
    "a content of which a word is missing is still found": (
        Figure.STATEMENTS,
        _statement("a1", words=("40 houses may have burned on Monday",)),
        Count(right=7, wanted=7, told=7),
    ),
    "the same words in another place are another statement": (
        Figure.STATEMENTS,
        _statement("b2", report=A),
        Count(right=6, wanted=7, told=7),
    ),
    "the wrong origin": (Figure.ORIGIN, _statement("a1", chain=("police",)), Count(right=6, wanted=7, told=7)),
    "no origin where there is one": (Figure.ORIGIN, _statement("a1", chain=()), Count(right=6, wanted=7, told=7)),
    "nothing told of the chain": (Figure.ORIGIN, _statement("c1", chain=None), Count(right=6, wanted=7, told=7)),
    "an origin not found is not right": (Figure.ORIGIN, _without("a1"), Count(right=6, wanted=7, told=7)),
    "an article and a role before a name are no other origin": (
        Figure.ORIGIN,
        _statement("a1", chain=("the Fire Service",)),
        Count(right=7, wanted=7, told=7),
    ),
    "a chain with a link too many": (
        Figure.CHAIN,
        _statement("a1", chain=("fire service", "agency")),
        Count(right=6, wanted=7, told=7),
    ),
    "a link too many leaves the origin right": (
        Figure.ORIGIN_FOUND,
        _statement("a1", chain=("fire service", "agency")),
        Count(right=7, wanted=7, told=7),
    ),
    "certainty": (Figure.CERTAINTY, _statement("a1", certainty="certain"), Count(right=6, wanted=7, told=7)),
    "polarity": (Figure.POLARITY, _statement("b3", polarity="positive"), Count(right=6, wanted=7, told=7)),
    "realis": (Figure.REALIS, _statement("c1", realis="planned"), Count(right=6, wanted=7, told=7)),
    "a bound lost": (Figure.QUANTITIES, _statement("a1", quantities=((40, 40),)), Count(right=1, wanted=2, told=2)),
    "a number too many": (
        Figure.QUANTITIES,
        _statement("b1", quantities=((40, 40), (1, 1))),
        Count(right=2, wanted=2, told=3),
    ),
    "another day": (Figure.TIME, _statement("a1", time="2024-03-05"), Count(right=0, wanted=1, told=1)),
    "an hour of the day is that day": (
        Figure.TIME,
        _statement("a1", time="2024-03-04T17:20"),
        Count(right=1, wanted=1, told=1),
    ),
    "a time where none is told": (Figure.TIME, _statement("c1", time="2024-03-05"), Count(right=1, wanted=1, told=2)),
    "a claim in two halves": (
        Figure.SAME_CLAIM,
        _claims("a1 b1 b3", "a2 b2", "c2"),
        Count(right=4, wanted=6, told=4),
    ),
    "two claims in one": (
        Figure.SAME_CLAIM,
        _claims("a1 b1 b3 c1", "a2 b2 c2"),
        Count(right=6, wanted=6, told=9),
    ),
    "pairs of two reports only": (
        Figure.SAME_CLAIM_ACROSS,
        _claims("b1 b3", "a2 b2 c2"),
        Count(right=3, wanted=5, told=3),
    ),
    "a statement not found has lost its pairs": (Figure.SAME_CLAIM, _without("c2"), Count(right=4, wanted=6, told=4)),
    "but not those of what was found": (Figure.SAME_CLAIM_FOUND, _without("c2"), Count(right=4, wanted=4, told=4)),
    "a derivation the wrong way round": (
        Figure.DERIVATIONS,
        _with(derivations=(ToldDerivation(report=A, from_=B, kind="copies"),)),
        Count(right=0, wanted=1, told=1),
    ),
    "a derivation of a kind that is not right": (
        Figure.DERIVATION_KINDS,
        _with(derivations=(ToldDerivation(report=B, from_=A, kind="copies"),)),
        Count(right=0, wanted=1, told=1),
    ),
    "the second of two right kinds": (
        Figure.DERIVATION_KINDS,
        _with(derivations=(ToldDerivation(report=B, from_=A, kind="paraphrases"),)),
        Count(right=1, wanted=1, told=1),
    ),
    "a derivation told in two kinds is one": (
        Figure.DERIVATIONS,
        _with(derivations=tuple(ToldDerivation(report=B, from_=A, kind=k) for k in ("copies", "cites"))),
        Count(right=1, wanted=1, told=1),
    ),
    "no drift found": (Figure.DRIFTS, _drifts(), Count(right=0, wanted=2, told=0)),
    "one of another kind": (
        Figure.DRIFTS,
        _drifts(("a1", "b1", "hedge_lost"), ("a1", "b1", "time_shifted")),
        Count(right=1, wanted=2, told=2),
    ),
    "one of what is another claim": (Figure.DRIFTS, _drift_of_its_own(), Count(right=2, wanted=2, told=3)),
    "another statement of the same report and claim will do, and counts once": (
        Figure.DRIFTS,
        _drifts(("a1", "b1", "hedge_lost"), ("a1", "b3", "hedge_lost")),
        Count(right=1, wanted=2, told=1),
    ),
    "one the wrong way round": (Figure.DRIFTS, _drifts(("b1", "a1", "hedge_lost")), Count(right=0, wanted=2, told=1)),
    "too many origins": (
        Figure.ORIGINS_MIN,
        _claims("a1 b1 b3", "a2 b2 c2", origins_min=2, origins_max=3),
        Count(right=0, wanted=2, told=2),
    ),
    "a range that does not hold the truth": (
        Figure.ORIGINS_RANGE,
        _claims("a1 b1 b3", "a2 b2 c2", origins_min=2, origins_max=3),
        Count(right=0, wanted=2, told=2),
    ),
    "a range that ends before the truth": (
        Figure.ORIGINS_RANGE,
        _claims("a1 b1 b3", "a2 b2 c2", origins_min=0, origins_max=0),
        Count(right=0, wanted=2, told=2),
    ),
    "a claim not found has no origins": (Figure.ORIGINS_MIN, _claims("a1 b1 b3"), Count(right=1, wanted=2, told=2)),
    "a wider range that holds it": (
        Figure.ORIGINS_RANGE,
        _claims("a1 b1 b3", "a2 b2 c2", origins_min=0, origins_max=9),
        Count(right=2, wanted=2, told=2),
    ),
    "a denial not noticed": (
        Figure.CONTESTED,
        _claims("a1 b1 b3", "a2 b2 c2"),
        Count(right=1, wanted=2, told=2),
    ),
    "contested where nobody denies": (
        Figure.CONTESTED_FOUND,
        _claims("a1 b1 b3", "a2 b2 c2", contested=True),
        Count(right=1, wanted=1, told=2),
    ),
    "the claim that is asked holds most of the statements": (
        Figure.CONTESTED,
        _with(
            claims=(
                ToldClaim(statements=("t-a1",), contested=False),
                ToldClaim(statements=("t-b1", "t-b3"), contested=True),
                ToldClaim(statements=("t-a2", "t-b2", "t-c2"), contested=False),
            )
        ),
        Count(right=2, wanted=2, told=2),
    ),
}


@pytest.mark.parametrize(("figure", "answer", "expected"), BROKEN.values(), ids=BROKEN.keys())
def test_one_thing_changed(figure: Figure, answer: Answer, expected: Count) -> None:
    assert _judged(answer)[figure] == expected


@pytest.mark.parametrize(
    ("answer", "miss"),
    [
        pytest.param(_without("c1"), "not found: c1 'A school in Kemi has closed'", id="a statement"),
        pytest.param(
            _statement("a1", certainty="certain"), "certainty, of those found: possible, not certain", id="a value"
        ),
        pytest.param(_claims("a1 b1 b3"), "no claim: claim road (The road is open)", id="a claim"),
        pytest.param(
            _claims("a1 b1", "a2 b2 c2"), "in 2 parts: claim fire (Houses burned): a1 b1 | b3", id="a claim in parts"
        ),
        pytest.param(
            _claims("a2 b2 c2 b3"), "wrongly joined: a2 'The road is open' | b3 'any fire'", id="a wrong join"
        ),
        pytest.param(_with(derivations=()), f"derivation not found: {B} from {A}", id="a derivation"),
        pytest.param(_drifts(), "drift not found: hedge_lost a1 'Up to 40", id="a drift"),
    ],
)
def test_what_was_wrong_is_listed(answer: Answer, miss: str) -> None:
    assert [line for line in judge(GOLD, answer, PAGES).misses if line.startswith(miss)]
