"""How surely the origin of each statement commits to its content, and whether it affirms or denies it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.extract.draft import Draft
from sayso.extract.encoding.encoder import Encoding
from sayso.extract.encoding.heads import told_as_fact
from sayso.extract.factuality.commitment import Commitment, certainty_of, clause_commitment, hedged
from sayso.extract.factuality.cues import cue_stance
from sayso.extract.factuality.operators import teller_marks
from sayso.extract.factuality.reported import held_of_clause
from sayso.extract.factuality.told import told_degree
from sayso.extract.guard import each
from sayso.extract.parse import Parsed
from sayso.extract.syntax import content_head, content_tokens, token_spans
from sayso.model import Attribution, Certainty, Factuality, Polarity, Span, Spans, Statement, hull

_QUOTED = 3  # code points: marks that may close a quotation before the question mark
_ASKED = re.compile(r"[^?]?[\"'”’)]*\?")


def weigh_factuality(draft: Draft) -> Draft:
    """`draft` with the certainty and polarity of each statement, as its origin commits to it.

    "Reportedly" and the like are the retelling outlet's: with a named origin they are left to the outlet's stance.
    Where nobody is named the outlet's is the only voice, and what it marks as only passed on is possible.
    """
    attributions = {a.id: a for a in draft.attributions}

    def weighed(statement: Statement) -> Statement:
        innermost = attributions.get(statement.chain[0]) if statement.chain else None
        voices = [] if innermost is None else [innermost]
        voices += [a for a in draft.attributions if is_speakers_own(a) and _covers(a, statement) and a is not innermost]
        return replace(statement, factuality=factuality_of(draft.parsed, statement, voices))

    statements, drops = each(draft.statements, weighed, lambda s: f"statement {s.id}")
    return replace(draft, statements=tuple(statements), drops=draft.drops + drops)


def _covers(attribution: Attribution, statement: Statement) -> bool:
    around = hull(attribution.content.spans)
    return all(around.contains(span) for span in statement.content.spans)


def is_speakers_own(attribution: Attribution) -> bool:
    """Whether a speaker only speaks of their own words: "we believe", within a quotation."""
    return attribution.source is not None and attribution.source.text.lower() in {"i", "we"}


def factuality_of(parsed: Parsed, statement: Statement, voices: Sequence[Attribution]) -> Factuality:
    """How a source commits to the content of `statement` by the cues of `voices`; none: how the outlet itself does."""
    found = content_head(parsed, statement.content.spans)
    if found is None:
        return Factuality()
    passage, head = found
    commitment = clause_commitment(head)
    if all(voice.source is None for voice in voices):
        commitment = _passed_on(parsed, statement.content.spans, commitment)
    told = {token for voice in voices for token in cue_stance(parsed, voice)[2]}
    held = held_of_clause(head)
    if held is not None and told.isdisjoint(held[1]):  # "rejected claims that P": once is enough
        commitment = hedged(commitment, *held)
    cues = token_spans(passage, commitment.decided)
    for voice in voices:
        stance, cue_passage, words = cue_stance(parsed, voice)
        commitment = hedged(commitment, stance, ())
        cues += token_spans(cue_passage, words) if cue_passage is not None else ()
    mark = _question_mark(parsed.report.text, statement.content.spans)
    if mark is not None:
        commitment, cues = replace(commitment, degree=0.0), (*cues, mark)
    return _as_factuality(commitment, tuple(sorted(set(cues))))


def _passed_on(parsed: Parsed, content: Spans, commitment: Commitment) -> Commitment:
    tokens = (token for _, token in content_tokens(parsed, content))
    for token, hedge in teller_marks(tokens):
        # the adverb's clause need not be the content's own: a mark in a relative clause is about that clause only
        if token.head.i in {commitment.claimed.i, commitment.claimed.head.i} and token not in commitment.decided:
            commitment = hedged(commitment, hedge, (token,))
    return commitment


def _question_mark(text: str, content: Spans) -> Span | None:
    """The question mark that ends a content: who asks claims nothing."""
    end = content[-1].end
    found = _ASKED.match(text, max(content[-1].start, end - 1), end + _QUOTED)
    return None if found is None else Span(found.end() - 1, found.end())


def _as_factuality(commitment: Commitment, cues: Spans) -> Factuality:
    certainty = certainty_of(commitment.degree)
    polarity = Polarity.NEGATIVE if commitment.degree < 0 else Polarity.POSITIVE
    return Factuality(
        certainty=certainty,
        polarity=Polarity.UNKNOWN if certainty is Certainty.UNKNOWN else polarity,
        probability=commitment.probability,
        cues=cues,
    )


def predicate_factuality(parsed: Parsed, encoding: Encoding, span: Span) -> float:
    """How far the happening that the words of `span` name is told as a fact, by syntax, cue words and the encoder:
    from -3 (certainly not) to 3 (certainly so); 0 where `span` touches no word.
    """
    passage = parsed.passage_at(span)
    tokens = None if passage is None else passage.tokens(span)
    if tokens is None:
        return 0.0
    return told_degree(tokens.root, told_as_fact(encoding, span) or 0.0)
