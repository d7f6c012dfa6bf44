"""Who says it where layout tells: "P – X" and "X: P" in a heading, "X: “P”" in a paragraph, a line "Source: X"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from sayso.extract.actors.words import bodies, roles
from sayso.extract.attributions.cues import COMMITTING, CueKind, CueWord, cue_words, is_paper
from sayso.extract.attributions.labels import is_town, label_of, labels, lead_in
from sayso.extract.attributions.links import Link
from sayso.extract.attributions.transcripts import turn_links
from sayso.extract.parse import Parsed, Passage
from sayso.extract.places.gazetteer import senses
from sayso.extract.statements.words import happenings, states
from sayso.model import BlockKind, Manner, Span, strip

_HEADINGS = frozenset({BlockKind.HEADLINE, BlockKind.STANDFIRST})
_MAX_SOURCE_WORDS = 6
_MAX_HEADING_WORDS = 16
_MIN_SAID = 3  # words before a colon that can be what is said
_MAX_GOVERNED = 8  # paragraphs: in a longer report such a line stands under a chart or a picture
_AFTER = re.compile(r"\s+[–—-]{1,2}\s+(?P<source>[^–—:\"“”]{2,60}?)\.?$")
_BEHIND = re.compile(r":\s+(?P<source>[^:\"“”?!;,]{2,60}?)\.?$")
_BEFORE = re.compile(r"(?P<source>[^:–—\"“”?!]{2,60}):\s+(?P<content>\S)")
_SAYS_X = re.compile(r",\s+(?P<cue>[a-z]+)\s+(?P<source>[^,\"“”:]{2,60})$")
_X_SAYS = re.compile(r",\s+(?P<source>[^,\"“”:]{2,60}?)\s+(?P<cue>[a-z]+)$")
# "P. Source: X" at the end of a paragraph, as channels and running reports credit what they pass on
_CREDIT = re.compile(r"[.!?…\"”’)]\s+\(?(?P<label>[A-Z][a-z]+):\s+(?P<source>[^:\"“”()]{2,80}?)\.?\)?$")
_QUOTE_FROM = re.compile(r"quot(?:e|es|ed|ation) (?:from|by|of)\s+", re.IGNORECASE)
_MARKS = "\"“„«'‘"
_NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP"})


def heading_links(passage: Passage) -> list[Link]:
    """The link that the layout of a heading, or of a paragraph in a transcript, tells, if any."""
    heading, begin = _is_heading(passage), lead_in(passage.text)
    ways = (*(_with_verb(passage, begin) if heading else ()), *_divisions(passage.text, begin))
    for source, cue, content in ways:
        quoted = passage.text[content.start] in _MARKS
        if not quoted and cue.start < content.start and _is_topic(passage, source, content):
            continue
        before = quoted and cue.start < content.start
        behind = content.start < cue.start and passage.text[slice(*cue)] == ":"
        fits = _is_said_by(passage, source, content) if behind else _is_source(passage, source)
        if (heading or before) and fits:
            return [_link(passage, source, cue, content)]
    return turn_links(passage) or [*_credited(passage), *(() if heading else _signed(passage))]


def _signed(passage: Passage) -> Iterator[Link]:
    """The links of sentences that end in a dash and a body's name: "P – Institute of Ice. …"."""
    if "–" not in passage.text and "—" not in passage.text:
        return
    for sentence in passage.sentences:
        start, text = sentence.start_char, sentence.text.rstrip()
        found = _AFTER.search(text)
        if found is None or "-" in found.group().split()[0]:  # a hyphen often stands before an afterthought
            continue
        source = Span(*found.span("source")).shift(start)
        mark = start + found.end() - len(found.group().lstrip())
        content = Span(max(start, lead_in(passage.text)), start + found.start())
        if content.start < content.end and _is_body(passage, source) and _is_source(passage, source):
            yield _link(passage, source, Span(mark, mark + 1), content)


