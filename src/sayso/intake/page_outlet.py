"""Which outlet a page is from, where the page tells."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from sayso.intake.page_bylines import is_byline, is_name
from sayso.intake.page_dates import stamps
from sayso.intake.page_headline import is_chrome_line, plain
from sayso.intake.page_lines import Line
from sayso.model import BlockKind

_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|\bcopyright\b)\s*(?:copyright|©|\(c\))?\s*(?:by\s+)?(?:(?:19|20)\d\d(?:\s*[-–—,/]\s*(?:(?:19|20)?\d\d|present))?)?[\s,.]*(?:by\s+)?([^.|©•·\n]{2,60})",
    re.IGNORECASE,
)
_LEGAL_TAIL = re.compile(
    r"[\s,|–-]*(?:\b(?:all rights reserved|alle rechte|tous droits|todos los derechos|все права|усі права|inc|llc|ltd|limited|gmbh|plc|corp|"
    r"s\.?a\.?|terms|click here|(?:19|20)\d\d)\b.*)$",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"\s+[|•·»–—-]\s+|\s*\|\s*|:\s+")
_OUTLET_WORD = re.compile(
    r"\b(?:news|newspaper|newsroom|times|post|herald|tribune|gazette|journal|daily|weekly|press|agency|media|chronicle|observer|guardian|independent|"
    r"telegraph|mirror|standard|reporter|review|magazine|broadcast\w*|radio|tv|television|channel|today|online|pravda|novosti|express|mail|sun|star|"
    r"globe|monitor|inquirer|examiner|bulletin|dispatch|courier|sentinel|advocate|register|wire|zeitung|tagblatt|anzeiger|kurier|rundschau|presse|"
    r"journal|figaro|monde|diario|periódico|gazzetta|corriere|giornale|gazeta|dziennik|газета|новости|новини|правда|известия|вести|вісті|агентство|"
    r"ministry|department|government|command|office|council|centcom)\b",
    re.IGNORECASE,
)
_URL = re.compile(r"^(?:https?://)?((?:www\.)?(?:[\w-]+\.)+[a-z]{2,})(?:/\S*)?$", re.IGNORECASE)
_GENERIC = frozenset(
    "newsroom logo|logo|news|home|menu|the latest|latest news|breaking news|press|media|newspaper|news agency".split(
        "|"
    )
)


def _clean(name: str) -> str:
    return re.sub(r"\s+", " ", _LEGAL_TAIL.sub("", name)).strip(" ,;:-–—|•·")


def _is_outlet_name(name: str) -> bool:
    words = name.split()
    return (
        1 <= len(words) <= 6
        and name.lower() not in _GENERIC
        and any(c.isupper() for c in name)
        and not is_chrome_line(name)
        and not any(c.isdigit() for c in name)
    )


def _from_titles(lines: Sequence[Line], headline: str | None) -> str | None:
    """ "Headline | Outlet" or "Outlet: Headline", where the headline stands by itself elsewhere."""
    if headline is None:
        return None
    wanted = plain(headline)
    for line in lines:
        if len(line.text) > len(headline) + 80 or len(line.text) <= len(headline) + 2:
            continue
        parts = _SEPARATOR.split(line.text)
        for at in (0, len(parts) - 1):
            rest = line.text.replace(parts[at], "", 1)
            if len(parts) > 1 and plain(rest) == wanted and _is_outlet_name(parts[at].strip()):
                return parts[at].strip()
    return None


def _from_byline(lines: Sequence[Line], kinds: Sequence[BlockKind]) -> str | None:
    """ "By Jane Doe - The Example Times - Thursday": the part of a byline that is no person."""
    for line, kind in zip(lines, kinds, strict=True):
        if kind is not BlockKind.BYLINE:
            continue
        for part in re.split(r"\s+[-–—|•·/]\s+|,\s+", line.text)[1:]:
            name = part.strip()
            if _OUTLET_WORD.search(name) and _is_outlet_name(name) and not stamps(name):
                return name
    return None


def _from_dated_line(lines: Sequence[Line], kinds: Sequence[BlockKind], mentions: Counter[str]) -> str | None:
    """ "Example Post, 1 August 2023, 05:34", also without a blank between."""
    for line, kind in zip(lines, kinds, strict=True):
        if kind is not BlockKind.CHROME or len(line.text) > 120 or is_byline(line.text):
            continue
        found = stamps(line.text)
        if not found:
            continue
        before = re.sub(
            r"[\s,|•·–—-]*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day)?[\s,|•·–—-]*$",
            "",
            line.text[: found[0].span.start],
            flags=re.IGNORECASE,
        )
        if (
            _is_outlet_name(before)
            and is_name(before)
            and (_OUTLET_WORD.search(before) or mentions[plain(before)] >= 2)
        ):
            return before
    return None


def _from_copyright(lines: Sequence[Line]) -> str | None:
    for line in reversed(lines):
        if len(line.text) < 400 and (match := _COPYRIGHT.search(line.text)):
            name = _clean(match[1])
            if _is_outlet_name(name):
                return name
    return None


def _from_heading(lines: Sequence[Line], kinds: Sequence[BlockKind]) -> str | None:
    """A plain text's first line, where headline and address or text follow at once."""
    if len(lines) < 3 or kinds[0] is not BlockKind.CHROME:
        return None
    headline = next((i for i, kind in enumerate(kinds) if kind is BlockKind.HEADLINE), None)
    name = lines[0].text
    if headline != 1 or not _is_outlet_name(name) or stamps(name) or len(name) > 60:
        return None
    return name


def _from_address(lines: Sequence[Line]) -> str | None:
    for line in lines[:6]:
        if match := _URL.match(line.text):
            return match[1].lower().removeprefix("www.")
    return None


def find_outlet(lines: Sequence[Line], kinds: Sequence[BlockKind]) -> str | None:
    """The outlet's name as the page has it; None where it does not tell."""
    headline = next((line.text for line, kind in zip(lines, kinds, strict=True) if kind is BlockKind.HEADLINE), None)
    mentions = Counter(
        " ".join(words[i : i + n])
        for line, kind in zip(lines, kinds, strict=True)
        if kind is not BlockKind.PARAGRAPH and len(line.text) < 400
        for words in (plain(line.text).split(),)
        for n in (1, 2, 3, 4)
        for i in range(len(words) - n + 1)
    )
    return (
        _from_titles(lines, headline)
        or _from_byline(lines, kinds)
        or _from_dated_line(lines, kinds, mentions)
        or _from_heading(lines, kinds)
        or _from_copyright(lines)
        or _from_address(lines)
    )
