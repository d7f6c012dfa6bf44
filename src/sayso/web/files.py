"""Files that are made for whoever asks, and sent."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, cast

from fastapi import Response
from fastapi.responses import StreamingResponse

_IN_MEMORY = 1_000_000  # bytes of a file; what is more goes to the disk
_PIECE = 65_536  # bytes sent at a time


def sent(write: Callable[[BinaryIO], None], *, name: str, media: str, headers: Mapping[str, str]) -> Response:
    """What `write` writes, to be kept under `name`."""
    # written before the answer begins, so that a failure is told as one
    out = cast("BinaryIO", SpooledTemporaryFile(max_size=_IN_MEMORY))  # noqa: SIM115 - closed when it is sent
    write(out)
    size = out.tell()
    out.seek(0)
    told = {**headers, "Content-Disposition": f'attachment; filename="{name}"', "Content-Length": str(size)}
    return StreamingResponse(_pieces(out), media_type=media, headers=told)


def _pieces(out: BinaryIO) -> Iterator[bytes]:
    with out:
        yield from iter(lambda: out.read(_PIECE), b"")