def _credited(passage: Passage) -> Iterator[Link]:
    """The link of a paragraph that ends in "Source: X": all that stands before is X's."""
    text = passage.text.rstrip()
    found = _CREDIT.search(text)
    if found is None or labels().get(found["label"].lower()) != "source" or passage.block.kind in _HEADINGS:
        return
    source, cue = Span(*found.span("source")), Span(*found.span("label"))
    content = Span(lead_in(text), found.start() + 1)
    named = Span(source.start, source.start + len(found["source"].split(",")[0]))
    if content.start < content.end and _is_source(passage, named):
        yield replace(_link(passage, source, cue, content), source_head=_head(passage, named))


def _is_topic(passage: Passage, source: Span, content: Span) -> bool:
    """Whether words before a colon only say what a heading is about: a country, a town, or a kicker in capitals."""
    text = passage.text[slice(*source)].strip()
    tokens = passage.doc.char_span(*source, alignment_mode="expand")
    person = tokens is not None and any(token.ent_type_ == "PERSON" for token in tokens)
    if any(sense.kind == "C" and not sense.alias for sense in senses(text)) or (is_town(text) and not person):
        return True
    words = text.split()
    known = any(word.lower() in roles() or word.lower() in bodies() for word in words)
    return len(words) > 1 and text.isupper() and not known and not passage.text[slice(*content)].isupper()


def _is_body(passage: Passage, source: Span) -> bool:
    """Whether a body's name signs a paragraph after a dash: "P. – Institute of Ice"."""
    tokens = passage.doc.char_span(*source, alignment_mode="expand")
    if tokens is None or not all(t.text[0].isupper() or t.is_stop for t in tokens if t.is_alpha):
        return False
    return any(t.ent_type_ == "ORG" or t.lower_ in bodies() for t in tokens)


def _is_heading(passage: Passage) -> bool:
    """Whether a block is a heading, or a short line between paragraphs that ends as headings do, without a stop."""
    text = passage.text.rstrip()
    short = len(passage.doc) <= _MAX_HEADING_WORDS and text[-1:].isalnum()
    return passage.block.kind in _HEADINGS or short


def _link(passage: Passage, source: Span, cue: Span, content: Span) -> Link:
    start = passage.block.span.start
    return Link(
        source=(source.shift(start),),
        source_head=_head(passage, source),
        cue=(cue.shift(start),),
        lemma=passage.text[slice(*cue)],
        kind=CueKind.SAY,
        content=(content.shift(start),),
        manner=Manner.HEADING,
        score=0.8,
    )


def _divisions(text: str, begin: int) -> Iterator[tuple[Span, Span, Span]]:
    """The ways in which the marks of a heading part it into source, mark and content."""
    if after := _AFTER.search(text, begin):
        mark = after.start() + len(after.group()) - len(after.group().lstrip())
        yield Span(*after.span("source")), Span(mark, mark + 1), Span(begin, after.start())
    if (before := _BEFORE.match(text, begin)) and before["source"].lower() not in labels():
        end = before.end("source")
        start = named.end() if (named := _QUOTE_FROM.match(text, begin)) else before.start("source")
        yield Span(start, end), Span(end, end + 1), Span(before.start("content"), len(text))
    if behind := _BEHIND.search(text, begin):
        yield Span(*behind.span("source")), Span(behind.start(), behind.start() + 1), Span(begin, behind.start())


def _with_verb(passage: Passage, begin: int) -> Iterator[tuple[Span, Span, Span]]:
    """The parts of "P, says X" and "P, X says" in a heading, whose clipped syntax the parser cannot be trusted with."""
    for form in (_SAYS_X, _X_SAYS):
        found = form.search(passage.text, begin)
        tokens = passage.doc.char_span(*found.span("cue"), alignment_mode="expand") if found else None
        word = _cue_word(tokens[0]) if tokens is not None else None
        if found is not None and word is not None and word.kind in COMMITTING and "clause" in word.takes:
            yield Span(*found.span("source")), Span(*found.span("cue")), Span(begin, found.start())


def _cue_word(token: Token) -> CueWord | None:
    """The cue that a word of a heading is, also where the tagger takes "says" for a noun."""
    forms = (token.lemma_.lower(), token.lower_.removesuffix("s"), token.lower_.removesuffix("es"))
    return next((cue_words()[form] for form in forms if form in cue_words()), None)


