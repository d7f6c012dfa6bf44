"""What the sentence around a reported clause says of the report: "claims that P are untrue", "no truth in reports"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from sayso.extract.factuality.cues import denying_words
from sayso.extract.factuality.operators import noun_hedge
from sayso.extract.factuality.words import Hedge, cues, reports, turns, verdicts
from sayso.extract.syntax import VERBAL, child, lemma
from sayso.model import Certainty, Polarity

CALLING = frozenset(
    {"call", "describe", "brand", "label", "denounce", "condemn", "characterise", "characterize", "term"}
)
TURNED = {Polarity.POSITIVE: Polarity.NEGATIVE, Polarity.NEGATIVE: Polarity.POSITIVE}
NO_TRUTH = Hedge(certainty=Certainty.CERTAIN, polarity=Polarity.NEGATIVE)
_TRUTH = frozenset({"truth", "substance", "basis", "foundation", "ground", "grain", "shred", "fact", "nothing"})
_POINTING = frozenset({"suggest", "indicate", "show", "prove", "imply", "demonstrate", "confirm", "support", "point"})
_HAPPENING = frozenset({"happen", "occur"})
_ITS_PLACES = frozenset({"in", "to", "for", "behind", "of"})
_OWNERS = frozenset({"by", "from", "of"})
CLAUSES = frozenset({"acl", "ccomp", "relcl"})

Verdict = tuple[Hedge, tuple[Token, ...]]
"""What is held of a report, and the words that say it."""


def held_of_clause(head: Token) -> Verdict | None:
    """What is held of the clause of `head` where it is what a noun in the sentence takes: "evidence that P" under "no",
    or nobody's "reports that P" with what somebody says of them; or where "it" points to the clause: "it is not true
    that P". None where that is nothing.
    """
    if head.dep_ not in CLAUSES:
        return None
    noun = head.head
    if noun.pos_ in {"VERB", "AUX"}:
        return _of_clause(noun) if noun.lemma_ == "be" else _found_none(noun)
    if noun.pos_ != "NOUN":
        return None
    hedge = noun_hedge(noun)
    if hedge is not None and any(word.lower_ == "no" for word in hedge[1]):
        return hedge
    if not is_report(noun) or owned(noun):
        return None
    return held_of(noun) or _sided(noun)


def _of_clause(verb: Token) -> Verdict | None:
    """What "it is not true that P" says of P."""
    words = [t for t in verb.children if t.dep_ in {"acomp", "attr"}]
    pointed = any(t.lower_ == "it" for t in verb.lefts)
    return (_verdict(verb, words) or _not_so(verb, words)) if pointed else None


def _found_none(verb: Token) -> Verdict | None:
    """What the lack of a reason says of the clause under `verb`: "no evidence was found that P", "found nothing to
    suggest that P".
    """
    thing = verb.head if verb.dep_ in CLAUSES else child(verb, "nsubjpass")
    if thing is not None and thing.lower_ == "nothing" and verb.lemma_ in _POINTING:
        return NO_TRUTH, (thing,)
    hedge = noun_hedge(thing) if thing is not None and thing.dep_ == "nsubjpass" else None
    return hedge if hedge is not None and any(word.lower_ == "no" for word in hedge[1]) else None


def is_report(noun: Token) -> bool:
    """Whether a noun is for what somebody said."""
    return noun.lemma_.lower() in reports()


def owned(noun: Token) -> bool:
    """Whether a noun for what was said tells whose word it was: "their claim", "reports by residents"."""
    by = (c for c in noun.children if c.dep_ == "prep" and c.lower_ in _OWNERS)
    return child(noun, "poss") is not None or any(child(place, "pobj") is not None for place in by)


def held_of(thing: Token) -> Verdict | None:
    """What a verdict says of `thing`, a noun or pronoun for what was said: "the claim is false", "called it a lie",
    "there is no truth in that".
    """
    verb = judging(thing)
    if thing.dep_ == "pobj":
        return _no_truth(thing)
    if verb.lemma_ in _HAPPENING and thing.dep_ == "nsubj":
        denial = denying_words(verb)
        return (NO_TRUTH, (*denial, verb)) if denial else None
    if thing.lower_ == "it" and _announces_clause(verb):
        return None
    calls = verb.lemma_ in CALLING and (thing.dep_ in {"dobj", "nsubj", "nsubjpass"} or verb.i == thing.i - 1)
    if not calls and not (verb.lemma_ == "be" and thing.dep_ == "nsubj"):
        return None
    inside = {t.i for t in thing.subtree} if verb.lemma_ == "be" else {thing.i}
    # the parser may hang the verdict on the clause of the claim: "called the claim that P a lie"
    words = [t for t in verb.subtree if t.i > thing.i and t.i not in inside and (calls or _is_under(t, verb))]
    return _verdict(verb, words) or _not_so(verb, words)


def judging(thing: Token) -> Token:
    """The verb of what is held of `thing`; of "called this a lie" the parser may take "this" for the word behind."""
    before = thing.nbor(-1) if thing.i > thing.sent.start else thing
    return before if before.lemma_ in CALLING and thing.dep_ in {"det", "mark", "nsubj"} else thing.head


def _is_under(word: Token, verb: Token) -> bool:
    """Whether a word belongs to the clause of `verb`, not to one below it, but for what "what happened" is."""
    above = next((a for a in word.ancestors if a.pos_ in VERBAL), None)
    happened = above is not None and above.head == verb and above.lemma_ == "happen"
    return happened or verb in {above, word}


def _announces_clause(verb: Token) -> bool:
    """Whether "it" only announces a clause: "it is not true that P", "it is a lie that P"."""
    words = (verb, *(c for c in verb.children if c.dep_ in {"acomp", "attr"}))
    return any(child(c, "mark") is not None for word in words for c in word.children if c.dep_ in CLAUSES)


def _verdict(verb: Token, words: list[Token]) -> Verdict | None:
    for word in words:
        hedge = verdicts().get((word.lower_, "of"))
        if hedge is not None:
            denial = denying_words(verb)
            return (replace(hedge, polarity=TURNED[hedge.polarity]) if denial else hedge), (*denial, word)
    return None


def _not_so(verb: Token, words: list[Token]) -> Verdict | None:
    """What denies without a word for it: "that is not so", "this is not the case", "that was not what happened"."""
    denial = denying_words(verb)
    told = [t.lower_ for t in words if t.is_alpha and t.i != verb.i and t not in denial]
    forms = (["so"], ["the", "case"], ["what", "happened"], ["how", "it", "was"], ["how", "it", "happened"])
    return (NO_TRUTH, denial) if denial and any(told[: len(form)] == form for form in forms) else None


def _no_truth(thing: Token) -> Verdict | None:
    """What is held of `thing` behind its preposition in "there is no truth in it"."""
    place = thing.head
    if place.lower_ not in _ITS_PLACES:
        return None
    above = place.head
    verb = above if above.lemma_ == "be" else above.head
    noun = child(verb, "attr", "nsubj") if verb.lemma_ in {"be", "have"} else None
    if noun is None or noun.lemma_.lower() not in _TRUTH or child(verb, "expl") is None:
        return None
    none = [t for t in (noun, *noun.children, *verb.children) if t.lower_ in {"no", "not", "n't", "nothing"}]
    return (NO_TRUTH, (none[0], noun)) if none else None


def _sided(noun: Token) -> Verdict | None:
    """What a verb says whose object is what was said: "rubbished claims", "hit back at reports"."""
    verb = next((above for above in noun.ancestors if above.pos_ == "VERB"), None)
    if noun.dep_ not in {"dobj", "nsubjpass", "pobj"} or verb is None:
        return None
    entry, denial = cues().get(lemma(verb)), denying_words(verb)
    if entry is not None and noun.dep_ != "pobj":
        hedge = entry.negated if denial else entry.affirmed
        open_ = denial and hedge.certainty is Certainty.UNKNOWN
        return (hedge, (*denial, verb)) if open_ or hedge.polarity is Polarity.NEGATIVE else None
    found = next(turned(verb), None)
    return None if found is None or found[2] else (found[0], found[1])


def turned(verb: Token) -> Iterator[tuple[Hedge, tuple[Token, ...], bool]]:
    """The side that a turn of speech takes with `verb`: hedge, words, and whether the sentence before is meant."""
    denial = tuple(word for word in denying_words(verb) if word.dep_ in {"neg", "advmod"})  # not "nobody believes it"
    for turn in turns().get(verb.lemma_.lower(), ()):
        rest = _rest(verb, turn.rest)
        if rest is not None and bool(denial) == turn.denied:
            yield turn.hedge, (*denial, verb, *rest), turn.before
            return


def _rest(verb: Token, words: tuple[str, ...]) -> tuple[Token, ...] | None:
    """The words of a turn after its verb; a single particle may stand behind the object: "waved the story away"."""
    apart = next((c for c in verb.children if c.dep_ in {"prt", "advmod"} and (c.lower_,) == words), None)
    if apart is not None:
        return (apart,)
    after = tuple(verb.doc[verb.i + 1 : verb.i + 1 + len(words)])
    return after if tuple(t.lower_ for t in after) == words else None
