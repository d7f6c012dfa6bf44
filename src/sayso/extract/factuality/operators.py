"""The words beside a verb or noun that negate, hedge or postpone it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from sayso.extract.factuality.words import DEGREE, Hedge, hedges, modals, nouns, predicate_hedges
from sayso.extract.syntax import COMPLEMENTS, SUBJECTS, child, is_conditional, is_passive, lemma, predicate
from sayso.model import Certainty

NEGATIVE_WORDS = frozenset({"no", "none", "nobody", "nothing", "neither", "nor", "noone"})
NOT_NEGATING = frozenset({"only", "just", "merely", "simply", "solely", "until", "least", "surprisingly", "because"})
NEGATIVE_PHRASES = frozenset({"way", "circumstance", "time", "point", "mean", "means", "account", "stage"})
ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "dative"})
ADVERBS = frozenset({"advmod", "npadvmod", "amod", "acomp", "oprd"})
_MORE = frozenset({"more", "less", "fewer", "later", "earlier", "longer"})
SPLIT_MARKS = frozenset({"or", "nor"})
_CHANCES = frozenset({"chance", "odd", "likelihood", "probability", "possibility"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Operator:
    """What one word does to a clause: turn it round, or cap how far it is claimed (`certainty`) and how far its
    happening is given as a fact (`degree`), both 0 to 3. `governs`: a negation before it applies to it too.
    """

    tokens: tuple[Token, ...]
    negates: bool = False
    certainty: float = 3.0
    degree: float = 3.0
    probability: tuple[float, float] | None = None
    governs: bool = False


def operators(token: Token) -> Iterator[Operator]:
    """The operators on `token` itself, negations first."""
    negations = tuple(_negations(token))
    for negation in negations:
        yield Operator(tokens=(negation,), negates=True)
    yield from _modal_operators(token, negated=bool(negations))
    yield from _hedge_operators(token)
    yield from _noun_operators(token)
    yield from _predicate_operators(token, denied=bool(negations))
    if any(c.dep_ == "advcl" and is_conditional(c) and not _is_even(c) for c in token.children):
        yield Operator(tokens=(), degree=0.5)


def is_counterfactual(token: Token) -> bool:
    """Whether a clause is told as what did not come about: "had he known", "without it, they would have failed"."""
    verb = token.head if token.dep_ == "conj" and child(token, "aux", *SUBJECTS) is None else token
    helpers = [c.lower_ for c in verb.children if c.dep_ == "aux"]
    if "have" in helpers and {"would", "'d"} & set(helpers):
        return True
    return is_inverted(token) or ("had" in helpers and is_conditional(token) and _is_unreal(token.head))


def is_inverted(token: Token) -> bool:
    """Whether "had" before the subject makes a clause a condition: "had the guard seen it"."""
    doer = child(token, "nsubj", "nsubjpass")
    first = child(token, "aux")
    return (
        token.dep_ == "advcl" and doer is not None and first is not None and first.lower_ == "had" and first.i < doer.i
    )


def _is_unreal(verb: Token) -> bool:
    helpers = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    return "have" in helpers and bool(helpers & {"would", "could", "might"})


def negation_words(token: Token) -> tuple[Token, ...]:
    """The words that negate `token`'s clause."""
    return tuple(_negations(token))


def teller_marks(tokens: Iterator[Token]) -> Iterator[tuple[Token, Hedge]]:
    """Words such as "reportedly" by which whoever retells marks what is only passed on."""
    for token in tokens:
        hedge = hedges().get(token.lower_)
        if hedge is not None and hedge.teller:
            yield token, hedge


def _negations(token: Token) -> Iterator[Token]:
    for c in token.children:
        if c.dep_ == "neg" and not _is_partial(c):
            yield c
        elif c.dep_ == "advmod" and c.lower_ == "longer" and c.nbor(-1).lower_ == "no":
            yield c.nbor(-1)
        elif c.dep_ in ARGUMENTS:
            yield from _negative_argument(c)
        elif c.lower_ in {"neither", "nor"} and c.i < token.i and c.dep_ in {"preconj", "cc", "dep", "advmod", "det"}:
            yield c
        elif c.dep_ == "prep":
            yield from _negative_phrase(c)
        elif c.dep_ == "det" and c.lower_ == "no" and token.dep_ not in ARGUMENTS:
            yield c
    if token.lower_ in NEGATIVE_WORDS and token.dep_ not in ARGUMENTS:
        yield token  # "none of the lorries was armed", where the parser hangs the verb on "none"
    yield from _shared_negation(token)


