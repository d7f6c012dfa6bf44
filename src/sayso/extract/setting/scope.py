"""Whether words about time or place belong to the event of a content, by syntax."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from spacy.tokens import Token

_MAX_CLIMB = 25  # deeper trees are broken parses of lists

# Steps from a dependent to its head that stay within the event, and how far they lead from its verb.
_COST = {
    "prep": 0,
    "pobj": 0,
    "npadvmod": 0,
    "advmod": 0,
    "tmod": 0,
    "pcomp": 1,
    "nsubj": 1,
    "nsubjpass": 1,
    "dobj": 1,
    "attr": 1,
    "oprd": 1,
    "acomp": 1,
    "dative": 1,
    "agent": 1,
    "appos": 1,
    "conj": 1,
    "xcomp": 1,
    "ccomp": 2,
    "dep": 2,
    "nummod": 0,
    "nmod": 1,
    "punct": 0,
    "parataxis": 2,
}
_REFUSED = frozenset({"relcl", "poss", "compound", "amod", "csubj"})


def _step(token: Token, head: Token) -> int | None:
    """What it costs to go from `token` to its head; None where the head is another event's word."""
    relation = token.dep_
    if relation == "acl" and token.head.i == head.i and head.pos_ in ("NOUN", "PROPN"):
        return 1  # a content without a verb rests on its noun: "Depot burned near Odesa"
    if relation in ("advcl", "acl"):
        # "killing twelve" tells more of the same event, "after it fell" and "drones made in Iran" of another
        return 2 if token.tag_ == "VBG" and relation == "advcl" and not _has_mark(token) else None
    if relation in _REFUSED or (
        relation in ("nummod", "nmod") and token.head.pos_ in ("NOUN", "PROPN") and token.i < token.head.i
    ):
        return None
    return _COST.get(relation)


def _has_mark(token: Token) -> bool:
    return any(
        child.dep_ in ("mark", "advmod") and child.i < token.i and child.tag_ in ("IN", "WRB")
        for child in token.children
    )


def distance(word: Token, head: Token, cues: AbstractSet[int]) -> int | None:
    """How far `word` stands from `head`, the word that a content rests on: 0 for its own adverbial; None where it
    belongs to another event or to a verb of saying (token numbers in `cues`).

    A word outside the content counts where it hangs on a verb that `head` is coordinated with or completes: in "On
    Tuesday troops entered the town and burned the bridge" both happened on Tuesday.
    """
    shared = _sharing(head, cues)
    cost, token = 0, word
    for _ in range(_MAX_CLIMB):
        if token.i in shared:
            return cost + shared[token.i]
        if token.i in cues and token is not word:
            return None
        step = None if token.head is token else _step(token, head)
        if step is None:
            return None
        cost, token = cost + step, token.head
    return None


def _sharing(head: Token, cues: AbstractSet[int]) -> dict[int, int]:
    """`head` and the verbs above it whose adverbials are also its own, with what they cost."""
    out, token = {head.i: 0}, head
    for cost in range(1, _MAX_CLIMB):
        above = token.head
        if above is token or above.i in cues or token.dep_ not in ("conj", "xcomp", "acomp", "attr", "aux"):
            break
        out[above.i] = cost
        token = above
    return out
