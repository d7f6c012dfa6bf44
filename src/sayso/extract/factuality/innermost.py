"""What the innermost source of a clause commits to: reporting words hand the clause over to whom they report.

"The ministry said its forces had shelled the depot": a reader may doubt it, the ministry does not. Annotations of
news ask for this commitment where they follow nested sources (FactBank, Saurí and Pustejovsky 2009).
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from spacy.tokens import Token

from sayso.extract.attributions.cues import CueKind, cue_nouns, cue_words
from sayso.extract.factuality.governors import (
    Reading,
    complement_signature,
    listed_deed,
    listed_noun,
    word_frames,
)
from sayso.extract.factuality.words import Signature, cues
from sayso.extract.syntax import is_infinitive, lemma

# Kinds of cue whose source gives the clause as so.
ASSERTING = frozenset({CueKind.SAY, CueKind.REPORT, CueKind.CLAIM, CueKind.CONCEDE, CueKind.SHOW})
WARNING = frozenset({"warn", "caution"})  # to urge, or to say what is so: "warned that the river was rising"
ASSERTED = Signature(positive=3.0, negative=0.0, inner=False)
TAKEN = Signature(positive=3.0, negative=3.0, inner=False)
DENIED = Signature(positive=-3.0, negative=1.0, inner=False)


@cache
def innermost() -> Reading:
    """The reading by the source that stands nearest to the clause."""
    return Reading(of_clause=_of_clause, of_noun=_of_noun, of_deed=_of_deed)


def _of_clause(word: Token, token: Token) -> Signature:
    listed = complement_signature(word, token)
    form, frame = next(word_frames(word, token))
    if (form, frame) == ("claim", "to"):
        return ASSERTED
    if frame not in {"that", "be-that", "ing"} or (frame == "ing" and listed.inner):
        return listed
    return _asserted(_kind(word), form, listed)


def _asserted(kind: CueKind | None, form: str, listed: Signature) -> Signature:
    """What a word of this kind says of a clause that it reports; `listed` is what the table says."""
    hedge = cues().get(form)
    if kind is CueKind.DENY:
        return DENIED
    if kind is CueKind.JUDGE:
        return TAKEN
    if hedge is not None and kind is not CueKind.KNOW:
        return replace(listed, positive=hedge.affirmed.degree, negative=max(listed.negative, hedge.negated.degree))
    return replace(listed, positive=3.0) if kind in ASSERTING or form in WARNING else listed


def _of_noun(noun: Token, token: Token) -> Signature:
    """What a noun says of its clause: "claims that P" are somebody's word, "rejected claims that P" a denial of P."""
    entry = cue_nouns().get(noun.lemma_.lower())
    if is_infinitive(token) or entry is None or entry.kind not in ASSERTING | {CueKind.DENY}:
        return listed_noun(noun, token)
    if entry.kind is CueKind.DENY:
        return DENIED
    rejected = noun.dep_ in {"dobj", "nsubjpass"} and _kind(noun.head) is CueKind.DENY
    return DENIED if rejected else ASSERTED


def _of_deed(verb: Token, noun: Token) -> Signature | None:
    if _kind(verb) is CueKind.DENY:
        return None if noun.lemma_.lower() in cue_nouns() else DENIED
    return listed_deed(verb, noun)


def _kind(word: Token) -> CueKind | None:
    entry = cue_words().get(lemma(word)) or cue_words().get(word.lemma_.lower())
    return None if entry is None else entry.kind
