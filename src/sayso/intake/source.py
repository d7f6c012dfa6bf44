"""What a reader is given: one input as a stream of bytes, its first bytes already looked at."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import IO, TypeAlias

from sayso.model import Drop, DropReason, Judgement, KeptReadings, Report

LIMIT = 20_000_000  # bytes a report may have; the largest news page of the measured set has 1.3 million
HEAD = 65_536  # bytes looked at before a reader is chosen: a page's declaration of its charset stands in the first few
CHUNK = 65_536


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One input. `uri` is the path or URL as given; `stream` gives its bytes from the first, `head` is a copy of the
    first `HEAD` of them; `size` is their number where it is known before reading; `charset` and `media_type` are what
    an HTTP header says.
    """

    uri: str
    stream: IO[bytes]
    head: bytes
    size: int | None = None
    charset: str | None = None
    media_type: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """A report of an exported ledger: nothing is to be found out about it again."""

    report: Report


Item: TypeAlias = Report | Exported | KeptReadings | Judgement | Drop
"""What an input gives."""

Reader: TypeAlias = Callable[[Source, int], Iterator[Item]]
"""Reads the reports of one input form; the second argument is the most bytes that one report may have."""


class Chunks(io.RawIOBase):
    """Pieces of bytes as a stream, so that nothing but the piece in hand is in memory."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._pieces = iter(pieces)
        self._rest = memoryview(b"")

    def readable(self) -> bool:
        """Always true: this stream is for reading."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override] # typeshed names any buffer
        """Fill `buffer` from the piece in hand; 0 at the end."""
        while not self._rest:
            piece = next(self._pieces, None)
            if piece is None:
                return 0
            self._rest = memoryview(piece)
        count = min(len(buffer), len(self._rest))
        buffer[:count] = self._rest[:count]
        self._rest = self._rest[count:]
        return count


def stream_of(pieces: Iterable[bytes]) -> IO[bytes]:
    """`pieces` as one buffered stream."""
    return io.BufferedReader(Chunks(pieces), CHUNK)


def pieces_of(stream: IO[bytes], chunk: int = CHUNK) -> Iterator[bytes]:
    """The bytes of `stream`, piece by piece."""
    return iter(lambda: stream.read(chunk), b"")


def looked_at(source: Source) -> Source:
    """`source` with its `head` taken from the stream, which still gives every byte."""
    head = source.stream.read(HEAD)

    def again() -> Iterator[bytes]:
        yield head
        yield from pieces_of(source.stream)

    return replace(source, head=head, stream=stream_of(again()))


def taken(source: Source, limit: int) -> bytes | Drop:
    """All bytes of a source that is one report; a drop where there are none, or more than `limit`.

    The size is looked at before anything is read, and no more than `limit` bytes and one are ever in memory.
    """
    data = b"" if source.size is not None and source.size > limit else source.stream.read(limit + 1)
    if len(data) > limit or (source.size or 0) > limit:
        size = f"{source.size:,} bytes" if source.size else "it goes on"
        return too_large(source.uri, size, limit)
    return data if data.strip() else empty(source.uri)


def too_large(where: str, size: str, limit: int) -> Drop:
    """The drop of a report with more than `limit` bytes."""
    return Drop(reason=DropReason.TOO_LARGE, where=where, detail=f"{size}; a report may have {limit:,} bytes")


def empty(where: str) -> Drop:
    """The drop of an input without a word in it."""
    return Drop(reason=DropReason.EMPTY, where=where, detail="nothing in it but white space")


def unreadable(where: str, detail: str) -> Drop:
    """The drop of an input, or of the rest of one, that could not be read."""
    return Drop(reason=DropReason.UNREADABLE, where=where, detail=detail)
