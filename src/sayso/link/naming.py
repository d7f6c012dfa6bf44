"""Where a report names another outlet as the place it has its words from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from sayso.link.actors import acronym, name_words, proper
from sayso.link.dates import published_day
from sayso.link.terms import listed
from sayso.model import ARTICLE_KINDS, Actor, ActorKind, Attribution, BlockKind, Report, Source, Span

# "KYIV (Reuters) -", "LONDON, March 3 (AFP) –": place, perhaps a date, the agency in brackets, a dash
_DATELINE = re.compile(r"\s*[A-Z][^()\n]{1,60}\(([^()\n]{2,40})\)\s*[-–—]")
# "with AFP", "Reporting by Reuters", "Source: TASS" at the foot or head of a page
_CREDIT = re.compile(r"\b(?:[Ww]ith|WITH|[Vv]ia|[Ff]rom|[Bb]y|[Ss]ources?:|[Rr]eporting by)\s+([^\n.;|]{2,60})")
_CREDIT_KINDS = frozenset({BlockKind.CREDIT, BlockKind.BYLINE})
# words that make a name beside them the place where it was told or printed
_TELLING = re.compile(
    r"\b(?:told|tells|interview|report(?:ed|s)?|according to|wr(?:ote|ites)|published|quot(?:ed|ing)|cit(?:es|ed|ing)"
    r"|relying on|sa(?:id|ys)|warn(?:ed|s)|announced)\b",
    re.I,
)
# "(Agencies)", "with agencies", "Con información de agencias": that some agency, which it does not tell, had it first
_AGENCIES = re.compile(r"\b(?:news )?(?:agencies|agencias|agences|agenturen)\b(?!\s+\w)", re.I)
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
# "the Example Post reported on Thursday"
_ON_A_DAY = re.compile(
    r"\W+(?:reported|said|wrote|published|quoted)\s+(?:\w+\s+){0,2}?((?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.I,
)
_SENTENCE_END = re.compile(r"[.!?][\"”’»)]*\s+(?=[\"“‘«(]?[A-ZÀ-ÞА-Я])")
_NEAR = 60  # characters
ENOUGH_WORDS = 2  # words of a name that tell an outlet from others
_SHORT = 120  # characters: a paragraph that is a credit line and nothing else
# "(Reuters)", "AFP": a name alone in its paragraph, without a full stop
_ALONE = re.compile(r"[\W_]*([A-Z][\w.&'’-]*(?: [\w.&'’-]+){0,4})(?<![.!?])[^\w.!?]*")
_ACRONYM = re.compile(r"(?!(?:[A-Z]{1,2}[SD]T|UTC|GMT|CES?T|EES?T|AM|PM|PT|ET|PDF|RSS)$)[A-Z]{2,6}")  # and no time zone
_AGENCY = re.compile(r"\b(?:news|press) (?:agency|service|association)\b|\bnewswire\b|\([A-Z]{2,6}\)", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """What one report says of outlets, worked out once: the names of its own, those in its datelines and credits, the
    bodies that it cites; whether its outlet is an agency or press, and whether it thanks agencies.
    """

    outlets: tuple[str, ...]
    credited: tuple[tuple[str, Span], ...]
    cited: tuple[tuple[str, Attribution], ...]
    is_agency: bool
    is_press: bool
    by_agencies: bool

    def names(self) -> Iterator[str]:
        """All whom it credits or cites."""
        yield from (name for name, _ in self.credited)
        yield from (name for name, _ in self.cited)


def naming(report: Report) -> Naming:
    """What `report` says of outlets."""
    return Naming(
        outlets=outlet_names(report),
        credited=tuple(credited(report)),
        cited=tuple(cited(report)),
        is_agency=is_agency(report),
        is_press=is_press(report),
        by_agencies=by_agencies(report),
    )


def outlet_names(report: Report) -> tuple[str, ...]:
    """The names under which others may cite the report's outlet: "www.example-post.com" is "example post"."""
    return _outlet_names(report.outlet or "")


@lru_cache(maxsize=10_000)
def _outlet_names(outlet: str) -> tuple[str, ...]:
    bare = re.sub(r"^(?:https?://)?(?:www\.)?|\.(?:com|org|net|info|news|co|[a-z]{2})(?:\.[a-z]{2})?/?$", "", outlet)
    return (bare.replace("-", " "),) if bare else ()


