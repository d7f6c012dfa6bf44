"""Whose words a phrase is in: the quotations of a report and who speaks each, told by the text around them.

The order follows the sieves of Muzny et al. (2017), "A two-stage sieve approach for quote attribution": the speaker
whose cue stands beside the quotation, then the one who speaks already in the paragraph, then whoever spoke last.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from sayso.extract.actors.context import speaks
from sayso.extract.actors.phrase import FIRST, At, Phrase
from sayso.extract.attributions.cues import SPEAKING, cue_words
from sayso.extract.attributions.quotes import Quotation, quotations
from sayso.extract.parse import Passage

_MARKS = frozenset("\"“”„«»'‘’`")
_TERM = 2  # words up to which a quotation is a term or a title and nobody's speech
_BESIDE = 3  # code points between a sentence and a quotation that belongs to it: the mark and a blank


def quoted_by(all_phrases: Sequence[Phrase], text: str) -> Mapping[At, At | None]:
    """Each phrase that stands in a quotation, with the phrase that stands for its speaker, None where nobody is found.

    What a speaker announces with a colon at the end of a paragraph counts as theirs up to the next voice.
    """
    out: dict[At, At | None] = {}
    voice: At | None = None
    announced = False
    for _, group in groupby(all_phrases, key=lambda phrase: phrase.at[0]):
        block = list(group)
        passage = block[0].passage
        quotes = [q for q in _quotations(passage, text) if _is_speech(text, q)]
        outside = [p for p in block if not any(_within(p, q) for q in quotes)]
        speaking = [p for p in outside if is_voice(p)]
        if announced and not quotes and not speaking:
            out.update((phrase.at, voice) for phrase in block)
            continue
        for quotation, speaker in _speakers(quotes, speaking, voice):
            out.update((phrase.at, speaker) for phrase in block if _within(phrase, quotation))
            voice = speaker
        paragraph = text[slice(*passage.block.span)]
        announcer = _announcer(outside) if paragraph.rstrip().endswith(":") else None
        voice = announcer or (speaking[-1].at if speaking else voice)
        announced = announcer is not None
    return out


def is_voice(phrase: Phrase) -> bool:
    """Whether a phrase is the subject of a verb that tells speech."""
    word = cue_words().get(phrase.head.head.lemma_.lower())
    return phrase.noun not in FIRST and word is not None and word.kind in SPEAKING and speaks(phrase.head)


def _announcer(outside: Sequence[Phrase]) -> At | None:
    """The subject of a paragraph's last sentence: "The commander gave this statement:"."""
    subjects = [p for p in outside if p.head.dep_ == "nsubj" and p.head.head.dep_ == "ROOT"]
    return subjects[-1].at if subjects else None


def _quotations(passage: Passage, text: str) -> tuple[Quotation, ...]:
    return quotations(text, passage.block.span) if _MARKS.intersection(text[slice(*passage.block.span)]) else ()


def _is_speech(text: str, quotation: Quotation) -> bool:
    return len(text[slice(*quotation.inner)].split()) > _TERM


def _within(phrase: Phrase, quotation: Quotation) -> bool:
    start, end = quotation.outer
    return start <= phrase.at[0] + phrase.head.idx < end


def _speakers(
    quotes: Sequence[Quotation], speaking: Sequence[Phrase], voice: At | None
) -> Iterator[tuple[Quotation, At | None]]:
    """Each quotation of a paragraph with its speaker; `voice` is whoever spoke last before the paragraph."""
    last: At | None = None
    for quotation in quotes:
        before = [p for p in speaking if p.at[0] + p.head.idx < quotation.outer.start]
        speaker = _beside(quotation, speaking) or last or (before[-1].at if before else None) or voice
        yield quotation, speaker
        last = speaker


def _beside(quotation: Quotation, speaking: Sequence[Phrase]) -> At | None:
    """The speaker whose sentence holds or touches the quotation, the nearest of several."""
    near = [(far, phrase.at) for phrase in speaking if (far := _distance(quotation, phrase)) is not None]
    return min(near)[1] if near else None


def _distance(quotation: Quotation, phrase: Phrase) -> int | None:
    start, sentence = phrase.at[0], phrase.head.sent
    if start + sentence.end_char + _BESIDE < quotation.outer.start:
        return None
    if start + sentence.start_char - _BESIDE > quotation.outer.end:
        return None
    verb = start + phrase.head.head.idx
    return max(quotation.outer.start - verb, verb - quotation.outer.end, 0)
