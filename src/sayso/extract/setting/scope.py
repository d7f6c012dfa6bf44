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
# Prepositions before what is only compared, and before another event that merely tells when: "the first since the raid
# in Paris" is not in Paris, but "since March" is since March.
_COMPARING = frozenset({"than", "compared", "versus", "unlike", "like"})
_BESIDE = frozenset({"since", "after", "before", "until", "following", "despite"})
# What something is about is elsewhere: "protests over the war in Gaza"; drones fly over a base in the plain sense.
_ABOUT = frozenset({"about", "regarding", "concerning"})
_MEANS = frozenset({"by", "in", "through", "with"})  # "by shelling it": the same event; "for shelling it": another
_COMING = frozenset({"will", "wo", "'ll", "would", "shall"})
_REFUSED = frozenset({"relcl", "poss", "compound", "amod", "csubj"})


def _step(token: Token, head: Token) -> int | None:
    """What it costs to go from `token` to its head; None where the head is another event's word."""
    relation = token.dep_
    if relation == "acl" and token.head.i == head.i and head.pos_ in ("NOUN", "PROPN"):
        return 1  # a content without a verb rests on its noun: "Depot burned near Odesa"
    if relation in ("advcl", "acl"):
        # "killing twelve" tells more of the same event, "after it fell" and "drones made in Iran" of another
        return 2 if token.tag_ == "VBG" and relation == "advcl" and not _has_mark(token) else None
    if (
        relation in _REFUSED
        or _is_other(token, head)
        or (relation in ("nummod", "nmod") and token.head.pos_ in ("NOUN", "PROPN") and token.i < token.head.i)
    ):
        return None
    return _COST.get(relation)


def _is_other(token: Token, head: Token) -> bool:
    """Whether the step leads out of what is compared, of a deed told beside it, or of a clause of its own."""
    if token.lower_ in _COMPARING or head.lower_ in _COMPARING:
        return True
    if token.dep_ == "pcomp":
        return head.lower_ not in _MEANS
    return token.dep_ == "conj" and _has_subject(token)


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
    cost, token, below = 0, word, word
    for _ in range(_MAX_CLIMB):
        if token.i in shared:
            own_clause, further = shared[token.i]
            return cost + further if own_clause is None or _is_fronted(below, token, own_clause) else None
        if token.i in cues and token is not word:
            return None
        if token.dep_ == "pobj" and token is not word and _leads_elsewhere(token.head):
            return None
        step = None if token.head is token else _step(token, head)
        if step is None:
            return None
        cost, token, below = cost + step, token.head, token
    return None


def _leads_elsewhere(preposition: Token) -> bool:
    """Whether what stands after a preposition only tells when or about what, so that its places are not the event's."""
    name = preposition.lower_
    return name in _BESIDE or name in _ABOUT or (name == "over" and preposition.head.pos_ == "NOUN")


def _sharing(head: Token, cues: AbstractSet[int]) -> dict[int, tuple[Token | None, int]]:
    """`head` and the verbs above it whose adverbials are also its own, with what they cost; beside them the verb with a
    subject of its own, if any, that stands between: it shares only what opens the sentence.
    """
    own_clause: Token | None = None
    out, token = {head.i: (own_clause, 0)}, head
    for cost in range(1, _MAX_CLIMB):
        above = token.head
        if above is token or above.i in cues or token.dep_ not in ("conj", "xcomp", "acomp", "attr", "aux"):
            break
        if token.dep_ == "conj" and _has_subject(token):
            own_clause = token
        out[above.i] = (own_clause, cost)
        token = above
    return out


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in ("nsubj", "nsubjpass", "expl") for child in verb.children)


def _is_fronted(adverbial: Token, verb: Token, other: Token) -> bool:
    """Whether an adverbial of `verb` opens its clause and may be meant for the clause of `other` too."""
    subjects = [child.i for child in verb.children if child.dep_ in ("nsubj", "nsubjpass", "expl")]
    return adverbial.i < min([*subjects, verb.i]) and _is_coming(verb) == _is_coming(other)


def _is_coming(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ in _COMING for child in verb.children)
