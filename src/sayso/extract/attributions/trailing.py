"""Links of a speaker at a sentence's end whom the parser took for part of what is said: "…, hurting five, the governor,
Petro Halych, said on Thursday".
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from sayso.extract.actors.extent import is_cue_behind
from sayso.extract.actors.words import bodies, roles
from sayso.extract.attributions.cues import COMMITTING, cue_words
from sayso.extract.attributions.links import Link
from sayso.extract.parse import Passage
from sayso.extract.statements.clauses import children, spans_of

_TENSED = frozenset({"VBD", "VBZ", "VBP"})
_VERBS = frozenset({"VERB", "AUX"})
_MAX_TAIL = 12  # words after the cue: when, where and to whom it was said
_MAX_SOURCE = 16
_MIN_CONTENT = 3
_NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_NOMINAL = frozenset({"DET", "NOUN", "PROPN", "ADJ", "NUM", "PRON"})
_TIMES = frozenset({"DATE", "TIME"})
_NEXT_CLAUSE = frozenset({"and", "but", "while", "although", "though", "as", "after", "before", "when", "which", "who"})
_NOT_FIRST = _NEXT_CLAUSE | {"or", "that", "where", "if", "so", "because"}


def trailing_links(passage: Passage, sentence: TokenSpan) -> Iterator[Link]:
    """The links of cue verbs after a clause, whose speaker a comma sets off from it: "P, X said", "P, said X, who …",
    "P, X said, and Q".
    """
    for verb in sentence:
        word = cue_words().get(verb.lemma_.lower())
        many = _taken_for_noun(sentence, verb)
        if word is None or not (many or _is_tensed(verb)) or word.kind not in COMMITTING or "clause" not in word.takes:
            continue
        start, source = _before(sentence, verb) if _ends(sentence, verb) else _after(sentence, verb)
        head = many or _speaker(source)
        content = [t for t in sentence.doc[sentence.start : start] if not t.is_space]
        if head is None or not _is_clause(content):
            continue
        helpers = [t for t in children(verb, "aux", "advmod", "neg") if start < t.i < verb.i]
        yield Link(
            source=spans_of(passage, [t for t in source if t not in helpers]),
            source_head=passage.span(head),
            cue=spans_of(passage, [*helpers, verb]),
            lemma=word.lemma,
            kind=word.kind,
            content=spans_of(passage, content),
            score=0.75,
            settled=True,
        )


def _is_tensed(verb: Token) -> bool:
    """Whether a verb has a tense, by itself or by "has": "a friend has told this newspaper"."""
    return verb.tag_ in _TENSED or (verb.tag_ == "VBN" and any(t.lemma_ == "have" for t in children(verb, "aux")))


def _taken_for_noun(sentence: TokenSpan, verb: Token) -> Token | None:
    """Who speaks where the tagger took the cue at a sentence's end for a noun: "P, sources inside the plant report"."""
    comma = _comma_before(sentence, verb.i)
    head = next((t for t in sentence.doc[comma + 1 : verb.i] if t.pos_ in {"NOUN", "PROPN"}), None)
    return head if comma > sentence.start and head is not None and is_cue_behind(head, verb) else None


def _ends(sentence: TokenSpan, verb: Token) -> bool:
    """Whether nothing but when, where and to whom follows a cue, up to the sentence's end or a clause of its own."""
    after = verb.nbor() if verb.i + 1 < sentence.end else None
    free = after is None or after.is_punct or after.pos_ in {"ADP", "ADV", "SCONJ"} or after.ent_type_ in _TIMES
    if not free and verb.lemma_ != "tell":
        return False
    for token in sentence.doc[verb.i + 1 : sentence.end]:
        if token.text == "," and token.i + 1 < sentence.end and token.nbor().lower_ in _NEXT_CLAUSE:
            return True
        if token.i > verb.i + _MAX_TAIL or token.tag_ in _TENSED or token.text in {":", ";", '"'}:
            return False
        if token.lower_ == "that" or (token.lower_ == "to" and token.dep_ == "aux"):
            return False  # not the "to" of "confided to us"
    return True


def _before(sentence: TokenSpan, verb: Token) -> tuple[int, list[Token]]:
    """Where the speaker before a cue begins, and its words; none where they cannot be one."""
    start = _source_start(sentence, verb)
    return (sentence.start, []) if start is None else (start, list(sentence.doc[start : verb.i]))


def _after(sentence: TokenSpan, verb: Token) -> tuple[int, list[Token]]:
    """Where "said X" begins after a comma, and the words of X, up to the next comma."""
    doc = sentence.doc
    if verb.i == sentence.start or doc[verb.i - 1].text != ",":
        return sentence.start, []
    end = next((t.i for t in doc[verb.i + 1 : sentence.end] if t.is_punct and t.text != "-"), sentence.end)
    words = list(doc[verb.i + 1 : end])
    who = next((i for i, t in enumerate(words) if t.lower_ in {"who", "whose"}), len(words))
    told = any(t.tag_ in {*_TENSED, "MD", "VB"} for t in words[:who])
    plain = 0 < len(words) <= _MAX_SOURCE and words[0].pos_ != "ADP" and not told
    return (verb.i, words) if plain else (sentence.start, [])


def _source_start(sentence: TokenSpan, verb: Token) -> int | None:
    """Where the speaker before the cue begins: after the comma, or the one before where a name stands in apposition."""
    doc, end = sentence.doc, verb.i
    if end > sentence.start and doc[end - 1].text == ",":
        end = _comma_before(sentence, end - 1)
        if end <= sentence.start:
            return None
    comma = _comma_before(sentence, end)
    words = doc[comma + 1 : verb.i]
    if comma <= sentence.start or not len(words) or len(words) > _MAX_SOURCE or words[0].lower_ in _NOT_FIRST:
        return None
    who = next((n for n, t in enumerate(words) if n and t.lower_ in {"who", "whose"}), len(words))
    if any(t.pos_ in _VERBS and t.tag_ != "VBN" and t.dep_ not in {"aux", "amod", "compound"} for t in words[:who]):
        return None
    return comma + 1 if words[0].pos_ not in {"ADP", "SCONJ", "CCONJ", "ADV", "PUNCT"} else None


def _comma_before(sentence: TokenSpan, end: int) -> int:
    """The place of the last comma before token `end`, the sentence's first place where there is none."""
    return next((i for i in range(end - 1, sentence.start, -1) if sentence.doc[i].text == ","), sentence.start)


def _speaker(source: list[Token]) -> Token | None:
    """The head of a source: the name in it, else its office, body or pronoun."""
    for token in reversed(source):
        if token.ent_type_ in _NAMES:
            return token
    named = [t for t in source if t.lower_ in roles() or t.lower_ in bodies() or t.pos_ in {"PRON", "PROPN"}]
    tops = [t for t in named if not any(above in named for above in t.ancestors)]
    return tops[-1] if tops else None


def _is_clause(content: list[Token]) -> bool:
    """Whether the words before the speaker can be what is said: some, with a verb that has a tense, or one that the
    tagger may have taken for a participle or infinitive after the noun that begins them.
    """
    if sum(t.is_alpha for t in content) < _MIN_CONTENT:
        return False
    tensed = any(t.tag_ in _TENSED or t.tag_ == "MD" for t in content)
    return tensed or (content[0].pos_ in _NOMINAL and any(t.tag_ in {"VBN", "VB"} for t in content))