def _is_partial(negation: Token) -> bool:
    after = [token.lower_ for token in negation.doc[negation.i + 1 : negation.i + 3]]
    bound = len(after) == 2 and after[0] in _MORE and after[1] == "than"  # "no fewer than forty" are some
    return bound or (bool(after) and after[0] in NOT_NEGATING) or _is_contrast(negation)


def _is_contrast(negation: Token) -> bool:
    """Whether "not" only sets what is said against something else: "they hold flour, not guns"."""
    before = negation.nbor(-1) if negation.i > negation.sent.start else negation
    return negation.lower_ == "not" and negation.i > negation.head.i and before.lower_ in {",", "and", "but", "–", "—"}


def _negative_argument(argument: Token) -> Iterator[Token]:
    told_of = argument.lemma_ == "question" or noun_hedge(argument) is not None
    if argument.lemma_ == "doubt" or (told_of and _takes_clause(argument)):
        return  # "no evidence that" has a meaning of its own, "no doubt" and "no question that" say that it is so
    if argument.lower_ in NEGATIVE_WORDS:
        yield argument
        return
    if argument.lower_ == "one" and argument.i > 0 and argument.nbor(-1).lower_ == "no":
        yield argument.nbor(-1)
        return
    for c in argument.children:
        if c.lower_ in {"no", "neither", "not"} and c.dep_ in {"det", "preconj", "neg"} and not _is_partial(c):
            yield c
        elif c.dep_ in {"nummod", "det", "amod"}:
            yield from _none_of(c)


def _none_of(counted: Token) -> Iterator[Token]:
    """What makes a number or article none: "not one soldier", "zero cases"."""
    if counted.lower_ in {"zero", "0"}:
        yield counted
    yield from (c for c in counted.children if c.lower_ == "not" and c.dep_ == "neg" and c.i == counted.i - 1)


def _negative_phrase(prep: Token) -> Iterator[Token]:
    noun = child(prep, "pobj")
    if noun is not None and noun.lemma_ in NEGATIVE_PHRASES:
        yield from (c for c in noun.children if c.lower_ == "no")


def _shared_negation(token: Token) -> Iterator[Token]:
    """The negation of the first of two verbs joined by "or": "did not meet or speak"."""
    if token.dep_ != "conj" or child(token, "neg", *SUBJECTS) is not None:
        return
    joiners = [c.lower_ for c in token.head.children if c.dep_ == "cc" and c.i < token.i]
    if joiners and joiners[-1] in SPLIT_MARKS:
        yield from _negations(token.head)


def _modal_operators(token: Token, *, negated: bool) -> Iterator[Operator]:
    verb = token
    if token.dep_ == "conj" and child(token, "aux", *SUBJECTS) is None and token.tag_ in {"VB", "VBN"}:
        verb = token.head  # "will meet and sign"
    perfect = any(c.dep_ == "aux" and c.lower_ == "have" for c in verb.children)
    for c in verb.children:
        modal = modals().get(_modal_form(c)) if c.dep_ == "aux" and c.tag_ == "MD" else None
        if modal is None:
            continue
        if c.lower_ == "must" and perfect:
            yield Operator(tokens=(c,), certainty=2.0, degree=2.0)  # a conclusion, not a duty
            continue
        degree = modal.negated if negated else modal.degree
        denied = negated and modal.negated == 3.0
        certainty = 3.0 if denied else DEGREE[modal.certainty]
        yield Operator(tokens=(c,) if certainty < 3.0 else (), certainty=certainty, degree=degree)


def _modal_form(token: Token) -> str:
    form: str = token.lower_.replace("’", "'")
    return {"'ll": "will", "'d": "would", "ca": "can"}.get(form, form)


