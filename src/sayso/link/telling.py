"""Where the running text of one report names the outlet of another as who told something."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType

from sayso import resources
from sayso.link.actors import name_words
from sayso.link.dates import published_day
from sayso.link.mastheads import folded
from sayso.link.speaking import is_press_name
from sayso.link.terms import listed, spelled
from sayso.model import ARTICLE_KINDS, Report, Span

_BODY_OF = re.compile(
    r"\b(Ministry|Department|Office|Agency|Bureau|Directorate|Secretariat|Board|Commission|Committee)"
    r" (?:of|for) (?:the )?([A-Z]\w+(?: (?:and )?[A-Z]\w+){0,2})"
)
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
# "the Example Post reported on Thursday"
_ON_A_DAY = re.compile(
    r"\W+(?:reported|said|wrote|published|quoted)\s+(?:\w+\s+){0,2}?((?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.I,
)
_SENTENCE_END = re.compile(r"[.!?][\"”’»)]*\s+(?=[\"“‘«(]?[A-ZÀ-ÞА-Я])")
NEAR = 60  # characters
_WORD = re.compile(r"\w+")
_NAME = re.compile(r"[A-ZÀ-Þ][\w&'’-]*(?: (?:(?:of|the|de|del|la|al) )?[A-ZÀ-Þ][\w&'’-]*){1,4}")
_SAID = re.compile(r".{40}[.!?][\"”’»)]*\Z", re.S)  # a line that is a sentence, if a page's layout hides it
_STARTS = re.compile(r"[A-ZÀ-Þ]|the |\S+\.[a-z]{2,7}$")  # a name, or an address ("lagoonpost.example")
ENOUGH_WORDS = 2  # words of a name that tell an outlet from others


@dataclass(frozen=True, slots=True)
class Told:
    """Where an outlet is named, the sentence that does, and this with the one behind it.

    `as_press` tells that it is named as one that reports what others said ("the website X", "X wrote"): for what it
    published, while a body ("the ministry said") is named for what it tells anybody. `barely` tells that no word of
    telling stands near ("if X is to be believed", "a suspicion voiced in X").
    """

    name: Span
    sentence: Span
    next: Span
    as_press: bool
    barely: bool = False


def told_by(
    report: Report, shown: AbstractSet[str], names: Iterable[str], own: Iterable[str], *, press: bool = False
) -> Iterator[Told]:
    """Where the article of `report`, whose outlet goes by the names `own` and which has the words `shown`
    (`words_shown`), names an outlet beside a word of telling ("told the Example Post", "in an interview with"); and one
    that is `press` wherever it is named.
    """
    known = tuple(names)
    if _telling_words(known).isdisjoint(shown):
        return
    pattern = _named(known, _last_words(own) & _endings(known))  # made for few outlets, not for each pair of them
    text = folded(report.text)
    for block in report.blocks:
        in_article = block.kind in ARTICLE_KINDS
        if not in_article and not _SAID.search(report.text, *block.span):
            continue
        for match in pattern.finditer(text, *block.span):
            if not _STARTS.match(match.group()):
                continue
            sentence = sentence_at(report.text, block.span, match.start())
            before = text[max(sentence.start, match.start() - NEAR) : match.start()]
            behind = text[match.end() : min(sentence.end, match.end() + NEAR)]
            as_press = _as_press(before, behind)
            tells = as_press or (in_article and _tells(before, behind))
            if tells or (press and in_article):
                behind_it = sentence_at(report.text, block.span, min(sentence.end, block.span.end - 1))
                following = Span(sentence.start, behind_it.end)
                yield Told(Span(*match.span()), sentence, following, as_press, barely=not tells)


def _as_press(before: str, behind: str) -> bool:
    """Whether the words around a name tell that it is one of press."""
    return bool(_press()[0].search(before) or _press()[1].match(behind))


def _tells(before: str, behind: str) -> bool:
    """Whether a word of telling stands near a name, or what it has told is spoken of ("the board's figure")."""
    return bool(saying().search(before) or saying().search(behind) or _documents().match(behind))


@cache
def _documents() -> re.Pattern[str]:
    """What stands right behind the name of whose statement, account or figures it is."""
    said = "|".join(resources.lists("link/calling.toml")["said"]["words"].split())
    return re.compile(rf"(?:['’]s?)?\s+(?:\w+\s+){{0,2}}?(?:{said})\b", re.I)


def words_shown(report: Report) -> frozenset[str]:
    """The words of all blocks of a report: without one of an outlet's name it does not name it. The empty one stands
    for names that have no word.
    """
    text = folded(report.text)
    return frozenset(("", *(_plain(word) for block in report.blocks for word in _WORD.findall(text, *block.span))))


def _plain(word: str) -> str:
    """A word as patterns that take upper and lower case for one see it."""
    return word.casefold().replace("ı", "i")


def mentioned(report: Report) -> Iterator[str]:
    """The names that the article has right behind, or right before, the words of one that reports what others said, and
    those that are of press by a word of them.
    """
    before, after = _named_as_press()
    for start, end in report.body:
        for pattern in (before, after):
            yield from (match["name"] for match in pattern.finditer(report.text, start, end))
        names = (match.group() for match in _NAME.finditer(report.text, start, end))
        yield from (name for name in names if is_press_name(name))


@cache
def _named_as_press() -> tuple[re.Pattern[str], re.Pattern[str]]:
    before, after = (pattern.pattern for pattern in _press())
    before = before.removesuffix("$").replace("{0,3}", "{0,3}?")
    name = r"(?P<name>(?-i:[A-ZÀ-Þ][\w&'’-]*)(?: (?:(?-i:[A-ZÀ-Þ])[\w&'’-]*|\d+|of|de|del|do|da|&|al)){0,4})"
    return (
        re.compile(rf"{before}{name}"),  # "the radio Example", not "Radio Example"
        re.compile(rf"{name}{after}", re.I),
    )


@cache
def _press() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands right before, and right behind, the name of an outlet that reports what others said."""
    table = resources.lists("link/telling.toml")
    kinds, before, after = "|".join(table["kinds"].split()), "|".join(table["before"]), "|".join(table["after"])
    aside = r"(?:\s*,[^,]{1,60},)?"  # "X, a paper in Lima, reported"
    return (
        re.compile(rf"\b(?:(?:{before})(?: the| \w+){{0,3}}|(?:{kinds}))\s+(?:the\s+)?$", re.I),
        re.compile(rf"{aside}\s*(?:has |had |have |first |also |that day |later )*(?:{after})\b", re.I),
    )


