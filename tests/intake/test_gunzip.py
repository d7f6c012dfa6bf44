from __future__ import annotations

import gzip
import io

from hypothesis import given
from hypothesis import strategies as st

from sayso.intake.gunzip import Gunzip
from sayso.intake.source import CHUNK


@given(st.lists(st.binary(max_size=2000), min_size=1, max_size=4))
def test_members_follow_each_other(parts: list[bytes]) -> None:
    packed = Gunzip(io.BytesIO(b"".join(gzip.compress(part) for part in parts) + b"\0\0"))
    assert b"".join(packed) == b"".join(parts)
    assert packed.damage is None


@given(st.binary(min_size=1, max_size=2000), st.integers(1, 30))
def test_a_cut_is_told(data: bytes, cut: int) -> None:
    whole = gzip.compress(data)
    packed = Gunzip(io.BytesIO(whole[: max(1, len(whole) - cut)]))
    assert data.startswith(b"".join(packed))
    assert packed.damage is not None


def test_pieces_are_small_whatever_they_unpack_to() -> None:
    packed = Gunzip(io.BytesIO(gzip.compress(bytes(50_000_000))))
    assert max(len(piece) for piece, _ in zip(packed, range(50), strict=False)) <= CHUNK


def test_damage_after_a_good_beginning() -> None:
    packed = Gunzip(io.BytesIO(gzip.compress(b"good") + b"\x1f\x8bbad"))
    assert b"".join(packed) == b"good"
    assert "damaged" in (packed.damage or "")
