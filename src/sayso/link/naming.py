"""Where a report names another outlet as the place it has its words from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.link.actors import acronym, name_words, proper, same_name
from sayso.model import ARTICLE_KINDS, Actor, ActorKind, Attribution, BlockKind, Report, Source, Span

# "KYIV (Reuters) -", "LONDON, March 3 (AFP) –": place, perhaps a date, the agency in brackets, a dash
_DATELINE = re.compile(r"\s*[A-Z][^()\n]{1,60}\(([^()\n]{2,40})\)\s*[-–—]")
# "with AFP", "Reporting by Reuters", "Source: TASS" at the foot or head of a page
_CREDIT = re.compile(r"\b(?:[Ww]ith|[Vv]ia|[Ff]rom|[Bb]y|[Ss]ources?:|[Rr]eporting by)\s+([^\n.;]{2,60})")
_CREDIT_KINDS = frozenset({BlockKind.CREDIT, BlockKind.BYLINE})
# words that make a name beside them the place where it was told or printed
_TELLING = re.compile(
    r"\b(?:told|tells|interview|report(?:ed|s)|according to|wr(?:ote|ites)|published|quot(?:ed|ing)|cit(?:es|ed|ing)"
    r"|relying on)\b",
    re.I,
)
_NEAR = 40  # characters
_SHORT = 120  # characters: a paragraph that is a credit line and nothing else


def outlet_names(report: Report) -> tuple[str, ...]:
    """The names under which others may cite the report's outlet: "www.example-post.com" is "example post"."""
    if not report.outlet:
        return ()
    bare = re.sub(
        r"^(?:https?://)?(?:www\.)?|\.(?:com|org|net|info|news|co|[a-z]{2})(?:\.[a-z]{2})?/?$", "", report.outlet
    )
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


def names_outlet(name: str, report: Report) -> bool:
    """Whether `name` is the outlet of `report`."""
    return any(same_name(name, outlet) for outlet in outlet_names(report))


def told_to(report: Report, other: Report) -> Iterator[tuple[Span, Span]]:
    """Where the article names the outlet of `other` beside a word of telling ("told the Example Post", "in an interview
    with"), and the paragraph that does.
    """
    for name in outlet_names(other):
        pattern = re.compile(rf"\b{re.escape(name)}\b", re.I if " " in name else 0)
        for block in report.blocks:
            if block.kind not in ARTICLE_KINDS:
                continue
            for match in pattern.finditer(report.text, *block.span):
                near = report.text[
                    max(block.span.start, match.start() - _NEAR) : min(block.span.end, match.end() + _NEAR)
                ]
                if _TELLING.search(near):
                    yield Span(*match.span()), block.span


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