@cache
def saying() -> re.Pattern[str]:
    """Words of telling, in upper or lower case."""
    return re.compile(rf"\b(?:{'|'.join(resources.lists('link/telling.toml')['saying'])})\b", re.I)


def of_what_it_said(text: str, name: Span) -> bool:
    """Whether behind a name that stands in `text` its statement, account or figures are spoken of."""
    return bool(_documents().match(text, name.end))


def on_its_page(sentence: str) -> bool:
    """Whether a sentence tells that somebody says something in writing: on a page or in a statement."""
    return bool(_in_writing().search(sentence))


@cache
def _in_writing() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(resources.lists('link/telling.toml')['in_writing'])})\b", re.I)


@lru_cache(maxsize=10_000)
def _named(names: tuple[str, ...], own: frozenset[str]) -> re.Pattern[str]:
    """What finds any of the forms of these names, of which there is one at least, in a folded text."""
    forms = _forms(names)
    long = (re.escape(form) for form in forms if " " in form)
    single = (rf"(?-i:{re.escape(form)}|{re.escape(form.capitalize())})" for form in forms if " " not in form)
    short = (rf"(?-i:\b{re.escape(short)}\b)" for form in forms for short in _initials(form))
    sites = (rf"{re.escape(page)}\.[a-z]{{2,7}}" for page in _pages(forms))
    found = (*long, *single, *short, *sites, *(alone for name in names for alone in _alone(folded(name), own)))
    return re.compile(rf"(?<!\w)(?:{'|'.join(found)})(?!\w)", re.I)


@lru_cache(maxsize=10_000)
def _telling_words(names: tuple[str, ...]) -> frozenset[str]:
    """Words of which one is in all that `_named` finds: the longest of each form of a name."""
    forms = _forms(names)
    initials = (short for form in forms for short in _initials(form))
    ends = (word for name in names for word in (folded(name).split()[:1] + folded(name).split()[-1:]))
    found = (max(_WORD.findall(form), key=len, default="") for form in (*forms, *initials, *_pages(forms), *ends))
    return frozenset(map(_plain, found))


