"""What was left out and why: nothing is dropped without a name for the reason."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class DropReason(StrEnum):
    """Why an item, a report, a sentence or a statement was left out."""

    UNREADABLE = "unreadable"
    EMPTY = "empty"
    BINARY = "binary"
    TOO_LARGE = "too_large"
    NO_BODY = "no_body"
    LANGUAGE = "language"
    STEP_FAILED = "step_failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Drop:
    """One thing left out: `where` names the file or report and the place in it, `detail` says what was found there."""

    reason: DropReason
    where: str
    detail: str
