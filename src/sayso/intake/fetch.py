"""Pages by their address. The only part of sayso that uses the network, and only for an address a person gives."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

import httpx

from sayso import __version__
from sayso.intake.source import Source, stream_of

PATIENCE = 20.0  # seconds without a byte
DEADLINE = 120.0  # seconds for a whole input: a server that sends a byte now and then must not hold the run
_HEADERS = {"User-Agent": f"sayso/{__version__}", "Accept": "text/html,application/xhtml+xml,application/xml,*/*;q=0.5"}


@contextmanager
def fetched(url: str, patience: float = PATIENCE, deadline: float = DEADLINE) -> Iterator[Source]:
    """The answer of `url` as a source, its bytes read as they are asked for; raises httpx.HTTPError."""
    with (
        httpx.Client(follow_redirects=True, timeout=patience, headers=_HEADERS) as client,
        client.stream("GET", url) as answer,
    ):
        answer.raise_for_status()
        kind = answer.headers.get("content-type", "")
        yield Source(
            uri=url,
            stream=stream_of(_until(answer, time.monotonic() + deadline)),
            head=b"",
            charset=answer.charset_encoding,
            media_type=kind.partition(";")[0].strip().lower() or None,
        )


def _until(answer: httpx.Response, end: float) -> Iterator[bytes]:
    for piece in answer.iter_bytes():
        yield piece
        if time.monotonic() > end:
            raise httpx.ReadTimeout("the answer takes too long", request=answer.request)
