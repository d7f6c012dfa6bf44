"""Blocking keys as whole numbers: what is shared, and in which window of time."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b

_WINDOW_BITS = 18  # windows of four days up to the year 2870
_SHARED_BITS = 45  # ten million different things share a number less than twice, and then a score tells them apart
UNDATED = 0
# Windows that no day is in, where what has a day and what has none are kept for each other.
DATED_ROOM, UNDATED_ROOM = (1 << _WINDOW_BITS) - 8, (1 << _WINDOW_BITS) - 16


def key(shared: str, day: int | None = None, width: int = 1) -> int:
    """The key of what is `shared` within the window of `width` days that `day` (an ordinal) is in.

    Keys of one thing in neighbouring windows follow each other, so that `around` needs to know only the key.
    """
    return (_number(shared) << _WINDOW_BITS) + (UNDATED if day is None else 2 + day // width)


def in_room(keys: Iterable[int], room: int) -> frozenset[int]:
    """`keys` in the window `room` in place of their own."""
    return frozenset((one >> _WINDOW_BITS << _WINDOW_BITS) + room for one in keys)


def around(keys: Iterable[int]) -> frozenset[int]:
    """The keys to ask for: `keys`, and those of the neighbouring windows."""
    return frozenset(near for one in keys for near in (one - 1, one, one + 1))


@lru_cache(maxsize=100_000)
def _number(shared: str) -> int:
    digest = blake2b(shared.encode("utf8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> (64 - _SHARED_BITS)
