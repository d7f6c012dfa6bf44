"""A sketch tells how much two sets overlap, and stays the same for good: ledgers keep it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.link.minhash import minhash

WORDS = [f"word {number}".encode() for number in range(200)]
SETS = st.frozensets(st.binary(max_size=20), min_size=1)


@pytest.mark.parametrize(("shared", "expected"), [(200, 1.0), (100, 1 / 3), (150, 0.6), (0, 0.0)])
def test_two_sketches_agree_as_often_as_the_sets_overlap(shared: int, expected: float) -> None:
    others = [f"other {number}".encode() for number in range(200 - shared)]
    agreeing = float(np.mean(minhash(WORDS, 2000) == minhash(WORDS[:shared] + others, 2000)))
    assert agreeing == pytest.approx(expected, abs=0.04)


@given(SETS, SETS)
def test_the_sketch_of_a_union_is_the_least_of_both(one: frozenset[bytes], other: frozenset[bytes]) -> None:
    assert (minhash(one | other, 48) == np.minimum(minhash(one, 48), minhash(other, 48))).all()


def test_the_numbers_never_change() -> None:
    """As datasketch 2.0 gives them: a ledger's reports would not meet newer ones otherwise."""
    assert minhash([b"a b c d", b"b c d e"], 4).tolist() == [2356056271, 3416254105, 831283822, 3083813109]