def _hedge_operators(token: Token) -> Iterator[Operator]:
    for c in token.children:
        if c.dep_ in ADVERBS:
            found = hedge_at(c)
            if found is None or found[0].teller:
                continue
            hedge, words = found
            governs = c.dep_ in {"acomp", "oprd"}
            # an adjective with a clause is weighed by its signature
            if not governs or hedge.probability is not None or hedge.certainty is Certainty.UNKNOWN:
                yield _hedge_operator(hedge, words, governs=governs)


def hedge_at(token: Token) -> tuple[Hedge, tuple[Token, ...]] | None:
    """The hedge that `token` is, with the word before it that strengthens it ("very likely")."""
    table = hedges()
    before = [c for c in token.children if c.dep_ == "advmod" and f"{c.lower_} {token.lower_}" in table]
    if not before and token.i > token.sent.start and f"{token.nbor(-1).lower_} {token.lower_}" in table:
        before = [token.nbor(-1)]
    if before:
        return table[f"{before[0].lower_} {token.lower_}"], (before[0], token)
    hedge = table.get(token.lower_)
    return None if hedge is None else (hedge, (token,))


def _hedge_operator(hedge: Hedge, tokens: tuple[Token, ...], *, governs: bool) -> Operator:
    return Operator(
        tokens=tokens,
        negates=hedge.degree < 0,
        certainty=DEGREE[hedge.certainty],
        degree=DEGREE[hedge.certainty],
        probability=hedge.probability,
        governs=governs,
    )


def _noun_operators(token: Token) -> Iterator[Operator]:
    """What a noun says of its clause: "there is a roughly even chance that …"."""
    noun = child(token, "attr", "nsubj", "dobj") if child(token, "expl") or token.lemma_ == "have" else None
    if noun is None or not _takes_clause(noun):
        return
    found = noun_hedge(noun)
    if found is not None:
        yield _hedge_operator(*found, governs=True)


def _takes_clause(noun: Token) -> bool:
    """Whether a noun has under it what it is about: a clause, or after a chance what stands behind "of"."""
    chance = noun.lemma_.lower() in _CHANCES
    return any(c.dep_ in COMPLEMENTS or (chance and c.lower_ == "of") for c in noun.children)


def _predicate_operators(token: Token, *, denied: bool) -> Iterator[Operator]:
    """Words that hedge with no clause under them: "the results were expected in May", "the cause is not known"."""
    word = predicate(token)
    if any(c.dep_ in COMPLEMENTS for c in (*word.children, *token.children)) or not _is_said_of(token):
        return
    if lemma(word) in {"know", "known"} and _is_renown(word):
        return
    whens = (("passive",) if is_passive(token) else ()) + (("denied",) if denied else ())
    for when in whens:
        certainty = predicate_hedges().get((lemma(word), when))
        if certainty is not None:
            yield Operator(tokens=(word,), certainty=DEGREE[certainty], degree=3.0)


def _is_renown(word: Token) -> bool:
    """Whether "known" means famous: "not well known", "not known for his patience"."""
    renown = {"well", "widely", "better", "best", "much", "for", "as", "in", "among", "to"}
    return any(c.dep_ in {"advmod", "prep"} and c.lower_ in renown for c in word.children)


def _is_said_of(token: Token) -> bool:
    """Whether a verb is said of a thing, as a passive or a copula is: "he did not know him" is no hedge."""
    return is_passive(token) or token.lemma_ == "be"


def noun_hedge(noun: Token) -> tuple[Hedge, tuple[Token, ...]] | None:
    """What a noun such as "chance" or "evidence" says of the clause it takes, and the words that say it."""
    table = nouns()
    lemma = noun.lemma_.lower()
    if (lemma, "") not in table and not any((lemma, c.lemma_.lower()) in table for c in noun.children):
        return None
    word = next((c for c in noun.children if (lemma, c.lemma_.lower()) in table), None)
    if word is not None:
        return table[lemma, word.lemma_.lower()].affirmed, (word, noun)
    none = next((c for c in noun.children if c.lower_ == "no"), None)
    entry = table[lemma, ""]
    return (entry.affirmed, (noun,)) if none is None else (entry.absent, (none, noun))


def _is_even(clause: Token) -> bool:
    return any(c.lower_ == "even" for c in clause.children)