def _is_source(passage: Passage, span: Span) -> bool:
    """Whether words can name a speaker: few, with a name or a role among them, and no finite verb."""
    tokens = passage.doc.char_span(*span, alignment_mode="expand")
    if tokens is None or not _is_label(tokens) or _is_happening(tokens):
        return False
    heads = roles().keys() | bodies().keys()
    return any(t.pos_ == "PROPN" or t.ent_type_ in _NAMES or t.lemma_.lower() in heads for t in tokens)


def _is_label(words: TokenSpan) -> bool:
    """Whether words are few, with no finite verb and no number."""
    verbs = any(t.pos_ in {"VERB", "AUX"} and t.tag_ not in {"VBN", "VBG"} for t in words)
    return not verbs and not any(t.like_num for t in words) and sum(not t.is_punct for t in words) <= _MAX_SOURCE_WORDS


def _is_said_by(passage: Passage, source: Span, content: Span) -> bool:
    """Whether the words behind a colon are who says those before it: "Bridge shut since May: minister"."""
    tokens = passage.doc.char_span(*source, alignment_mode="expand")
    told = passage.doc.char_span(*content, alignment_mode="contract")
    if tokens is None or told is None or sum(t.is_alpha for t in told) < _MIN_SAID:
        return False
    last = tokens[-1]
    paper = is_paper(last.lower_)
    if not _is_label(tokens) and not (paper and len(tokens) == 1):  # "study" is a verb for the tagger
        return False
    people = [t.i for t in tokens if t.lower_ in roles() or t.lower_ in bodies()]
    if any(t.i > i for t in tokens if t.lemma_.lower() in happenings() | states() for i in people):
        return False  # "police arrest captain"
    acronym = last.text.isupper() and len(last) > 1 and not told.text.isupper()
    return last.i in people or paper or last.ent_type_ in _NAMES - {"GPE"} or acronym


def _is_happening(words: TokenSpan) -> bool:
    """Whether words tell what happened where, and so nobody who speaks: "Bus crash near Gulu: four dead"."""
    told = next((t.i for t in words if t.lemma_.lower() in happenings()), None)
    if told == words.end - 1 > words.start:  # "Ferry disaster: P"
        return True
    return told is not None and any(t.tag_ == "IN" and t.lower_ != "of" for t in words.doc[told + 1 : words.end])


def source_line_links(parsed: Parsed, links: Sequence[Link]) -> list[Link]:
    """The link of a line "Source: X": its content is what the report tells in paragraphs without another voice."""
    for passage in parsed.passages:
        label = label_of(passage.text)
        if label is None or label[0] != "source":
            continue
        text, start = passage.text, passage.block.span.start
        source = strip(text, Span(label[1], len(text)), " .;,\t")
        cue = strip(text, Span(0, label[1]), " :\t")
        governed = tuple(p for p in parsed.passages if p is not passage and _is_governed(p, links))
        if source.start < source.end and 0 < len(governed) <= _MAX_GOVERNED:
            content = tuple(Span(p.block.span.start + _begin(p), p.block.span.end) for p in governed)
            return [
                Link(
                    source=(source.shift(start),),
                    source_head=_head(passage, source),
                    cue=(cue.shift(start),),
                    lemma=text[slice(*cue)].lower(),
                    content=content,
                    manner=Manner.HEADING,
                    score=0.6,
                )
            ]
    return []


def _head(passage: Passage, source: Span) -> Span:
    """The head word of a source, given by its place in the passage."""
    tokens = passage.tokens(source.shift(passage.block.span.start))
    return source.shift(passage.block.span.start) if tokens is None else passage.span(tokens.root)


def _begin(passage: Passage) -> int:
    label = label_of(passage.text)
    return label[1] if label else 0


def _is_governed(passage: Passage, links: Sequence[Link]) -> bool:
    """Whether a paragraph has no voice of its own and is not marked as the outlet's background."""
    if passage.block.kind is not BlockKind.PARAGRAPH:
        return False
    label = label_of(passage.text)
    if label is not None and label[0] in {"source", "background"}:
        return False
    around = passage.block.span
    return not any(
        link.kind in COMMITTING and link.source and any(around.overlaps(span) for span in (*link.cue, *link.content))
        for link in links
    )