def outlet_keys(name: str) -> frozenset[str]:
    """The forms of an outlet's name by which reports meet: its words, its acronym."""
    short = acronym(name)
    return frozenset({"-".join(name_words(name))} | ({short} if short else set()))


def credited(report: Report) -> Iterator[tuple[str, Span]]:
    """The names in datelines, credits and bylines, as written, with their places."""
    for block in report.blocks:
        text = report.text[slice(*block.span)]
        dateline = _DATELINE.match(text)
        if dateline and block.kind is BlockKind.PARAGRAPH:
            yield dateline.group(1), Span(*dateline.span(1)).shift(block.span.start)
        alone = _ALONE.fullmatch(text)
        if alone and block.kind is BlockKind.PARAGRAPH:
            yield alone.group(1), Span(*alone.span(1)).shift(block.span.start)
        if block.kind in _CREDIT_KINDS or (block.kind is BlockKind.PARAGRAPH and len(text) <= _SHORT):
            yield from _credits(text, block.span.start, whole=block.kind in _CREDIT_KINDS)


def _credits(text: str, start: int, *, whole: bool) -> Iterator[tuple[str, Span]]:
    for match in _CREDIT.finditer(text):
        for name in re.finditer(r"[^,/&]+?(?=\s*(?:[,/&]|\band\b|$))", match.group(1)):
            if name.group().strip():
                yield name.group().strip(), Span(*name.span()).shift(start + match.start(1))
    if whole:
        for name in re.finditer(r"[^,/|&\n]+", text):
            yield name.group().strip(), Span(*name.span()).shift(start)


def cited(report: Report) -> Iterator[tuple[str, Attribution]]:
    """The named sources of a report's attributions."""
    for attribution in report.attributions:
        source = attribution.source
        if source and source.actor.kind is not ActorKind.PERSON and any(c.isupper() for c in source.actor.name):
            yield source.actor.name, attribution


def names_outlet(name: str, outlets: Iterable[str]) -> bool:
    """Whether `name` is one of the names of an outlet."""
    return any(same_outlet(name, outlet) for outlet in outlets)


@lru_cache(maxsize=100_000)
def same_outlet(name: str, outlet: str) -> bool:
    """Whether `name` is that of an outlet or of a body: the same words, its acronym, or two and more of them where the
    other has none besides ("Colombia's defense ministry", "Ministry of National Defense of Colombia").
    """
    x, y = name_words(name), name_words(outlet)
    if not x or not y:
        return False
    if set(x) == set(y) or (len(x) == 1 and x[0] == acronym(outlet)) or (len(y) == 1 and y[0] == acronym(name)):
        return True
    shared = set(x) & set(y)
    return len(shared) >= ENOUGH_WORDS and shared in (set(x), set(y)) and not shared <= listed("bodies")


def short_forms(outlet: str) -> Iterator[str]:
    """The names by which an outlet is called in running text: the whole, its first and its last words, two or more that
    are no place of its kind by themselves ("Example Alo" of "Dainik Example Alo").
    """
    parts = outlet.split()
    yield outlet
    for length in range(len(parts) - 1, 1, -1):
        for some in (parts[:length], parts[-length:]):
            told = name_words(" ".join(some))
            if len(told) >= ENOUGH_WORDS and not {*told} <= listed("bodies") and all(w[0].isupper() for w in some):
                yield " ".join(some)


def is_agency(report: Report) -> bool:
    """Whether the outlet of `report` is an agency, by a word of its name or as it signs its datelines ("(CPA) -")."""
    if any(_AGENCY.search(name) or not listed("agency").isdisjoint(name_words(name)) for name in outlet_names(report)):
        return True
    signed = (_DATELINE.match(report.text, *block.span) for block in report.blocks)
    return any(match and names_outlet(match.group(1), outlet_names(report)) for match in signed)


def credits_alike(a: Naming, b: Naming) -> bool:
    """Whether both thank the same third outlet in a dateline or credit: what they share both have from there."""
    here, there = ([name for name, _ in one.credited if _names_agency(name)] for one in (a, b))
    third = [name for name in here if not names_outlet(name, (*a.outlets, *b.outlets))]
    return any(same_outlet(name, other) for name in third for other in there)


