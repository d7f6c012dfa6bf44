"""What a parse shows of a predicate and its sentence, whatever the words mean: the columns of the learnt reading."""

from __future__ import annotations

from collections.abc import Iterator
from math import log

from spacy.tokens import Span, Token

from sayso.extract.attributions.cues import SPEAKING, cue_words
from sayso.extract.factuality.commitment import path, predicate_degree
from sayso.extract.factuality.governors import link
from sayso.extract.factuality.innermost import innermost
from sayso.extract.factuality.operators import negation_words, operators
from sayso.extract.syntax import child, is_conditional, is_infinitive, is_passive, subject

WIDTH = 86  # columns
REGISTER = 22  # of them, the last: those of the sentence
NONE = 9.0  # a trait that is not there, outside the scale of those that are
RELATIONS = (
    *("ROOT", "ccomp", "xcomp", "advcl", "acl", "relcl", "pcomp", "csubj"),
    *("dobj", "pobj", "nsubj", "amod", "compound", "attr"),
)
TAGS = ("VBD", "VBN", "VBG", "VBZ", "VBP", "VB", "NN", "NNS", "JJ")
HELPERS = (
    frozenset({"have", "has", "had", "'ve"}),
    frozenset({"had"}),
    frozenset({"is", "are", "was", "were", "be", "been", "being", "'s", "'re"}),
    frozenset({"was", "were"}),
    frozenset({"do", "does", "did"}),
    frozenset({"to"}),
    frozenset({"will", "'ll", "wo"}),
    frozenset({"would", "'d"}),
    frozenset({"may", "might"}),
    frozenset({"could", "can", "ca"}),
    frozenset({"should", "must", "ought", "shall"}),
)
FIRST = frozenset({"i", "me", "my", "we", "our", "us", "mine", "myself", "ours"})
SECOND = frozenset({"you", "your", "yours"})
THIRD = frozenset({"he", "she", "him", "her", "his", "they", "them", "their", "its"})
SHORTENED = frozenset({"n't", "'m", "'ll", "'re", "'ve", "'d"})
ANYBODY = frozenset({"someone", "somebody", "something", "thing", "particular", "person"})
ENTITIES = (
    frozenset({"PERSON"}),
    frozenset({"ORG", "NORP", "LAW", "PRODUCT"}),
    frozenset({"GPE", "LOC", "FAC"}),
    frozenset({"DATE", "TIME"}),
    frozenset({"MONEY", "PERCENT", "CARDINAL", "QUANTITY", "ORDINAL"}),
)
SHARED_TAGS = ("VBD", "VBZ", "VBP")
SHARED_PARTS = ("PROPN", "NOUN", "ADJ", "ADV")


def traits(token: Token, told: float) -> tuple[float, ...]:
    """The columns for the predicate `token`, of which the encoder's head says `told` (-3 to 3)."""
    return (told, *_degrees(token), *_governor(token), *_form(token), *register(token.sent))


def _degrees(token: Token) -> Iterator[float]:
    steps = [step.token for step in path(token)]
    found = [operator for step in steps for operator in operators(step)]
    yield predicate_degree(token)
    yield predicate_degree(token, innermost())
    yield len(negation_words(token))
    yield len(steps)
    yield sum(operator.negates for operator in found)
    yield min((operator.degree for operator in found), default=3.0)


def _governor(token: Token) -> Iterator[float]:
    """Of what governs a predicate: what it says of it, its subject, its form, how far off it stands."""
    rated, sourced = link(token), link(token, innermost())
    yield rated.signature.positive if rated.signature else NONE
    yield rated.signature.negative if rated.signature else NONE
    yield sourced.signature.positive if sourced.signature else NONE
    yield rated.base if rated.independent else NONE
    above = rated.governor
    yield 0.0 if above is None else _person(subject(above))
    yield 0.0 if above is None else above.i - token.i
    for form in ("VBD", "VBZ", "VBP", "NN", "JJ"):
        yield above is not None and above.tag_ == form


def _form(token: Token) -> Iterator[float]:
    """Of the predicate itself: its relation, tense, aspect, mood, voice, subject, what hangs on it."""
    first = token
    while first.dep_ == "conj" and first.head.i != first.i:
        first = first.head
    helpers = {c.lower_ for verb in (token, first) for c in verb.children if c.dep_ in {"aux", "auxpass"}}
    yield token.dep_ == "conj"
    yield from (first.dep_ == relation for relation in RELATIONS)
    yield from (token.tag_ == tag for tag in TAGS)
    yield from (bool(helpers & forms) for forms in HELPERS)
    yield token.sent[-1].text == "?"
    yield is_conditional(token)
    yield is_infinitive(token)
    yield is_passive(token)
    yield token.lemma_ == "be"
    yield _person(subject(token))
    yield from (child(token, relation) is not None for relation in ("nsubj", "dobj", "ccomp", "xcomp"))
    yield (token.i - token.sent.start) / len(token.sent)


def _person(noun: Token | None) -> float:
    """1 to 3 for pronouns, 4 for a common noun, 5 for a name, 0 for none."""
    if noun is None:
        return 0.0
    if noun.lower_ in FIRST:
        return 1.0
    if noun.lower_ in SECOND:
        return 2.0
    if noun.pos_ == "PRON":
        return 3.0
    return 5.0 if noun.ent_type_ else 4.0


def register(sentence: Span) -> Iterator[float]:
    """How a sentence is written: news names, dates and reports; what people write to each other says "I" and "you"."""
    tokens = list(sentence)
    size = len(tokens)
    forms = [token.lower_ for token in tokens]
    yield log(size)
    for words in (FIRST, SECOND, THIRD, SHORTENED, ANYBODY, frozenset({"!", "...", ":)", ";)"}), frozenset({"?"})):
        yield sum(form in words for form in forms) / size
    for kinds in ENTITIES:
        yield sum(token.ent_type_ in kinds for token in tokens) / size
    for tag in SHARED_TAGS:
        yield sum(token.tag_ == tag for token in tokens) / size
    for part in SHARED_PARTS:
        yield sum(token.pos_ == part for token in tokens) / size
    yield any(_is_reporting(token) for token in tokens)
    yield any(token.dep_ == "nsubj" and token.pos_ == "PRON" for token in tokens)


def _is_reporting(token: Token) -> bool:
    entry = cue_words().get(token.lemma_.lower())
    return entry is not None and entry.kind in SPEAKING and token.pos_ == "VERB"
