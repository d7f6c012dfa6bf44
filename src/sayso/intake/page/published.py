"""When a report was published and last changed, as its page tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sayso.intake.page.bylines import is_byline
from sayso.intake.page.dated import COPYRIGHT, READ, Dated, Role, dated, dated_in_part, is_pure_stamp
from sayso.intake.page.dateline import dateline_day
from sayso.intake.page.dates import stamps
from sayso.intake.page.lines import Line
from sayso.intake.page.order import PageWords, day_first
from sayso.intake.page.partial import Years, address_years, lone_years
from sayso.model import BlockKind

_ADDRESS_DATE = re.compile(r"https?://\S*?/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?!\d)")

_PLACE = re.compile(r"(?:[^\W\d_][\w.'’-]*\s?){1,4},\s")

NEAR = 14  # lines above the article's first line in which its date is looked for
ADDRESSES = 6  # lines at the top among which the page's own address may be
OUTLYING = 366  # days after every other date by the headline: so late a date is that of an event to come

_TEXT = (BlockKind.PARAGRAPH, BlockKind.STANDFIRST)
_ARTICLE = (*_TEXT, BlockKind.CAPTION, BlockKind.HEADLINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """ISO 8601, as precise as the page; None where the page does not tell."""

    published: str | None = None
    updated: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """The lines of a page with an article, and where it is: headline, first line of its text, last line of it."""

    lines: Sequence[Line]
    kinds: Sequence[BlockKind]
    uri: str
    seen: str | None
    headline: int
    text: int
    last: int | None

    @property
    def top(self) -> int:
        """The first line in which the article's date is looked for."""
        return max(0, min(self.headline, self.text) - NEAR)

    def addresses(self) -> list[str]:
        """Where the page was had from, and the addresses at its top."""
        return [self.uri, *(line.text for line in self.lines[:ADDRESSES])]

    def chrome(self) -> list[str]:
        """What the site itself says."""
        return [line.text for line, kind in zip(self.lines, self.kinds, strict=True) if kind not in _ARTICLE]


def find_times(lines: Sequence[Line], kinds: Sequence[BlockKind], uri: str = "", seen: str | None = None) -> Times:
    """When the report on this page, had from `uri` and fetched at `seen`, was published and updated.

    Dates near the headline count, those of other reports and of copyright lines do not. The page alone decides, not the
    day on which it is read.
    """
    page = _page(lines, kinds, uri, seen)
    if page is None:
        return Times()
    order = _order(page)
    whole = _dated(page, order)
    years = _years(page, whole)
    found = [*whole, *(part for at in _around(page) for part in dated_in_part(lines, at, years))]
    published = _published(page, found)
    updated = _updated(page, [*found, *whole[:1]])
    dateline = dateline_day(lines[page.text].text, day_first=order, years=years) if page.text < len(lines) else None
    value = published or dateline or _signed(page, order) or _address(page)
    return Times(published=value, updated=updated)


def _page(lines: Sequence[Line], kinds: Sequence[BlockKind], uri: str, seen: str | None) -> _Page | None:
    body = [at for at, kind in enumerate(kinds) if kind in _TEXT]
    headline = next((at for at, kind in enumerate(kinds) if kind is BlockKind.HEADLINE), None)
    if not body and headline is None:
        return None
    start = next((at for at in body if kinds[at] is BlockKind.PARAGRAPH), body[0] if body else headline or 0)
    last = body[-1] if body else None
    anchor = start if headline is None else headline
    return _Page(lines=lines, kinds=kinds, uri=uri, seen=seen, headline=anchor, text=start, last=last)


def _dated(page: _Page, order: bool | None) -> list[Dated]:
    return [
        found
        for at, kind in enumerate(page.kinds)
        if kind not in _ARTICLE
        for found in dated(page.lines, at, day_first=order)
    ]


def _around(page: _Page) -> range:
    """The lines about the headline that are looked through for days told in part."""
    return range(page.top, min(len(page.lines), page.text + 1))


