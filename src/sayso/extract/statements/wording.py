"""The words of a claim as it is read alone: edges cut, what it shares with others put in, not too long."""

from __future__ import annotations

from itertools import pairwise

from spacy.tokens import Token

from sayso.extract.statements.clauses import children, own_subject

MAX_WORDS = 40
ASKING = frozenset({"what", "how", "why", "who", "where", "when", "whether"})  # a heading's: "What we know"
_LEFT = frozenset({"det", "amod", "compound", "nummod", "poss", "predet", "quantmod"})  # words of a name or of a noun
# What a clause cut away leaves at the end
_HANGING = frozenset({"with", "than", "because", "although", "while", "whereas"})
_LOOSE = frozenset({"advcl", "prep", "npadvmod", "relcl", "acl", "appos", "conj", "parataxis"})
_WHO = frozenset({"who", "which", "that"})
_CONTRAST = frozenset({"while", "whereas", "although", "though"})


def without_question(tokens: list[Token]) -> list[Token]:
    """`tokens` of a heading up to a colon behind which it only asks: "Crane stands idle: what we know"."""
    cuts = (n for n, (a, b) in enumerate(pairwise(tokens)) if a.text in {":", "–", "—"} and b.lower_ in ASKING)
    return tokens[: next(cuts, len(tokens))]


def named(verb: Token, tokens: list[Token]) -> list[Token]:
    """The words of a relative clause with what its pronoun stands for in the pronoun's place: it is read alone."""
    who, clause = own_subject(verb), verb
    while clause.dep_ in {"ccomp", "conj"} and clause.head != clause:
        clause = clause.head
    noun = clause.head
    if who is None or who.lower_ not in _WHO or clause.dep_ != "relcl" or not noun.i < who.i or noun in tokens:
        return tokens
    of = [t for c in children(noun, "prep") if c.lower_ == "of" and c.i < who.i for t in c.subtree if t.i < who.i]
    words = [noun, *of, *(t for c in noun.lefts if c.dep_ != "relcl" for t in c.subtree)]
    return sorted({*words, *tokens} - {who}, key=lambda t: t.i)


def without_edges(tokens: list[Token]) -> list[Token]:
    """`tokens` without conjunctions, "that" and marks at the edges, and with the "nor" of "nor did it rain"."""
    start, end = 0, len(tokens)
    while start < end and _is_edge(tokens[start]):
        start += 1
    while end > start and (_is_edge(tokens[end - 1]) or tokens[end - 1].lower_ in _HANGING):
        end -= 1
    kept = tokens[start:end]
    before = kept[0].nbor(-1) if kept and kept[0].i else None
    return [before, *kept] if before is not None and _turns(before) else kept


def _is_edge(token: Token) -> bool:
    if token.dep_ == "mark" and token.lower_ in {"that", *_CONTRAST}:
        return True
    return (token.is_punct and token.text != "%") or token.is_space or token.dep_ == "cc"


def _turns(token: Token) -> bool:
    """Whether without a word a clause would be the question that it answers: "Nor did the crew leave"."""
    return token.lower_ in {"nor", "neither"} and token.i + 1 < len(token.doc) and token.nbor().pos_ == "AUX"


def whole(head: Token, tokens: list[Token]) -> list[Token]:
    """A coordinated verb that shares its subject, with that subject before it."""
    verb = head
    while own_subject(verb) is None and verb.dep_ == "conj":
        verb = verb.head
    who = own_subject(verb)
    if verb == head or who is None:
        return tokens
    shared = _bare(who)
    return tokens if len(tokens) + len(shared) > MAX_WORDS else [*shared, *tokens]


def _bare(noun: Token) -> list[Token]:
    """A subject without what is told of it on the side: the second claim is read beside the first, which has it all."""
    own = {t.i for child in children(noun, *_LEFT) if child.i < noun.i for t in child.subtree} | {noun.i}
    of = [t for c in children(noun, "prep") if c.lower_ == "of" and noun.pos_ != "NOUN" for t in c.subtree]
    return sorted({*(noun.doc[i] for i in own), *of}, key=lambda t: t.i)


def shortened(head: Token, tokens: list[Token]) -> list[Token]:
    """`tokens` cut to 40 words: loose parts go first, from the end."""
    kept = tokens
    while sum(not t.is_punct for t in kept) > MAX_WORDS:
        inside = {t.i for t in kept}
        loose = [t for t in kept if t.dep_ in _LOOSE and t.head.i in inside and t.i != head.i]
        after = [t for t in loose if t.i > head.i] or loose
        if not after:
            return kept[:MAX_WORDS]
        gone = {t.i for t in after[-1].subtree}
        kept = without_edges([t for t in kept if t.i not in gone])
    return kept
