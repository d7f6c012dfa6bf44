"""Links of nouns: "the ministry's claim that P", "accusations by officials that P", "her answer was that P"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from sayso.extract.attributions.cues import CueKind, CueWord, cue_nouns, cue_words
from sayso.extract.attributions.links import Link
from sayso.extract.attributions.taking import is_carrier
from sayso.extract.parse import Passage
from sayso.extract.statements.clauses import children, spans_of, subtree

_OWNERS = frozenset({"by", "of", "from", "among"})


def noun_links(passage: Passage, sentence: TokenSpan) -> Iterator[Link]:
    """The links of the cue nouns of `sentence` that have a clause or an infinitive for their complement."""
    for token in sentence:
        word = cue_nouns().get(token.lemma_.lower()) if token.pos_ == "NOUN" else None
        if word is None or is_carrier(token):
            continue
        complement, copula = _complement(token, word)
        who = _owner(token, complement)
        if complement is None or (who is None and _is_denied(token)):
            continue
        left_out = [complement] if who is None else [complement, who]
        yield Link(
            source=spans_of(passage, subtree(who, [complement])) if who is not None else (),
            source_head=passage.span(who) if who is not None else None,
            cue=spans_of(passage, [*(t for t in token.lefts if t.dep_ == "amod" and not left_out), token, *copula]),
            lemma=word.lemma,
            kind=word.kind,
            content=spans_of(passage, complement.subtree),
            score=0.75 if who is not None else 0.6,
        )


def _complement(noun: Token, word: CueWord) -> tuple[Token | None, list[Token]]:
    """The head of what the noun takes, and the copula of "her answer was that P"."""
    # "accusations by the army that P": the parser may hang P on the army
    owners = [owner for place in children(noun, "prep") if place.lower_ in _OWNERS for owner in children(place, "pobj")]
    for clause in (c for n in (noun, *owners) for c in children(n, "acl", "ccomp", "relcl")):
        marked = any(c.lower_ in {"that", "whether"} for c in children(clause, "mark"))
        infinitive = clause.tag_ == "VB" and any(c.lower_ == "to" for c in children(clause, "aux"))
        if (marked and "clause" in word.takes) or (infinitive and "infinitive" in word.takes):
            return clause, []
    verb = noun.head
    if noun.dep_ == "nsubj" and verb.lemma_ == "be" and "clause" in word.takes:
        for clause in children(verb, "ccomp"):
            if children(clause, "mark"):
                return clause, [verb]
    return None, []


def _owner(noun: Token, complement: Token | None) -> Token | None:
    """Whose claim it is: "the army's claim", "claims by (of, from) the army"."""
    for owner in children(noun, "poss"):
        return owner
    for place in children(noun, "prep"):
        if place.lower_ in _OWNERS:
            for owner in children(place, "pobj"):
                return owner if owner != complement else None
    return None


def _is_denied(noun: Token) -> bool:
    """Whether the noun is what somebody denies: then the denier's link has the content."""
    word = cue_words().get(noun.head.lemma_)
    return word is not None and word.kind is CueKind.DENY and noun.dep_ in {"dobj", "nsubjpass"}
