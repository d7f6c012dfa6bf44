"""Sentences without a verb that claim all the same: entries of logs and lists, and telegraphic ones elsewhere."""

from __future__ import annotations

import re

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from sayso.extract.attributions.labels import entry_mark, lead_in
from sayso.extract.parse import Passage
from sayso.extract.statements.words import given, happenings, states
from sayso.model import BlockKind

_FEWEST = 3  # words of a claim
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_DATED = re.compile(
    r"\s*(?:(?:Update|Upd|Night of|Morning of|Evening of)\W+)?(?:\d{1,2}[:.h]\d{2}\b|\d{1,2}[./]\d{1,2}\b"
    r"|\d{1,2}\.? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*\b"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*\.? \d{1,2}\b"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b[^.:]{0,20}[.:,])"
)
_ADVERBS = frozenset({"again", "also", "far", "now", "only", "so", "still", "yet"})  # before "no arrests"
_LONGEST_LABEL = 5  # words
_TIMES = frozenset({"DATE", "TIME"})


def claims_without_verb(passage: Passage, sentence: TokenSpan) -> bool:
    """Whether a sentence without a finite verb claims: in an entry whatever it names ("2) 40 stalls lost."),
    elsewhere a happening or a state without an article: "Explosion near the bridge.", "No casualties so far."
    """
    begin = lead_in(passage.text)
    words = [t for t in sentence if t.idx >= begin and (t.is_alpha or t.like_num)]
    if passage.block.kind is BlockKind.PARAGRAPH and gives(sentence) and not _has_verb(words):
        return True
    if passage.block.kind is not BlockKind.PARAGRAPH or len(words) < _FEWEST or _has_verb(words):
        return False
    if any(t.text in {'"', "''", "``", "?"} for t in sentence):
        return False
    if entry_mark(passage.text) or _DATED.match(passage.text):
        return any(t.pos_ in {"NOUN", "ADJ", "VERB"} and t.ent_type_ not in _TIMES for t in words)
    words = words[next((n for n, t in enumerate(words) if t.lower_ not in _ADVERBS), 0) :]
    first = words[0].tag_ not in {"IN", "TO", "CC", "RB", "VB", "VBG"} or words[0].lower_ == "not"
    return first and _is_telegraphic(sentence.root)


def gives(sentence: TokenSpan) -> bool:
    """Whether a line gives a number or a thing behind a label and a colon: "Killed: 4", "Still missing: two boys"."""
    at = next((n for n, t in enumerate(sentence[: _LONGEST_LABEL + 1]) if t.text == ":"), 0)
    label, rest = sentence[:at], sentence[at + 1 :]
    named = any(t.lower_ in given() for t in label) and not any(t.tag_ in _FINITE for t in label)
    return named and any(t.like_num or t.pos_ in {"NOUN", "PROPN", "ADJ"} for t in rest)


def _has_verb(words: list[Token]) -> bool:
    return any(t.tag_ in _FINITE and t.pos_ in {"VERB", "AUX"} for t in words)


def _is_telegraphic(root: Token) -> bool:
    """Whether a sentence is headed by a happening without an article, by what there is none of, or by a state."""
    if root.lower_ in states() and root.pos_ in {"ADJ", "VERB"}:
        return True
    articles = [t for t in root.children if t.dep_ == "det"]
    if any(t.lower_ == "no" for t in articles) or any(t.lower_ == "not" for t in root.lefts):
        return True
    after = [t for t in root.children if t.dep_ in {"acl", "acomp", "amod"} and t.i == root.i + 1]
    if any(t.lower_ in states() or (t.tag_ == "VBN" and _is_number(root)) for t in after):
        return True
    return not articles and root.lemma_.lower() in happenings()


def _is_number(root: Token) -> bool:
    return root.like_num or any(t.dep_ == "nummod" for t in root.children)
