"""Sentences in which somebody says no to what was told before, without naming it: "We had nothing to do with it"."""

from __future__ import annotations

import re
from functools import cache

from spacy.tokens import Token

from sayso import resources
from sayso.extract.attributions.cues import CueKind, cue_words
from sayso.extract.syntax import child

_SAYING = frozenset({CueKind.SAY, CueKind.CLAIM, CueKind.DENY})


def retort(verb: Token) -> tuple[Token, ...]:
    """The words by which the sentence of `verb`, of saying or denying, says no to what stands before it; none where it
    says something else.
    """
    word = cue_words().get(verb.lemma_) if verb.dep_ == "ROOT" else None
    if word is None or word.kind not in _SAYING:
        return ()
    told = _told(verb)
    text = " ".join(t.lower_.replace("n't", "not").replace("n’t", "not") for t in told).removeprefix("that ")
    found = _whole().fullmatch(text) or (len(told) > 1 and _inside().search(text))
    return told if found else ()


def sayer(verb: Token) -> Token | None:
    """Who says it: of two subjects the last, as the parser may take "nothing" for one before "said the mayor"."""
    return next((c for c in reversed(list(verb.children)) if c.dep_ == "nsubj"), None)


def _told(verb: Token) -> tuple[Token, ...]:
    """The words that are said: what stands before who says it, or the clause under the verb, or what is denied."""
    clause = child(verb, "ccomp", "dobj")
    words = list(clause.subtree) if clause is not None and clause.i > verb.i else []
    if not words:
        who = sayer(verb)
        words = list(verb.doc[verb.sent.start : verb.i if who is None else min(verb.i, who.left_edge.i)])
    return tuple(t for t in words if not t.is_punct)


@cache
def _forms() -> tuple[str, ...]:
    lines = resources.text("factuality/retorts.txt").splitlines()
    return tuple(line.strip() for line in lines if line.strip() and not line.startswith("#"))


@cache
def _whole() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{form})" for form in _forms() if not form.startswith("~")))


@cache
def _inside() -> re.Pattern[str]:
    return re.compile("|".join(rf"(?:\b{form[1:]})" for form in _forms() if form.startswith("~")))
