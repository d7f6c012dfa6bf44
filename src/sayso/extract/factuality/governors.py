"""Which word governs a token, in which construction, and what it says of the token."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from sayso.extract.factuality.words import Signature, hedges, nouns, rated_signatures, signatures, verdicts
from sayso.extract.syntax import SUBJECTS, child, is_infinitive, is_passive, lemma, predicate
from sayso.extract.tables import rows

IDENTITY = Signature(positive=3.0, negative=-3.0, inner=True)
ALWAYS = Signature(positive=2.75, negative=2.75, inner=False)
OPEN = Signature(positive=0.0, negative=0.0, inner=False)
MOVED = Signature(positive=3.0, negative=2.5, inner=False)
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
# Prepositions behind which a noun is no object of what stands before: "cancelled after the flood".
NARROW = frozenset(
    {"after", "before", "during", "since", "in", "at", "near", "by", "despite", "because", "amid", "from"}
)
ABSENT = frozenset({"without"})
DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her", "our"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Whose commitment is asked for: what a word says of its clause, what a noun says of the clause it takes, and what
    a verb says of the deed that a noun with it names (None: nothing of its own).
    """

    of_clause: Callable[[Token, Token], Signature]
    of_noun: Callable[[Token, Token], Signature]
    of_deed: Callable[[Token, Token], Signature | None]


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


def link(token: Token, reading: Reading | None = None) -> Link:
    """The link from `token` to its governor; the top of a sentence stands by itself. Without a `reading`, that of
    people who rate how far the whole sentence tells something as a fact.
    """
    reading = reading or _raters()
    if token.dep_ == "ROOT" or token.head.i == token.i:
        return _free(token, _top(token))
    if token.dep_ in _LINKS:
        return _LINKS[token.dep_](token, reading)
    return Link(token=token, governor=token.head) if token.dep_ in SAME else _nominal(token, reading)


def _as_first(token: Token, reading: Reading) -> Link:
    """A coordinated word has the governor of the word it is coordinated with."""
    first = token
    while first.dep_ == "conj" and first.head.i != first.i:
        first = first.head
    above = link(first, reading)
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
    return governing_nouns().get(noun.lemma_.lower(), OPEN)


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


def _complement(token: Token, reading: Reading) -> Link:
    governor = token.head
    word = predicate(governor)
    if word.i == token.i:
        word = governor
    if _is_aside(token):
        return _free(token, 3.0)
    return Link(token=token, governor=governor, signature=reading.of_clause(word, token))


def complement_signature(word: Token, token: Token) -> Signature:
    """What `word` says of its complement `token`."""
    table = signatures()
    for key in word_frames(word, token):
        if key in table:
            return table[key]
    frame = _frame(word, token)
    verdict = verdicts().get((word.lower_, "of")) if word.dep_ in {"acomp", "attr"} else None
    if verdict is not None and child(token, "mark") is not None:  # "it is a lie that P"
        return Signature(positive=verdict.degree, negative=1.0 if verdict.degree < 0 else -3.0, inner=True)
    return _by_frame(word, frame)


def _by_frame(word: Token, frame: str) -> Signature:
    """What a word that no table has says of a complement in this frame."""
    if frame == "whether":
        return UNDECIDED if word.pos_ == "ADJ" or _is_impersonal(word) else OPEN
    if word.lower_ in hedges() or word.lemma_ == "be":
        return IDENTITY
    if word.pos_ == "NOUN" and word.dep_ == "attr":
        return noun_signature(word)
    if word.pos_ == "ADJ" and frame == "that":
        return MOVED  # "angry that", "proud that"
    return DEFAULTS[frame]


def _is_impersonal(verb: Token) -> bool:
    """Whether a passive has no subject of its own: "it is not known whether"."""
    mark = child(verb, "nsubjpass", "expl")
    return mark is not None and mark.lower_ == "it"


def _rated(word: Token, token: Token) -> Signature:
    """The ratings of a word in its frame, halfway to what the theory gives it where both are known."""
    rated = rated_signatures().get(next(word_frames(word, token)))
    listed = complement_signature(word, token)
    if rated is None:
        return listed
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


def _adverbial(token: Token, _: Reading) -> Link:
    mark = next((c.lower_ for c in token.children if c.dep_ in {"mark", "advmod"} and c.lower_ in _markers()), None)
    if mark is not None:
        return _free(token, _markers()[mark])
    if is_infinitive(token):
        return Link(token=token, governor=token.head, signature=Signature(positive=0.5, negative=-0.5, inner=False))
    if child(token, "mark") is not None or child(token, *SUBJECTS) is not None:
        return _free(token, 2.75)
    return Link(token=token, governor=token.head, signature=Signature(positive=2.75, negative=1.5, inner=False))


