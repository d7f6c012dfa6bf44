"""Links without a verb: "according to X", "reportedly"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from sayso.extract.actors.words import roles
from sayso.extract.attributions.cues import CueKind
from sayso.extract.attributions.links import Link
from sayso.extract.parse import Passage
from sayso.extract.statements.clauses import children, spans_of

_HEARSAY = frozenset({"reportedly", "allegedly", "purportedly", "supposedly"})
_OPINIONS = frozenset({"view", "opinion", "word", "words", "estimation", "account"})
_OF = frozenset({"of", "from", "by"})
_SET_OFF = 4  # a name of two words and its commas
# Cues that stand with their source in a phrase of the clause: neither is part of what is said.
FRAMED = "by the word of"  # the lemma of those in `framing`
PHRASES = frozenset({"according to", "in the view of", FRAMED})


def according_links(passage: Passage, sentence: TokenSpan) -> Iterator[Link]:
    """The links of "according to" in `sentence`."""
    for token in sentence:
        if token.lower_ != "according" or token.i + 1 >= sentence.end or token.nbor().lower_ != "to":
            continue
        to = token.nbor()
        nouns = children(to, "pobj") or children(token, "pobj")
        if not nouns:
            continue
        phrase = _phrase(token, nouns[0])
        content = governed(sentence, phrase)
        if content:
            source = [t for t in phrase if t.i > to.i]
            yield Link(
                source=spans_of(passage, source),
                source_head=passage.span(nouns[0]),
                cue=spans_of(passage, [token, to]),
                lemma="according to",
                kind=CueKind.SAY,
                content=spans_of(passage, content),
                score=0.85,
            )


def _phrase(token: Token, noun: Token) -> list[Token]:
    """The words "according to" and the source after it, as far as the source's own words run without a break."""
    last = max((t.i for t in noun.subtree), default=noun.i)
    following = token.doc[last + 1 : token.sent.end]
    if noun.lower_ in roles() and (named := _name_behind(following)):  # "its head, Ana Ruiz, …"
        last = named[-1].i
    citing = next((t for t in following[:2] if t.lower_ in {"citing", "quoting"}), None)
    if citing is not None:  # whom the source cites in its turn
        last = max(t.i for t in citing.subtree)
    return list(token.doc[token.i : last + 1])


def _name_behind(words: TokenSpan) -> list[Token]:
    """The name that two commas set off at the head of `words`; none where there is none."""
    if len(words) < _SET_OFF or words[0].text != ",":
        return []
    end = next((n for n, t in enumerate(words) if n and not t.text.istitle()), len(words))
    return list(words[1:end]) if end > 2 and end < len(words) and words[end].text == "," else []


def governed(sentence: TokenSpan, phrase: list[Token]) -> list[Token]:
    """What the phrase governs: at either edge of the sentence all the rest of it, wherever the parser hung the phrase;
    within it, what stands before, and what follows where the phrase only interrupts a clause.
    """
    start, end = phrase[0].i, phrase[-1].i + 1
    parts = [t.i for t in sentence if t.text == ";"]  # "P, according to X; according to Y, Q"
    opens = max((i for i in parts if i < start), default=-1)
    closes = min((i for i in parts if i >= end), default=sentence.end)
    before = [t for t in sentence if opens < t.i < start]
    after = [t for t in sentence if end <= t.i < closes]
    if not any(t.is_alpha for t in before) or before[-1].lower_ == "that":
        return after
    if not any(t.is_alpha for t in after):
        return before
    first = next(t for t in after if not t.is_punct)
    if first.dep_ == "cc" or first.lower_ in {"while", "but", "although", "which", "who", "as", "after", "when"}:
        return before
    return [*before, *after] if any(t.dep_ in {"nsubj", "nsubjpass"} for t in before) else after


def opinion_links(passage: Passage, sentence: TokenSpan) -> Iterator[Link]:
    """The links of "in the ministry's view", "in the view of the ministry" and "in his words"."""
    for noun in sentence:
        if noun.lemma_ not in _OPINIONS or noun.dep_ != "pobj" or noun.head.lower_ not in {"in", "by"}:
            continue
        places = [place for place in children(noun, "prep") if place.lower_ in _OF and children(noun, "det")]
        inner = [owner for place in places for owner in children(place, "pobj")]
        for owner in (*children(noun, "poss"), *inner):
            phrase = [noun.head, *noun.subtree]
            cue = [t for t in phrase if t.i < owner.left_edge.i] if owner in inner else [noun.head, noun]
            yield Link(
                source=spans_of(passage, [t for t in owner.subtree if t.dep_ != "case"]),
                source_head=passage.span(owner),
                cue=spans_of(passage, cue),
                lemma="in the view of",
                kind=CueKind.BELIEVE,
                content=spans_of(passage, governed(sentence, sorted(phrase, key=lambda t: t.i))),
                score=0.75,
                settled=True,
            )


def hearsay_links(passage: Passage, sentence: TokenSpan) -> Iterator[Link]:
    """The links of "reportedly" and its like: the outlet's distance to the clause, no source."""
    for token in sentence:
        if token.lower_ in _HEARSAY and token.dep_ == "advmod" and token.head.pos_ in {"VERB", "AUX"}:
            content = spans_of(passage, [t for t in token.head.subtree if t.i != token.i])
            if content:
                yield Link(
                    cue=(passage.span(token),), lemma=token.lower_, kind=CueKind.SEEM, content=content, score=0.7
                )
