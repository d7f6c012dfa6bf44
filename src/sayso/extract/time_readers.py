"""From the words of a time expression to its TIMEX3 value: one function for each form in time_patterns.

Each takes the match and what the value depends on; None says that the words are no time.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from sayso.extract.numbers import table as numbers, value as number
from sayso.extract.time_values import (
    Context,
    dated,
    duration,
    quarter_value,
    season_value,
    unit_value,
    weekday_value,
)
from sayso.extract.time_words import table

_BACK = frozenset({"last", "past", "previous", "preceding", "prior"})
_ON = frozenset({"next", "coming", "upcoming", "following", "ensuing"})
_NARRATIVE = frozenset({"previous", "preceding", "following", "ensuing", "same", "very", "that"})
_CLOCK_UNITS = frozenset({"second", "minute", "hour"})
_MANY = frozenset({"several", "a few", "few", "many", "some", "a number of"})
# a year that stands a few words on and is meant for this date too: "from March to May 2022"
_YEAR_AHEAD = re.compile(
    r"(?: ?[-–—] ?| to | and | or | until | through |, )(?:\d{1,2} )?[A-Z][a-z]{2,8}\.?(?: \d{1,2},?)? ((?:1\d|20)\d\d)\b"
)


def unit_of(words: str) -> str:
    """The singular of a unit: "years" → "year", "hrs" → "hour"."""
    word = words.lower()
    singular = "century" if word == "centuries" else word.removesuffix("s")
    return {"sec": "second", "min": "minute", "hr": "hour", "yr": "year"}.get(singular, singular)


def _month(match: re.Match[str]) -> int:
    return int(table("months")[match["m"].lower().rstrip(".")])


def _two_digits(year: int) -> int:
    """'82 is 1982, '15 is 2015: two-digit years from 40 on are those of the last century."""
    return year + (1900 if year >= 40 else 2000)


def iso(match: re.Match[str], _context: Context) -> str | None:
    """2022-10-26 as it stands, seconds left out."""
    return re.sub(r"(T\d\d:\d\d):\d\d", r"\1", match[0].replace(" ", "T"))


def slashed(match: re.Match[str], context: Context) -> str | None:
    """26/10/2022 or 10/26/2022; where both orders are possible, the one near publication; else the year alone."""
    a, b, year = int(match["a"]), int(match["b"]), int(match["y"])
    orders = {(a, b), (b, a)} if match["s"] == "/" else {(a, b)}
    days = sorted({day for d, m in orders if (day := _day(year, m, d))})
    if len(days) > 1 and context.published:
        close = [day for day in days if abs((day - context.published).days) <= 31]
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
    return f"{year}-{_month(match):02d}-{day:02d}" if year else dated(_month(match), day, context)


def _year_ahead(match: re.Match[str]) -> str | None:
    found = _YEAR_AHEAD.match(match.string, match.end())
    return found[1] if found else None


def month(match: re.Match[str], context: Context) -> str | None:
    """October 2022, or October on the side of the tense."""
    year = match["y"] or _year_ahead(match)
    if year:
        return f"{year}-{_month(match):02d}"
    if context.published and (which := re.search(r"(last|this|next) year$", match[0], re.IGNORECASE)):
        return f"{context.published.year + _direction(which[1]):04d}-{_month(match):02d}"
    return dated(_month(match), None, context)


def year(match: re.Match[str], _context: Context) -> str | None:
    """2009, late 2009: the year."""
    return match["y"]


def short_year(match: re.Match[str], _context: Context) -> str | None:
    """'82: 1982."""
    return str(_two_digits(int(match["y"])))


def era(match: re.Match[str], _context: Context) -> str | None:
    """79 AD, 300 BC; TIMEX3 marks the latter with BC."""
    number_, name = match["y"] or match["y2"], (match["era"] or match["era2"]).upper()
    return ("BC" if name.startswith("BC") else "") + number_.rjust(4, "0")


