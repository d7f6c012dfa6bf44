"""Which word governs a token, in which construction, and what it says of the token."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, partial

from spacy.tokens import Token

from sayso.extract.factuality.words import Signature, hedges, nouns, rated_signatures, signatures
from sayso.extract.syntax import SUBJECTS, child, is_infinitive, is_passive, lemma, predicate
from sayso.extract.tables import rows

IDENTITY = Signature(positive=3.0, negative=-3.0, inner=True)
ALWAYS = Signature(positive=2.75, negative=2.75, inner=False)
OPEN = Signature(positive=0.0, negative=0.0, inner=False)
UNDECIDED = Signature(positive=0.0, negative=0.0, inner=True)

# Means of the verbs not in the table, by frame: a report is believed half, a wish or an order leaves the outcome open.
DEFAULTS = {
    "that": Signature(positive=1.5, negative=0.0, inner=False),
    "be-that": Signature(positive=1.5, negative=0.5, inner=False),
    "to": Signature(positive=0.5, negative=-0.5, inner=False),
    "be-to": Signature(positive=0.5, negative=-0.5, inner=False),
    "object-to": Signature(positive=0.5, negative=-0.5, inner=False),
    "ing": Signature(positive=2.0, negative=0.5, inner=False),
}
SAME = frozenset({"acomp", "attr", "oprd", "aux", "auxpass", "intj", "dep", "neg", "prt"})
DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her", "our"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A token and what governs it. `signature` says what the governor's degree means for the token's; an
    `independent` token has the degree `base` whatever the governor's.
    """

    token: Token
    governor: Token | None
    signature: Signature | None = None
    independent: bool = False
    base: float = 3.0


def link(token: Token) -> Link:
    """The link from `token` to its governor; the top of a sentence stands by itself."""
    if token.dep_ == "ROOT" or token.head.i == token.i:
        return _free(token, _top(token))
    if token.dep_ in _LINKS:
        return _LINKS[token.dep_](token)
    return Link(token=token, governor=token.head) if token.dep_ in SAME else _nominal(token)


def _as_first(token: Token) -> Link:
    """A coordinated word has the governor of the word it is coordinated with."""
    first = token
    while first.dep_ == "conj" and first.head.i != first.i:
        first = first.head
    above = link(first)
    return Link(
        token=token,
        governor=above.governor,
        signature=above.signature,
        independent=above.independent,
        base=above.base,
    )


def word_frames(word: Token, complement: Token) -> Iterator[tuple[str, str]]:
    """The keys under which `word` may be listed with this complement, the most telling first."""
    frame = _frame(word, complement)
    form = lemma(word)
    yield form, frame
    if frame == "be-to":
        yield form, "object-to"
    if frame in {"be-to", "object-to"}:
        yield form, "to"
    if frame == "be-that":
        yield form, "that"


def noun_signature(noun: Token) -> Signature:
    """What a noun that takes a clause says of it; those that hedge by themselves are only looked through."""
    if (noun.lemma_.lower(), "") in nouns():
        return IDENTITY
    return _governing_nouns().get(noun.lemma_.lower(), OPEN)


def _frame(word: Token, complement: Token) -> str:
    if any(c.dep_ == "mark" and c.lower_ in {"whether", "if"} for c in complement.children):
        return "whether"
    if is_infinitive(complement) or (complement.tag_ == "VB" and child(complement, "mark", "aux") is None):
        if is_passive(word):
            return "be-to"
        return "object-to" if child(complement, "nsubj", "nsubjpass") or child(word, "dobj") else "to"
    if complement.tag_ == "VBG" and child(complement, "nsubj", "aux") is None:
        return "ing"
    return "be-that" if is_passive(word) else "that"


def _complement(token: Token) -> Link:
    governor = token.head
    word = predicate(governor)
    if word.i == token.i:
        word = governor
    if _is_aside(token):
        return _free(token, 3.0)
    return Link(token=token, governor=governor, signature=_rated(word, token) or complement_signature(word, token))


def complement_signature(word: Token, token: Token) -> Signature:
    """What `word` says of its complement `token`."""
    table = signatures()
    for key in word_frames(word, token):
        if key in table:
            return table[key]
    frame = _frame(word, token)
    if frame == "whether":
        return UNDECIDED if word.pos_ == "ADJ" or _is_impersonal(word) else OPEN
    if word.lower_ in hedges() or word.lemma_ == "be":
        return IDENTITY
    if word.pos_ == "NOUN" and word.dep_ == "attr":
        return noun_signature(word)
    return DEFAULTS[frame]


