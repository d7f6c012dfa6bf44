"""Whom descriptions and pronouns stand for: followed through the report from its first word to its last.

The method is that of deterministic, entity-centric coreference by precision-ranked sieves (Lee et al. 2013,
"Deterministic coreference resolution based on entity-centric, precision-ranked rules"), made for speakers: what is
known of an actor anywhere in the report counts everywhere, who spoke last is the likeliest to speak next, and where
nobody comes clearer than another the answer is that nobody knows.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from sayso.extract.actors.context import Context, Resolved, first_of, resolved
from sayso.extract.actors.descriptions import SIEVES, own, spelled_out
from sayso.extract.actors.figures import Figure
from sayso.extract.actors.identity import Key
from sayso.extract.actors.papers import behind
from sayso.extract.actors.phrase import FIRST, At, Phrase
from sayso.extract.actors.pronouns import pronoun
from sayso.extract.actors.quoting import quoted_by
from sayso.extract.actors.words import documents
from sayso.extract.draft import MentionForm
from sayso.model import Report


def resolve(
    all_phrases: Sequence[Phrase], by_key: Mapping[At, Key], known: Mapping[Key, Figure], report: Report
) -> list[Resolved]:
    """Every phrase that stands for an actor, with that actor, in order of place.

    A description joins a named actor only where what it says (office, country, number) agrees; else it is an actor of
    its own. A pronoun without a fitting antecedent is unknown, and a relative or neuter one is then left out.
    """
    numbers = _sentence_numbers(all_phrases)
    speakers = quoted_by(all_phrases, report.text)
    done: dict[At, Figure] = {at: known[key] for at, key in by_key.items()}
    named = dict(done)
    found = [resolved(p, done[p.at], numbers[p.at], quoted=p.at in speakers) for p in all_phrases if p.at in done]
    for phrase in _reading_order(all_phrases, speakers):
        if phrase.at in named:
            continue
        speaker = speakers.get(phrase.at)
        context = Context(
            phrase=phrase,
            sentence=numbers[phrase.at],
            resolved=found,
            place=bisect_left(found, phrase.at, key=_place),
            done=done,
            named=named,
            report=report,
            quoted=phrase.at in speakers,
            speaker=done.get(speaker) if speaker is not None else None,
        )
        figure = _stands_for(context)
        if figure is not None:
            done[phrase.at] = figure
            insort(found, resolved(phrase, figure, context.sentence, quoted=context.quoted), key=_place)
    return found


def _place(found: Resolved) -> At:
    return found.phrase.at


def _reading_order(all_phrases: Sequence[Phrase], quoted: Mapping[At, At | None]) -> Iterable[Phrase]:
    """Paragraph by paragraph, what stands in quotations after the text around them, which tells who speaks them; what
    a heading is short for after the text.
    """
    short = {phrase.at for phrase in all_phrases if next(spelled_out(phrase, all_phrases), None) is not None}
    for _, block in groupby(all_phrases, key=lambda phrase: phrase.at[0]):
        here = (phrase for phrase in block if phrase.at not in short)
        yield from sorted(here, key=lambda phrase: (phrase.at in quoted, phrase.noun in FIRST, _turn(phrase)))
    yield from (phrase for phrase in all_phrases if phrase.at in short)


def _turn(phrase: Phrase) -> tuple[int, int, int]:
    """When it is a phrase's turn: of a paper after those behind it, whose name it takes."""
    last = max((who.i for who in behind(phrase.head)), default=0) if phrase.noun in documents() else 0
    return phrase.at[0], max(phrase.at[1], last), int(last > phrase.at[1])


def _sentence_numbers(all_phrases: Iterable[Phrase]) -> dict[At, int]:
    starts = {p.at: (p.at[0], p.sentence) for p in all_phrases}
    order = {start: number for number, start in enumerate(sorted(set(starts.values())))}
    return {at: order[start] for at, start in starts.items()}


def _stands_for(context: Context) -> Figure | None:
    if context.phrase.form is MentionForm.PRONOUN:
        return pronoun(context)
    return first_of(SIEVES, context) or own(context)