def _forms(names: Iterable[str]) -> Sequence[str]:
    return tuple(dict.fromkeys(form for name in names for form in short_forms(folded(name))))


def _pages(forms: Iterable[str]) -> Sequence[str]:
    """Names as they stand in an address."""
    return tuple(form.replace(" ", "") for form in forms if " " in form)


def short_forms(outlet: str) -> Iterator[str]:
    """The names by which an outlet is called in running text: the whole, its first and its last words, two or more that
    are no place of its kind by themselves ("Example Alo" of "Dainik Example Alo").
    """
    parts = outlet.split()
    yield outlet
    yield from _turned(outlet)
    for length in range(len(parts) - 1, 1, -1):
        for some in (parts[:length], parts[-length:]):
            told = name_words(" ".join(some))
            if len(told) >= ENOUGH_WORDS and not {*told} <= listed("bodies") and all(w[0].isupper() for w in some):
                yield " ".join(some)


def _turned(outlet: str) -> Iterator[str]:
    """The name of a body with its kind behind: "Treasury Department" of the "U.S. Department of the Treasury", "Foreign
    Ministry" of the "Ministry of Foreign Affairs", and as it is spelled in the United States.
    """
    for kind, matter in _BODY_OF.findall(outlet):
        short = matter.removesuffix(" Affairs")
        for name in dict.fromkeys((matter, short)):
            yield f"{name} {kind}"
            yield f"{' '.join(spelled(word.casefold()).capitalize() for word in name.split())} {kind}"


def _alone(outlet: str, own: frozenset[str]) -> Iterator[str]:
    """Patterns for "the Sentinel", if that is the last word of a longer name and the report is of no other Sentinel;
    and for "the digest Lowland", if that is the first one of "Lowland AB".
    """
    first, *rest = outlet.split() or [""]
    if not rest:
        return
    last = rest[-1].casefold()
    if rest[-1][0].isupper() and last in listed("press") and last not in own:
        yield rf"(?-i:[Tt]he {re.escape(rest[-1].capitalize())})"
    if first[0].isupper() and first.casefold() not in listed("press") | listed("bodies") | listed("small"):
        yield "|".join(rf"(?<={kind} )(?-i:{re.escape(first.capitalize())})" for kind in _kinds())


def _initials(name: str) -> Iterator[str]:
    """By what initials, and in full, a name goes that is of a body such as the United Nations ("UN Mission")."""
    low = name.casefold()
    for full, short in _short_bodies().items():
        if re.match(rf"(?:the )?(?:{full}|{short.casefold()})\b", low):
            yield short
            yield full.title()


@cache
def _kinds() -> tuple[str, ...]:
    """What outlets are called: "newspaper", "radio"."""
    return tuple(resources.lists("link/telling.toml")["kinds"].split())


@cache
def _short_bodies() -> Mapping[str, str]:
    """Patterns of the names of bodies that all know, each with its initials."""
    return MappingProxyType(resources.lists("link/telling.toml")["short"])


def _endings(names: Iterable[str]) -> frozenset[str]:
    """The words that names end in, as `_alone` tells them apart."""
    return frozenset(parts[-1].casefold() for name in names if (parts := folded(name).split()))


def _last_words(names: Iterable[str]) -> frozenset[str]:
    return frozenset(word for name in names for word in name_words(name))


def told_then(text: str, name: Span, other: Report) -> bool:
    """Whether `other` may be meant by its outlet's `name` in `text`: "reported on Thursday" is of a Thursday.

    A day beside it is allowed, as midnight is not the same everywhere.
    """
    told = _ON_A_DAY.match(text, name.end)
    day = published_day(other.dated)
    if not told or day is None:
        return True
    apart = (_WEEKDAYS.index(told.group(1).casefold()[:3]) - (day - 1)) % 7  # ordinal 1 was a Monday
    return apart in (0, 1, 6)


def sentence_at(text: str, block: Span, at: int) -> Span:
    """The sentence of a block that holds the place `at`."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text, *block)]
    start = max((end for end in ends if end <= at), default=block.start)
    return Span(start, min((end for end in ends if end > at), default=block.end))