def _names_agency(name: str) -> bool:
    """Whether a credited name is surely an agency's: by a word of it, or an acronym."""
    return bool(_AGENCY.search(name) or _ACRONYM.fullmatch(name)) or not listed("agency").isdisjoint(name_words(name))


def is_press(report: Report) -> bool:
    """Whether the outlet of `report` is one that tells what others say, by a word of its name."""
    return any(not listed("press").isdisjoint(name_words(name)) for name in outlet_names(report))


def by_agencies(report: Report) -> bool:
    """Whether a report credits agencies, or an agency by an acronym that is not its own outlet's: what it has from
    others it has by way of them.
    """
    if any(_is_agency(name, report) for name, _ in credited(report)):
        return True
    shown = (report.text[slice(*block.span)] for block in report.blocks)
    return any(len(text) <= _SHORT and _AGENCIES.search(text) for text in shown)


def _is_agency(name: str, report: Report) -> bool:
    if names_outlet(name, outlet_names(report)):
        return False
    return bool(_AGENCIES.search(name)) or bool(_ACRONYM.fullmatch(name))


def told_to(report: Report, other: Report) -> Iterator[tuple[Span, Span]]:
    """Where the article names the outlet of `other` beside a word of telling ("told the Example Post", "in an interview
    with"), and the sentence that does.
    """
    for name in outlet_names(other):
        forms = [re.escape(form) for form in dict.fromkeys(short_forms(name))]
        pattern = re.compile(rf"\b(?:{'|'.join((*forms, *_kind_alone(name, report)))})\b", re.I if " " in name else 0)
        for block in report.blocks:
            if block.kind not in ARTICLE_KINDS:
                continue
            for match in pattern.finditer(report.text, *block.span):
                sentence = _sentence(report.text, block.span, match.start())
                near = report.text[max(sentence.start, match.start() - _NEAR) : min(sentence.end, match.end() + _NEAR)]
                if _TELLING.search(near):
                    yield Span(*match.span()), sentence


def _kind_alone(outlet: str, report: Report) -> Iterator[str]:
    """A pattern for "the Sentinel", if that is the last word of a longer name and `report` is of no other Sentinel."""
    *before, last = outlet.split() or [""]
    own = {word for name in outlet_names(report) for word in name_words(name)}
    if before and last[0].isupper() and last.casefold() in listed("press") and last.casefold() not in own:
        yield rf"(?-i:[Tt]he {re.escape(last)})"


def told_then(text: str, name: Span, other: Report) -> bool:
    """Whether `other` may be meant by its outlet's `name` in `text`: "reported on Thursday" is of a Thursday.

    A day beside it is allowed, as midnight is not the same everywhere.
    """
    told = _ON_A_DAY.match(text, name.end)
    day = published_day(other.published)
    if not told or day is None:
        return True
    apart = (_WEEKDAYS.index(told.group(1).casefold()[:3]) - (day - 1)) % 7  # ordinal 1 was a Monday
    return apart in (0, 1, 6)


def _sentence(text: str, block: Span, at: int) -> Span:
    """The sentence of a block that holds the place `at`."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text, *block)]
    start = max((end for end in ends if end <= at), default=block.start)
    return Span(start, min((end for end in ends if end > at), default=block.end))


def names_actor(report: Report, actor: Actor) -> bool:
    """Whether the report names the actor anywhere, by the whole name or by its last word."""
    return mentions(report, actor.name) or mentions(report, " ".join(name_words(actor.name)[-1:]))


def keeps_source(report: Report, context: str, source: Source) -> bool:
    """Whether `report` still has the `source` of a content that it gives in the paragraph `context`: a name anywhere,
    a description ("two officials") in the paragraph itself.
    """
    if proper(source.actor):
        return names_actor(report, source.actor)
    told = set(name_words(source.actor.name))
    return bool(told) and told <= set(name_words(context))


def mentions(report: Report, name: str) -> bool:
    """Whether the article, its credits or its bylines hold the words of `name` anywhere, side by side."""
    wanted = " ".join(name_words(name))
    shown = [report.text[slice(*b.span)] for b in report.blocks if b.kind is not BlockKind.CHROME]
    here = " ".join(name_words(" ".join((*shown, *report.bylines))))
    return bool(wanted) and f" {wanted} " in f" {here} "
