"""Words of a sentence taken together: subtrees as spans, subjects that are understood, clauses that are coordinated."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from sayso.extract.attributions.quotes import EDGE
from sayso.extract.parse import Passage
from sayso.model import Span, Spans, strip

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
DOCUMENTS = frozenset({"statement", "letter", "tweet", "post", "email", "message", "memo", "release", "note", "report"})
RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})


def spans_of(passage: Passage, tokens: Iterable[Token]) -> Spans:
    """The spans that `tokens` make, without marks at their edges; a gap of nothing but marks is no gap."""
    chosen = sorted(tokens, key=lambda token: token.i)
    if not chosen:
        return ()
    runs: list[list[Token]] = [[chosen[0]]]
    for token in chosen[1:]:
        between = passage.doc[runs[-1][-1].i + 1 : token.i]
        if all(gap.is_punct or gap.is_space for gap in between):
            runs[-1].append(token)
        else:
            runs.append([token])
    text, start = passage.text, passage.block.span.start
    pieces = (strip(text, Span(run[0].idx, run[-1].idx + len(run[-1])), EDGE) for run in runs)
    return tuple(piece.shift(start) for piece in pieces if piece.start < piece.end)


def subtree(token: Token, without: Iterable[Token] = ()) -> list[Token]:
    """`token` and all that hangs on it, without what hangs on any of `without`."""
    left_out = {inner.i for other in without for inner in other.subtree}
    return [inner for inner in token.subtree if inner.i not in left_out]


def children(token: Token, *deps: str) -> list[Token]:
    """The children of `token` in one of the relations `deps`."""
    return [child for child in token.children if child.dep_ in deps]


def is_passive(verb: Token) -> bool:
    """Whether `verb` is a passive with its auxiliary, or a bare participle after its noun ("claims made by …")."""
    if any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children):
        return True
    return verb.tag_ == "VBN" and verb.dep_ in {"acl", "advcl"} and not children(verb, "aux")


def agent(verb: Token) -> Token | None:
    """Who does it in a passive: the noun of its "by" phrase."""
    for by in children(verb, "agent"):
        for noun in children(by, "pobj"):
            return noun
    return None


def own_subject(verb: Token) -> Token | None:
    """The subject that stands beside `verb`, if any: of several the nearest, for the parser takes a dateline or a label
    at the start of the paragraph for a first one.
    """
    found = children(verb, "nsubj", "nsubjpass")
    for helper in children(verb, "aux", "auxpass"):  # "soldiers were missing": at times it hangs on the auxiliary
        found += children(helper, "nsubj", "nsubjpass")
    for doing in children(verb, "csubj"):  # "[officials] warning of a raid told us": to the parser a clause
        found += children(doing, "nsubj") if doing.tag_ == "VBG" else []
    before = [token for token in found if token.i < verb.i]
    return before[-1] if before else next(iter(found), None)


def heads_clause(token: Token) -> bool:
    """Whether a word is a verb, or has a verb's subject and auxiliary whatever its tag ("is committed to")."""
    if token.pos_ in {"VERB", "AUX"}:
        return True
    return own_subject(token) is not None and bool(children(token, "aux", "auxpass"))


def subject(verb: Token) -> Token | None:
    """Who does `verb`: its own subject, or the one it shares with the verb or noun that governs it."""
    for _ in range(6):  # a chain of understood subjects is short; a damaged parse must still end
        found = own_subject(verb)
        if found is not None:
            return found
        head = verb.head
        if verb.dep_ == "acl":
            author = _author(head) if head.pos_ in {"NOUN", "PROPN", "PRON"} else None
            return _before_clause(verb) or author
        if verb.dep_ in {"pcomp", "prep"} and head.pos_ in {"ADP", "SCONJ"}:
            head = head.head
        elif verb.dep_ not in {"conj", "xcomp", "advcl", "pcomp", "dep"}:
            return None
        if head == verb or head.pos_ not in {"VERB", "AUX"}:
            return None
        if is_passive(head) and not children(head, "nsubj", "nsubjpass") and agent(head) is not None:
            return agent(head)
        verb = head
    return None


def _before_clause(verb: Token) -> Token | None:
    """The noun before a relative clause that the parser makes a main verb part of: "The site, which …, reported"."""
    if verb.dep_ != "acl" or verb.tag_ not in {"VBD", "VBZ"} or verb.i == 0 or verb.nbor(-1).text != ",":
        return None
    noun = next((above.head for above in verb.ancestors if above.dep_ == "relcl" and above.i < verb.i), None)
    while noun is not None and noun.dep_ == "appos":
        noun = noun.head
    return noun


def _author(document: Token) -> Token:
    """Who speaks in "issued a statement saying": the one who issues it; else the document itself."""
    verb = document.head
    if document.dep_ == "dobj" and document.lemma_ in DOCUMENTS and verb.pos_ == "VERB":
        return own_subject(verb) or document
    return document
