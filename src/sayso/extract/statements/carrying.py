"""Whose word a clause without a cue of its own is: of the sentence before, or of "P, X said, and Q"."""

from __future__ import annotations

from spacy.tokens import Span as TokenSpan

from sayso.extract.attributions.cues import CueKind, cue_words
from sayso.extract.attributions.quotes import quotations
from sayso.extract.draft import Draft
from sayso.extract.parse import Passage
from sayso.extract.statements.chains import kind_of
from sayso.extract.statements.clauses import own_subject
from sayso.model import Attribution, Manner, Spans, hull

_NEUTER = frozenset({"it", "they"})
_ASKING = frozenset({CueKind.URGE, CueKind.ASK})
# What goes on in somebody's mind, or what they saw, nobody but they can have told.
_MINDS = frozenset({CueKind.PLAN, CueKind.BELIEVE})
_SEEING = frozenset({"count", "glimpse", "hear", "notice", "overhear", "recall", "remember", "see", "smell", "witness"})


def goes_on(draft: Draft, passage: Passage, sentence: TokenSpan, before: Attribution) -> bool:
    """Whether a sentence goes on with what `before`, of the sentence before it, reports: its subject is a pronoun.

    "It" and "they" speak of what was told, or of the body that told it. "He" is a person in what was told; of the
    teller only what nobody else can know goes on: "Weber said the road was open. He plans to reopen the bridge."
    """
    verb = sentence.root
    who = own_subject(verb)
    if who is None or _is_quoted(draft, passage, sentence):
        return False
    actor = next((m.actor for m in draft.mentions if m.head == passage.span(who)), None)
    himself = actor is not None and before.source is not None and actor.id == before.source.actor.id
    if who.lower_ in _NEUTER and not (who.lower_ == "they" and himself):
        return before.manner is not Manner.DIRECT
    if not himself:
        return False
    word = cue_words().get(verb.lemma_)
    return verb.lemma_ in _SEEING or (word is not None and word.kind in _MINDS)


def _is_quoted(draft: Draft, passage: Passage, sentence: TokenSpan) -> bool:
    around = passage.span(sentence)
    return any(q.outer.overlaps(around) for q in quotations(draft.parsed.report.text, passage.block.span))


def asked_of(voices: tuple[Attribution, ...], content: Spans) -> tuple[Attribution, ...]:
    """Who asks for what stands at the end of a content, where the content begins with whom they ask."""
    asking = (a for a in voices if a.source is not None and kind_of(a) in _ASKING)
    ends = (
        a
        for a in asking
        if a.content.spans[-1].end == content[-1].end and hull(content).contains(hull(a.content.spans))
    )
    return tuple(ends)[:1]


def joined_to(text: str, voices: tuple[Attribution, ...], content: Spans) -> tuple[Attribution, ...]:
    """Who says the clause that "and" joins to a cue behind what is said: "P, X said, and Q" is X's twice. What "but"
    joins is the outlet's.
    """
    for attribution in voices:
        if attribution.cue is None or attribution.source is None:
            continue
        said = hull((*attribution.cue.spans, *attribution.source.spans))
        told_before = attribution.content.spans[-1].end <= said.start
        if told_before and text[said.end : content[0].start].strip(" ,") == "and":
            return (attribution,)
    return ()
