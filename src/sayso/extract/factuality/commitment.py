"""How far the words of a clause commit its speaker to it, worked out along the syntax tree.

Two readings of the same operators (negation, modals, hedges, governing words):

- of a clause: what a speaker who utters it claims, and how surely. Governing words that only hedge or negate ("is
  likely to", "failed to") are looked through; others ("plans to") are what is claimed.
- of a predicate: how far the whole sentence presents one word's happening as a fact, the question that FactBank (Saurí
  and Pustejovsky 2009) and its successors ask. Here every governing word counts: this is the polarity propagation of
  Nairn, Condoravdi and Karttunen (2006) with graded signatures, as in TruthTeller (Lotan, Stern and Dagan 2013).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from sayso.extract.factuality.governors import Link, Reading, complement_signature, link, noun_signature
from sayso.extract.factuality.operators import Operator, is_counterfactual, operators, teller_marks
from sayso.extract.factuality.words import DEGREE, Hedge, Signature
from sayso.extract.syntax import COMPLEMENTS, child, lemma, predicate
from sayso.model import Certainty

FULL = 3.0
CONFIRMING = frozenset({"confirm", "verify", "corroborate"})
# "it is not known where": what is asked is left open, though the clause itself may be taken for granted
KNOWING = frozenset({"know", "clear", "sure", "certain", "determine", "establish"})
ASKED = Signature(positive=3.0, negative=0.0, inner=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """A degree from -3 (certainly not) to 3 (certainly so); the range of the probability word that set it; the words
    that decided; and the innermost word that is claimed.
    """

    degree: float
    probability: tuple[float, float] | None = None
    decided: tuple[Token, ...] = ()
    claimed: Token

    def under(self, operator: Operator, cap: float) -> Commitment:
        """The same with one more operator, which leaves at most `cap`."""
        size = min(abs(self.degree), cap)
        positive = (self.degree >= 0) != operator.negates
        ranged = operator.probability
        if ranged is not None and self.degree < 0 and operator.governs:
            ranged = (round(1 - ranged[1], 2), round(1 - ranged[0], 2))  # "not likely" is as "unlikely"
        return replace(
            self,
            degree=size if positive else -size,
            probability=ranged or self.probability,
            decided=self.decided + operator.tokens,
        )


def clause_commitment(head: Token) -> Commitment:
    """How surely somebody who utters the clause of `head` claims it, and what is claimed in it."""
    commitment = Commitment(degree=FULL, claimed=head)
    token: Token | None = head
    while token is not None:
        for operator in operators(token):
            commitment = commitment.under(operator, operator.certainty)
        inner = _inner(token)
        if inner is None:
            break
        governor, complement, signature = inner
        degree = _through(commitment.degree, signature)
        decides = _is_other(commitment.degree, degree)
        commitment = replace(
            commitment,
            degree=degree,
            decided=(*commitment.decided, *((governor,) if decides else ())),
            claimed=complement,
        )
        token = complement
    return _unverified(commitment)


def _unverified(commitment: Commitment) -> Commitment:
    """Who did not or could not confirm something neither affirms nor denies it."""
    verb = commitment.claimed
    if commitment.degree >= 0 or lemma(verb) not in CONFIRMING or child(verb, "dobj", "nsubjpass") is None:
        return commitment
    return replace(commitment, degree=0.0, decided=(*commitment.decided, verb))


def predicate_degree(token: Token, reading: Reading | None = None) -> float:
    """How far its sentence presents what `token` names as a fact, from -3 (certainly not) to 3 (certainly so): as
    people rate it, or as another `reading` has it.
    """
    degree = FULL
    for step in reversed(list(path(token, reading))):
        degree = _operated(step.token, _under_link(degree, step))
    return degree


def _operated(token: Token, degree: float) -> float:
    """`degree` under the operators on `token`."""
    if is_counterfactual(token):
        return FULL if any(o.negates for o in operators(token)) else -FULL
    for operator in operators(token):
        size = min(abs(degree), operator.degree)
        degree = size if (degree >= 0) != operator.negates else -size
    passed_on = (hedge.degree for _, hedge in teller_marks(token.children))
    return min([degree, *passed_on]) if degree > 0 else degree


def path(token: Token, reading: Reading | None = None) -> Iterator[Link]:
    """The links from `token` up to what stands by itself."""
    step: Link | None = link(token, reading)
    while step is not None:
        yield step
        step = link(step.governor, reading) if step.governor is not None else None


def _under_link(degree: float, step: Link) -> float:
    if step.independent:
        return step.base
    if step.signature is None:
        return degree
    return _through(degree, step.signature)


def _through(degree: float, signature: Signature) -> float:
    value = signature.positive if degree >= 0 else signature.negative
    return value * abs(degree) / FULL


def _is_other(before: float, after: float) -> bool:
    return certainty_of(before) is not certainty_of(after) or (before < 0) != (after < 0)


def _inner(token: Token) -> tuple[Token, Token, Signature] | None:
    """The complement that a statement with `token` really claims, with the word that governs it."""
    word = predicate(token)
    for governor in (word, token):
        for complement in governor.children:
            marked = complement.dep_ == "relcl" and child(complement, "mark") is not None  # "it is a lie that P"
            if not (complement.dep_ in COMPLEMENTS or marked) or complement.i == token.i:
                continue
            signature = _signature(word, complement)
            if signature is not None and signature.inner:
                return word, complement, signature
        if word.i == token.i:
            break
    return None


def _signature(word: Token, complement: Token) -> Signature | None:
    personal = word.pos_ == "VERB" and child(word, "nsubj") is not None  # who says "I do not know" asserts that
    if word.lemma_.lower() in KNOWING and not personal and _is_question(complement):
        return ASKED
    if word.pos_ == "NOUN" and child(word.head, "expl") is not None:
        return noun_signature(word)
    return complement_signature(word, complement)


def _is_question(clause: Token) -> bool:
    """Whether a clause asks: it begins with "where", "what", "how many" …"""
    first = clause.doc[clause.left_edge.i]
    return first.tag_ in {"WRB", "WP", "WP$", "WDT"} and first.lower_ != "that"


def certainty_of(degree: float) -> Certainty:
    """The FactBank value nearest to a degree."""
    size = abs(degree)
    if size > 2.25:
        return Certainty.CERTAIN
    if size > 1.25:
        return Certainty.PROBABLE
    return Certainty.POSSIBLE if size > 0.25 else Certainty.UNKNOWN


def hedged(commitment: Commitment, hedge: Hedge, tokens: tuple[Token, ...]) -> Commitment:
    """`commitment` as it stands under a hedge outside the clause, such as an attribution cue's."""
    operator = Operator(
        tokens=tokens,
        negates=hedge.degree < 0,
        certainty=DEGREE[hedge.certainty],
        degree=DEGREE[hedge.certainty],
        probability=hedge.probability,
    )
    return commitment.under(operator, operator.certainty)
