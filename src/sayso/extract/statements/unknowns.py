"""What nobody knows, and what is or is not so: "It is not known whether P", "It is not true that P"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from sayso.extract.statements.clauses import children

_KNOWING = frozenset(
    {
        "ascertain",
        "certain",
        "clear",
        "confirm",
        "determine",
        "establish",
        "judge",
        "know",
        "sure",
        "tell",
        "verify",
    }
)
_OPEN = frozenset({"unclear", "unknown", "uncertain", "unsure"})
_NONE = frozenset(
    {"nobody", "none", "no", "unable", "impossible", "neither", "nor", "hardly", "never", "cannot", "without"}
)
_TRUE = frozenset({"true", "untrue", "false", "correct", "incorrect", "wrong"})
_SHOWN = frozenset({"ascertain", "determine", "discover", "establish", "find", "prove", "reveal", "show"})
_FEWEST = 3  # words of a clause that can be claimed


def unknown_clauses(sentence: TokenSpan) -> Iterator[Token]:
    """The verbs of the clauses in `sentence`, opened by "whether", "if" or "who", that somebody is said not to know."""
    for token in sentence:
        if token.lemma_.lower() in _KNOWING | _OPEN and _is_open(token, sentence):
            yield from (verb for verb in _clauses(token) if sum(t.is_alpha for t in verb.subtree) > _FEWEST)


def _is_open(token: Token, sentence: TokenSpan) -> bool:
    """Whether a word of knowing is denied: by itself, or by a word before it in its clause."""
    if token.lemma_.lower() in _OPEN:
        return True
    above = [token, *token.ancestors]
    denied = any(c.dep_ == "neg" for t in above for c in t.children)
    return denied or any(t.lower_ in _NONE for t in sentence if t.i < token.i)


def _clauses(token: Token) -> Iterator[Token]:
    """The clauses that hang on a word of knowing, or on the verb that it completes, and are questions."""
    heads = [token, *(t for t in token.ancestors if token.dep_ in {"acomp", "xcomp", "attr", "oprd"})]
    for head in heads:
        for verb in children(head, "ccomp", "csubj", "csubjpass", "advcl", "pcomp"):
            if any(t.lower_ in {"whether", "if"} for t in children(verb, "mark")) or _asks(verb):
                yield verb


def _asks(verb: Token) -> bool:
    first = next(iter(verb.subtree))
    return verb.dep_ != "advcl" and first.lower_ in {"who", "what", "why", "how", "where", "when", "which", "whose"}


def judged_clauses(root: Token) -> list[Token]:
    """The verb of the clause that is said to be so or not: "It is not true that P", "It was established that P"."""
    who = next((t for t in children(root, "nsubj", "nsubjpass", "expl") if t.lower_ == "it"), None)
    judged = root.lemma_ == "be" and any(t.lower_ in _TRUE for t in children(root, "acomp", "attr"))
    shown = root.lemma_ in _SHOWN and bool(children(root, "auxpass"))
    if who is None or not (judged or shown) or (shown and children(root, "neg")):
        return []
    return [t for t in children(root, "ccomp") if any(c.lower_ == "that" for c in children(t, "mark"))]
