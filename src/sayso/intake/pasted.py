"""Pages copied from a browser into a text file, and any other text."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.intake.attempt import attempt
from sayso.intake.decode import decode
from sayso.intake.page import read_page
from sayso.intake.source import Source, taken
from sayso.model import Drop, Report, content_id


def read(source: Source, limit: int) -> Iterator[Report | Drop]:
    """The report that the text is."""
    data = taken(source, limit)
    if isinstance(data, Drop):
        yield data
        return
    text = decode(data, source.charset)
    yield attempt(lambda: read_page(text, id=content_id("report", data), uri=source.uri), source.uri)
