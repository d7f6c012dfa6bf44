"""What a site calls itself: the names in its requests, notices and lists of services."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from sayso.intake.page.lines import Line
from sayso.intake.page.signs import choice
from sayso.model import BlockKind

READ = 250  # code points; a longer line is text

AGENCY = "("

_NAME = r"(?:[Tt]he )?[A-ZÀ-ÞА-ЯІЇЄҐ][\w&'’]*(?:[ -](?:of |for |and |& )?[A-ZÀ-ÞА-ЯІЇЄҐ][\w&'’]*){0,3}"
_DATELINE = re.compile(r"[^.!?()]{2,60}\((?P<name>[^()]{2,40})\)\s*[-–—]")


@cache
def _phrases() -> tuple[re.Pattern[str], re.Pattern[str]]:
    before, after = choice("site", "before"), choice("site", "after")
    return (
        re.compile(rf"\b(?i:{before}) (?P<name>{_NAME})(?!\w)"),
        re.compile(rf"\b(?P<name>{_NAME})(?:['’]s)? (?i:{after})(?!\w)"),
    )


def bare(name: str) -> str:
    """`name` for comparing: small letters, without the article."""
    return " ".join(name.lower().split()).removeprefix("the ")


def _told(lines: Sequence[Line], kinds: Sequence[BlockKind]) -> Iterator[tuple[str, str]]:
    """Each name with the words by which the site tells it."""
    for line, kind in zip(lines, kinds, strict=True):
        if kind is BlockKind.PARAGRAPH:
            if match := _DATELINE.match(line.text[:120]):
                yield match["name"], AGENCY
        elif len(line.text) <= READ:
            found = [match for pattern in _phrases() for match in pattern.finditer(line.text)]
            # "Get the Example app" tells the name once
            once = {bare(match["name"]): match for match in reversed(found)}
            for match in once.values():
                yield match["name"], match.group().replace(match["name"], "").lower()


def site_names(lines: Sequence[Line], kinds: Sequence[BlockKind]) -> dict[str, int]:
    """Names a site may have, each with the number of different phrases that tell it ("About X", "X newsletter").

    The best told come first, of equals the first on the page. The first spelling stands for all. A dateline's agency
    ("KYIV (Example Wire) -") is among them with no phrase: many outlets carry its reports.
    """
    phrases: dict[str, set[str]] = defaultdict(set)
    spelled: dict[str, str] = {}
    for name, phrase in _told(lines, kinds):
        spelled.setdefault(bare(name), name)
        phrases[bare(name)].add(phrase)
    counts = {key: len(phrases[key] - {AGENCY}) for key in phrases}
    return {spelled[key]: counts[key] for key in sorted(counts, key=lambda key: -counts[key])}


def in_mixed_case(name: str, texts: Iterable[str]) -> str:
    """`name`, if it is all in capitals, as another line spells it with small letters."""
    if not name.isupper():
        return name
    pattern = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
    found = (match.group() for text in texts for match in pattern.finditer(text[:3000]))
    return next((told for told in found if not told.isupper() and all(w[0].isupper() for w in told.split())), name)