def _noun_clause(token: Token, reading: Reading) -> Link:
    noun = token.head
    finite = child(token, "mark", *SUBJECTS) is not None
    if is_infinitive(token) or finite:
        return Link(token=token, governor=noun, signature=reading.of_noun(noun, token))
    return _free(token, 2.75)


def listed_noun(noun: Token, token: Token) -> Signature:
    """What `noun` says of its clause `token`, by the table."""
    return governing_nouns().get(noun.lemma_.lower(), DEFAULTS["to" if is_infinitive(token) else "that"])


def _after_preposition(token: Token, reading: Reading) -> Link:
    prep = token.head
    word = prep.head
    key = (lemma(word), "ing")
    if word.pos_ == "NOUN" and word.lemma_.lower() in governing_nouns():
        return Link(token=token, governor=word, signature=governing_nouns()[word.lemma_.lower()])
    if key in signatures():
        return Link(token=token, governor=word, signature=reading.of_clause(word, token))
    if word.lower_ in {"instead", "rather"}:
        return _free(token, _markers()[word.lower_])
    return _free(token, _markers().get(prep.lower_, 2.75))


def _nominal(token: Token, reading: Reading) -> Link:
    """A noun: a definite one exists whatever is said of it, another one as far as its verb does."""
    head = token.head
    if token.pos_ not in {"NOUN", "PROPN"}:
        return Link(token=token, governor=head)
    if token.dep_ == "pobj":
        found = _after_noun_or_verb(token, head, reading)
        if found is not None:
            return found
    elif token.dep_ in {"dobj", "nsubjpass"}:
        signature = reading.of_deed(head, token)
        if signature is not None:
            return Link(token=token, governor=head, signature=signature)
    if any(c.dep_ in {"det", "poss"} and (c.lower_ in DEFINITE or c.dep_ == "poss") for c in token.children):
        return _free(token, 2.75)
    return Link(token=token, governor=head)


def _after_noun_or_verb(token: Token, prep: Token, reading: Reading) -> Link | None:
    """A noun behind a preposition: "without an agreement", "a threat of strikes", "called for a ceasefire"."""
    if prep.lower_ in ABSENT:
        return _free(token, _markers()["without"])
    if prep.lower_ in NARROW:
        return None
    word = prep.head
    if prep.lower_ == "of" and word.lemma_.lower() in nouns_of_deeds():
        return Link(token=token, governor=word, signature=governing_nouns()[word.lemma_.lower()])
    signature = reading.of_deed(word, token)
    return None if signature is None else Link(token=token, governor=word, signature=signature)


def listed_deed(verb: Token, _: Token) -> Signature | None:
    """What `verb` says of a deed that a noun with it names, by the table."""
    return signatures().get((lemma(verb), "noun"))


@cache
def _raters() -> Reading:
    return Reading(of_clause=_rated, of_noun=listed_noun, of_deed=listed_deed)


def _relative(token: Token, _: Reading) -> Link:
    return _free(token, 3.0)


def _free(token: Token, base: float) -> Link:
    return Link(token=token, governor=None, independent=True, base=base)


def _top(token: Token) -> float:
    """Questions and commands leave their verb open."""
    if token.doc[token.sent.end - 1].text == "?":
        return 0.0
    if is_infinitive(token):
        return 2.0  # the future of headlines: "Kyiv to receive aid"
    bare = token.tag_ == "VB" and child(token, "aux", *SUBJECTS) is None
    return 0.0 if bare else 3.0


@cache
def _markers() -> dict[str, float]:
    return {word: float(degree) for word, degree in rows("factuality/markers.tsv")}


@cache
def governing_nouns() -> dict[str, Signature]:
    """Nouns with an infinitive or a that-clause, by lemma."""
    return {
        noun: Signature(positive=float(positive), negative=float(negative), inner=False)
        for noun, positive, negative, _ in rows("factuality/governing_nouns.tsv")
    }


@cache
def nouns_of_deeds() -> frozenset[str]:
    """Those that say the same of a deed behind "of": "a threat of strikes", "a lack of rain"."""
    return frozenset(noun for noun, *_, of in rows("factuality/governing_nouns.tsv") if of)


_LINKS: dict[str, Callable[[Token, Reading], Link]] = {
    "conj": _as_first,
    "ccomp": _complement,
    "xcomp": _complement,
    "csubj": _complement,
    "csubjpass": _complement,
    "advcl": _adverbial,
    "acl": _noun_clause,
    "relcl": _relative,
    "pcomp": _after_preposition,
}
