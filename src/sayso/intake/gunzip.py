"""Gzip as a stream that may be cut: what stands before the damage is given, and the damage is told."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import IO

from sayso.intake.source import CHUNK, pieces_of

MAGIC = b"\x1f\x8b"
_GZIP_FORMAT = zlib.MAX_WBITS | 16


class Gunzip:
    """Unpacks the members of a gzip stream one after another (RFC 1952); iterating gives pieces of at most `CHUNK`.

    After the last piece, `damage` says what was wrong with the stream, or is None.
    """

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._inside = False  # between a member's first byte and its last
        self.damage: str | None = None

    def __iter__(self) -> Iterator[bytes]:
        """The unpacked pieces, up to the end or the damage."""
        try:
            yield from self._pieces()
        except zlib.error as error:
            self.damage = f"the gzip data is damaged ({error}); what stands before the damage was read"
            return
        if self._inside:
            self.damage = "the gzip data is cut off; what stands before the cut was read"

    def _pieces(self) -> Iterator[bytes]:
        member = zlib.decompressobj(_GZIP_FORMAT)
        for packed in pieces_of(self._stream):
            waiting = packed
            while waiting:
                self._inside = True
                yield member.decompress(waiting, CHUNK)  # bounded: a small file may unpack to any size
                waiting = member.unconsumed_tail
                if member.eof:
                    waiting = member.unused_data.lstrip(b"\0")  # some writers pad members with NULs
                    member = zlib.decompressobj(_GZIP_FORMAT)
                    self._inside = False
        if self._inside:
            yield member.flush()
