"""Who wrote a report: the names in its byline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from sayso.intake.page.dates import stamps
from sayso.intake.page.signs import choice, sign

# A place, an outlet or an address ends the names: "Jane Doe in Paris", "Jane Doe - Example Times", "Jane Doe | 5 min".
_PLACE = re.compile(
    r"\s*(?:[|•·/@(\[]|\s[-–—]\s|,?\s+(?:in|en|à|aus|for|für)\s+(?=[^\W\d_])|https?://|\d).*$", re.DOTALL
)
# Bylines all in capitals run into what follows them: "JANE DOESTAFF WRITER".
_GLUED_ROLE = re.compile(r"(?<=[A-Z])(?:SENIOR|CHIEF|DEPUTY|STAFF|CORRESPONDENT|REPORTER|EDITOR|COLUMNIST)\b.*$")
_WEEKDAY = re.compile(
    r"[\s,]*\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b[\s,.]*$", re.IGNORECASE
)
_AND = r"(?:and|und|et|y|e|i|и|та|і|with)"
_JOIN = re.compile(rf"\s*(?:,\s*{_AND}\s+|\s+{_AND}\s+|&|;|,)\s*", re.IGNORECASE)
_NAME_WORD = re.compile(r"[^\W\d_][\w.'’-]*$")
_PARTICLES = frozenset(
    ["de", "la", "van", "von", "der", "den", "bin", "al", "el", "da", "di", "do", "du", "le", "ben", "of", "the"]
)


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(rf"\s*{choice('byline', 'opening')}\s*:?(?:\s+|$)", re.IGNORECASE)


@cache
def _role() -> re.Pattern[str]:
    rank, role = choice("byline", "rank"), choice("byline", "role")
    return re.compile(rf",?\s*\b(?:{rank}\s+)*{role}\b.*$", re.IGNORECASE | re.DOTALL)


@cache
def _by_staff() -> re.Pattern[str]:
    """A byline that names nobody: "Example Wire staff", with or without "By", alone or before a mark."""
    return re.compile(r"((?:[A-ZÀ-Þ][\w.&'’-]*\s+){1,4}[Ss]taff)(?:\s+(?:reporters?|writers?))?\s*(?:$|[|•·/])")


@cache
def _posted_by() -> re.Pattern[str]:
    """Everything before the name in "Posted on May 14, 2024 by Editor"."""
    return re.compile(rf"\s*{choice('time', 'published')}\b[^.!?]{{0,40}}\d[^.!?]{{0,20}}\bby\s+", re.IGNORECASE)


def opens_byline(text: str) -> bool:
    """Whether a line begins as bylines do, whatever follows."""
    return _opening().match(text) is not None


def is_byline(text: str) -> bool:
    """Whether a line begins as bylines do and goes on with a name, or names the staff."""
    if len(text) >= 200:
        return False
    opens = opens_byline(text) or _posted_by().match(text) or _by_staff().match(text)
    return bool(opens) and bool(byline_names(text))


def is_name(text: str) -> bool:
    """Whether `text` reads like one name: one to six words, each with a capital or a particle of names."""
    parts = text.split()
    if not 1 <= len(parts) <= 6 or len(text) > 60 or not text[0].isupper():
        return False
    return all(_NAME_WORD.match(part) and (part[0].isupper() or part in _PARTICLES) for part in parts)


def outlet_tail(name: str) -> str | None:
    """The outlet that a byline runs into ("Jane Doe Example News" → Example News); None where it does not."""
    parts = name.split()
    if len(parts) < 4 or not sign("outlet", "word").fullmatch(parts[-1]):
        return None
    return " ".join(parts[-3:] if parts[-3].lower() == "the" else parts[-2:])


def _person(name: str) -> str:
    tail = outlet_tail(name)
    return name.removesuffix(tail).strip() if tail else name


def byline_names(text: str) -> tuple[str, ...]:
    """The names in a byline ("By Jane Doe and John Roe, Kyiv" → Jane Doe, John Roe), as they are written."""
    opening = _posted_by().match(text) or _opening().match(text)
    rest = text[opening.end() :] if opening else text
    if staff := _by_staff().match(rest):
        return (staff[1],)
    if found := stamps(rest):
        rest = rest[: found[0].span.start]
    if closing := sign("byline", "closing").search(rest):
        rest = rest[: closing.start()]
    rest = _PLACE.sub("", _WEEKDAY.sub("", rest).strip())
    # who signs as "Editor" alone has no other name on the page
    rest = _role().sub("", _GLUED_ROLE.sub("", rest)) or rest
    names = [cleaned for name in _JOIN.split(rest) if (cleaned := name.strip(" .,;:-–—|"))]
    while names and not is_name(names[-1]):
        names.pop()
    if not names or not all(map(is_name, names)):
        return ()
    # one word alone after full names is where they are, not who: "Jane Doe and John Roe, Kyiv"
    full = [name for name in names if " " in name]
    return tuple(dict.fromkeys(map(_person, full or names)))


def join_names(groups: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """The names of several byline lines, each once."""
    return tuple(dict.fromkeys(name for names in groups for name in names))
