"""What stands in a line at the top of a page: the name of the outlet, its motto, entries of a menu."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from sayso.intake.page.lines import Line
from sayso.intake.page.signs import choice, sign

LONGEST = 60  # code points of the name
# What parts the name from a motto or from a menu: strokes, dots, arrows, pictures, a wide gap, a comma before a place.
_PARTED = re.compile(r"\s+[–—-]\s+|\s*[^\w\s&'’.,/()+-]\s*|\s*//+\s*|\s+/\s+|\s{2,}|,\s")
_FREQUENCY = re.compile(r"\s+\d{2,4}(?:[.,]\d)?(?:\s*(?:FM|AM|MHz|kHz)\b.*)?$")  # "Radio Example 94.3 FM Kisumu"
_SPACED = re.compile(r"(?<!\S)\w(?: \w){2,}(?:\s{2,}\w(?: \w){2,})*(?!\S)")  # "L A G O O N   P O S T"
_GAP = re.compile(r"(?<! ) (?! )")
_FEW = 4  # words in capitals that are a name sooner than a headline
_CAPITALS = 6  # words of a name in capitals


@cache
def small() -> re.Pattern[str]:
    """A pattern for a small word within a name."""
    return re.compile(choice("outlet", "small"))


def names_in(text: str) -> list[str]:
    """The parts of a line at the top: a name, a motto, entries of a menu."""
    together = _SPACED.sub(lambda match: " ".join(_GAP.sub("", match.group()).split()), text)
    return [name for part in _PARTED.split(together) if (name := _FREQUENCY.sub("", part.strip()))]


def like_a_name(name: str) -> bool:
    """Whether `name` is two words or more, each with a capital but for small ones."""
    words = name.split()
    if len(words) < 2 or len(name) > LONGEST:
        return False
    return all(word[0].isupper() or small().fullmatch(word) for word in words) and words[-1][0].isupper()


def in_capitals(name: str) -> bool:
    """Whether a few words are all in capitals."""
    return name.isupper() and sum(c.isalpha() for c in name) > 3 and len(name.split()) <= _CAPITALS


def is_described(name: str, rest: Sequence[str]) -> bool:
    """Whether a name has beside it what kind of outlet it is, or how many follow it."""
    return _tells_kind(rest) and (like_a_name(name) or in_capitals(name))


def _tells_kind(parts: Sequence[str]) -> bool:
    return any(sign("outlet", "kind").search(part) or sign("crowd", "audience").search(part) for part in parts)


def is_masthead(lines: Sequence[Line], at: int) -> bool:
    """Whether a line can be no headline: the page's first one, and it is a name with what kind of outlet it is, or no
    more than a few words in capitals above a line of the site.
    """
    name, *rest = names_in(lines[at].text) or [""]
    if at > 1 or not name:
        return False
    return _tells_kind(rest) or (at == 0 and in_capitals(lines[at].text) and len(name.split()) <= _FEW)
