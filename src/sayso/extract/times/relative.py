"""From words that point ("last week", "two days later") to a TIMEX3 value: one function for each form."""

from __future__ import annotations

import re
from datetime import date, timedelta

from sayso.extract.times.edtf import bounds
from sayso.extract.times.reading import clock_day, count, direction, length, month_of, ordinal, unit_of
from sayso.extract.times.values import Context, dated, duration, unit_value, weekday_value
from sayso.extract.times.words import table

_NARRATIVE = frozenset({"previous", "preceding", "following", "ensuing", "same", "very", "that"})
_THURSDAY, _SATURDAY = 4, 6
_FAR = 48  # code points: more than stand between a superlative and its length
_RECORD = re.compile(
    r"\b(?:first|only|record|most|least|worst|best|\w{2,}est)\b[^.,;:]*$", re.IGNORECASE
)  # "lowest in six years"
_CLOCK_UNITS = frozenset({"second", "minute", "hour"})


def near_day(match: re.Match[str], context: Context) -> str | None:
    """today, yesterday evening, tonight."""
    word = match["r"].lower()
    away = {"yesterday": -1, "tomorrow": 1}.get(word, 0) * (2 if match["far"] else 1)
    day = unit_value("day", context.published, away)
    part = "NI" if word == "tonight" else table("parts")[match["p"].lower()] if match["p"] else ""
    return f"{day}T{part}" if part else day


def weekday(match: re.Match[str], context: Context) -> str | None:
    """Tuesday, last Tuesday, Friday morning, Friday last week."""
    before = match.string[: match.start()]
    if re.search(r"\b(?:Black|Good|Bloody|Ash|Holy|Palm|Easter|Super|Cyber|Whit|Shrove|Fat|Maundy) $", before):
        return None
    number_ = int(table("weekdays")[match["w"].lower()])
    day = _weekday(number_, (match["rel"] or "").lower(), (match["week"] or "").lower(), context)
    part = table("parts").get((match["p"] or "").lower())
    return f"{day}T{part}" if part else day


def _weekday(number_: int, rel: str, week: str, context: Context) -> str:
    published = context.published
    if published is None:
        return f"XXXX-WXX-{number_}"
    if week:
        return unit_value("day", published, number_ - published.isoweekday() + 7 * direction(week))
    if rel in ("the previous", "the following", "that", "the same") and (told := context.told()):
        published = told
    apart = (number_ - published.isoweekday()) % 7
    if direction(rel) < 0:
        return unit_value("day", published, apart - 7)
    if direction(rel) > 0:
        return unit_value("day", published, apart or 7)
    return weekday_value(number_, context)


def near_unit(match: re.Match[str], context: Context) -> str | None:
    """Last week, this month, the previous year, that day."""
    rel, unit = match["rel"].lower(), match["u"].lower()
    narrative = bool(set(rel.split()) & _NARRATIVE)
    anchor = context.told() if narrative else context.published
    away = direction(rel)
    if match["tail"] and match["tail"].strip().lower() == "before last":
        away = -2
    elif match["tail"] and unit in ("month", "week", "day"):
        return unit_value("year", context.published, direction(match["tail"]))
    if unit == "weekend" and away == 0 and context.published and not narrative:
        # on a Monday "this weekend" was two days ago unless the clause looks ahead
        away = -1 if context.published.isoweekday() < 4 and not context.ahead else 0
    if unit == "week" and away and anchor is None:
        return unit_value("week", None, 0)
    return unit_value(unit, anchor, away)


def week_of_month(match: re.Match[str], context: Context) -> str | None:
    """The last week of March: weeks belong to the month in which their Thursday lies, as ISO weeks to years."""
    year = match["y"] or dated(month_of(match), None, context)[:4]
    days = bounds(f"{year}-{month_of(match):02d}")
    word, unit = match["n"].lower(), match["u"].lower()
    last = word in ("last", "final")
    count = -1 if last else (ordinal(word) or 1) - 1
    if days is None or (unit == "day" and count > 0):
        return None
    if unit == "day":
        return days[1 if last else 0].isoformat()
    first, weekday = days[0], _THURSDAY if unit == "week" else _SATURDAY
    known = [first + timedelta(days=day) for day in range((days[1] - first).days + 1)]
    fitting = [day for day in known if day.isoweekday() == weekday]
    return unit_value(unit, fitting[count], 0) if count < len(fitting) else None


