"""Clauses of time and cause that tell something apart from the claim they hang on: "The schools stayed shut after
dozens of prisoners broke out of the jail on Sunday".
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from sayso.extract.statements.chains import is_finite
from sayso.extract.statements.clauses import children, own_subject

# From how many words such a clause is a claim. Of the cuts that this makes in 34 storylines two of three are annotated;
# of those at clauses with "when", which mostly tell the same happening once more, a fifth are.
_FEWEST = {"after": 7, "as": 7, "because": 5, "since": 7, "while": 7}
_REST = 6  # words that the claim must keep


def told_apart(tokens: Sequence[Token], heads: set[int]) -> Token | None:
    """The conjunction of the first clause among the words of a claim that tells something apart; `heads` are the verbs
    of other claims and of cues.
    """
    inside = {t.i for t in tokens}
    for verb in tokens:
        if verb.dep_ != "advcl" or verb.i in heads or verb.head.i not in inside:
            continue
        mark = next((m for m in children(verb, "mark") if m.lower_ in _FEWEST and m.i in inside), None)
        if mark is not None and _is_claim(verb) and _is_long(mark, tokens):
            return mark
    return None


def _is_claim(verb: Token) -> bool:
    """Whether a clause has a tense and names who does it."""
    who = own_subject(verb)
    return is_finite(verb) and who is not None and who.pos_ != "PRON"


def _is_long(mark: Token, tokens: Sequence[Token]) -> bool:
    clause = {t.i for t in mark.head.subtree if t.i > mark.i}
    words = [t for t in tokens if t.is_alpha or t.like_num]
    told = sum(t.i in clause for t in words)
    return told >= _FEWEST[mark.lower_] and len(words) - told - 1 >= _REST
