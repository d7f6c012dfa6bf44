"""Which outlet a page is from, where the page tells."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from sayso.intake.page.bylines import byline_names, is_byline, is_name, outlet_tail
from sayso.intake.page.dates import stamps
from sayso.intake.page.headline import is_chrome_line, plain
from sayso.intake.page.lines import Line
from sayso.intake.page.masthead import body_at_top, body_name, from_top, in_full, set_apart, spells_out
from sayso.intake.page.menus import is_menu
from sayso.intake.page.signs import choice, sign
from sayso.intake.page.sitenames import bare, in_mixed_case, site_names
from sayso.intake.page.topline import in_capitals, like_a_name, names_in, small
from sayso.model import BlockKind

_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|\bcopyright\b)(?:[\s,.–-]|copyright|©|\(c\)|by\b|present\b|(?:19|20)\d\d)*([^\W\d][^.|/©•·\n]{1,60})",
    re.IGNORECASE,
)
TOP = 4  # lines in which a page's own name stands above everything

_SEPARATOR = re.compile(r"\s+(?:[|•·»–—:-]|::)\s+|\s*\|\s*|:\s+")
_NUMBERED = re.compile(r"\s24(?:/7)?$|(?<=[^\W\d_])\d{1,2}$")  # "Lagoon 24", "Canal5"
# the form of a firm at the end of its name
_FORM = re.compile(
    r",?\s+(?:Co\.?,?\s*)?(?:Ltd|Limited|Inc|LLC|LLP|PLC|plc|GmbH|AG|SE|[NB]\.?V|S\.?A|S\.?p\.?A|S\.?[Rr]\.?[Ll]|A/?S|AB|Oyj?|Kft|Zrt"
    r"|d\.o\.o|Pty(?: Ltd)?|(?:Sdn )?Bhd|K\.?K|[OP]?JSC|Corp(?:oration)?)\.?$"
)
_ASIDE = re.compile(r",\s+(?=[^\W\dA-ZÀ-ÞА-Я]).*$", re.DOTALL)  # ", a community station"
_SEAT = re.compile(
    r",\s+(?:(?:the )?(?:Republic|Kingdom|Government|State|Commonwealth) of\b.*|(?:[A-Z][\w-]+\s?){1,2})$"
)
# a state above the name of one of its bodies
_STATE = re.compile(
    r"(?:the )?(?:\w+ )?(?:republic|kingdom|state|commonwealth|federation) of (?:\w+ ?){1,3}", re.IGNORECASE
)
_CALLED = re.compile(r"(?=..)[A-Z]{1,6}\d{0,2}")  # "TVN", "K24"
_LATIN = "\u0370"  # the first letter behind those of Latin scripts
_ALIKE = 0.6  # of a title's words that are the headline's: what is beside them is the site's name
_BYLINE_PART = re.compile(r"\s+[-–—|•·/]\s+|,\s+")
_BEFORE_DATE = re.compile(r"[\s,|•·/–—-]*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day)?[\s,|•·/–—-]*$", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?://)?((?:[\w-]+\.)+[a-z]{2,})(?:/\S*)?$", re.IGNORECASE)


@cache
def _legal_tail() -> re.Pattern[str]:
    return re.compile(rf"[\s,|–-]*\b{choice('outlet', 'tail')}\b.*$", re.IGNORECASE | re.DOTALL)


def _may_be_outlet(name: str) -> bool:
    return (
        1 <= sum(not small().fullmatch(word) for word in name.split()) <= 8
        and not _STATE.fullmatch(name)
        and any(c.isupper() for c in name)
        and not any(c.isdigit() for c in _NUMBERED.sub("", name))
        and not is_menu(name)
        and not sign("outlet", "generic").fullmatch(name)
        and not sign("byline", "role").search(name)
        and not is_chrome_line(name)
    )


def _from_titles(lines: Sequence[Line], headline: str | None) -> Iterator[str]:
    """From "Headline | Outlet" or "Outlet: Headline", where the headline stands by itself elsewhere."""
    wanted = plain(headline or "")
    for line in lines if headline else ():
        parts = _SEPARATOR.split(line.text) if len(line.text) <= len(headline or "") + 80 else []
        for name in {parts[0]: None, parts[-1]: None} if len(parts) > 1 else ():
            if plain(line.text.replace(name, "", 1)) == wanted:
                yield name.strip()


def _from_parted_line(lines: Sequence[Line], kinds: Sequence[BlockKind]) -> Iterator[str]:
    """From a first line that parts the name from its long form or a motto ("HBA | Harbour Bureau of Albany", "LAGOON –
    people and boats"), above a line of the site.
    """
    if len(lines) < 3 or kinds[0] is not BlockKind.CHROME or kinds[1] is not BlockKind.CHROME:
        return
    names = sorted(names_in(lines[0].text), key=lambda name: max(name) >= _LATIN)  # as readers of English write it
    if len(names) != 2 or is_menu(lines[0].text):
        return
    yield from (names[1:] if spells_out(names[1], names[0]) else ())
    if in_capitals(names[0]) or like_a_name(names[0]) or _CALLED.fullmatch(names[0]):
        yield names[0]


def _from_byline(bylines: Sequence[str]) -> Iterator[str]:
    """From "By Jane Doe - The Example Times - Thursday", "By Jane Doe Example News": what is no person in it."""
    for text in bylines:
        for part in _BYLINE_PART.split(text)[1:]:
            if sign("outlet", "word").search(part) and not stamps(part):
                yield part.strip()
        found = stamps(text)
        head = text[: found[0].span.start] if found else text
        if tail := outlet_tail(head.strip()):
            yield tail


def _from_dated_line(lines: Sequence[Line], kinds: Sequence[BlockKind], persons: frozenset[str]) -> Iterator[str]:
    """From "Example Post, 1 August 2023, 05:34", also without a blank between."""
    mentions = _mentions(lines, kinds)
    for line, kind in zip(lines, kinds, strict=True):
        found = stamps(line.text) if kind is BlockKind.CHROME and len(line.text) <= 120 else ()
        if not found or is_byline(line.text):
            continue
        name = _BEFORE_DATE.sub("", line.text[: found[0].span.start])
        if not name or not is_name(name) or name in persons:
            continue
        # a name without a word of the trade may be a person's or a place's, unless the page has it all over
        if sign("outlet", "word").search(name) or mentions[plain(name)] >= 3:
            yield name


def _mentions(lines: Sequence[Line], kinds: Sequence[BlockKind]) -> Counter[str]:
    """How often runs of up to four words stand in the page's chrome."""
    found: Counter[str] = Counter()
    for line, kind in zip(lines, kinds, strict=True):
        if kind is BlockKind.CHROME and len(line.text) < 400:
            words = plain(line.text).split()
            found.update(" ".join(words[i : i + n]) for n in (1, 2, 3, 4) for i in range(len(words) - n + 1))
    return found


def _from_first_line(lines: Sequence[Line], kinds: Sequence[BlockKind]) -> Iterator[str]:
    """From the line above the headline, where a plain text begins with the two."""
    if len(lines) > 2 and kinds[0] is BlockKind.CHROME and kinds[1] is BlockKind.HEADLINE and not stamps(lines[0].text):
        yield lines[0].text


def _from_copyright(lines: Sequence[Line], told: Mapping[str, int]) -> Iterator[str]:
    """From "© 2024 Example Post. All rights reserved." at the foot.

    A publishing house ("Example Media Group") is no outlet: the rest of its name counts if the site calls itself so.
    """
    for line in reversed(lines):
        if len(line.text) < 400 and (match := _COPYRIGHT.search(line.text)):
            name = _ASIDE.sub("", _legal_tail().sub("", match[1]).strip(" ,;:-–—|•·"))
            core = sign("outlet", "house").sub("", name).strip(" ,&")
            if core == name:
                yield name
            elif core:
                yield from (own for own in told if bare(own) == bare(core))


def _from_masthead(lines: Sequence[Line], kinds: Sequence[BlockKind], told: Mapping[str, int]) -> Iterator[str]:
    """From a line at the top, where the site calls itself by the same name elsewhere."""
    names = {bare(name) for name in told}
    for line, kind in zip(lines[:TOP], kinds, strict=False):
        if kind is BlockKind.CHROME and bare(line.text) in names and not stamps(line.text):
            yield line.text


def _from_phrases(told: Mapping[str, int], persons: frozenset[str], *, least: int) -> Iterator[str]:
    """From what the site says of itself, in `least` or more different phrases."""
    for name, count in told.items():
        if name not in persons and count >= least and (least > 1 or sign("outlet", "word").search(name)):
            yield name


def _from_address(lines: Sequence[Line]) -> Iterator[str]:
    for line in lines[:6]:
        if match := _ADDRESS.match(line.text):
            yield match[1].lower().removeprefix("www.")


def titled_outlet(titles: Iterable[str], headline: str | None) -> str | None:
    """The outlet in a title of the tab ("Headline | Outlet", "Outlet — Headline"), where all but it is the headline."""
    wanted = plain(headline or "")
    for title in titles if wanted else ():
        parts = _SEPARATOR.split(title)
        for name in (parts[-1].strip(), parts[0].strip()) if len(parts) > 1 else ():
            if plain(title.replace(name, "", 1)) == wanted and _may_be_outlet(name):
                return name
    return None


def title_tail(titles: Iterable[str], headline: str | None) -> str | None:
    """The site that the title of a tab ends in, behind most of the headline ("Statement on the fire - HBA"), or behind
    anything where it is a body's name ("Announcement | Ministry of Example").
    """
    wanted = {*plain(headline or "").split()}
    for title in titles:
        parts = [part.strip() for part in _SEPARATOR.split(title)]
        *head, name = [part for part in parts if not _STATE.fullmatch(part)] or [""]
        words, called = {word for part in head for word in plain(part).split()}, {*plain(name).split()}
        alike = bool(words) and len(words & wanted) >= _ALIKE * len(words)
        # "Ten hurt in blast: Ministry of Health" is all headline
        told = (alike and not called & wanted) or (body_name(name) and not called <= wanted)
        if head and told and _may_be_outlet(name):
            return name
    return None


def site_in_title(titles: Iterable[str], headline: str | None, text: str) -> str | None:
    """The body or site that a tab's title ends or begins with ("Notices - Ministry of Example, Republic of Somewhere"),
    where the page's `text` has the name too and the headline has not.
    """
    shown, above = f" {plain(text)} ", plain(headline or "")
    for title in titles:
        parts = _SEPARATOR.split(title)
        for part in (parts[-1], parts[0]) if len(parts) > 1 else ():
            for name in (_FORM.sub("", part.strip()), _SEAT.sub("", part.strip())):
                found = plain(name) not in above and f" {plain(name)} " in shown
                if found and like_a_name(name) and _may_be_outlet(name):
                    return name
    return None


def home_of(names: Iterable[str]) -> str | None:
    """The outlet among the words of a page's links to its own front page."""
    return next((_FORM.sub("", name) for name in names if _may_be_outlet(name)), None)


def find_outlet(lines: Sequence[Line], kinds: Sequence[BlockKind]) -> str | None:
    """The outlet's name as the page has it; None where it does not tell."""
    headline = next((line.text for line, kind in zip(lines, kinds, strict=True) if kind is BlockKind.HEADLINE), None)
    bylines = [line.text for line, kind in zip(lines, kinds, strict=True) if kind is BlockKind.BYLINE]
    persons = frozenset(name for text in bylines for name in byline_names(text))
    told = site_names(lines, kinds)
    found = (
        _from_titles(lines, headline),
        _from_parted_line(lines, kinds),
        _from_byline(bylines),
        _from_dated_line(lines, kinds, persons),
        _from_first_line(lines, kinds),
        _from_phrases(told, persons, least=2),
        _from_masthead(lines, kinds, told),
        _from_copyright(lines, told),
        set_apart(lines, kinds),
        from_top(lines, kinds),
        _from_phrases(told, persons, least=1),
        body_at_top(lines, kinds),
    )
    named = (name for names in found for name in names if _may_be_outlet(name))
    name = next(named, None) or next(_from_address(lines), None)
    if name and lines and _STATE.fullmatch(lines[0].text) and body_name(name):
        name = f"{name} {'OF THE' if name.isupper() else 'of the'} {lines[0].text}"
    return in_mixed_case(in_full(name, lines), (line.text for line in lines)) if name else None
