"""The keys of all reports joined at once: the same pairs as looking up one after the other."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sayso.link.keys import around, key, ranges, tell_enough
from sayso.link.whole import coded, decoded, keyed, meeting, once, sharing

OWNERS = st.dictionaries(st.integers(0, 12), st.frozensets(st.integers(0, 40), max_size=6), max_size=8)


@given(asked=OWNERS, kept=OWNERS, at_once=st.integers(1, 30))
def test_those_meet_of_whom_one_asks_for_a_key_of_the_other(
    asked: dict[int, frozenset[int]], kept: dict[int, frozenset[int]], at_once: int
) -> None:
    expected = {(min(a, b), max(a, b)) for a in asked for b in kept if a != b and around(asked[a]) & kept[b]}
    found = once(meeting(keyed(asked.items()), keyed(kept.items()), at_once)).tolist()
    assert found == sorted(map(list, expected))


KEYS = st.builds(
    lambda shared, day, slight: key(shared, day, 14, slight=slight),
    shared=st.sampled_from("abcd"),
    day=st.sampled_from([None, 700_000, 700_014, 700_028]),
    slight=st.sampled_from([True, True, True, False]),
)
SHARED = st.dictionaries(st.integers(0, 12), st.frozensets(KEYS, max_size=6), max_size=8)


def in_one_window(found: frozenset[int]) -> frozenset[int]:
    """A report has a thing once: the first window of each."""
    return frozenset({one >> 18: one for one in sorted(found)}.values())


@given(asked=SHARED, kept=SHARED, at_once=st.integers(1, 30))
def test_those_meet_who_share_enough(
    asked: dict[int, frozenset[int]], kept: dict[int, frozenset[int]], at_once: int
) -> None:
    asks = {one: in_one_window(found) for one, found in asked.items()}
    keeps = {one: in_one_window(found) for one, found in kept.items()}
    expected = {
        (min(a, b), max(a, b))
        for a in asks
        for b in keeps
        if a != b and tell_enough(k for k in keeps[b] if any(low <= k <= high for low, high in ranges(asks[a])))
    }
    found = once(sharing(keyed(asks.items()), keyed(keeps.items()), at_once)).tolist()
    assert found == sorted(map(list, expected))


def test_a_pair_as_one_number_is_the_pair_again() -> None:
    pairs = np.array([[5, 2**31 - 1], [0, 7]])
    assert decoded(coded(pairs)).tolist() == pairs.tolist()
    assert once([]).shape == (0, 2)