def _is_impersonal(verb: Token) -> bool:
    """Whether a passive has no subject of its own: "it is not known whether"."""
    mark = child(verb, "nsubjpass", "expl")
    return mark is not None and mark.lower_ == "it"


def _rated(word: Token, token: Token) -> Signature | None:
    """The ratings of a word in its frame, halfway to what the theory gives it where both are known."""
    rated = rated_signatures().get(next(word_frames(word, token)))
    if rated is None:
        return None
    listed = complement_signature(word, token)
    return Signature(
        positive=(rated.positive + listed.positive) / 2,
        negative=(rated.negative + listed.negative) / 2,
        inner=listed.inner,
    )


def _is_aside(token: Token) -> bool:
    """Whether a clause that stands before its verb of saying is only marked by it: "Troops left, she said"."""
    return (
        token.dep_ == "ccomp" and token.i < token.head.i and child(token, "mark") is None and lemma(token.head) == "be"
    )


def _adverbial(token: Token) -> Link:
    mark = next((c.lower_ for c in token.children if c.dep_ in {"mark", "advmod"} and c.lower_ in _markers()), None)
    if mark is not None:
        return _free(token, _markers()[mark])
    if is_infinitive(token):
        return Link(token=token, governor=token.head, signature=Signature(positive=0.5, negative=-0.5, inner=False))
    if child(token, "mark") is not None or child(token, *SUBJECTS) is not None:
        return _free(token, 2.75)
    return Link(token=token, governor=token.head, signature=Signature(positive=2.75, negative=1.5, inner=False))


def _noun_clause(token: Token) -> Link:
    noun = token.head
    if is_infinitive(token):
        return Link(token=token, governor=noun, signature=_governing_nouns().get(noun.lemma_.lower(), DEFAULTS["to"]))
    if child(token, "mark") is not None:
        return Link(token=token, governor=noun, signature=_governing_nouns().get(noun.lemma_.lower(), DEFAULTS["that"]))
    return _free(token, 2.75)


def _after_preposition(token: Token) -> Link:
    prep = token.head
    word = prep.head
    key = (lemma(word), "ing")
    if word.pos_ == "NOUN" and word.lemma_.lower() in _governing_nouns():
        return Link(token=token, governor=word, signature=_governing_nouns()[word.lemma_.lower()])
    if key in signatures():
        return Link(token=token, governor=word, signature=signatures()[key])
    if word.lower_ in {"instead", "rather"}:
        return _free(token, _markers()[word.lower_])
    return _free(token, _markers().get(prep.lower_, 2.75))


def _nominal(token: Token) -> Link:
    """A noun: a definite one exists whatever is said of it, another one as far as its verb does."""
    head = token.head
    key = (lemma(head), "noun")
    if token.dep_ == "pobj":
        key = (lemma(head.head), "noun")
    if token.pos_ not in {"NOUN", "PROPN"}:
        return Link(token=token, governor=head)
    if key in signatures() and token.dep_ in {"dobj", "pobj", "nsubjpass"}:
        return Link(token=token, governor=head, signature=signatures()[key])
    if any(c.dep_ in {"det", "poss"} and (c.lower_ in DEFINITE or c.dep_ == "poss") for c in token.children):
        return _free(token, 2.75)
    return Link(token=token, governor=head)


def _free(token: Token, base: float) -> Link:
    return Link(token=token, governor=None, independent=True, base=base)


def _top(token: Token) -> float:
    """Questions and commands leave their verb open."""
    if token.doc[token.sent.end - 1].text == "?":
        return 0.0
    bare = token.tag_ == "VB" and child(token, "aux", *SUBJECTS) is None
    return 0.0 if bare else 3.0


@cache
def _markers() -> dict[str, float]:
    return {word: float(degree) for word, degree in rows("factuality/markers.tsv")}


@cache
def _governing_nouns() -> dict[str, Signature]:
    return {
        noun: Signature(positive=float(positive), negative=float(negative), inner=False)
        for noun, positive, negative in rows("factuality/governing_nouns.tsv")
    }


_LINKS: dict[str, Callable[[Token], Link]] = {
    "conj": _as_first,
    "ccomp": _complement,
    "xcomp": _complement,
    "csubj": _complement,
    "csubjpass": _complement,
    "advcl": _adverbial,
    "acl": _noun_clause,
    "relcl": partial(_free, base=3.0),
    "pcomp": _after_preposition,
}
