"""Links of who passes another's words on: "X, quoted by M, said P", "M quoted X as saying P", "X was quoted by M as
saying P", "X told the newspaper M that P". X said it, and the outlet M is where the report has it from.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from spacy.tokens import Token

from sayso import resources
from sayso.extract.actors.words import named_bodies, outlet_words
from sayso.extract.attributions.links import Link
from sayso.extract.parse import Passage
from sayso.extract.statements.clauses import agent, children, is_passive, own_subject, spans_of
from sayso.model import ActorKind, Span, Spans

_QUOTING = frozenset({"quote", "cite", "interview"})
_PLACES = frozenset({"by", "in", "on"})
PASSED_ON = "quoted by"  # the lemma of a medium's link: that of "quote" has the quoted one for its source
_MAX_QUOTED = 16  # words from "quoted" to "saying"
_THE_PAPER = 2  # words of "the paper", which was named before
_HERE = frozenset({"this", "our", "my", "these"})


@cache
def media() -> frozenset[str]:
    """Nouns for what publishes news, by dictionary form."""
    return frozenset(word for (word,) in resources.rows("attributions/media.txt"))


def with_media(passage: Passage, links: Sequence[Link]) -> list[Link]:
    """`links` of a paragraph with those of the media that pass their contents on."""
    found = list(links)
    for verb in passage.doc:
        if verb.lemma_ in _QUOTING and (saying := _as_saying(verb)) is not None:
            found = _quoted_as(passage, verb, saying, found)
        elif verb.lemma_ in _QUOTING and verb.tag_ == "VBN" and verb.dep_ in {"acl", "advcl"}:
            found = _quoted_by(passage, verb, found)
        elif verb.lemma_ == "tell":
            found = _told_to(passage, verb, found)
    return found


def _quoted_by(passage: Passage, verb: Token, links: list[Link]) -> list[Link]:
    """`links` with the medium of "a captain quoted by the agency M said P", which is no part of the captain."""
    places = (place for place in children(verb, "prep") if place.lower_ in _PLACES)
    inside = (noun for place in places for noun in children(place, "pobj") if is_medium(list(noun.subtree)))
    medium = agent(verb) or next(inside, None)
    at = passage.span(verb)
    said = [link for link in links if link.content and any(s.start < at.start < s.end for s in link.source)]
    if medium is None or not said:
        return links
    own = [replace(link, source=_before(link.source, at), settled=True) for link in said]
    rest = [link for link in links if link not in said and at not in link.cue]
    return [*rest, *own, _passing(passage, medium, (at,), said[0])]


def _before(spans: Spans, at: Span) -> Spans:
    """What of `spans` stands before `at`."""
    return tuple(Span(s.start, min(s.end, at.start)) for s in spans if s.start < at.start)


def _as_saying(verb: Token) -> Token | None:
    """The "saying" of "quoted X as saying", by its place: the parser hangs it on X at times."""
    near = verb.doc[verb.i + 1 : min(verb.i + _MAX_QUOTED, verb.sent.end)]
    return next((t for t in near[1:] if t.tag_ == "VBG" and t.nbor(-1).lower_ == "as"), None)


def _quoted_as(passage: Passage, verb: Token, saying: Token, links: list[Link]) -> list[Link]:
    """`links` with X's and the medium's of "M quoted X as saying P", wherever P stands."""
    passive = is_passive(verb)
    at, said = passage.span(verb), passage.span(saying)
    told = [link for link in links if any(cue.contains(at) or cue.contains(said) for cue in link.cue)]
    medium = agent(verb) if passive else None
    after = next((link for link in told if link.content and any(cue.contains(said) for cue in link.cue)), None)
    if after is not None:  # P follows: "M quoted X as saying P" gives both by its syntax
        return links if medium is None else [*links, _passing(passage, medium, (), after)]
    holding = next((link for link in told if link.content and link.source), None)
    quoted = own_subject(verb) if passive else verb.doc[verb.i + 1 : saying.i - 1].root
    if holding is None or quoted is None or (passive and medium is None):
        return links
    words = quoted.subtree if passive else verb.doc[verb.i + 1 : saying.i - 1]
    who = (spans_of(passage, words), passage.span(quoted))
    own = replace(holding, source=who[0], source_head=who[1], cue=(said,), lemma=saying.lemma_, settled=True)
    outer = replace(holding, cue=(at,), lemma=PASSED_ON, settled=True)
    rest = [link for link in links if link not in told]
    return [*rest, own, outer if medium is None else _passing(passage, medium, (at,), holding)]


def _told_to(passage: Passage, verb: Token, links: list[Link]) -> list[Link]:
    """`links` with the medium of "X told the newspaper M that P", which has no cue of its own."""
    told = children(verb, "dobj", "dative")  # two of "the agency M" at times
    at = passage.span(verb)
    said = next((k for k in links if k.content and k.source and any(cue.contains(at) for cue in k.cue)), None)
    if said is None or not told or not is_medium([t for noun in told for t in noun.subtree]):
        return links
    medium = _passing(passage, told[-1], (), said)
    return [*links, replace(medium, source=spans_of(passage, [t for noun in told for t in noun.subtree]))]


def is_medium(words: Sequence[Token]) -> bool:
    """Whether words are a certain outlet's name, or mean one told of before; "state television" is only a place, and
    this newspaper is the report's own.
    """
    name = [token for token in words if token.pos_ == "PROPN"]
    known = named_bodies().get(" ".join(token.text for token in name))
    if known is not None or any(token.lower_ in _HERE for token in words):
        return known is not None and known[0] is ActorKind.OUTLET
    lower = {token.lower_ for token in words}
    agency = any(token.text == "agency" for token in words)  # "the agency Balkanpres", no Environment Agency
    named = bool(name) and (agency or bool(lower & (media() | outlet_words())))
    return named or (len(words) == _THE_PAPER and "the" in lower and bool(lower & media()))


def _passing(passage: Passage, medium: Token, cue: Spans, said: Link) -> Link:
    """The link of a medium with what `said` has for its content."""
    return Link(
        source=spans_of(passage, medium.subtree),
        source_head=passage.span(medium),
        cue=cue,
        lemma=PASSED_ON if cue else "",
        content=said.content,
        manner=said.manner,
        score=0.7,
        settled=True,
    )
