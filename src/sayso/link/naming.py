"""Where a report names another outlet as the place it has its words from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sayso.link.actors import acronym, name_words, proper
from sayso.link.calling import Guise, guise
from sayso.link.mastheads import DATELINE, folded, own_names, signs_as
from sayso.link.speaking import is_press_name
from sayso.link.telling import ENOUGH_WORDS, mentioned, words_shown
from sayso.link.terms import is_country, listed
from sayso.model import Actor, ActorKind, Attribution, BlockKind, Report, Source, Span

# "with AFP", "Reporting by Reuters", "Source: TASS" at the foot or head of a page
_CREDIT = re.compile(
    r"\b(?:[Ww]ith|WITH|[Vv]ia|[Ff]rom|[Bb]y|[Ss]ources?:|[Rr]eporting(?: by|:)|[Aa]genc(?:y|ies):|[Ww]ires?:)\s+"
    r"([^\n.;|]{2,60})"
)
_CREDIT_KINDS = frozenset({BlockKind.CREDIT, BlockKind.BYLINE})
# the same anywhere on a page: "with files from", "Additional reporting by"
_THANKS = re.compile(
    r"\b(?:[Ww]ith (?:files|material|input|reporting|additional reporting|contributions?|information) (?:from|by)"
    r"|(?:[Aa]dditional|[Ff]urther) reporting(?: by| from|:)|[Rr]eporting(?: by|:)|[Ss]ources?:|[Cc]ourtesy of)\s+"
    r"([^\n.;|]{2,60})"
)
_ELSEWHERE = frozenset({BlockKind.STANDFIRST, BlockKind.CAPTION, BlockKind.CHROME})
# "(Agencies)", "with agencies", "Con información de agencias": that some agency, which it does not tell, had it first
_AGENCIES = re.compile(r"\b(?:news )?(?:agencies|agencias|agences|agenturen)\b(?!\s+\w)", re.I)
_SHORT = 120  # characters: a paragraph that is a credit line and nothing else
# "(Reuters)", "AFP": a name alone in its paragraph, without a full stop
_ALONE = re.compile(r"[\W_]*([A-Z][\w.&'’-]*(?: [\w.&'’-]+){0,4})(?<![.!?])[^\w.!?]*")
# "Newsroom / LPA", "Example Post | Reuters": a line that is a list of who made it
_SLASHED = re.compile(r"[^\n.!?:;,]{2,40}(?:\s*[/|·•]\s*[^\n.!?:;,]{2,40}){1,3}")
_ACRONYM = re.compile(r"(?!(?:[A-Z]{1,2}[SD]T|UTC|GMT|CES?T|EES?T|AM|PM|PT|ET|PDF|RSS)$)[A-Z]{2,6}")  # and no time zone
_MARKS = re.compile(rf"{_ACRONYM.pattern}(?:\s*[/|·-]\s*[A-Z]{{2,6}})*")  # "SWL/NW": the agency and the desk
_SIGNED = re.compile(
    r"[.!?][\"”’»]?\s+[(\[]([A-Z][\w.&'’-]*(?: [\w.&'’-]+){0,3}(?<!\.))[)\]]\s*$"
)  # the last words "… (HXP)"
_AGENCY = re.compile(r"\b(?:news|press) (?:agency|service|association)\b|\bnewswire\b|\([A-Z]{2,6}\)", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """What one report says of outlets, worked out once: the names of its own, those in its datelines and credits, the
    bodies that it cites by name, and all whom it cites; whether its outlet is an agency or press,
    and whether it thanks agencies; and all words that are shown on its page.
    """

    outlets: tuple[str, ...]
    credited: tuple[tuple[str, Span], ...]
    cited: tuple[tuple[str, Attribution], ...]
    described: tuple[tuple[str, Attribution], ...]
    is_agency: bool
    is_press: bool
    by_agencies: bool
    guise: Guise
    mentioned: tuple[str, ...]
    shown: frozenset[str]

    def names(self) -> Iterator[str]:
        """All whom it credits or cites."""
        yield from (name for name, _ in self.credited)
        yield from (name for name, _ in self.cited)


def naming(report: Report) -> Naming:
    """What `report` says of outlets."""
    outlets, marks = own_names(report), tuple(credited(report))
    return Naming(
        outlets=outlets,
        credited=marks,
        cited=tuple(cited(report)),
        described=tuple(described(report)),
        is_agency=is_agency(report),
        is_press=is_press(report),
        by_agencies=_by_agencies(report, outlets, [name for name, _ in marks]),
        guise=guise(report, outlets),
        mentioned=tuple(mentioned(report)),
        shown=words_shown(report),
    )


@lru_cache(maxsize=100_000)
def outlet_keys(name: str) -> frozenset[str]:
    """The forms of an outlet's name by which reports meet: its words in any order, countries aside, and its acronym."""
    short, parts = acronym(name), name_words(folded(name))
    told = sorted({word for word in parts if not is_country(word)} or {*parts})
    return frozenset({"-".join(told)} | ({short} if short else set()))


