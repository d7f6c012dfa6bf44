"""A headline beside its own article: the drift is the headline's, whichever statement below it is pointed at."""

import msgspec
import pytest

from benchmarks.storylines.align import Aligned
from benchmarks.storylines.answers import Answer, ToldDrift
from benchmarks.storylines.counts import Count
from benchmarks.storylines.drifts import drifts
from benchmarks.storylines.gold import GoldDrift
from sayso.model import DriftKind
from tests.benchmarks.storylines.tiny import GOLD, A, wanted

HEADED = msgspec.structs.replace(
    GOLD,
    statement=(
        wanted("h", A, "Houses burned", claims=("fire",)),
        wanted("a1", A, "40 houses may have burned", claims=("fire",)),
        wanted("a2", A, "a fire may have been lit", claims=("fire",)),
        wanted("a3", A, "the road is open", claims=("road",)),
    ),
    drift=(GoldDrift(statement="h", from_="a1", kind=DriftKind.HEDGE_LOST),),
)
ALIGNED = Aligned(told={}, gold={name: name for name in ("h", "a1", "a2", "a3")})


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [
        pytest.param("a1", "h", Count(right=1, wanted=1, told=1), id="as annotated"),
        pytest.param("a2", "h", Count(right=1, wanted=1, told=1), id="from another statement of the claim"),
        pytest.param("a3", "h", Count(right=0, wanted=1, told=1), id="from another claim"),
        pytest.param("h", "a1", Count(right=0, wanted=1, told=1), id="the wrong way round"),
        pytest.param("a1", "a2", Count(right=0, wanted=1, told=1), id="in the article, not in its headline"),
        pytest.param("a1", "unmatched", Count(right=0, wanted=1, told=1), id="of what is no statement"),
    ],
)
def test_a_headline_over_its_own_article(earlier: str, later: str, expected: Count) -> None:
    answer = Answer(drifts=(ToldDrift(from_=earlier, to=later, kind="hedge_lost"),))
    assert drifts(HEADED, answer, ALIGNED)[0] == expected
