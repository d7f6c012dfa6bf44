"""Whether a report carries the denial of what it tells, or vouches for nothing, and whether another keeps that."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from sayso import resources
from sayso.link.actors import same_name
from sayso.link.features import Features
from sayso.link.pairs import Counterpart, Side
from sayso.link.speaking import own_page
from sayso.link.terms import listed, terms
from sayso.link.voices import innermost
from sayso.model import ARTICLE_KINDS, Appearance, Polarity

IN_COMMON = 2  # words of a negative statement and of what it may deny
SOON = 4  # paragraphs, its own among them, in which an accusation, or the news itself, is denied
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’»)]*\s+")


@cache
def _words(*names: str) -> str:
    table = resources.lists("link/rebutting.toml")
    return "|".join(one for name in names for one in table[name])


@cache
def _no() -> re.Pattern[str]:
    """Any word of denying or taking back."""
    return re.compile(rf"\b(?:{_words('verbs', 'untrue', 'withdrawing')})\b", re.I)


@cache
def _pointed() -> re.Pattern[str]:
    """As in "an accusation which the owner denies" and ", which the union rejected"."""
    named = rf"(?:\b(?:{_words('charges')}),?(?: (?:which|that))?|, which)"
    return re.compile(rf"{named}\b[^.;]{{0,60}}?\b(?:{_words('verbs')})\b", re.I)


@cache
def _charge() -> re.Pattern[str]:
    """As in "denied the accusation"."""
    return re.compile(_charged(), re.I)


@cache
def _it() -> re.Pattern[str]:
    """As in "rejected that", "denied the claim", "calls this absurd", "this is a lie", "protests his innocence"."""
    it = rf"\b(?:{_words('verbs')})\s+(?:that|this|it|so)\s*(?:[.,;:]|$|and\b)"
    calls = r"\b(?:call(?:s|ed)?|term(?:s|ed)|describ(?:es|ed)|brand(?:s|ed))"
    called = rf"{calls}\s+[^.;]{{0,40}}?\b(?:{_words('untrue')})\b"
    said = rf"\b(?:that|this|it)(?: is|['’]s| was)\s+(?:\w+\s+)?(?:{_words('untrue')})\b"
    of_it = rf"\b(?:{_words('charges')})\s+(?:is|are|was|were)\s+(?:\w+\s+)?(?:{_words('false')})\b"
    return re.compile(rf"{it}|{_charged()}|{called}|{said}|{of_it}|\b(?:{_words('answers')})\b", re.I)


@cache
def _at_all() -> re.Pattern[str]:
    """As in "denied that anybody had been there"."""
    return re.compile(rf"\b(?:{_words('verbs')})\s+[^.;]{{0,40}}?\b(?:{_words('indefinite')})\b", re.I)


def _charged() -> str:
    whose = r"(?:the|these|those|this|that|all|any|such|his|her|their|its|(?:\w+ ){0,3}\w+['’]s?)"
    return rf"\b(?:{_words('verbs')})\s+{whose}\s+(?:\w+\s+)?(?:{_words('charges')})\b"


@cache
def _unchecked() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_words('unchecked')})", re.I)


def denied(told: Features, pairs: Iterable[Counterpart], side: Side) -> bool:
    """Whether the report of `side` carries a denial of the claim that its statement `told` makes; `pairs` are its
    statements with those of a later report.
    """
    own = told.appearance
    if _stands_denied(own) or _denied_after(side, told):
        return True
    if innermost(own) is None and not hedged(own.statement.content.text):
        return False  # what the outlet itself says needs a denial that is told of it
    if own_page(own):
        return False  # whom a body's own page quotes are its people
    found = tuple(pairs)
    negative = own.statement.factuality.polarity is Polarity.NEGATIVE
    opposite = Polarity.POSITIVE if negative else Polarity.NEGATIVE
    of_one = {p.later.appearance.statement.id for p in found if p.earlier is told}
    return any(
        p.later.appearance.statement.id in of_one
        and p.earlier.appearance.statement.factuality.polarity is opposite
        and p.earlier is not told
        and not _one_voice(p.earlier.appearance, own)
        for p in found
    )


def doubted(told: Features, side: Side) -> bool:
    """Whether the report says in the sentence of its statement `told`, or behind it, that nobody has checked it."""
    content = told.appearance.statement.content.spans
    block = next((b.span for b in side.report.blocks if b.span.start <= content[0].start < b.span.end), None)
    if block is None:
        return False
    before = _SENTENCE_END.split(side.report.text[block.start : content[0].start])[-1]
    same, following = _behind(side, told)[:2]
    return bool(_unchecked().search(f"{before} {same}") or _unchecked().search(_opening(following)))


def hedged(content: str) -> bool:
    """Whether a content says itself that it is not sure ("suspected of …", "may have …"), whoever commits to it."""
    return not listed("hedging").isdisjoint(content.casefold().split())


def accused(told: Appearance) -> bool:
    """Whether a statement is given as an accusation, by its cue."""
    cue = told.chain[0].cue if told.chain else None
    return cue is not None and cue.lemma in listed("alleging")


def keeps_denial(pair: Counterpart, side: Side) -> bool:
    """Whether the later report denies what the pair says: a negative statement, or a paragraph with a word of denying,
    that has something in common with it ("nobody has been told yet" denies no accusation), or stands right behind it.
    """
    told = {*pair.earlier.acts, *pair.earlier.names, *pair.later.acts, *pair.later.names}
    if _stands_denied(pair.later.appearance) or _denied_after(side, pair.later):
        return True
    said = (side.report.text[slice(*span)] for span in side.report.body)
    if any(_no().search(text) and len(told & terms(text).keys()) >= IN_COMMON for text in said):
        return True
    return any(
        (f.appearance.statement.factuality.polarity is Polarity.NEGATIVE or _stands_denied(f.appearance))
        and len(told & {*f.acts, *f.names}) >= IN_COMMON
        for f in side.statements
    )


def _stands_denied(told: Appearance) -> bool:
    return any(stance.polarity is Polarity.NEGATIVE for stance in told.statement.stances)


def _one_voice(a: Appearance, b: Appearance) -> bool:
    """Whether both are of one source: who says no where he says yes denies nothing."""
    x, y = innermost(a), innermost(b)
    return x is not None and y is not None and (x.actor.id == y.actor.id or same_name(x.actor.name, y.actor.name))


def _behind(side: Side, told: Features) -> list[str]:
    """What the article has behind a statement: the rest of its paragraph, then paragraph by paragraph, at least two."""
    report, end = side.report, told.appearance.statement.content.spans[-1].end
    after = [b.span for b in report.blocks if b.kind in ARTICLE_KINDS and b.span.end > end]
    return [*(report.text[max(end, span.start) : span.end] for span in after), "", ""]


def _denied_after(side: Side, told: Features) -> bool:
    """Whether what follows on a statement points back to it with a denial ("… rejected that.", "… denied the claim."),
    or denies, or takes back, something in words that it has more of than any other statement.

    The same paragraph and the next count; for an accusation by its name ("the accusation"), and for the news of the
    report, which is denied without particulars ("denied that there had been any"), a few more.
    """
    rest = _behind(side, told)
    same, following = rest[:2]
    if _pointed().search(_opening(same)) or _points_back(same) or _points_back(_opening(following)):
        return True
    if any(_most_in_common(text, told, side) for paragraph in rest for text in _denying(paragraph)):
        return True
    if _leads(told, side) and (_at_all().search(same) or _at_all().search(_opening(following))):
        return True
    charged = accused(told.appearance) or hedged(told.appearance.statement.content.text)
    return charged and bool(_charge().search(" ".join(rest[1:SOON])))


@lru_cache(maxsize=10_000)
def _opening(text: str) -> str:
    """The first sentence of what follows on a statement."""
    return _SENTENCE_END.split(text)[0]


@lru_cache(maxsize=10_000)
def _points_back(text: str) -> bool:
    """Whether a text denies what was said before."""
    return bool(_it().search(text))


def _leads(told: Features, side: Side) -> bool:
    """Whether a statement is the first below the headlines: the news, which is meant where no other thing is named."""
    first = next((f for f in side.statements if not f.appearance.heading), None)
    return first is told


@lru_cache(maxsize=10_000)
def _denying(paragraph: str) -> tuple[str, ...]:
    """The sentences with a word of denying, each with the one behind it ("We were wrong. Nobody died."). A paragraph is
    asked for each statement before it.
    """
    parts = _SENTENCE_END.split(paragraph)
    return tuple(" ".join(parts[i : i + 2]) for i, part in enumerate(parts) if _no().search(part))


def _most_in_common(text: str, told: Features, side: Side) -> bool:
    """Whether a sentence that denies something has enough in common with what is `told`, and with nothing more."""
    said = terms(text).keys()
    shared = len(said & {*told.acts, *told.names})
    if shared < IN_COMMON or len(said & told.acts.keys()) < IN_COMMON:
        return False
    others = (f for f in side.statements if f.appearance.statement.factuality.polarity is Polarity.POSITIVE)
    return all(len(said & {*f.acts, *f.names}) <= shared for f in others)
