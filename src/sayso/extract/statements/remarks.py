"""Clauses that claim nothing beside what others say: "she sees it differently", "there are rumours that P"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Token

from sayso.extract.statements.clauses import children, own_subject

_POINTING = frozenset({"it", "this", "that"})
_REMARK = re.compile(
    r"\b(?:tells?|told|sees?|saw|puts?|remembers?|recalls?|views?)\s(?:it|this|that|things|the\s\w+)\s(?:\w+\s)?"
    r"(?:differently|otherwise)\b"
    r"|\b(?:takes?|took|holds?|held|has|have|had|gives?|gave|offers?|offered|tells?|told)\s"
    r"(?:another|(?:a|an|quite\sa|its|his|her|their)\s(?:\w+\s)?(?:different|opposite|other|own))\s"
    r"(?:view|version|account|story|picture|explanation|opinion)$"
    r"|\b(?:is|was|are|were)\s(?:less|not\s(?:quite\s|so\s|as\s)*)(?:so\s)?(?:sure|certain|convinced)$"
    r"|\b(?:disagree[sd]?|begs?\sto\sdiffer|begged\sto\sdiffer)$"
    r"|\b(?:do|does|did)(?:\snot|n['’]t)\sbelieve\s(?:a\sword\sof\s)?(?:it|this|that)$",
    re.IGNORECASE,
)


def says_nothing_new(verb: Token, tokens: Sequence[Token]) -> bool:
    """Whether the clause of `verb` only points at or differs from what others say."""
    text = " ".join(token.text for token in tokens)
    return _REMARK.search(text) is not None or _only_points(verb)


def _only_points(verb: Token) -> bool:
    """Whether a clause says of what stands before it only who tells it: "That is what the driver remembers"."""
    who = own_subject(verb)
    if verb.lemma_ != "be" or who is None or who.lower_ not in _POINTING:
        return False
    clauses = [t for t in children(verb, "attr", "ccomp", "acomp", "advcl") if t.pos_ in {"VERB", "AUX"}]
    inner = next((c for t in clauses for c in children(t, "dobj", "advmod") if c.lower_ in {"what", "how"}), None)
    told = own_subject(inner.head) if inner is not None else None
    return told is not None and told != inner


def only_exists(verb: Token, cues: set[int]) -> bool:
    """Whether a clause says only that there is somebody's word: "There are rumours that P", "… posts claiming P"."""
    nouns = children(verb, "attr", "dobj", "nsubj") if verb.lemma_ == "be" and children(verb, "expl") else []
    return any(t.i in cues for noun in nouns for t in noun.subtree)
