"""Blocking keys as whole numbers: what is shared, how much it tells, and in which window of time."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b

_WINDOW_BITS = 18  # windows of four days up to the year 2870
_SHARED_BITS = 45  # ten million different things share a number less than twice, and then a score tells them apart
_LEFT_OUT = 64 - _SHARED_BITS
UNDATED = 0
WINDOWS = (1 << _WINDOW_BITS) - 1  # the bits of a key that tell its window
SLIGHT = 1 << _WINDOW_BITS  # the bit that is set in a key which tells something only beside others

ENOUGH = 3  # slight keys that two reports must share to be looked at


def key(shared: str, day: int | None = None, width: int = 1, *, slight: bool = False) -> int:
    """The key of what is `shared` within the window of `width` days that `day` (an ordinal) is in.

    Keys of one thing in neighbouring windows follow each other, so that `around` needs to know only the key. A `slight`
    one brings two reports together only with others (`tell_enough`).
    """
    (number,) = keys((shared,), day, width, slight=slight)
    return number


def keys(shared: Iterable[str], day: int | None = None, width: int = 1, *, slight: bool = False) -> frozenset[int]:
    """The keys of several things that are shared, as `key` makes them."""
    window, mark = UNDATED if day is None else 2 + day // width, SLIGHT if slight else 0
    digests = (blake2b(one.encode("utf8", "surrogatepass"), digest_size=8).digest() for one in shared)
    numbers = (int.from_bytes(digest, "big") >> _LEFT_OUT << _WINDOW_BITS for digest in digests)
    return frozenset([number & ~SLIGHT | mark | window for number in numbers])


def tell_enough(shared: Iterable[int]) -> bool:
    """Whether two reports that share these keys are to be looked at: by one that tells enough, or by several slight
    ones.
    """
    known = tuple(shared)
    return any(not one & SLIGHT for one in known) or len({one & ~WINDOWS for one in known}) >= ENOUGH


def around(keys: Iterable[int]) -> frozenset[int]:
    """The keys to ask for: `keys`, and those of the neighbouring windows."""
    return frozenset(near for one in keys for near in (one - 1, one, one + 1))


def ranges(keys: Iterable[int]) -> frozenset[tuple[int, int]]:
    """The first and the last key of each range to ask for: `keys`, those of the neighbouring windows, and the same
    without a day; of a key without a day those of all windows.
    """
    return frozenset(one for found in keys for one in _ranges(found))


def _ranges(found: int) -> tuple[tuple[int, int], ...]:
    undated = found & ~WINDOWS
    if found == undated:
        return ((found, found | WINDOWS),)
    return ((found - 1, found + 1), (undated, undated))