def near_month(match: re.Match[str], context: Context) -> str | None:
    """Last March, next March, this March."""
    month_ = month_of(match)
    if context.published is None:
        return f"XXXX-{month_:02d}"
    published, away = context.published, direction(match["rel"])
    passed = month_ < published.month if away < 0 else month_ <= published.month
    shift = (0 if passed else -1) if away < 0 else (1 if passed else 0) if away > 0 else 0
    return f"{unit_value('year', published, shift)}-{month_:02d}"


def unit_previous(match: re.Match[str], context: Context) -> str | None:
    """The day before, the year previous: counted from the date told last."""
    if match["last"]:
        return unit_value(match["u"].lower(), context.published, -2)
    return unit_value(match["u"].lower(), context.told(), 1 if match["rel"].lower() == "after" else -1)


def same_period(match: re.Match[str], context: Context) -> str | None:
    """The same period last year: the month or quarter told last, a year earlier."""
    told = context.last or ""
    coarse = re.match(r"(\d{4})((?:-(?:Q\d|H\d|\d\d|SP|SU|FA|WI))?(?:-\d\d)?)", told)
    if coarse is None:
        return unit_value("year", context.published, -1)
    year_ = int(match["y"] or int(coarse[1]) - 1)
    tail = coarse[2]
    if match["u"].lower() == "month":
        tail = tail[:3]
    return f"{year_:04d}{tail}"


def the_unit(match: re.Match[str], context: Context) -> str | None:
    """The end of the year, for the day: of the date told last where it is as fine as that, else of publication."""
    unit = match["u"].lower()
    return clock_day(context) if unit == "day" else unit_value(unit, context.told(), 0)


def that_time(_match: re.Match[str], context: Context) -> str | None:
    """That time: the date told last; None where there was none."""
    return context.last


def away(match: re.Match[str], context: Context) -> str | None:
    """Two years ago: that year; a week ago: that day; two days later: counted from the date told last."""
    counted, rel = count(match["n"]), match["rel"].lower()
    from_now = rel in ("ago", "from now", "hence")
    if counted is None and from_now:
        return "PAST_REF" if rel == "ago" else "FUTURE_REF"
    if counted is None or counted != int(counted):
        return length(match["n"], match["u"])
    ahead = rel in ("later", "from now", "hence", "after that", "afterwards", "afterward")
    anchor = context.published if from_now else context.told()
    return _counted_away(unit_of(match["u"]), int(counted) if ahead else -int(counted), anchor)


def in_a_length(match: re.Match[str], context: Context) -> str | None:
    """In two months, of what is to come: that month; None where the tense tells no future: then it is a length."""
    counted = count(match["n"])
    unit = unit_of(match["u"])
    before = match.string[max(0, match.start() - _FAR) : match.start()]
    if (
        not context.ahead
        or _RECORD.search(before)
        or counted is None
        or counted != int(counted)
        or unit in _CLOCK_UNITS
    ):
        return None
    return _counted_away(unit, int(counted), context.published)


def away_ahead(match: re.Match[str], context: Context) -> str | None:
    """In two weeks' time: that week."""
    counted = count(match["n"])
    if counted is None or counted != int(counted):
        return "FUTURE_REF"
    return _counted_away(unit_of(match["u"]), int(counted), context.published)


def _counted_away(unit: str, counted: int, anchor: date | None) -> str | None:
    if unit in _CLOCK_UNITS:
        hours = {"hour": 24, "minute": 1440, "second": 86400}[unit]
        return unit_value("day", anchor, -(-counted // hours) if counted < 0 else counted // hours)
    if unit == "fortnight":
        unit, counted = "week", counted * 2
    if unit == "week" and abs(counted) == 1:  # "a week ago" says the day, "three weeks ago" no longer does
        return unit_value("day", anchor, 7 * counted)
    return unit_value(unit, anchor, counted)


def vaguely_away(match: re.Match[str], _context: Context) -> str | None:
    """Years ago."""
    if not match["u"].lower().endswith("s"):
        return None
    return "PAST_REF" if match["rel"].lower() == "ago" else duration(None, table("units")[unit_of(match["u"])])


def recent(match: re.Match[str], _context: Context) -> str | None:
    """In recent years: PAST_REF; in the coming days: FUTURE_REF."""
    return "PAST_REF" if match["r"].lower() in ("recent", "past") else "FUTURE_REF"


def vague(match: re.Match[str], _context: Context) -> str | None:
    """now, recently, in the near future."""
    if match["v"].lower() == "the past" and re.match(r" \w+", match.string[match.end() :]):
        return None  # "the past few" is a window, "the past tense" no time
    return table("vague")[match["v"].lower()]
