"""Questions about one token of a dependency parse that several steps ask."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from sayso.extract.parse import Parsed, Passage
from sayso.model import Spans

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
VERBAL = frozenset({"VERB", "AUX"})
# what the model's lemmatiser gets wrong
LEMMAS = {"staged": "stage", "staging": "stage"}
COMPLEMENTS = frozenset({"xcomp", "ccomp", "acl", "csubj", "csubjpass"})


def child(token: Token, *relations: str) -> Token | None:
    """The first dependent of `token` in one of `relations`."""
    return next((c for c in token.children if c.dep_ in relations), None)


def lemma(token: Token) -> str:
    """The dictionary form with its particle, lower-case: "rule out" for "ruled … out"."""
    particle = child(token, "prt")
    own = LEMMAS.get(token.lower_, token.lemma_.lower())
    return f"{own} {particle.lower_}" if particle is not None else own


def predicate(token: Token) -> Token:
    """The word that a verb's meaning rests on: of a copula its complement, of any other verb itself."""
    if token.lemma_ != "be" or token.dep_ in {"aux", "auxpass"}:
        return token
    return child(token, "acomp", "attr", "oprd") or token


def is_passive(token: Token) -> bool:
    """Whether a verb is passive, also in a headline or a reduced clause ("drones believed to …")."""
    if child(token, "auxpass", "nsubjpass") is not None:
        return True
    return token.tag_ == "VBN" and child(token, "aux", "nsubj") is None and token.dep_ in {"acl", "amod", "advcl"}


def is_infinitive(token: Token) -> bool:
    """Whether a verb has "to"."""
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in token.children)


def is_conditional(token: Token) -> bool:
    """Whether a clause is open: introduced by "if", "unless" or an inverted "should"."""
    return any(c.dep_ in {"mark", "advmod"} and c.lower_ in {"if", "unless", "provided"} for c in token.children)


def subject(token: Token) -> Token | None:
    """The subject of a verb, taken from the verb it is coordinated with or governed by where it has none of its own."""
    for verb in _controllers(token):
        found = child(verb, "nsubj", "nsubjpass")
        if found is not None:
            return found
    return None


def _controllers(token: Token) -> Iterator[Token]:
    yield token
    while token.dep_ in {"conj", "xcomp", "acomp", "attr", "advcl"} and token.head.i != token.i:
        token = token.head
        yield token


def content_head(parsed: Parsed, spans: Spans) -> tuple[Passage, Token] | None:
    """The word that a content rests on, with its passage: its highest verb, else its highest word.

    A content with a gap ("The bridge," he said, "is closed") has several tops; the first verb among them counts.
    """
    for found in (_tops(parsed, spans, verbal=True), _tops(parsed, spans, verbal=False)):
        top = next(iter(found), None)
        if top is not None:
            return top
    return None


def _tops(parsed: Parsed, spans: Spans, *, verbal: bool) -> Iterator[tuple[Passage, Token]]:
    inside = [(passage, token) for passage, token in content_tokens(parsed, spans)]
    indices = {(passage.block.span.start, token.i) for passage, token in inside}
    for passage, token in inside:
        if not token.is_alpha or (verbal and token.pos_ not in VERBAL):
            continue
        key = passage.block.span.start
        if token.dep_ == "ROOT" or not any((key, above.i) in indices for above in token.ancestors):
            yield passage, token


def content_tokens(parsed: Parsed, spans: Spans) -> Iterator[tuple[Passage, Token]]:
    """Every token under `spans`, with its passage."""
    for span in spans:
        passage = parsed.passage_at(span)
        tokens = None if passage is None else passage.tokens(span)
        if passage is not None and tokens is not None:
            for token in tokens:
                yield passage, token


def token_spans(passage: Passage, tokens: Iterable[Token]) -> Spans:
    """Where `tokens` stand in the report, in order, each once."""
    return tuple(passage.span(token) for token in sorted(set(tokens), key=lambda t: t.i))