def decade(match: re.Match[str], _context: Context) -> str | None:
    """the 1990s: 199. "In his 30s" is an age, and "20s" alone a guess."""
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
    """the nineties: 199."""
    stems = ["twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet"]
    return f"19{stems.index(match['w'].lower()) + 2}"


def century(match: re.Match[str], _context: Context) -> str | None:
    """the 19th century: 18."""
    count = ordinal(match["n"])
    return None if match["bc"] or not count else f"{count - 1:02d}"


def ordinal(words: str) -> int | None:
    """third, 3rd: 3."""
    named: dict[str, int] = numbers("ordinals")
    digits = re.match(r"\d+", words)
    return int(digits[0]) if digits else named.get(words.lower())


def _direction(words: str | None) -> int:
    """-1 for last, previous; +1 for next, coming; 0 for this, same."""
    spoken = set((words or "").lower().split())
    return -1 if spoken & _BACK else 1 if spoken & _ON else 0


def quarter(match: re.Match[str], context: Context) -> str | None:
    """the first quarter of 2009: 2009-Q1; the second half of May has no code of its own: the month."""
    letter = "Q" if match["u"].lower() == "quarter" else "H"
    word = match["n"].lower()
    if word == "last" and not re.search(r"\b(of|in)\b", match[0]):
        return unit_value("quarter", context.published, -1) if letter == "Q" else None
    if match["m"]:
        return f"{match['my']}-{_month(match):02d}" if match["my"] else dated(_month(match), None, context)
    last = {"Q": 4, "H": 2}[letter]
    count = last if word in ("last", "final", "latter") else ordinal(word) or 0
    bare_half = letter == "H" and not re.search(r" (of|in) ", match[0])
    if not 1 <= count <= last or bare_half:
        return None  # a game's second half, or "a third quarter" of something
    if match["y"]:
        return f"{match['y']}-{letter}{count}"
    if match["rel"] or match[0].lower().endswith("the year"):
        of_year = unit_value("year", context.published, _direction(match["rel"]))
        return f"{of_year}-{letter}{count}"
    return quarter_value(count, letter, context)


def quarter_code(match: re.Match[str], context: Context) -> str | None:
    """Q3 2009, H1."""
    letter, count = match["u"].upper(), int(match["n"])
    if match["u"].islower() or (letter == "H" and (count > 2 or not match["y"])):
        return None
    return f"{match['y']}-{letter}{count}" if match["y"] else quarter_value(count, letter, context)


def fiscal(match: re.Match[str], _context: Context) -> str | None:
    """fiscal 2009: FY2009."""
    return f"FY{match['y']}"


def season(match: re.Match[str], context: Context) -> str | None:
    """spring 2009, last summer. "Fall" and "spring" alone are mostly verbs and springs: they need a sign."""
    code = table("seasons")[match["s"].lower()]
    if match["y"]:
        return f"{match['y']}-{code}"
    if match["rely"]:
        return f"{unit_value('year', context.published, _direction(match['rely']))}-{code}"
    which = "last" if _direction(match["rel"]) < 0 else "next" if _direction(match["rel"]) > 0 else ""
    return season_value(code, context, "this" if match["rel"] and not which else which)


def feast(match: re.Match[str], context: Context) -> str | None:
    """Christmas 2009, New Year's Eve."""
    month_day = table("feasts")[match["f"].lower()]
    month_, day = (int(part) for part in month_day.split("-"))
    return f"{match['y']}-{month_day}" if match["y"] else dated(month_, day, context)


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
        return unit_value("day", published, number_ - published.isoweekday() + 7 * _direction(week))
    if rel in ("the previous", "the following", "that", "the same") and (told := context.told()):
        published = told
    apart = (number_ - published.isoweekday()) % 7
    if _direction(rel) < 0:
        return unit_value("day", published, apart - 7)
    if _direction(rel) > 0:
        return unit_value("day", published, apart or 7)
    return weekday_value(number_, context)


