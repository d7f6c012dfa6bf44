"""From the words of a calendar date to its TIMEX3 value: one function for each form, None where it is no date."""

from __future__ import annotations

import re
from datetime import date, timedelta

from sayso.extract.times.edtf import bounds
from sayso.extract.times.reading import direction, month_of, ordinal
from sayso.extract.times.values import SLACK, Context, dated, quarter_value, season_value, unit_value
from sayso.extract.times.words import table

# a year that stands a few words on and is meant for this date too: "from March to May 2022"
_YEAR_AHEAD = re.compile(
    r"(?: ?[-–—] ?| to | and | or | until | through |, )(?:\d{1,2} )?[A-Z][a-z]{2,8}\.?(?: \d{1,2},?)? "
    r"((?:1\d|20)\d\d)\b"
)


def iso(match: re.Match[str], _context: Context) -> str | None:
    """2022-10-26 as it stands, seconds left out."""
    return re.sub(r"(T\d\d:\d\d):\d\d", r"\1", match[0].replace(" ", "T"))


def slashed(match: re.Match[str], context: Context) -> str | None:
    """26/10/2022 or 10/26/2022; where both orders are possible, the one near publication; else the year alone."""
    a, b, year = int(match["a"]), int(match["b"]), int(match["y"])
    orders = {(a, b), (b, a)} if match["s"] == "/" else {(a, b)}
    days = sorted({day for d, m in orders if (day := _day(year, m, d))})
    if len(days) > 1 and context.published:
        close = [day for day in days if -31 <= (day - context.published).days <= SLACK.days]
        days = close if len(close) == 1 else days
    return days[0].isoformat() if len(days) == 1 else f"{year}-XX-XX" if days else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def day_month(match: re.Match[str], context: Context) -> str | None:
    """October 26, 2022 or October 26; a range of days ("3-5 May") gives both ends, with a slash."""
    start = _number(match["d"])
    if not 1 <= start <= 31:
        return None
    first = _dated(match, start, context)
    if not match["to"]:
        return first
    end = _number(match["to"])
    return f"{first}/{_dated(match, end, context)}" if start < end <= 31 else first


def _number(words: str) -> int:
    return int(re.sub(r"\D", "", words))


def _dated(match: re.Match[str], day: int, context: Context) -> str:
    year = match["y"] or _year_ahead(match)
    if year:
        return f"{year}-{month_of(match):02d}-{day:02d}"
    return _of_weekday(match, day, context) or dated(month_of(match), day, context)


def _of_weekday(match: re.Match[str], day: int, context: Context) -> str | None:
    """The year near publication in which the day falls on the weekday named with it, if there is just one."""
    named = int((table("weekdays") | table("weekdays_short")).get((match["w"] or "").lower().rstrip("."), 0))
    if not named or context.published is None:
        return None
    around = context.published.year
    days = [found for year in (around - 1, around, around + 1) if (found := _day(year, month_of(match), day))]
    fitting = [found for found in days if found.isoweekday() == named]
    return fitting[0].isoformat() if len(fitting) == 1 else None


def _year_ahead(match: re.Match[str]) -> str | None:
    found = _YEAR_AHEAD.match(match.string, match.end())
    return found[1] if found else None


def month(match: re.Match[str], context: Context) -> str | None:
    """October 2022, or October on the side of the tense."""
    year = match["y"] or _year_ahead(match)
    if year:
        return f"{year}-{month_of(match):02d}"
    if match["rel"]:
        return f"{unit_value('year', context.published, direction(match['rel']))}-{month_of(match):02d}"
    return dated(month_of(match), None, context)


def year(match: re.Match[str], _context: Context) -> str | None:
    """2009, late 2009: the year."""
    return match["y"]


def short_year(match: re.Match[str], _context: Context) -> str | None:
    """'82: 1982."""
    return str(_two_digits(int(match["y"])))


def _two_digits(year: int) -> int:
    """'82 is 1982, '15 is 2015: two-digit years from 40 on are those of the last century."""
    return year + (1900 if year >= 40 else 2000)


def era(match: re.Match[str], _context: Context) -> str | None:
    """79 AD, 300 BC; TIMEX3 marks the latter with BC."""
    number_, name = match["y"] or match["y2"], (match["era"] or match["era2"]).upper()
    return ("BC" if name.startswith("BC") else "") + number_.rjust(4, "0")


