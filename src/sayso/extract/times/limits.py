"""What stands beside a time: "since", "until", "between" make intervals of dates; a clock time belongs to its day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sayso.extract.draft import TimeKind, TimeMention
from sayso.extract.times.edtf import bounds, from_timex, is_edtf
from sayso.model import Span

_OPEN_END = re.compile(
    r"\b(?:ever since|since|as of|starting|beginning)(?: (?:on|in|at|the|about|around))?\s+$", re.IGNORECASE
)
_OPEN_START = re.compile(
    r"\b(?:until|till|up to|through|by|before|prior to|no later than)(?: (?:on|in|at|the))?\s+$", re.IGNORECASE
)
_FROM = re.compile(r"\b(?:from|between)(?: (?:on|in|the))?\s+$", re.IGNORECASE)
_TO = re.compile(r"\s+(?:to|and|until|till|through)\s+(?:the )?|\s?[-–—]\s?", re.IGNORECASE)
_CLOCK_GAP = re.compile(r",? (?:on |at )?")
_WINDOW = 24  # code points before a time in which its preposition stands


def join_clocks(text: str, times: Sequence[TimeMention]) -> tuple[TimeMention, ...]:
    """`times` with each clock time and the day beside it made one ("10 a.m. on Tuesday")."""
    out: list[TimeMention] = []
    for time in times:
        joined = _joined(text, out[-1], time) if out else None
        if joined:
            out[-1] = joined
        else:
            out.append(time)
    return tuple(out)


def _joined(text: str, left: TimeMention, right: TimeMention) -> TimeMention | None:
    if not _CLOCK_GAP.fullmatch(text[left.span.end : right.span.start]):
        return None
    clock, day = (left, right) if left.kind is TimeKind.TIME else (right, left)
    hour = re.search(r"T\d\d:.*", clock.timex)
    date = re.match(r"(?:\d{4}-\d\d-\d\d|XXXX-[-\dWX]+)(?=$|T[A-Z])", day.timex)
    if hour is None or date is None or day.kind is TimeKind.SET:
        return None
    timex = date[0] + hour[0]
    return TimeMention(
        span=Span(left.span.start, right.span.end), kind=TimeKind.TIME, timex=timex, edtf=from_timex(timex)
    )


def with_limits(text: str, times: Sequence[TimeMention], published: date | None = None) -> tuple[TimeMention, ...]:
    """`times` with EDTF intervals where the words before or between them say so: since March: "2022-03/..".

    "From" alone opens an end only of what is still to come: "from Monday" may also say which paper.
    """
    out = list(times)
    for i, time in enumerate(times):
        if time.edtf is None or "/" in time.edtf:
            continue
        before = text[max(0, time.span.start - _WINDOW) : time.span.start]
        following = times[i + 1] if i + 1 < len(times) else None
        pair = following and _range(text, time, following, before)
        if pair and following:
            out[i], out[i + 1] = replace(time, edtf=pair), replace(following, edtf=pair)
        elif "/" not in (out[i].edtf or "/"):
            coming = published is not None and (days := bounds(time.timex)) is not None and days[0] > published
            out[i] = replace(time, edtf=_open(time, before, coming=coming))
    return tuple(out)


def _range(text: str, first: TimeMention, last: TimeMention, before: str) -> str | None:
    gap = text[first.span.end : last.span.start]
    if last.edtf is None or not _TO.fullmatch(gap) or first.kind is TimeKind.TIME or last.kind is TimeKind.TIME:
        return None
    if not _FROM.search(before) and "and" in gap:
        return None
    pair = f"{first.edtf}/{last.edtf}"
    return pair if is_edtf(pair) and first.timex < last.timex else None


def _open(time: TimeMention, before: str, *, coming: bool) -> str | None:
    """The EDTF of `time` with the end that the words before it leave open."""
    edtf = time.edtf
    if edtf is None or "T" in edtf or time.kind is TimeKind.TIME:
        return edtf
    if _OPEN_END.search(before) or (coming and _FROM.search(before) and not before.lower().endswith("between ")):
        return f"{edtf}/.."
    return f"../{edtf}" if _OPEN_START.search(before) else edtf
