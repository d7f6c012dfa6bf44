"""Values in words: what a template says of a time, a number, a certainty or a change."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime

from babel import Locale, UnknownLocaleError, negotiate_locale
from babel.localedata import locale_identifiers
from babel.numbers import format_decimal, format_percent
from markupsafe import Markup

from sayso.model import (
    Certainty,
    DerivationKind,
    DriftKind,
    Factuality,
    OriginCount,
    Place,
    Polarity,
    Quantity,
    Realis,
)

UNKNOWN = "unknown"
DEFAULT_LOCALE = "en_GB"

CERTAINTY: Mapping[Certainty, str] = {
    Certainty.CERTAIN: "as certain",
    Certainty.PROBABLE: "as probable",
    Certainty.POSSIBLE: "as possible",
    Certainty.UNKNOWN: "certainty unknown",
}
DRIFT: Mapping[DriftKind, tuple[str, str]] = {
    DriftKind.HEDGE_LOST: ("hedge lost", "A retelling is surer than its source"),
    DriftKind.QUANTITY_CHANGED: ("number changed", "A retelling gives another number or bound than its source"),
    DriftKind.ATTRIBUTION_DROPPED: ("source dropped", "A retelling leaves out whom its source has it from"),
    DriftKind.ALLEGATION_AS_FACT: ("allegation as fact", "A retelling gives as fact what its source alleges"),
    DriftKind.DENIAL_DROPPED: ("denial dropped", "A retelling leaves out the denial that its source carries"),
    DriftKind.TIME_SHIFTED: ("time shifted", "A retelling gives another time than its source"),
}
DERIVATION: Mapping[DerivationKind, str] = {
    DerivationKind.COPIES: "copies",
    DerivationKind.PARAPHRASES: "paraphrases",
    DerivationKind.CITES: "cites",
    DerivationKind.DROPS_NAME: "draws on, without the source’s name",
}
REALIS: Mapping[Realis, str] = {
    Realis.ACTUAL: "happened, by this account",
    Realis.PLANNED: "planned",
    Realis.PREDICTED: "predicted",
    Realis.HYPOTHETICAL: "hypothetical",
    Realis.GENERIC: "holds in general",
}

# Scripts that run from right to left, by the languages written in them (ISO 639-1, and Sorani's 639-3).
RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_DATE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d))?(?:-(?P<day>\d\d))?")
_CLOCK = re.compile(r"(?P<clock>\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(?P<zone>Z|[+-]\d\d:?\d\d)?")
_DOUBT = {"?": "perhaps ", "~": "about ", "%": "perhaps about "}


def locale_of(accepted: str) -> str:
    """The locale in which numbers are shown to whoever sends this Accept-Language; British English by default."""
    wanted = [part.partition(";")[0].strip().replace("-", "_") for part in accepted.split(",")[:10]]
    found = negotiate_locale([one for one in wanted if one], locale_identifiers())
    try:
        return str(Locale.parse(found)) if found else DEFAULT_LOCALE
    except (UnknownLocaleError, ValueError):
        return DEFAULT_LOCALE


def number(value: float, locale: str) -> str:
    """A number as it is written where `locale` is spoken."""
    return format_decimal(value, locale=locale)


def share(value: float, locale: str) -> str:
    """A fraction of one in per cent."""
    return format_percent(value, locale=locale)


def counted(count: int, thing: str, locale: str) -> str:
    """How many of a thing: 1 origin, 14 reports."""
    return f"{number(count, locale)} {thing}{'' if count == 1 else 's'}"


def origins(count: OriginCount, locale: str) -> str:
    """How many origins had it by themselves, with both bounds where they differ."""
    if count.min == count.max:
        return counted(count.min, "origin", locale)
    return f"{number(count.min, locale)}–{number(count.max, locale)} origins"


def direction(language: str) -> str:
    """In which direction a language is written, as the attribute `dir` says it."""
    return "rtl" if language.partition("-")[0].lower() in RIGHT_TO_LEFT else "ltr"


def when(moment: str | None) -> Markup:
    """A time as precise as the page gave it, with its zone, or a word that none was given."""
    if not moment:
        return Markup('<span class="unknown">no date</span>')
    label, zone = _moment(moment)
    told = Markup(' <span class="zone">{}</span>').format(zone) if zone else ""
    return Markup('<time datetime="{}">{}{}</time>').format(moment, label, told)


def _moment(moment: str) -> tuple[str, str]:
    day, _, clock = moment.partition("T")
    date, time = _DATE.fullmatch(day), _CLOCK.fullmatch(clock)
    if date is None:
        return moment, ""
    if time is None:
        return _day(date), ""
    zone = {None: "zone not given", "Z": "UTC", "+00:00": "UTC"}.get(time["zone"], f"UTC{time['zone']}")
    return f"{_day(date)}, {time['clock']}", zone


def _day(date: re.Match[str]) -> str:
    parts = [date["day"] and str(int(date["day"])), date["month"] and _month(int(date["month"])), date["year"]]
    return " ".join(part for part in parts if part)


def _month(month: int) -> str:
    return _MONTHS[month - 1] if 1 <= month <= 12 else f"month {month}"


def event_time(edtf: str) -> str:
    """An EDTF date or interval in words; open ends stay open, doubt stays doubt."""
    start, slash, end = edtf.partition("/")
    if not slash:
        return _point(start)
    if start in ("", ".."):
        return f"until {_point(end)}"
    if end in ("", ".."):
        return f"from {_point(start)}, end unknown"
    return f"{_point(start)} to {_point(end)}"


def _point(edtf: str) -> str:
    doubt = _DOUBT.get(edtf[-1:], "")
    label, zone = _moment(edtf.rstrip("?~%"))
    return f"{doubt}{label}{f' ({zone})' if zone else ''}"


def day_of(moment: str | None) -> datetime | None:
    """The day of a time, or the first one that it may mean; None where it tells none."""
    date = _DATE.match(moment or "")
    if date is None:
        return None
    try:
        return datetime(int(date["year"]), int(date["month"] or 1), int(date["day"] or 1))
    except ValueError:
        return None


def commitment(certainty: Certainty, polarity: Polarity) -> str:
    """How a source holds a content: denied, left open, or how surely affirmed."""
    match polarity:
        case Polarity.NEGATIVE:
            return f"denied or negated, {CERTAINTY[certainty]}"
        case Polarity.UNKNOWN:
            return "left open"
        case _:
            return CERTAINTY[certainty]


def factuality(value: Factuality, locale: str) -> str:
    """`commitment`, with the range of a probability word."""
    told = commitment(value.certainty, value.polarity)
    if value.probability is None:
        return told
    low, high = (share(bound, locale) for bound in value.probability)
    return f"{told} ({low}–{high})"


def place(value: Place) -> str:
    """A place's name and country."""
    return ", ".join(part for part in (value.name, value.country) if part)


def quantity(value: Quantity, locale: str) -> str:
    """How many of what, with the bounds in words."""
    return f"{amount(value, locale)} {value.of or ''}".strip()


def amount(value: Quantity, locale: str) -> str:
    """How many, with the bounds in words."""
    low, high = (None if bound is None else number(bound, locale) for bound in (value.min, value.max))
    if low is not None and low == high:
        return low if value.word is None else f"{value.word} {low}"
    if low and high:
        return f"{low} to {high}"
    return f"at least {low}" if low else f"at most {high or UNKNOWN}"
