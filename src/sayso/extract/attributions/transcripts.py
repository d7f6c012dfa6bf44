"""Turns of a transcript: "SECRETARY HOLT: The convoy arrived." The label before the colon speaks the rest."""

from __future__ import annotations

import re

from spacy.tokens import Token

from sayso.extract.actors.words import bodies, genders, roles, titles
from sayso.extract.attributions.cues import CueKind
from sayso.extract.attributions.labels import labels
from sayso.extract.attributions.links import Link
from sayso.extract.parse import Passage
from sayso.extract.places.gazetteer import senses
from sayso.model import BlockKind, Manner, Span, strip

# A clock time before the label belongs to a running report, brackets after it to a stage direction.
_TURN = re.compile(
    r"\s*(?:\d{1,2}[:.h]\d{2}(?:\s?[ap]\.?m\.?)?\s*[–—|-]?\s+)?"
    r"(?P<speaker>[A-Z][^:\"“”«»?!()]{1,58}?)\s*(?:\([^()]{1,30}\)\s*)?:\s+(?P<content>\S)"
)
_ENDS = frozenset('.?!…"”’»)')
_MAX_WORDS = 6
_MAX_OFFICE_WORDS = 3
_MAX_NAME_WORDS = 4
_NEVER = frozenset({"VERB", "AUX", "ADP", "SCONJ"})
_MIN_CONTENT_WORDS = 3
_CITY = 100_000  # inhabitants from which capitals before a colon are a dateline rather than a surname
_PARTS = frozenset({"host", "moderator", "anchor", "presenter", "interviewer", "narrator", "announcer", "operator"})


def turn_links(passage: Passage) -> list[Link]:
    """The link of a paragraph that is somebody's turn to speak, if it is one."""
    turn = _TURN.match(passage.text) if passage.block.kind is BlockKind.PARAGRAPH else None
    if turn is None or passage.text.rstrip()[-1:] not in _ENDS:
        return []
    source, begin = Span(*turn.span("speaker")), turn.start("content")
    if len(passage.text[begin:].split()) < _MIN_CONTENT_WORDS or not _is_speaker(passage, source):
        return []
    start = passage.block.span.start
    colon = passage.text.index(":", source.end)
    return [
        Link(
            source=(source.shift(start),),
            source_head=_head(passage, source),
            cue=(Span(colon, colon + 1).shift(start),),
            lemma=":",
            kind=CueKind.SAY,
            content=(strip(passage.text, Span(begin, len(passage.text))).shift(start),),
            manner=Manner.HEADING,
            score=0.75,
        )
    ]


def goes_on(passage: Passage) -> bool:
    """Whether the turn that a paragraph begins lasts until the next: so with labels in capitals, as in transcripts; an
    entry of a running report, which a time begins, is whole.
    """
    if passage.text.lstrip()[:1].isdigit():
        return False
    turn = _TURN.match(passage.text)
    capitals = turn is not None and turn["speaker"].upper() == turn["speaker"]
    return capitals and passage.text.rstrip()[-1:] in _ENDS


def _head(passage: Passage, source: Span) -> Span:
    """The last word of the name before any comma: by it the actor is found."""
    words = passage.text[slice(*source)].split(",")[0]
    last = words.rstrip().split()[-1]
    at = source.start + words.rindex(last)
    return Span(at, at + len(last)).shift(passage.block.span.start)


def _is_speaker(passage: Passage, source: Span) -> bool:
    """Whether a label names one who speaks: an office, a title or a person's name; no place, no rubric, no clause."""
    label = passage.text[slice(*source)]
    words = [word.strip(".").lower() for word in label.split(",")[0].split()]
    if not words or len(words) > _MAX_WORDS or label.lower() in labels() or any(word.isdigit() for word in words):
        return False
    if words[0] in titles() | _PARTS or f"{words[0]}." in titles():
        return True
    office = any(word in roles() or word in bodies() for word in words)
    if label.upper() == label:
        towns = (place for part in label.split("/") for place in senses(part.strip().title()))
        return office or all(place.population < _CITY for place in towns)
    found = passage.doc.char_span(*source, alignment_mode="expand")
    named = _before_comma(list(found)) if found is not None else []
    if not named or any(t.pos_ in _NEVER or t.lower_ in {"the", "a", "an"} for t in named):
        return False
    return _is_office([t.lower_ for t in named]) or _is_person(named)


def _before_comma(tokens: list[Token]) -> list[Token]:
    """A name or office without what explains it: "Olga Vane" of "Olga Vane, head of the archive"."""
    return tokens[: next((i for i, t in enumerate(tokens) if t.text == ","), len(tokens))]


def _is_office(words: list[str]) -> bool:
    """Whether the label is an office or a body without a name: "Police", "Health minister"."""
    return len(words) <= _MAX_OFFICE_WORDS and (words[-1] in roles() or words[-1] in bodies())


def _is_person(tokens: list[Token]) -> bool:
    """Whether all words are a person's name, or the office before it."""
    if 1 < len(tokens) <= _MAX_NAME_WORDS and tokens[0].lower_ in genders() and all(t.text.istitle() for t in tokens):
        return True
    named = [t for t in tokens if t.ent_type_ == "PERSON"]
    rest = [t for t in tokens if t.ent_type_ != "PERSON" and not t.is_punct]
    return bool(named) and all(t.lower_ in roles() or t.lower_ in titles() for t in rest)