def decade(match: re.Match[str], _context: Context) -> str | None:
    """The 1990s: 199. "In his 30s" is an age, and "20s" alone a guess."""
    before = match.string[max(0, match.start() - 16) : match.start()].lower()
    if re.search(r"\b(?:his|her|their|my|your|our|its|mid-|low|high|upper|aged|age)[ -]?$", before):
        return None
    digits = match["y"].lstrip("'")
    if len(digits) == 4:
        return digits[:3]
    return str(_two_digits(int(digits)))[:3] if _is_article(match) or "'" in match["y"] or digits > "40" else None


def _is_article(match: re.Match[str]) -> bool:
    return match[0].lower().startswith("the ")


def decade_words(match: re.Match[str], _context: Context) -> str | None:
    """The nineties: 199."""
    stems = ["twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet"]
    return f"19{stems.index(match['w'].lower()) + 2}"


def century(match: re.Match[str], _context: Context) -> str | None:
    """The 19th century: 18."""
    count = ordinal(match["n"])
    return None if match["bc"] or not count else f"{count - 1:02d}"


def quarter(match: re.Match[str], context: Context) -> str | None:
    """The first quarter of 2009: 2009-Q1; the second half of May has no code of its own: the month."""
    letter = "Q" if match["u"].lower() == "quarter" else "H"
    word = match["n"].lower()
    if word == "last" and not re.search(r"\b(of|in)\b", match[0]):
        return unit_value("quarter", context.published, -1) if letter == "Q" else None
    if match["m"]:
        return f"{match['my']}-{month_of(match):02d}" if match["my"] else dated(month_of(match), None, context)
    last = {"Q": 4, "H": 2}[letter]
    count = last if word in ("last", "final", "latter") else ordinal(word) or 0
    bare_half = letter == "H" and not re.search(r" (of|in) ", match[0])
    if not 1 <= count <= last or bare_half:
        return None  # a game's second half, or "a third quarter" of something
    if match["y"]:
        return f"{match['y']}-{letter}{count}"
    if match["rel"] or match[0].lower().endswith("the year"):
        of_year = unit_value("year", context.published, direction(match["rel"]))
        return f"{of_year}-{letter}{count}"
    return quarter_value(count, letter, context)


def quarter_code(match: re.Match[str], context: Context) -> str | None:
    """Q3 2009, H1."""
    letter, count = match["u"].upper(), int(match["n"])
    if match["u"].islower() or (letter == "H" and (count > 2 or not match["y"])):
        return None
    return f"{match['y']}-{letter}{count}" if match["y"] else quarter_value(count, letter, context)


def fiscal(match: re.Match[str], _context: Context) -> str | None:
    """Fiscal 2009: FY2009."""
    return f"FY{match['y']}"


def season(match: re.Match[str], context: Context) -> str | None:
    """Spring 2009, last summer. "Fall" and "spring" alone are mostly verbs and springs: they need a sign."""
    code = table("seasons")[match["s"].lower()]
    if match["y"]:
        return f"{match['y']}-{code}"
    if match["rely"]:
        return f"{unit_value('year', context.published, direction(match['rely']))}-{code}"
    which = "last" if direction(match["rel"]) < 0 else "next" if direction(match["rel"]) > 0 else ""
    return season_value(code, context, "this" if match["rel"] and not which else which)


def feast(match: re.Match[str], context: Context) -> str | None:
    """Christmas 2009, New Year's Eve."""
    name = match["f"].lower()
    if name in table("movable_feasts"):
        return _movable(table("movable_feasts")[name], match["y"], context)
    month_day = table("feasts")[name]
    month_, day = (int(part) for part in month_day.split("-"))
    return f"{match['y']}-{month_day}" if match["y"] else dated(month_, day, context)


def _movable(rule: str, year_: str | None, context: Context) -> str | None:
    """The day of a feast that stands on the same weekday of its month every year; `rule` as the table gives it."""
    month_, weekday, which = (int(part) for part in rule.split())
    days = bounds(f"{year_ or dated(month_, None, context)[:4]}-{month_:02d}")
    if days is None:
        return f"XXXX-{month_:02d}"
    if which < 0:
        return (days[1] - timedelta(days=(days[1].isoweekday() - weekday) % 7)).isoformat()
    first = (weekday - days[0].isoweekday()) % 7
    return (days[0] + timedelta(days=first + 7 * (which - 1))).isoformat()