def near_unit(match: re.Match[str], context: Context) -> str | None:
    """last week, this month, the previous year, that day."""
    rel, unit = match["rel"].lower(), match["u"].lower()
    narrative = bool(set(rel.split()) & _NARRATIVE)
    anchor = context.told() if narrative else context.published
    away = _direction(rel)
    if match["tail"] and match["tail"].strip().lower() == "before last":
        away = -2
    elif match["tail"] and unit in ("month", "week", "day"):
        return unit_value("year", context.published, _direction(match["tail"]))
    if unit == "weekend" and away == 0 and context.published and not narrative:
        # on a Monday "this weekend" was two days ago unless the clause looks ahead
        away = -1 if context.published.isoweekday() < 4 and not context.ahead else 0
    if unit == "week" and away and anchor is None:
        return unit_value("week", None, 0)
    return unit_value(unit, anchor, away)


def near_month(match: re.Match[str], context: Context) -> str | None:
    """last March, next March, this March."""
    month_ = _month(match)
    if context.published is None:
        return f"XXXX-{month_:02d}"
    published, away = context.published, _direction(match["rel"])
    passed = month_ < published.month if away < 0 else month_ <= published.month
    shift = (0 if passed else -1) if away < 0 else (1 if passed else 0) if away > 0 else 0
    return f"{unit_value('year', published, shift)}-{month_:02d}"


def unit_previous(match: re.Match[str], context: Context) -> str | None:
    """the day before, the year previous: counted from the date told last."""
    if match["last"]:
        return unit_value(match["u"].lower(), context.published, -2)
    return unit_value(match["u"].lower(), context.told(), 1 if match["rel"].lower() == "after" else -1)


def same_period(match: re.Match[str], context: Context) -> str | None:
    """the same period last year: the month or quarter told last, a year earlier."""
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
    """the end of the year, for the day: of the date told last where it is as fine as that, else of publication."""
    unit = (match["u"] or match["u2"] or match["u3"] or match["u4"]).lower()
    return unit_value(unit, context.told() if _fine(context.last, unit) else context.published, 0)


def _fine(last: str | None, unit: str) -> bool:
    return bool(last) and (unit != "day" or re.match(r"\d{4}-\d\d-\d\d", last or "") is not None)


def that_time(_match: re.Match[str], context: Context) -> str | None:
    """that time: the date told last; None where there was none."""
    return context.last


def count(words: str) -> float | None:
    """How many: "two" 2, "a" 1, "half a" 0.5, "a couple of" 2; None for "several"."""
    spoken = " ".join(words.lower().replace("-", " ").split())
    if spoken in _MANY:
        return None
    if spoken.startswith("half"):
        return 0.5
    if spoken.startswith("a couple"):
        return 2
    return 1.5 if spoken == "one and a half" else number(spoken)


def _length(match: re.Match[str], words: str | None) -> str:
    unit = unit_of(match["u"])
    counted = count(words) if words else None
    letters = table("units")[unit]
    if counted == 0.5 and unit == "year":
        return "P6M"
    if counted == 0.5 and unit == "hour":
        return "PT30M"
    return duration(counted, letters)


def window(match: re.Match[str], context: Context) -> str | None:
    """the past three months: P3M; the last quarter and the last day are calendar units, or no time."""
    unit, rel, words = unit_of(match["u"]), match["rel"].lower(), match["n"]
    plural = match["u"].lower().endswith("s")
    if words is None and (rel in ("first", "final") or (not plural and unit not in ("decade", "century", "hour", "minute"))):
        return _edge_of(match, context)
    if words is None and plural:
        if rel in ("recent", "coming"):
            return "PAST_REF" if rel == "recent" else "FUTURE_REF"
        if rel in ("previous", "preceding", "following"):
            return _length(match, None)
    if words is None and not plural:
        return duration(1, table("units")[unit])
    return _length(match, words)


