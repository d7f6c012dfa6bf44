"""What a source commits to by the attribution cue: "confirmed", "denied", "believes", "declined to say whether"."""

from __future__ import annotations

from spacy.tokens import Token

from sayso.extract.factuality.operators import negation_words, noun_hedge, operators
from sayso.extract.factuality.words import CueHedge, Hedge, cues
from sayso.extract.parse import Parsed, Passage
from sayso.extract.syntax import content_tokens, lemma
from sayso.model import Attribution, Certainty, Cue, Polarity

SURE = Hedge(certainty=Certainty.CERTAIN, polarity=Polarity.POSITIVE)
# Verbs under which saying or confirming does not come about.
WITHHOLDING = frozenset({"decline", "refuse", "fail", "unable", "avoid", "stop"})


def cue_stance(parsed: Parsed, attribution: Attribution) -> tuple[Hedge, Passage | None, tuple[Token, ...]]:
    """What the source commits to, and the words of the cue that tell; no such words for a plain "said"."""
    cue = attribution.cue
    if cue is None:
        return SURE, None, ()
    tokens = list(content_tokens(parsed, cue.spans))
    if not tokens:
        return SURE, None, ()
    passage, head = _head(tokens)
    return _stance(passage, head, cue)


def _stance(passage: Passage, head: Token, cue: Cue) -> tuple[Hedge, Passage | None, tuple[Token, ...]]:
    entry = _listed(cue) or cues().get(lemma(head)) or cues().get(head.lemma_.lower())
    if entry is None:
        return SURE, None, ()
    denial = denying_words(head)
    if denial:
        noun = noun_hedge(head) if head.pos_ == "NOUN" else None
        if noun is not None:  # "no doubt" says more than "did not doubt"
            return noun[0], passage, noun[1]
        return entry.negated, passage, (*denial, head)
    plain = entry.affirmed == SURE
    return entry.affirmed, passage, () if plain and head.lemma_ in {"say", "tell"} else (head,)


def _listed(cue: Cue) -> CueHedge | None:
    return cues().get(cue.lemma.replace("_", " ").lower())


def _head(tokens: list[tuple[Passage, Token]]) -> tuple[Passage, Token]:
    """The word of a cue that says what is done: the last verb or noun that the list knows, else the first word."""
    known = [pair for pair in tokens if pair[1].lemma_.lower() in cues() or lemma(pair[1]) in cues()]
    verbs = [pair for pair in tokens if pair[1].pos_ in {"VERB", "NOUN"}]
    return (known or verbs or tokens)[-1 if known else 0]


def denying_words(verb: Token) -> tuple[Token, ...]:
    """The words by which a saying is said not to come about: "did not", "could not", "declined to", "no"."""
    own = negation_words(verb) or tuple(c for c in verb.children if verb.pos_ == "NOUN" and c.lower_ == "no")
    if own:
        return own
    above = verb.head
    if verb.dep_ in {"xcomp", "ccomp", "pcomp"} and above.lemma_.lower() in WITHHOLDING:
        return (above,)
    return tuple(t for o in operators(verb) if o.negates for t in o.tokens)
