"""From a clock time or a part of the day to its TIMEX3 value: one function for each form, None where it is none."""

from __future__ import annotations

import re

from sayso.extract.times.reading import clock_day, direction
from sayso.extract.times.values import Context, unit_value
from sayso.extract.times.words import table


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
    return f"{clock_day(context)}T{hour:02d}:{minute:02d}{_zone(match['z'])}"


def military(match: re.Match[str], context: Context) -> str | None:
    """0600 GMT, 1430 hrs: four figures alone are a year or a number."""
    if not match["z"] and not re.search(r"hrs|hours", match[0]):
        return None
    return f"{clock_day(context)}T{match['h']}:{match['min']}{_zone(match['z'])}"


def noon(match: re.Match[str], context: Context) -> str | None:
    """noon: T12:00; midnight: T24:00 of the day that ends."""
    return f"{clock_day(context)}T{'24:00' if match['w'].lower() == 'midnight' else '12:00'}"


def overnight(_match: re.Match[str], context: Context) -> str | None:
    """overnight: the night."""
    return f"{clock_day(context)}TNI"


def part(match: re.Match[str], context: Context) -> str | None:
    """Last night, this morning, the previous evening; "in the morning" belongs to the date told last."""
    rel, code = (match["rel"] or "").lower(), table("parts")[match["p"].lower()]
    before = match.string[max(0, match.start() - 8) : match.start()].lower()
    if not rel and not re.search(r"\b(?:in|by|this|of|at|from|until|since|,) $", before + " " * before.endswith(",")):
        return (
            f"{clock_day(context)}T{code}"
            if re.match(r" (?:trading|rush|raid|session)", match.string[match.end() :])
            else None
        )
    if rel in ("this", "last", ""):
        day = unit_value("day", context.published, -1 if rel == "last" else 0) if rel else clock_day(context)
        return f"{day}T{code}"
    if rel == "the":
        return f"{clock_day(context)}T{code}" if re.search(r"\b(?:in|during|through|over|for|by) $", before) else None
    away_ = 1 if rel in ("the following", "the next") else direction(rel)
    return f"{unit_value('day', context.told(), away_)}T{code}"