def _edge_of(match: re.Match[str], context: Context) -> str | None:
    """the last week of March: the week in which the month ends."""
    rest = re.match(r" (?:of|in) ", match.string[match.end() :])
    if rest is None or match["n"] or unit_of(match["u"]) not in ("week", "day", "weekend"):
        return None
    return None


def away(match: re.Match[str], context: Context) -> str | None:
    """two years ago: that year; a week ago: that day; two days later: counted from the date told last."""
    unit, counted, rel = unit_of(match["u"]), count(match["n"]), match["rel"].lower()
    ahead = rel in ("later", "from now", "hence", "after that", "afterwards", "afterward", "on")
    if rel == "on":
        return None if not re.match(r"[,.;]", match.string[match.end() :]) else _length(match, match["n"])
    if counted is None:
        return "FUTURE_REF" if rel in ("from now", "hence") else "PAST_REF" if rel == "ago" else _length(match, match["n"])
    if counted != int(counted):
        return _length(match, match["n"])
    anchor = context.published if rel in ("ago", "from now", "hence") else context.told()
    return _counted_away(unit, int(counted) if ahead else -int(counted), anchor)


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
    """years ago."""
    if not match["u"].lower().endswith("s"):
        return None
    return "PAST_REF" if match["rel"].lower() == "ago" else duration(None, table("units")[unit_of(match["u"])])


def a_duration(match: re.Match[str], _context: Context) -> str | None:
    """two weeks: P2W. Not an age ("aged six years"), not a fraction ("three quarters of"), not "a second"."""
    words, unit = match["n"].lower(), unit_of(match["u"])
    if unit in ("second", "quarter", "century", "minute") and not re.match(r"\d|\w+(?=[ -]\w+s$)", match[0]):
        return None
    if unit == "second" and not match["u"].lower().endswith(("s", "sec")):
        return None
    if unit == "quarter" and not re.search(r"straight|consecutive|successive", match[0], re.IGNORECASE):
        return None
    if words == "some" or (words in ("a", "an") and unit == "second"):
        return None
    if re.search(r"\baged? $", match.string[: match.start()]):
        return None
    if match["half"] and (counted := count(match["n"])) is not None:
        return duration(counted + 0.5, table("units")[unit])
    return _length(match, match["n"])


def bare_duration(match: re.Match[str], _context: Context) -> str | None:
    """in years: PXY."""
    return duration(None, table("units")[unit_of(match[0])])


def every(match: re.Match[str], _context: Context) -> str | None:
    """every two weeks: P2W."""
    counted = 2.0 if match["other"] else (count(match["n"]) if match["n"] else 1)
    return duration(counted, table("units")[unit_of(match["u"])])


def every_weekday(match: re.Match[str], _context: Context) -> str | None:
    """every Monday, Mondays: XXXX-WXX-1."""
    word = (match["w"] or match["ws"].removesuffix("s").removesuffix("S")).lower()
    part = f"T{table('parts')[match['p'].lower()]}" if match["p"] else ""
    return f"XXXX-WXX-{table('weekdays')[word]}{part}"


def every_part(match: re.Match[str], _context: Context) -> str | None:
    """every morning: XXXX-XX-XXTMO."""
    return f"XXXX-XX-XXT{table('parts')[match['p'].lower()]}"


def frequency(match: re.Match[str], _context: Context) -> str | None:
    """weekly: P1W."""
    return table("frequencies")[match["f"].lower()]


def rate(match: re.Match[str], _context: Context) -> str | None:
    """fifteen a year: P1Y. Only after a number or what is counted by one; "spent a year" is a duration."""
    before = match.string[max(0, match.start() - 30) : match.start()]
    per = match[0].lower().startswith("per ")
    counted = re.search(
        r"(?:\d|\b(?:once|twice|times|million|billion|dollars|euros|percent|dozen|\d[\d.,]*k?m?)|\d[\w.,]* [a-z]+) $",
        before,
        re.IGNORECASE,
    )
    return duration(1, table("units")[match["u"].lower()]) if per or counted else None


