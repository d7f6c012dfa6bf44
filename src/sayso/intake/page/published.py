"""When a report was published and last changed, as its page tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sayso.intake.page.bylines import is_byline
from sayso.intake.page.dates import clock, page_order, stamps
from sayso.intake.page.lines import Line
from sayso.intake.page.signs import sign
from sayso.intake.page.words import tokens, word_lists
from sayso.model import BlockKind

_COPYRIGHT = re.compile(r"©|\bcopyright\b|\(c\)", re.IGNORECASE)
_DATELINE = re.compile(r"^[^.!?]{0,80}?[-–—:]\s")
_ADDRESS_DATE = re.compile(r"https?://\S*?/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?!\d)")

NEAR = 14  # lines above the article's first line in which its date is looked for
OUTLYING = 366  # days after every other date by the headline: so late a date is that of an event to come
READ = 300  # longer lines hold no date of publication


class _Role(StrEnum):
    PUBLISHED = "published"
    UPDATED = "updated"
    BARE = "bare"


@dataclass(frozen=True, slots=True)
class _Dated:
    line: int
    value: str
    role: _Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """ISO 8601, as precise as the page; None where the page does not tell."""

    published: str | None = None
    updated: str | None = None


def _role(before: str) -> _Role:
    """What the words before a date say it is the date of; the last of them counts."""
    published = max((m.start() for m in sign("time", "published").finditer(before)), default=-1)
    updated = max((m.end() for m in sign("time", "updated").finditer(before)), default=-1)
    if published < 0 and updated < 0:
        return _Role.BARE
    return _Role.UPDATED if updated > published else _Role.PUBLISHED


def _is_stamp_line(text: str, *, day_first: bool | None) -> bool:
    """Whether dates, names and labels make up a line: in a sentence or a caption a date is that of an event."""
    rest, end = [], 0
    for stamp in stamps(text, day_first=day_first):
        rest.append(text[end : stamp.span.start])
        end = stamp.span.end
    words = tokens(" ".join([*rest, text[end:]]))
    running = sum(word in word_lists().function for word in words)
    return is_byline(text) or len(words) <= 6 or (len(words) <= 16 and running <= 0.2 * len(words))


def _dated(lines: Sequence[Line], at: int, *, day_first: bool | None) -> list[_Dated]:
    text = lines[at].text
    if len(text) > READ or _COPYRIGHT.search(text):
        return []
    # "Published" may stand on a line of its own above the date
    label = lines[at - 1].text if at and len(lines[at - 1].text) < 30 and not stamps(lines[at - 1].text) else ""
    if not _is_stamp_line(text, day_first=day_first):
        return []
    out, end = [], 0
    for stamp in stamps(text, day_first=day_first):
        before = text[end : stamp.span.start]
        out.append(_Dated(at, stamp.value, _role(f"{label} {before}" if not end else before)))
        end = stamp.span.end
    if out and (again := sign("time", "updated").search(text, end)):
        # "March 2, 2024 6:00 am (Updated 6:01 am)"
        digits = re.compile(r"\d").search(text, again.end())
        found = clock(text, digits.start()) if digits and digits.start() - again.end() < 8 else None
        if found:
            out.append(_Dated(at, f"{out[-1].value[:10]}T{found.value}", _Role.UPDATED))
    return out


def _day(value: str) -> int:
    return date.fromisoformat(value[:10]).toordinal()


def _without_outliers(near: Sequence[_Dated]) -> list[_Dated]:
    """Without a date that is later by far than all others: that of an event to come, of an offer, a mistake."""
    days = sorted({_day(found.value) for found in near})
    if len(days) < 2 or days[-1] - days[-2] <= OUTLYING:
        return list(near)
    return [found for found in near if _day(found.value) < days[-1]]


def find_times(lines: Sequence[Line], kinds: Sequence[BlockKind]) -> Times:
    """When the report on this page was published and updated.

    Dates near the headline count, those of other reports and of copyright lines do not. The page alone decides, not the
    day on which it is read.
    """
    order = page_order(line.text for line in lines if len(line.text) <= READ)
    body = [i for i, kind in enumerate(kinds) if kind in (BlockKind.PARAGRAPH, BlockKind.STANDFIRST)]
    headline = next((i for i, kind in enumerate(kinds) if kind is BlockKind.HEADLINE), None)
    if not body and headline is None:
        return Times()
    text_start = next((i for i in body if kinds[i] is BlockKind.PARAGRAPH), body[0] if body else headline or 0)
    anchor = headline if headline is not None else text_start
    top = max(0, min(anchor, text_start) - NEAR)
    dated = [
        found
        for at in range(len(lines))
        if kinds[at] not in (BlockKind.PARAGRAPH, BlockKind.STANDFIRST, BlockKind.CAPTION, BlockKind.HEADLINE)
        for found in _dated(lines, at, day_first=order)
    ]
    near = _without_outliers([d for d in dated if top <= d.line <= text_start + 3])
    after = [d for d in dated if body and body[-1] < d.line <= body[-1] + NEAR and d.role is not _Role.BARE]
    published = _nearest([d for d in near if d.role is _Role.PUBLISHED], anchor, text_start) or _nearest(
        [d for d in near if d.role is _Role.BARE], anchor, text_start
    )
    published = published or next((d for d in after if d.role is _Role.PUBLISHED), None)
    updated = _nearest([d for d in [*near, *after, *dated[:1]] if d.role is _Role.UPDATED], anchor, text_start)
    value = published.value if published else _dateline(lines, text_start) or _address(lines)
    return Times(published=value, updated=updated.value if updated else None)


def _nearest(dated: Sequence[_Dated], headline: int, text_start: int) -> _Dated | None:
    """The date nearest the space between headline and text; of equals one with a clock time, then the first."""

    def key(found: _Dated) -> tuple[int, bool, int]:
        inside = min(headline, text_start) <= found.line <= text_start
        away = 0 if inside else min(abs(found.line - headline), abs(found.line - text_start))
        return away, "T" not in found.value, found.line

    return min(dated, key=key, default=None)


def _dateline(lines: Sequence[Line], text_start: int) -> str | None:
    """The date in "KYIV, March 4, 2024 (Agency) - …"."""
    if text_start >= len(lines):
        return None
    match = _DATELINE.match(lines[text_start].text)
    found = stamps(match.group()) if match else ()
    return found[0].value[:10] if found else None


def _address(lines: Sequence[Line]) -> str | None:
    """The date in the report's own address, where a line near the top is one."""
    for line in lines[:6]:
        match = _ADDRESS_DATE.match(line.text)
        found = stamps(f"{match[1]}-{match[2]:0>2}-{match[3]:0>2}") if match else ()
        if found:
            return found[0].value
    return None
