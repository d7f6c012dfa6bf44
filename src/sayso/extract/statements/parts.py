"""Where a line holds several claims by its marks: headlines in two halves, and what stands behind a colon."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from sayso.extract.attributions.cues import cue_words
from sayso.extract.statements.clauses import own_subject
from sayso.extract.statements.words import happenings, states

_ABBREVIATED = 5  # letters from which a word before a stop is no abbreviation
_FEWEST = 3  # words of a half that claims something
_TOLD = frozenset({"VBD", "VBN", "VBZ", "VBP"})
_SCORE = re.compile(r"\b\d{1,3}-\d{1,3}\b")  # "3-1": what came of a match or a vote
_COME_TO = frozenset({"out", "down", "back", "off", "up", "over", "under", "as", "after"})
_HANGING = frozenset({"VBG", "WDT", "WP", "IN", "RB", "VBZ", "VBP"})  # what begins no half of its own
_PRESENT = frozenset({"VBZ", "VBP"})
_BOUNDS = frozenset({"at", "up", "more", "over", "under", "some", "about", "fewer", "less", "nearly", "almost"})
# Spans of time, which a heading may be about: "Ten days on the quay"
_SPANS = frozenset({"day", "week", "weekend", "month", "year", "hour", "night", "minute", "decade"})
_NONE = frozenset({"no", "not", "nobody", "none", "nothing", "only"})
# What a clause before a colon says of the telling alone: "goes further: P", "has been in touch: P".
_LEADING = frozenset({"be", "go", "have", "keep", "walk"})
_LONGEST_LEAD = 14  # words


def parts_of(sentence: TokenSpan) -> Iterator[TokenSpan]:
    """The parts of a sentence between semicolons, where each has a verb with a tense and a subject: several claims; and
    those between stops, where the parser read on.
    """
    stops = [t.i + 1 for t in sentence if _is_stop(t, sentence)]
    if stops:
        for a, b in pairwise([sentence.start, *stops, sentence.end]):
            yield from parts_of(sentence.doc[a:b])
        return
    cuts = [sentence.start, *(t.i + 1 for t in sentence if t.text == ";" and t.i + 1 < sentence.end), sentence.end]
    parts = [sentence.doc[a:b] for a, b in pairwise(cuts)]
    apart = len(parts) > 1 and all(any(_is_finite(t) for t in part) for part in parts)
    yield from parts if apart else [sentence]


def _is_stop(token: Token, sentence: TokenSpan) -> bool:
    """Whether a stop stands within a sentence, before a capital or a number and not behind an abbreviation."""
    if token.text != "." or not sentence.start < token.i < sentence.end - 1:
        return False
    before, after = token.nbor(-1), token.nbor(1)
    return len(before) >= _ABBREVIATED and before.is_alpha and (after.text[0].isupper() or after.like_num)


def _is_finite(token: Token) -> bool:
    """Whether a verb with its subject, or an auxiliary that has one, stands in the part."""
    return token.tag_ in _TOLD - {"VBN"} | {"MD"} and (own_subject(token) or own_subject(token.head)) is not None


def halves(line: TokenSpan) -> list[list[Token]]:
    """The claims of a headline, parted by a semicolon, a dash, "as", or a comma: "Dam bursts; two towns under water",
    "Ferry sinks as storm hits coast". What would claim nothing stays with the part before it.
    """
    words = list(line)
    cuts = [0, *(t.i - line.start for t in words if _parts(t, line)), len(words)]
    found: list[list[Token]] = []
    for part in (words[a:b] for a, b in pairwise(cuts)):
        if found and not (_claims(part[1:]) and _claims(found[-1])):
            found[-1] += part
        else:
            found.append(part[1:] if found else part)
    return found


def _parts(token: Token, line: TokenSpan) -> bool:
    """Whether a claim may end before a token of a headline."""
    first, last = token.i == line.start, token.i + 1 >= line.end
    if first or last:
        return False
    if token.text in {";", "–", "—"}:
        return True
    after = line.doc[token.i + 1 : line.end]
    if token.text == ",":
        return after[0].tag_ not in _HANGING or _counts(after[:3])
    return token.lower_ == "as" and _is_clause(after)


def _counts(words: TokenSpan) -> bool:
    """Whether words begin with a number and its bound: "at least nine drown"."""
    return any(t.like_num for t in words) and words[0].lower_ in _BOUNDS


def _is_clause(words: TokenSpan) -> bool:
    """Whether words of a headline have a verb with its subject before it, taken by its tag or, as taggers miss many of
    them there, a plural right before another noun: "as black tide swamps city".
    """
    for before, token in pairwise(words):
        noun = before.pos_ in {"NOUN", "PROPN", "PRON"}
        if noun and token.tag_ in _PRESENT | {"VBD"}:
            return True
        plural = token.tag_ in {"NNS", "NNPS"} and token.i + 1 < words.end
        if noun and plural and token.nbor(1).tag_ in {"NN", "NNP", "DT", "CD", "PRP$"}:
            return True
    return False


def _claims(words: Sequence[Token]) -> bool:
    """Whether a part has enough words, and a verb, a state or a happening: "two police dead", "blast in port"."""
    told = any(t.tag_ in _TOLD or t.lower_ in states() or t.lemma_.lower() in happenings() for t in words)
    return told and sum(t.is_alpha or t.like_num for t in words) >= _FEWEST


def is_topic(line: TokenSpan) -> bool:
    """Whether a headline only names what it is about, as titles of documents do: "Incident at the dam", "Bulletin 14:
    fires in the south". One that tells has a verb, a state or what came of it: "Two dead in fire", "Taps dry".
    """
    aside = {inner.i for t in line if t.dep_ == "relcl" for inner in t.subtree}
    words = [t for t in line if t.i not in aside]
    verbs = any(t.pos_ in {"VERB", "AUX"} for t in words)
    if line.root.lemma_.lower() in _SPANS and not verbs:
        return True
    told = verbs or any(t.pos_ in {"ADJ", "ADV", "PART"} or t.lower_ in states() | _COME_TO for t in words)
    counted = line[0].like_num or line[0].tag_ == "CD" or line[0].lower_ == "no"
    return not told and not _SCORE.search(line.text) and not counted


def behind_colon(sentence: TokenSpan, start: int) -> list[Token]:
    """The words behind a colon, where those before it only lead to them: "The army's version: P", "She adds more: P";
    none without such a lead. `start` is the place in the text at which a label before the sentence ends.
    """
    words = [t for t in sentence if t.idx >= start]
    at = next((n for n, t in enumerate(words) if t.text == ":" and n + 1 < len(words)), None)
    if not at or words[at + 1].idx == words[at].idx + 1:
        return []
    lead, rest = words[:at], words[at + 1 :]
    if sum(t.is_alpha for t in lead) > _LONGEST_LEAD or not _says_something(rest):
        return []
    return rest if all(_only_leads(t) for t in lead) else []


def _says_something(words: Sequence[Token]) -> bool:
    claims = any(t.tag_ in _TOLD - {"VBN"} or t.tag_ == "MD" for t in words)
    none = bool(words) and words[0].lower_ in _NONE
    return (claims or none) and sum(t.is_alpha or t.like_num for t in words) >= _FEWEST


def _only_leads(token: Token) -> bool:
    """Whether a word before a colon is no verb of a claim: none with a tense, or one of telling or of getting there."""
    if token.tag_ not in _TOLD or token.dep_ in {"relcl", "acl", "aux", "auxpass"} or not own_subject(token):
        return True
    if token.dep_ == "ccomp" and any(c.dep_ in {"mark", "expl"} for c in token.children):  # "learnt that P: Q"
        return False
    return token.lemma_ in _LEADING or token.lemma_ in cue_words()


def tops_of(words: Sequence[Token]) -> Iterator[Token]:
    """The words that hang on nothing else among `words`, marks aside."""
    inside = {t.i for t in words}
    return (t for t in words if not t.is_punct and (t.head == t or t.head.i not in inside))
