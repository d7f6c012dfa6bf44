"""A report that cannot be read costs that report: the errors that reading others' data can raise, as drops."""

from __future__ import annotations

import zlib
from collections.abc import Callable

import httpx
from lxml import etree
from warcio.exceptions import ArchiveLoadFailed

from sayso.intake.source import unreadable
from sayso.model import Drop, Report

# What files, networks and the parsing libraries raise on bad input; a mistake in sayso itself is not hidden by it.
FAILURES = (
    OSError,
    EOFError,
    ValueError,
    RecursionError,
    zlib.error,
    etree.LxmlError,
    httpx.HTTPError,
    ArchiveLoadFailed,
)


def attempt(make: Callable[[], Report], where: str) -> Report | Drop:
    """The report that `make` gives, or the drop of what stands at `where`."""
    try:
        return make()
    except FAILURES as error:
        return unreadable(where, reason(error))


def reason(error: BaseException) -> str:
    """What went wrong, in words for a person."""
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    text = " ".join(str(error).split())
    return f"{type(error).__name__}: {text}" if text else type(error).__name__
