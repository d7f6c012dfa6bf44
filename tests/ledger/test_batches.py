"""Many values in few questions."""

from __future__ import annotations

from itertools import chain

from hypothesis import given
from hypothesis import strategies as st

from sayso.ledger.batches import BATCH, batches


@given(st.sets(st.integers(), max_size=3 * BATCH))
def test_every_value_is_in_one_batch_in_order(values: set[int]) -> None:
    found = list(batches(values))
    assert list(chain.from_iterable(found)) == sorted(values)
    assert all(0 < len(part) <= BATCH for part in found)


def test_nothing_is_no_question() -> None:
    assert list(batches(())) == []
