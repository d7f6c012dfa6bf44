"""Dates and times as machines write them, to ISO 8601, exactly as precise as given."""

from __future__ import annotations

import re
from datetime import datetime
from email.utils import parsedate_to_datetime

_ISO = re.compile(
    r"""(?P<day>\d{4}-\d\d-\d\d)
        (?:[T ]\s*(?P<minute>\d\d:\d\d)(?P<second>:\d\d)?(?:[.,]\d+)?
           \s*(?P<zone>Z|UTC|GMT|[+-]\d\d:?\d\d|[+-]\d\d)?)?$""",
    re.VERBOSE | re.IGNORECASE,
)
_DAY_ONLY = re.compile(r"\d{4}-\d\d-\d\d")
_BASIC = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?(Z|[+-]\d{4})?)?$")


def iso_date(value: str) -> str | None:
    """`value` (ISO 8601, RFC 5322 or RFC 9557 style) as ISO 8601; None where it is none of these, or no real date.

    A day stays a day and a minute a minute; fractions of a second go; an offset is there only if `value` has one.
    """
    text = value.strip()
    basic = _BASIC.match(text)
    if basic:
        year, month, day, hour, minute, second, zone = basic.groups()
        text = f"{year}-{month}-{day}" + (f"T{hour}:{minute}" if hour else "")
        text += (f":{second}" if second else "") + (zone or "")
    found = _ISO.match(text)
    return _checked(_joined(found)) if found else _mail_date(text)


def _joined(found: re.Match[str]) -> str:
    if not found["minute"]:
        return found["day"]
    return f"{found['day']}T{found['minute']}{found['second'] or ''}{_offset(found['zone'])}"


def _offset(zone: str | None) -> str:
    if not zone:
        return ""
    if zone[0] not in "+-":
        return "+00:00"
    digits = zone[1:].replace(":", "").ljust(4, "0")
    return f"{zone[0]}{digits[:2]}:{digits[2:]}"


def _checked(text: str) -> str | None:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return None
    return text


def _mail_date(text: str) -> str | None:
    """A date as in mail and RSS: "Tue, 05 Mar 2024 14:30:00 GMT"; -0000 and no zone give no offset (RFC 5322, 3.3)."""
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, IndexError, OverflowError):
        return None
    return moment.isoformat(timespec="seconds" if moment.second else "minutes")