def credited(report: Report) -> Iterator[tuple[str, Span]]:
    """The names in datelines, credits and bylines, as written, with their places; a mark that stands alone is one
    below the article, a section's name above it.
    """
    long = (b.span.end for b in report.blocks if b.kind is BlockKind.PARAGRAPH and b.span.end - b.span.start > _SHORT)
    body = next(long, len(report.text))
    for block in report.blocks:
        text = report.text[slice(*block.span)]
        dateline = DATELINE.match(text)
        if dateline and block.kind is BlockKind.PARAGRAPH:
            yield dateline.group(1), Span(*dateline.span(1)).shift(block.span.start)
        alone = _ALONE.fullmatch(text)
        slashed = _SLASHED.fullmatch(text)
        if (alone or slashed) and block.kind is BlockKind.PARAGRAPH:
            yield from _listed(text, block.span.start)
        if block.kind is BlockKind.CHROME and block.span.start > body and _MARKS.fullmatch(text.strip("() ")):
            yield from _listed(text, block.span.start)
        signed = _SIGNED.search(text)
        if signed and block.kind is BlockKind.PARAGRAPH:
            yield signed.group(1), Span(*signed.span(1)).shift(block.span.start)
        if block.kind in _CREDIT_KINDS or (block.kind is BlockKind.PARAGRAPH and len(text) <= _SHORT):
            yield from _credits(_CREDIT, text, block.span.start)
        elif block.kind in _ELSEWHERE:
            yield from _credits(_THANKS, text, block.span.start)
        if block.kind in _CREDIT_KINDS:
            yield from _listed(text, block.span.start)


def _credits(credit: re.Pattern[str], text: str, start: int) -> Iterator[tuple[str, Span]]:
    for match in credit.finditer(text):
        for name in re.finditer(r"[^,/&]+?(?=\s*(?:[,/&]|\band\b|$))", match.group(1)):
            if name.group().strip():
                yield name.group().strip(), Span(*name.span()).shift(start + match.start(1))


def _listed(text: str, start: int) -> Iterator[tuple[str, Span]]:
    """The parts of a line that is a list of names."""
    for name in re.finditer(r"(?:(?!\band\b|\bfor\b)[^,/|&\n()])+", text):
        bare = name.group().strip(" -–—")
        if bare:
            yield bare, Span(*name.span()).shift(start)


def cited(report: Report) -> Iterator[tuple[str, Attribution]]:
    """The named sources of a report's attributions."""
    for attribution in report.attributions:
        source = attribution.source
        if source and source.actor.kind is not ActorKind.PERSON and any(c.isupper() for c in source.actor.name):
            yield source.actor.name, attribution


def described(report: Report) -> Iterator[tuple[str, Attribution]]:
    """The sources of a report's attributions, named or not."""
    return ((a.source.actor.name, a) for a in report.attributions if a.source)


