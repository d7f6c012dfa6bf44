"""A report that cannot be read costs that report: the errors that reading others' data can raise, as drops."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from typing import TypeVar

import httpx
from lxml import etree
from warcio.exceptions import ArchiveLoadFailed

from sayso.intake.source import unreadable
from sayso.model import Drop, DropReason

Made = TypeVar("Made")

# What the parsing libraries raise on bad input. No OSError: a file of sayso's own that is missing is not the input's.
DAMAGE = (ValueError, RecursionError, etree.LxmlError)
# What code raises, ours or a library's, that did not reckon with an input: it must cost that input, and be listed.
MISTAKES = (ArithmeticError, AssertionError, AttributeError, LookupError, TypeError)
# What files, networks and packed streams raise besides.
FAILURES = (*DAMAGE, *MISTAKES, OSError, EOFError, zlib.error, httpx.HTTPError, httpx.InvalidURL, ArchiveLoadFailed)


def attempt(make: Callable[[], Made], where: str) -> Made | Drop:
    """What `make` gives, such as a report, or the drop of what stands at `where`."""
    try:
        return make()
    except DAMAGE as error:
        return unreadable(where, reason(error))
    except MISTAKES as error:
        return Drop(reason=DropReason.STEP_FAILED, where=where, detail=reason(error))


def reason(error: BaseException) -> str:
    """What went wrong, in words for a person."""
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    text = " ".join(str(error).split())
    return f"{type(error).__name__}: {text}" if text else type(error).__name__
