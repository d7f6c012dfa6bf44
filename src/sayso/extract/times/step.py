"""When: the time expressions of a report, with their TIMEX3 and EDTF values.

Dates that leave something out are filled in from the day of publication and the tense of their clause; "the previous
day" counts from the date told before it (the narrative anchor).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sayso.extract.draft import Draft, TimeKind, TimeMention
from sayso.extract.guard import each
from sayso.extract.parse import Passage
from sayso.extract.times.edtf import bounds, from_timex
from sayso.extract.times.limits import join_clocks, with_limits
from sayso.extract.times.patterns import Rule, matches, rules
from sayso.extract.times.quoted import Said, said_on
from sayso.extract.times.signs import is_time
from sayso.extract.times.tense import ahead
from sayso.extract.times.values import Context, around
from sayso.model import Drop, Report, Span

_DATELINES = frozenset({"iso", "slashed", "day month", "month day"})
_FULL_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_REFERENCES = {"PAST_REF": "../{}", "PRESENT_REF": "{}", "FUTURE_REF": "{}/.."}
_LOOKS_AHEAD = frozenset({"day month", "month day", "month", "weekday", "season", "quarter", "Q", "feast", "near unit"})
_LOOKS_AHEAD |= {"noon", "overnight", "part", "in a length"}


@dataclass(frozen=True, slots=True)
class _Candidate:
    passage: Passage
    rule: Rule
    match: re.Match[str]


def find_times(draft: Draft) -> Draft:
    """`draft` with the time expressions of its report, in order of place."""
    report, passages = draft.parsed.report, draft.parsed.passages
    published = publication_day(report) or _dateline_day(draft)
    candidates = [c for passage in passages if not _is_dateline(passage) for c in _candidates(passage)]
    found, drops = _read_all(report, candidates, published, ())
    said = [one for passage in passages for one in said_on(passage, report.text, found) if one[1] != published]
    if said:
        found, drops = _read_all(report, candidates, published, said)
    times = with_limits(report.text, join_clocks(report.text, found), published)
    return replace(draft, times=times, drops=draft.drops + drops)


def _read_all(
    report: Report, candidates: Sequence[_Candidate], published: date | None, said: Sequence[Said]
) -> tuple[list[TimeMention], tuple[Drop, ...]]:
    """The times of a report; what stands in a quotation of `said` counts from the day of that."""
    found: list[TimeMention] = []

    def read(candidate: _Candidate) -> None:
        span = _span(candidate)
        if found and span.start < found[-1].span.end:
            return
        day = next((day for quotation, day in said if quotation.contains(span)), None)
        # the narrative of a quotation is its own: what was told outside is no anchor in it
        context = _context(published, found) if day is None else Context(published=day)
        if mention := _read(candidate, context):
            found.append(mention)

    _, drops = each(candidates, read, lambda candidate: f"{report.id} {_span(candidate)}")
    return found, drops


def publication_day(report: Report) -> date | None:
    """The day on which `report` was published, or of its last change; None where it is not told as exactly as that."""
    try:
        return date.fromisoformat((report.published or report.updated or "")[:10])
    except ValueError:
        return None


def _span(candidate: _Candidate) -> Span:
    return Span(*candidate.match.span()).shift(candidate.passage.block.span.start)


def _dateline_day(draft: Draft) -> date | None:
    """The day of the first date line within the text: the page's own word where intake knows no better."""
    for passage in draft.parsed.passages:
        if _is_dateline(passage):
            values = [_read(candidate, Context()) for candidate in _candidates(passage)[:1]]
            days = [bounds(value.timex) for value in values if value]
            return days[0][0] if days and days[0] else None
    return None


def _is_dateline(passage: Passage) -> bool:
    """Whether the block is nothing but a full date: the page's own date line, which no sentence speaks of."""
    text = passage.text.strip(" .")
    return text[-1:].isdigit() and any(rule.pattern.fullmatch(text) for rule in rules() if rule.name in _DATELINES)


def _candidates(passage: Passage) -> list[_Candidate]:
    """Every match of every rule, the leftmost first and of those the longest."""
    found = [_Candidate(passage, rule, match) for rule, match in matches(passage.text)]
    return sorted(found, key=lambda c: (c.match.start(), -c.match.end()))


def _context(published: date | None, found: Sequence[TimeMention]) -> Context:
    """What was told before: the date last named, and the last full day if that is it or near publication."""
    last = next((m.timex for m in reversed(found) if bounds(m.timex)), None)
    day = next((m.timex[:10] for m in reversed(found) if _FULL_DAY.match(m.timex) and bounds(m.timex)), None)
    near = day and published and abs((date.fromisoformat(day) - published).days) < 7
    return Context(
        published=published, last=last, last_day=day if near or (last or "").startswith(day or "-") else None
    )


def _read(candidate: _Candidate, context: Context) -> TimeMention | None:
    """The time that a match stands for; None where the words around it say that it is no time."""
    doc, match, rule = candidate.passage.doc, candidate.match, candidate.rule
    if not is_time(rule.name, doc, match):
        return None
    if rule.name in _LOOKS_AHEAD:
        context = replace(context, ahead=ahead(doc, *match.span()))
    value = rule.read(match, context)
    if value is None:
        return None
    first, _, last = value.partition("/")
    kind = TimeKind.SET if rule.repeats else _kind(value)
    edtf = None if kind is TimeKind.SET else _edtf(candidate, context, first, last)
    return TimeMention(span=_span(candidate), kind=kind, timex=first, edtf=edtf)


def _edtf(candidate: _Candidate, context: Context, first: str, last: str) -> str | None:
    """The EDTF of a value; of a range of days both ends, of "soon" and the past month counted from publication."""
    published = context.published
    if last:
        ends = from_timex(first), from_timex(last)
        return None if None in ends else "/".join(end for end in ends if end)
    if published is None:
        return from_timex(first)
    if first in _REFERENCES:
        return _REFERENCES[first].format(published.isoformat())
    if candidate.rule.name == "overnight" and first.startswith(published.isoformat()):
        return _night(published, forward=context.ahead is True)
    if candidate.rule.name == "window" and not bounds(first):
        return around(published, first, candidate.match["rel"])
    return from_timex(first)


def _night(published: date, *, forward: bool) -> str:
    """The two days of the night that "overnight" is: before the day of publication, or after it."""
    # the calendar's first and last day have no night on one side
    day = min(max(published.toordinal() + (1 if forward else -1), date.min.toordinal()), date.max.toordinal())
    other = date.fromordinal(day)
    return "/".join(day.isoformat() for day in sorted((published, other)))


def _kind(value: str) -> TimeKind:
    if re.match(r"P[\dXT]", value):
        return TimeKind.DURATION
    return TimeKind.TIME if re.search(r"\dT|XT", value) else TimeKind.DATE
