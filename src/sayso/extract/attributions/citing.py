"""Links of "citing X": what somebody reports is what the cited ones said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from sayso.extract.actors.words import bodies, documents, roles
from sayso.extract.attributions.according import PHRASES
from sayso.extract.attributions.cues import CueKind, evidence
from sayso.extract.attributions.links import Link
from sayso.extract.parse import Passage
from sayso.extract.statements.clauses import children, spans_of
from sayso.model import Span, Spans

_CITING = frozenset({"cite", "quote"})
_NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP"})


def with_cited(passage: Passage, sentence: TokenSpan, links: Sequence[Link]) -> list[Link]:
    """`links` of a sentence, those of "citing" with the cited ones for their source and what is reported for their
    content. What is cited but cannot speak ("citing bad weather") stays the content.
    """
    cited = [noun for verb in sentence if (noun := _cited(verb)) is not None]
    found = []
    for link in links:
        noun = next((n for n in cited if passage.span(n.head) in link.cue), None)
        found += [link] if noun is None else list(_turned(passage, noun, links))
    return [_without(passage, link, cited) for link in found]


def _cited(verb: Token) -> Token | None:
    """Whom "citing" and "which cited" cite, where it is somebody who can speak or a document."""
    related = verb.dep_ == "relcl" and any(c.lower_ in {"which", "who"} for c in children(verb, "nsubj"))
    if verb.lemma_ not in _CITING or (verb.tag_ != "VBG" and not related):
        return None
    for noun in children(verb, "dobj"):
        word = noun.lemma_.lower()
        if (
            verb.lemma_ == "quote"
            or noun.ent_type_ in _NAMES
            or noun.pos_ == "PROPN"
            or word in roles()
            or word in bodies()
            or word in documents()
            or word in evidence()
        ):
            return noun
    return None


def _turned(passage: Passage, noun: Token, links: Sequence[Link]) -> Iterator[Link]:
    """The link from the cited ones to what the verb or "according to" above "citing" reports."""
    verb = noun.head
    above = [passage.span(token) for token in verb.ancestors]
    governing = [
        link for link in links if link.content and (_reach(link.cue, above) or _holds(link.source, passage.span(verb)))
    ]
    if not governing:  # "…, according to Balkan Wire, citing officials": the parser hangs "citing" on the clause
        at = passage.span(verb)
        governing = [link for link in links if link.content and link.lemma in PHRASES and link.cue[0].start < at.start]
    if governing:
        link = max(governing, key=lambda link: link.score)
        yield Link(
            source=spans_of(passage, noun.subtree),
            source_head=passage.span(noun),
            cue=(passage.span(verb),),
            lemma=verb.lemma_,
            kind=CueKind.REPORT,
            content=_clipped(link.content, passage.span(verb)),
            score=0.75,
            settled=True,
        )


def _reach(cue: Spans, above: Sequence[Span]) -> bool:
    """Whether a cue has one of the words `above`, alone or with its auxiliaries: "had said"."""
    return any(span.contains(word) for span in cue for word in above)


def _holds(spans: Spans, inner: Span) -> bool:
    return any(span.contains(inner) for span in spans)


def _without(passage: Passage, link: Link, nouns: Sequence[Token]) -> Link:
    """`link` without "citing X" in its source or its content."""
    for noun in nouns:
        verb = passage.span(noun.head)
        begin = passage.span(noun.head.left_edge) if noun.head.dep_ == "relcl" else verb  # from ", which cited X"
        if verb not in link.cue:
            link = replace(link, source=_clipped(link.source, begin), content=_clipped(link.content, begin))
    return link


def _clipped(spans: Spans, at: Span) -> Spans:
    """`spans` cut before `at` where it begins within one of them."""
    return tuple(Span(s.start, at.start) if s.start < at.start < s.end else s for s in spans)
