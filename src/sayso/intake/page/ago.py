"""Times told from the moment at which a page was looked at: "2 hours ago"."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from functools import cache

from sayso.intake.page.clocks import date_words

_UNITS = {"minutes": timedelta(minutes=1), "hours": timedelta(hours=1), "days": timedelta(days=1)}


@cache
def _pattern() -> re.Pattern[str]:
    words = date_words()["ago"]
    units = "|".join(f"(?P<{unit}>{'|'.join(words[unit])})" for unit in _UNITS)
    return re.compile(rf"(?<![\w.])(?P<count>\d{{1,3}}|{'|'.join(words['one'])})\s?(?:{units})\s+ago\b", re.IGNORECASE)


def find_ago(text: str) -> tuple[int, timedelta] | None:
    """The first "… ago" in one line: where it begins, and how long ago that is; None where there is none."""
    match = _pattern().search(text)
    if match is None:
        return None
    count = int(match["count"]) if match["count"].isdigit() else 1
    return match.start(), sum((length * count for unit, length in _UNITS.items() if match[unit]), timedelta())


def day_before(seen: str, ago: timedelta) -> str | None:
    """The day `ago` before the moment `seen` (ISO 8601); None where less than a day is told and `seen` has no clock."""
    if "T" not in seen and ago < timedelta(days=1):
        return None
    return (datetime.fromisoformat(seen) - ago).date().isoformat()
