"""Whether a clause is about what is still to come: the tense and mood that a time expression stands under."""

from __future__ import annotations

from spacy.tokens import Doc, Token

_MODALS = frozenset({"will", "wo", "'ll", "shall", "would", "may", "might", "could", "should", "can", "must"})
# "would" and the like also tell of the past in the past; with "have" they always do.
_PLANS = frozenset(
    {"due", "set", "schedule", "expect", "plan", "slate", "intend", "aim", "hope", "propose", "forecast", "anticipate"}
    | {"scheduled", "deadline", "upcoming", "plan", "slated", "expire", "forthcoming", "prepare", "poise", "promise"}
)
# Verbs of timetables, whose simple present tells what is to come: "the pact lapses in June"
_TIMETABLE = frozenset(
    {"begin", "start", "open", "reopen", "resume", "end", "close", "finish", "lapse", "expire", "run out", "convene"}
    | {"reconvene", "dissolve", "leave", "depart", "arrive", "sail", "vote", "retire", "return", "go", "take"}
)
_MAX_CLIMB = 12  # deeper trees are broken parses of lists


def ahead(doc: Doc, start: int, end: int) -> bool | None:
    """Whether the words of `doc` from character `start` to `end` tell of the future: True, False, or None."""
    tokens = doc.char_span(start, end, alignment_mode="expand")
    if tokens is None:
        return None
    token, nouns = tokens.root, 0
    for _ in range(_MAX_CLIMB):
        outside = not tokens.start <= token.i < tokens.end
        if outside and token.pos_ in ("VERB", "AUX"):
            # the tense of "will attend Tuesday's meeting" is the meeting's, that of "could win after the collapse of
            # Tuesday's talks" is not the talks'; and a past verb may have what is to come for its object
            told = _of_verb(token)
            return None if nouns > 1 or (nouns == 1 and told is False) else told
        if token.lemma_.lower() in _PLANS and token.pos_ in ("ADJ", "NOUN"):
            return True
        nouns += outside and token.pos_ in ("NOUN", "PROPN")
        if token.head is token:
            return None
        token = token.head
    return None


def _of_verb(verb: Token) -> bool | None:
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    words = {child.lower_ for child in helpers}
    if words & _MODALS:
        return "have" not in words
    if "to" in words:
        return "have" not in words
    if verb.lemma_.lower() in _PLANS and (verb.tag_ != "VBD" or verb.lemma_.lower() in ("expire", "set")):
        return True
    if verb.tag_ == "VBG" and any(child.lemma_ == "go" for child in helpers):
        return True
    past = (
        verb.tag_ in ("VBD", "VBN")
        or any(child.tag_ == "VBD" for child in helpers)
        or "have" in words
        or "has" in words
    )
    if past:
        return False
    return _of_present(verb, helpers)


def _of_present(verb: Token, helpers: list[Token]) -> bool | None:
    """A progressive present beside a date is a timetable ("is meeting on Friday"); the simple present may also be a
    headline's past ("Party wins on Sunday"), so it tells nothing.
    """
    is_now = any(child.tag_ in ("VBZ", "VBP") for child in helpers)
    if verb.tag_ in ("VBZ", "VBP") and verb.lemma_.lower() in _TIMETABLE and not helpers:
        return True
    return True if is_now and verb.tag_ == "VBG" else None