def _zone(words: str | None) -> str:
    """The ISO 8601 offset: "GMT +8" is +08, "EST" -05, "" where none is given or known."""
    if not words:
        return ""
    name = re.search(r"[a-z]+", words.lower())
    shift = re.search(r"([+-])(\d\d?)", words)
    return f"{shift[1]}{int(shift[2]):02d}" if shift else table("zones")[name[0]] if name else ""


def clock(match: re.Match[str], context: Context) -> str | None:
    """6:40 p.m. (GMT +8): T18:40+08 on the day told last, or that of publication."""
    groups = match.groupdict()
    hour, minute = int(match["h"]), int(match["min"] or 0)
    half = (groups.get("ap") or "").lower()[:1]
    if half and not 1 <= hour <= 12:
        return None
    if half == "p" or (not half and (groups.get("p") or "").lower() in ("afternoon", "evening")):
        hour = hour % 12 + 12
    elif half == "a":
        hour %= 12
    return f"{_clock_day(context)}T{hour:02d}:{minute:02d}{_zone(match['z'])}"


def _clock_day(context: Context) -> str:
    told = re.match(r"\d{4}-\d\d-\d\d", context.last or "")
    return told[0] if told else unit_value("day", context.published, 0)


def military(match: re.Match[str], context: Context) -> str | None:
    """0600 GMT, 1430 hrs: four figures alone are a year or a number."""
    if not match["z"] and not re.search(r"hrs|hours", match[0]):
        return None
    return f"{_clock_day(context)}T{match['h']}:{match['min']}{_zone(match['z'])}"


def noon(match: re.Match[str], context: Context) -> str | None:
    """noon: T12:00; midnight: T24:00 of the day that ends."""
    return f"{_clock_day(context)}T{'24:00' if match['w'].lower() == 'midnight' else '12:00'}"


def overnight(_match: re.Match[str], context: Context) -> str | None:
    """overnight: the night."""
    return f"{_clock_day(context)}TNI"


def part(match: re.Match[str], context: Context) -> str | None:
    """this morning, last night, the previous evening; "in the morning" belongs to the date told last."""
    rel, code = (match["rel"] or "").lower(), table("parts")[match["p"].lower()]
    before = match.string[max(0, match.start() - 8) : match.start()].lower()
    if not rel and not re.search(r"\b(?:in|by|this|of|at|from|until|since|,) $", before + " " * before.endswith(",")):
        return f"{_clock_day(context)}T{code}" if re.match(r" (?:trading|rush|raid|session)", match.string[match.end() :]) else None
    if rel in ("this", "last", ""):
        day = unit_value("day", context.published, -1 if rel == "last" else 0) if rel else _clock_day(context)
        return f"{day}T{code}"
    if rel == "the":
        return f"{_clock_day(context)}T{code}" if re.search(r"\b(?:in|during|through|over|for|by) $", before) else None
    away_ = 1 if rel in ("the following", "the next") else _direction(rel)
    return f"{unit_value('day', context.told(), away_)}T{code}"


def recent(match: re.Match[str], _context: Context) -> str | None:
    """in recent years: PAST_REF; in the coming days: FUTURE_REF."""
    return "PAST_REF" if match["r"].lower() in ("recent", "past") else "FUTURE_REF"


def vague(match: re.Match[str], _context: Context) -> str | None:
    """now, recently, in the near future."""
    if match["v"].lower() == "the past" and re.match(r" \w+", match.string[match.end() :]):
        return None  # "the past few" is a window, "the past tense" no time
    return table("vague")[match["v"].lower()]


def later(match: re.Match[str], _context: Context) -> str | None:
    """later revealed: after what was told before."""
    return "FUTURE_REF" if match["w"].lower() == "later" else "PAST_REF"


def today(day: date, away_: int) -> date:
    """The day `away_` days after `day`."""
    return day + timedelta(days=away_)
