"""From the words of a duration or a set to its TIMEX3 value: one function for each form, None where it is none."""

from __future__ import annotations

import re

from sayso.extract.times.reading import count, length, unit_of
from sayso.extract.times.values import Context, duration
from sayso.extract.times.words import table


def window(match: re.Match[str], _context: Context) -> str | None:
    """The past three months: P3M. Without a number only a plural or a long unit tells a stretch of time."""
    unit, rel = unit_of(match["u"]), match["rel"].lower()
    if match["n"]:
        return length(match["n"], match["u"])
    if match["u"].lower().endswith("s"):
        return {"recent": "PAST_REF", "coming": "FUTURE_REF"}.get(rel) or _many(rel, match["u"])
    past = rel in ("past", "coming")  # "the past year" is the twelve months before, "last year" the calendar's
    if rel in ("first", "final") or not (past or unit in ("decade", "century", "hour", "minute")):
        return None
    return duration(1, table("units")[unit])


def _many(rel: str, unit: str) -> str | None:
    return None if rel in ("first", "final") else length(None, unit)


def a_duration(match: re.Match[str], _context: Context) -> str | None:
    """Two weeks: P2W. Not an age ("aged six years"), not a fraction ("three quarters of"), not "a second"."""
    counted = count(match["n"])
    if not _is_length(match) or re.search(r"\baged? $", match.string[: match.start()]):
        return None
    if (match["half"] or match["inner"]) and counted is not None:
        return duration(counted + 0.5, table("units")[unit_of(match["u"])])
    return length(match["n"], match["u"])


def _is_length(match: re.Match[str]) -> bool:
    """Whether the unit is one of time: a "second" may be an ordinal, a "quarter" a fourth, "some day" any day."""
    unit, one = unit_of(match["u"]), match["n"].lower() in ("a", "an")
    if one and match["u"].lower().endswith("s"):
        return False  # "a months-long battle"
    plural = match["u"].lower().endswith("s") or match["n"][0].isdigit()
    if unit == "quarter":
        return re.search(r"straight|consecutive|successive", match[0], re.IGNORECASE) is not None
    if unit == "second":
        return plural and not one
    return match["n"].lower() != "some" and not (one and unit == "century")


def bare_duration(match: re.Match[str], _context: Context) -> str | None:
    """In years: PXY."""
    return duration(None, table("units")[unit_of(match["u"])])


def every(match: re.Match[str], _context: Context) -> str | None:
    """Every two weeks: P2W."""
    counted = 2.0 if match["other"] else (count(match["n"]) if match["n"] else 1)
    return duration(counted, table("units")[unit_of(match["u"])])


def every_weekday(match: re.Match[str], _context: Context) -> str | None:
    """Every Monday, Mondays: XXXX-WXX-1."""
    named = match.groupdict().get("p")
    part = f"T{table('parts')[named.lower()]}" if named else ""
    return f"XXXX-WXX-{table('weekdays')[match['w'].lower()]}{part}"


def every_season(match: re.Match[str], _context: Context) -> str | None:
    """Every spring: XXXX-SP."""
    return f"XXXX-{table('seasons')[match['s'].lower()]}"


def every_part(match: re.Match[str], _context: Context) -> str | None:
    """Every morning: XXXX-XX-XXTMO."""
    return f"XXXX-XX-XXT{table('parts')[match['p'].lower()]}"


def frequency(match: re.Match[str], _context: Context) -> str | None:
    """weekly: P1W."""
    return table("frequencies")[match["f"].lower()]


def rate(match: re.Match[str], _context: Context) -> str | None:
    """Fifteen a year, twice a week: P1Y, P1W. Only after a number or what one counts; "spent a year" is a duration."""
    before = match.string[max(0, match.start() - 30) : match.start()]
    per = match[0].lower().startswith("per ")
    counted = re.search(
        r"(?:\d|\b(?:once|twice|times|million|billion|dollars|euros|percent|dozen|\d[\d.,]*k?m?)|\d[\w.,]* [a-z]+) $",
        before,
        re.IGNORECASE,
    )
    often = bool(match["often"])
    return duration(1, table("units")[match["u"].lower()]) if often or per or counted else None
