"""Links of adjectives: "she is convinced that P", "they remain confident that P", "he was critical of Q"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from sayso.extract.attributions.cues import CueWord, cue_adjectives
from sayso.extract.attributions.links import Link
from sayso.extract.parse import Passage
from sayso.extract.statements.clauses import agent, children, own_subject, spans_of, subtree

_COPULAS = frozenset({"be", "remain", "feel", "become", "stay", "grow"})
_NOBODY = frozenset({"it", "this", "that", "there", "what", "which"})


def adjective_links(passage: Passage, sentence: TokenSpan) -> Iterator[Link]:
    """The links of the cue adjectives of `sentence` that a copula joins to who holds the view."""
    for token in sentence:
        word = cue_adjectives().get(token.lower_) if token.pos_ in {"ADJ", "VERB"} else None
        copula = _copula(token) if word is not None else None
        who = own_subject(copula[0]) if copula is not None else None
        if word is None or copula is None or who is None or who.lower_ in _NOBODY:
            continue
        content, extra = _complement(token, copula[0], word)
        if content:
            yield Link(
                source=spans_of(passage, subtree(who)),
                source_head=passage.span(who),
                cue=spans_of(passage, [*copula, token, *extra]),
                lemma=word.lemma,
                kind=word.kind,
                content=spans_of(passage, content),
                score=0.7,
            )


def is_feeling(participle: Token) -> bool:
    """Whether a participle tells what its subject thinks, and not what was done to it: "is convinced that P"."""
    who = own_subject(participle)
    listed = participle.tag_ == "VBN" and participle.lower_ in cue_adjectives() and agent(participle) is None
    return listed and bool(children(participle, "auxpass")) and who is not None and who.lower_ not in _NOBODY


def _copula(adjective: Token) -> list[Token] | None:
    """The verb that joins an adjective to its subject, with auxiliaries, negation and the adverb before the adjective.
    A participle carries its "is" itself.
    """
    degree = [c for c in children(adjective, "advmod") if c.i == adjective.i - 1]
    if helpers := children(adjective, "auxpass"):
        return [adjective, *children(adjective, "aux", "neg"), *helpers, *degree]
    verb = adjective.head
    if adjective.dep_ != "acomp" or verb.lemma_ not in _COPULAS:
        return None
    return [verb, *children(verb, "aux", "neg"), *degree]


def _complement(adjective: Token, copula: Token, word: CueWord) -> tuple[list[Token], list[Token]]:
    """What an adjective takes, and the preposition that leads to it."""
    for inner in (*children(adjective, "ccomp", "xcomp"), *children(copula, "ccomp", "advcl")):
        marks = {mark.lower_ for mark in children(inner, "mark")}
        if inner.i < adjective.i or not marks <= {"that", "whether"}:
            continue
        infinitive = inner.tag_ == "VB" and any(c.lower_ == "to" for c in children(inner, "aux"))
        if ("infinitive" if infinitive else "clause") in word.takes and (infinitive or own_subject(inner) is not None):
            return list(inner.subtree), []
    for place in children(adjective, "prep"):
        if place.lower_ in word.takes:
            return [t for c in children(place, "pobj", "pcomp") for t in subtree(c)], [place]
    return [], []
