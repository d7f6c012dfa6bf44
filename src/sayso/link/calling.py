"""By what words running text speaks of an outlet without its name: "the ministry", "a local radio", "its bulletin"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from sayso import resources
from sayso.link.actors import name_words
from sayso.link.reuse import quotes
from sayso.link.speaking import is_press_name
from sayso.link.telling import NEAR, Told, saying, sentence_at
from sayso.link.terms import is_country, listed, terms
from sayso.model import ARTICLE_KINDS, BlockKind, Report, Span

AROUND = 4  # blocks of a page's head, and of its foot, that tell what it is
BEFORE = 3  # words before a word such as "ministry" that may tell it from another
_WORD = re.compile(r"[^\W\d_]+(?:['’]s?\b)?|[^\w\s]")
_BY_NAME = frozenset({"Telegram"})
_THE = re.compile(r"(?:^|\b[Tt]he\s+)$")
_NAME_BEHIND = re.compile(r"\s+[A-ZÀ-Þ]")
# "Radio Example, a local station in Example," tells what a name is the name of
_NAME_BEFORE = re.compile(r"[A-ZÀ-Þ][\w.&-]+,\s+(?:an?|the)\s+(?:\w+\s+)?$")
_ASIDE_ENDS = re.compile(r"(?:\s+(?:in|of|from|based|that|which)\b[^,.;]*)?[,.;]")
_OF = re.compile(r"\b(?:of|for|on|in)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Guise:
    """How an outlet may be called: the `words` of its names, the `heads` among them ("ministry" of "Ministry of Example
    Affairs"), the `kinds` of outlet that it is, and the `documents` that its page is.
    """

    words: frozenset[str]
    heads: frozenset[str]
    kinds: frozenset[str]
    press: frozenset[str]
    documents: frozenset[str]


@cache
def _kinds(table_name: str) -> tuple[tuple[re.Pattern[str], frozenset[str]], ...]:
    """The `signs` of kinds of press or of bodies, and what they are called."""
    table = resources.lists("link/calling.toml")[table_name]
    return tuple((re.compile(kind["signs"], re.IGNORECASE), frozenset(kind["called"].split())) for kind in table)


@lru_cache(maxsize=10_000)
def called_bodies(shown: str) -> frozenset[str]:
    """The words by which others call a body whose page has `shown` around its article: "company", "navy"."""
    return _called("body", shown)


def _called(table_name: str, shown: str) -> frozenset[str]:
    return frozenset(word for signs, called in _kinds(table_name) if signs.search(shown) for word in called)


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(resources.lists("link/calling.toml")[name]["words"].split())


def guise(report: Report, outlets: Iterable[str]) -> Guise:
    """How others may call the outlet of `report`, which goes by the names `outlets`."""
    names = tuple(outlets)
    about = [report.text[slice(*b.span)] for b in report.blocks if b.kind is BlockKind.CHROME]
    shown = "\n".join((*names, *about[:AROUND], *about[-AROUND:]))
    tells_of_others = any(map(is_press_name, names))
    top = " ".join((report.title or "", *about[:AROUND])).casefold()
    return Guise(
        words=frozenset(word for name in names for word in name_words(name)),
        heads=frozenset(head for name in names for head in _heads(name)),
        kinds=_called("body", shown) if not tells_of_others else frozenset(),
        press=_called("press", shown),
        documents=frozenset(word for word in _words("documents") if re.search(rf"\b{word}\b", top)),
    )


def _heads(name: str) -> Iterator[str]:
    """The word of a name that stands for it: the last before "of", and whose it is ("Ombudsman's Office")."""
    first = _OF.split(name)[0]
    parts = re.findall(r"[^\W\d_]+(?:['’]s)?", first)
    yield from (part[:-2].casefold() for part in parts if part[-2:] in ("'s", "’s"))
    if len(parts) > 1 or _OF.search(name):
        yield from (part.casefold() for part in parts[-1:] if not is_country(part.casefold()))


def calls(report: Report, other: Guise) -> Iterator[Told]:
    """Where the article of `report` speaks of what an outlet that goes in the guise of `other` has told."""
    pattern = _pattern(other.heads | other.kinds | other.press | other.documents)
    if pattern is None:
        return
    for block in report.blocks:
        if block.kind not in ARTICLE_KINDS:
            continue
        for match in pattern.finditer(report.text, *block.span):
            sentence = sentence_at(report.text, block.span, match.start())
            quoted = any(match.start() in range(*quote) for quote in quotes(report.text, block.span))
            if quoted or _is_named(report.text, match, other):
                continue
            before = report.text[sentence.start : match.start()]
            if match.group()[0].isupper() and not (_THE.search(before) or match.group() in _BY_NAME):
                continue  # part of a name
            if _says(report.text, sentence, match, other) and _fits(before, match.group().casefold(), other):
                yield Told(Span(*match.span()), sentence, sentence, match.group().casefold() in other.press)


@lru_cache(maxsize=10_000)
def _pattern(words: frozenset[str]) -> re.Pattern[str] | None:
    return re.compile(rf"\b(?:{'|'.join(sorted(words))})\b", re.IGNORECASE) if words else None


def _asked(text: str, sentence: Span, before: str) -> bool:
    """Whether a body does not speak but is spoken to, or told those who asked what its page need not say."""
    return bool(
        _phrases("spoken_to", r"\s+(?:\w+\s+){0,2}$").search(before) or _phrases("spoken").search(text, *sentence)
    )


@cache
def _phrases(name: str, behind: str = "\\b") -> re.Pattern[str]:
    phrases = "|".join(resources.lists("link/calling.toml")[name]["phrases"])
    return re.compile(rf"\b(?:{phrases}){behind}", re.IGNORECASE)


def _is_named(text: str, match: re.Match[str], other: Guise) -> bool:
    """Whether a name stands right beside the word: "the newspaper Example Post", "Radio Example, a local station"."""
    before = max(0, match.start() - NEAR)
    if _NAME_BEHIND.match(text, match.end()):
        return True
    if _ASIDE_ENDS.match(text, match.end()) and _NAME_BEFORE.search(text, before, match.start()):
        return True
    kind = match.group().casefold()
    definite = kind in other.press and re.search(r"\b[Tt]he\s+$", text[before : match.start()])
    # "the paper" is the one that was named before
    return bool(
        definite and re.search(rf"(?:\b|news){kind} [A-ZÀ-Þ]|, an? (?:\w+ )?(?:news)?{kind}\b", text[: match.start()])
    )


def _says(text: str, sentence: Span, match: re.Match[str], other: Guise) -> bool:
    before = text[max(sentence.start, match.start() - NEAR) : match.start()]
    if match.group().casefold() not in other.press and _asked(text, sentence, before):
        return False
    behind = text[match.end() : min(sentence.end, match.end() + NEAR)]
    own = re.match(r"['’]s?((?:\s+\w+){1,2})", behind)
    document = own is not None and not _words("said").isdisjoint(own.group(1).casefold().split())
    return document or bool(saying().search(before) or saying().search(behind))


def _fits(before: str, kind: str, other: Guise) -> bool:
    """Whether the words right before `kind` tell no other outlet: "the health ministry" is not that of agriculture.
    What country a newspaper is of its page need not say.
    """
    found = _WORD.findall(before)[-BEFORE:]
    for word in reversed(found):
        low = re.sub(r"['’]s?$", "", word.casefold())
        if not low or not low[0].isalpha() or low in listed("small"):
            return True
        if low in _words("own"):
            return False
        if word[-1] in "s'’" and ("'" in word or "’" in word):
            return True
        abroad = kind in other.press and all(map(is_country, name_words(low)))
        if not (abroad or {*name_words(low)} <= other.words or low in _words("modifiers")):
            return not terms(low)
    return True