def describes_outlet(name: str, outlets: Iterable[str]) -> bool:
    """Whether `name` may stand for a body by a part of its name: "presidency" for "Presidency of the Republic",
    "the health office" for "Regional Health Office of the North", "Sava" for "Sava Copper", also by who speaks for it
    ("Sava's spokeswoman"). A place may not.
    """
    told = tuple(word for word in name_words(name) if word not in listed("offices"))
    return any(_part_of(told, name_words(outlet)) for outlet in outlets)


def _part_of(told: tuple[str, ...], outlet: tuple[str, ...]) -> bool:
    told, outlet = _in_short(told, outlet), _in_short(outlet, told)
    if not told or not {*told} <= {*outlet} or all(is_country(word) for word in told):
        return False
    if len(told) >= ENOUGH_WORDS:
        return not {*told} <= listed("bodies")
    return told[0] == outlet[0] and told[0] not in listed("press")


def _in_short(name: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    """`name` with initials for its first words, if `other` begins so ("united nations mission" beside "un mission")."""
    length = len(other[0]) if other else 0
    initials = "".join(word[0] for word in name[:length])
    return (initials, *name[length:]) if length > 1 and other[0] == initials else name


def names_outlet(name: str, outlets: Iterable[str]) -> bool:
    """Whether `name` is one of the names of an outlet."""
    return any(same_outlet(name, outlet) for outlet in outlets)


def credits_outlet(name: str, outlets: Iterable[str]) -> bool:
    """Whether a credited `name` is that of an outlet, or the mark that it signs with."""
    known = tuple(outlets)
    return names_outlet(name, known) or signs_as(name, known)


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
    by_country = all(map(is_country, {*x, *y} - shared))  # "the Treasury Department", of a country
    inside = len(shared) >= ENOUGH_WORDS and shared in (set(x), set(y))
    return inside and (by_country or not shared <= listed("bodies"))


def is_agency(report: Report) -> bool:
    """Whether the outlet of `report` is an agency, by a word of its name or as it signs its datelines ("(CPA) -")."""
    if any(_AGENCY.search(name) or not listed("agency").isdisjoint(name_words(name)) for name in own_names(report)):
        return True
    signed = (DATELINE.match(report.text, *block.span) for block in report.blocks)
    return any(match and credits_outlet(match.group(1), own_names(report)) for match in signed)


def credits_alike(a: Naming, b: Naming) -> bool:
    """Whether both thank the same third outlet in a dateline or credit: what they share both have from there."""
    here, there = ([name for name, _ in one.credited if _names_agency(name)] for one in (a, b))
    third = [name for name in here if not credits_outlet(name, (*a.outlets, *b.outlets))]
    return any(same_outlet(name, other) for name in third for other in there)


def _names_agency(name: str) -> bool:
    """Whether a credited name is surely an agency's: by a word of it, or an acronym."""
    return bool(_AGENCY.search(name) or _ACRONYM.fullmatch(name)) or not listed("agency").isdisjoint(name_words(name))


def is_press(report: Report) -> bool:
    """Whether the outlet of `report` is one that tells what others say, by a word of its name."""
    return any(map(is_press_name, own_names(report)))


def _by_agencies(report: Report, outlets: Sequence[str], marks: Iterable[str]) -> bool:
    """Whether a report credits agencies, or an agency by an acronym that is not its own outlet's: what it has from
    others it has by way of them.
    """
    if any(_is_agency(name, outlets) for name in marks):
        return True
    shown = (report.text[slice(*block.span)] for block in report.blocks)
    return any(len(text) <= _SHORT and _AGENCIES.search(text) for text in shown)


def _is_agency(name: str, outlets: Sequence[str]) -> bool:
    if credits_outlet(name, outlets):
        return False
    return bool(_AGENCIES.search(name)) or bool(_ACRONYM.fullmatch(name))


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
