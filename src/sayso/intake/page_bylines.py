"""Who wrote a report: the names in its byline."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.intake.page_dates import stamps

_OPENING = re.compile(
    r"^\s*(?:(?:story|text|words|report|reporting|analysis|opinion|column|written|reported|posted|published|edited|review|interview)\s+)?"
    r"(?:by|von|par|por|przez|авторы?|автор(?:ка|и)?|yazar|autor(?:in|es|a)?|auteure?|autore|authors?)\s*:?(?:\s+|$)",
    re.IGNORECASE,
)
# Where the names end: a place, a role, an outlet, a time.
_CLOSING = re.compile(
    r"\s*(?:[|•·/@(\[]|\s[-–—]\s|,?\s+(?:in|en|à|aus|for|für|with)\s+(?=[A-ZА-ЯІЇЄҐ])|\b(?:published|updated|posted|last updated|first published|min read|\d+ min)\b|https?://|\d).*$",
    re.IGNORECASE | re.DOTALL,
)
_ROLE = re.compile(
    r",?\s*\b(?:(?:senior|chief|deputy|special|foreign|diplomatic|political|defen[cs]e|security|environment|staff|contributing|national|white house|"
    r"world|business|economics|science|health|sports?|associate|managing|investigative|video|middle east|europe|asia|africa|moscow|kyiv|washington)\s+)*"
    r"(?:correspondents?|reporters?|writers?|editors?|journalists?|producers?|analysts?|columnists?|bureau chief|redakteur(?:in)?|contributors?)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
# all-caps bylines run into their role: "JANE DOESTAFF WRITER"
_GLUED_ROLE = re.compile(r"(?<=[A-Z])(?:STAFF WRITER|STAFF|CORRESPONDENT|REPORTER|EDITOR|COLUMNIST)\b.*$")
_WEEKDAY = re.compile(
    r"[\s,]*\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b[\s,.]*$", re.IGNORECASE
)
_JOIN = re.compile(
    r"\s*(?:,\s*(?:and|und|et|y|e|i|и|та|і)\s+|\s+(?:and|und|et|y|e|i|и|та|і|with)\s+|&|;)\s*|\s*,\s*", re.IGNORECASE
)
_NAME_WORD = re.compile(r"(?:[^\W\d_][\w.'’-]*|de|la|van|von|der|den|bin|al|el|da|di|do|du|le|ben)$")
_SMALL = frozenset("de la van von der den bin al el da di do du le ben of the".split())


def is_byline(text: str) -> bool:
    """Whether a line opens as bylines do and goes on with a name."""
    return len(text) < 200 and bool(_OPENING.match(text)) and bool(byline_names(text))


def is_name(text: str) -> bool:
    """Whether `text` reads like one name: one to five words, each with a capital or a particle of names."""
    parts = text.split()
    if not 1 <= len(parts) <= 5 or len(text) > 60:
        return False
    return parts[0][:1].isupper() and all(
        _NAME_WORD.match(part) and (part[0].isupper() or part.lower() in _SMALL) for part in parts
    )


def _without_place(names: Sequence[str], *, joined: bool) -> list[str]:
    # "Jane Doe and John Roe, Kyiv": one word alone after full names is where they are, not who
    full = [name for name in names if " " in name]
    return full if full and joined else list(names)


def byline_names(text: str) -> tuple[str, ...]:
    """The names in a byline ("By Jane Doe and John Roe, Kyiv" → Jane Doe, John Roe), as they are written."""
    opening = _OPENING.match(text)
    rest = text[opening.end() :] if opening else text
    found = stamps(rest)
    if found:
        rest = rest[: found[0].span.start]
    rest = _WEEKDAY.sub("", rest)
    rest = _GLUED_ROLE.sub("", _CLOSING.sub("", rest.strip()))
    rest = _ROLE.sub("", rest).strip(" ,;:.-–—|")
    names = [name.strip(" .,;:") for name in _JOIN.split(rest) if name and name.strip(" .,;:")]
    if not names or not all(is_name(name) for name in names):
        names = names[:1] if names and is_name(names[0]) and " " in names[0] else []
    return tuple(dict.fromkeys(_without_place(names, joined=len(names) > 1)))