def _order(page: _Page) -> bool | None:
    """Whether the page puts the day first in dates of numbers."""
    short = [line.text for line in page.lines if len(line.text) <= READ]
    article = [line.text for line, kind in zip(page.lines, page.kinds, strict=True) if kind in _ARTICLE]
    after = [found.value[:10] for found in _dated(page, None) if found.role in (Role.UPDATED, Role.SEEN)]
    after += [page.seen[:10]] if page.seen else []
    latest = _next_day(max(after)) if after else ""
    return day_first(PageWords(short=short, chrome=page.chrome(), article=article, uri=page.uri, latest=latest))


def _next_day(day: str) -> str:
    """The day after: what is still today in Greenwich may be tomorrow where the page is from."""
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def _years(page: _Page, whole: Sequence[Dated]) -> Years:
    """What the page tells of its year: when it was seen, or the date at the head of the paper, above the headline."""
    seen = [page.seen] if page.seen else [found.value for found in whole if found.role is Role.SEEN]
    head = [found.value for found in whole if found.role is Role.BARE and found.line < page.headline]
    return Years(
        seen=seen or head,
        address=address_years(page.addresses()),
        alone=lone_years([text for text in page.chrome() if COPYRIGHT.search(text)]),
    )


def _day(value: str) -> int:
    return date.fromisoformat(value[:10]).toordinal()


def _without_outliers(near: Sequence[Dated]) -> list[Dated]:
    """Without a date that is later by far than all others: that of an event to come, of an offer, a mistake."""
    days = sorted({_day(found.value) for found in near})
    if len(days) < 2 or days[-1] - days[-2] <= OUTLYING:
        return list(near)
    return [found for found in near if _day(found.value) < days[-1]]


def _published(page: _Page, found: Sequence[Dated]) -> str | None:
    told = [one for one in found if one.role in (Role.PUBLISHED, Role.BARE)]
    near = _without_outliers([one for one in told if page.top <= one.line <= page.text + 3])
    labelled = _nearest(page, [one for one in near if one.role is Role.PUBLISHED])
    bare = _nearest(page, [one for one in near if one.role is Role.BARE])
    below = next((one.value for one in _below(page, told) if one.role is Role.PUBLISHED), None)
    return labelled or bare or below


def _updated(page: _Page, found: Sequence[Dated]) -> str | None:
    near = [one for one in found if page.top <= one.line <= page.text + 3]
    told = [one for one in [*near, *_below(page, found), *found[-1:]] if one.role is Role.UPDATED]
    return _nearest(page, told)


def _below(page: _Page, found: Sequence[Dated]) -> list[Dated]:
    """Those of the lines below the article."""
    last = page.last
    return [] if last is None else [one for one in found if last < one.line <= last + NEAR]


def _nearest(page: _Page, found: Sequence[Dated]) -> str | None:
    """The date nearest the space between headline and text; of equals a whole one, one with a clock time, the first."""

    def key(one: Dated) -> tuple[int, bool, bool, int]:
        inside = min(page.headline, page.text) <= one.line <= page.text
        away = 0 if inside else min(abs(one.line - page.headline), abs(one.line - page.text))
        return away, not one.whole, "T" not in one.value, one.line

    best = min(found, key=key, default=None)
    return best.value if best else None


def _signed(page: _Page, order: bool | None) -> str | None:
    """The date under a statement, after the place or the author: the last line of the article, or the one after it."""
    for at in (page.last, page.last + 1) if page.last is not None else ():
        text = page.lines[at].text if at < len(page.lines) else ""
        found = dated(page.lines, at, day_first=order) if text and is_pure_stamp(text) else []
        if len(found) == 1 and found[0].role is Role.BARE and (_PLACE.match(text) or is_byline(text)):
            return found[0].value
    return None


def _address(page: _Page) -> str | None:
    """The date in the report's own address, where a line near the top is one."""
    for text in page.addresses():
        match = _ADDRESS_DATE.match(text)
        found = stamps(f"{match[1]}-{match[2]:0>2}-{match[3]:0>2}") if match else ()
        if found:
            return found[0].value
    return None
