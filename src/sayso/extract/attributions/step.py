"""Who says what: every source-cue-content link of a report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from spacy.tokens import Span as TokenSpan

from sayso.extract.attributions.according import PHRASES, according_links, hearsay_links, opinion_links
from sayso.extract.attributions.adjectives import adjective_links
from sayso.extract.attributions.citing import with_cited
from sayso.extract.attributions.headings import heading_links, source_line_links
from sayso.extract.attributions.labels import lead_in
from sayso.extract.attributions.links import Link
from sayso.extract.attributions.nouns import noun_links
from sayso.extract.attributions.pointing import announcing_links, pointing_links
from sayso.extract.attributions.quotes import quotations
from sayso.extract.attributions.saying import verb_links
from sayso.extract.attributions.speech import Voice, join_quotations, trimmed
from sayso.extract.attributions.trailing import trailing_links
from sayso.extract.draft import Draft
from sayso.extract.guard import each
from sayso.extract.parse import Parsed, Passage
from sayso.model import (
    Actor,
    Attribution,
    BlockKind,
    Content,
    Cue,
    Drop,
    Manner,
    SaidOn,
    Source,
    Span,
    Spans,
    content_id,
    hull,
    merge,
    words,
)

_FINDERS = (verb_links, noun_links, adjective_links, according_links, opinion_links, hearsay_links)


def find_attributions(draft: Draft) -> Draft:
    """`draft` with its attributions, in order of place, by rules."""
    links, drops = rule_links(draft.parsed)
    attributions = tuple(_attribution(draft, link) for link in links)
    return replace(draft, attributions=attributions, drops=(*draft.drops, *drops))


def rule_links(parsed: Parsed) -> tuple[list[Link], tuple[Drop, ...]]:
    """The links of a report by rules, and the sentences that failed."""
    found: list[Link] = []
    drops: list[Drop] = []
    voice: Voice | None = None
    for passage in parsed.passages:
        links, failed = _sentence_links(parsed, passage)
        heard, lost = each([voice], partial(_with_speech, parsed, passage, links), partial(_where, parsed, passage))
        joined, voice = heard[0] if heard else (links, None)
        found += joined
        drops += (*failed, *lost)
    by_layout, lost = each([parsed], lambda p: source_line_links(p, found), lambda p: f"{p.report.uri}: source line")
    found += [link for links in by_layout for link in links]
    drops += lost
    return _whole(parsed.report.text, found), tuple(drops)


def _whole(text: str, found: Iterable[Link]) -> list[Link]:
    """`found` with their edges trimmed, each once, in order of place."""
    whole = (replace(link, content=trimmed(text, link.content), source=trimmed(text, link.source)) for link in found)
    return sorted(_distinct(link for link in whole if link.content), key=_place)


def _with_speech(
    parsed: Parsed, passage: Passage, links: list[Link], voice: Voice | None
) -> tuple[list[Link], Voice | None]:
    """The links of a paragraph by its layout, its syntax and its quotations, and who was heard last in it."""
    quoted = quotations(parsed.report.text, passage.block.span)
    joined, heard = join_quotations(passage, [*heading_links(passage), *links], quoted, voice)
    return [_without_lead(passage, link) for link in joined], heard


def _where(parsed: Parsed, passage: Passage, _: object) -> str:
    return f"{parsed.report.uri}: {passage.block.span}"


def _without_lead(passage: Passage, link: Link) -> Link:
    """`link` without the dateline or label before the paragraph's first words."""
    begin = passage.block.span.start + lead_in(passage.doc.text)
    content = tuple(Span(max(s.start, begin), s.end) for s in link.content if s.end > begin)
    source = tuple(Span(max(s.start, begin), s.end) if s.start >= passage.block.span.start else s for s in link.source)
    return replace(link, content=content, source=tuple(s for s in source if s.start < s.end))


def _sentence_links(parsed: Parsed, passage: Passage) -> tuple[list[Link], tuple[Drop, ...]]:
    results, drops = each(
        passage.doc.sents,
        lambda s: with_cited(passage, s, _with_trailing(passage, s)),
        lambda s: f"{parsed.report.uri}: {passage.span(s)}",
    )
    return [link for links in results for link in _outside_phrases(links)], drops


def _with_trailing(passage: Passage, sentence: TokenSpan) -> list[Link]:
    """The links of a sentence; a speaker at its end has what stands before where the syntax told no content of it or no
    source, and one who points back has the sentence before.
    """
    links = [link for find in _FINDERS for link in find(passage, sentence)]
    for pointing in (*pointing_links(passage, sentence), *announcing_links(passage, sentence)):
        links = [*(link for link in links if not set(link.cue) & set(pointing.cue)), pointing]
    if passage.block.kind is not BlockKind.PARAGRAPH:
        return links
    for trailing in trailing_links(passage, sentence):
        own = [link for link in links if set(link.cue) & set(trailing.cue)]
        if not any(link.content and not _swallowed(link, trailing) for link in own):
            links = [*(link for link in links if link not in own), trailing]
    return links


def _swallowed(link: Link, trailing: Link) -> bool:
    """Whether a link without a source has the speaker that `trailing` found within what it takes for said."""
    inside = all(any(s.contains(part) for s in link.content) for part in (*trailing.content, trailing.source[0]))
    return not link.source and inside


def _outside_phrases(links: list[Link]) -> list[Link]:
    """Contents without an "according to X" that governs them from outside: "X said P, according to Y" is Y's whole."""
    out = []
    for link in links:
        content = link.content
        for phrase in links:
            if phrase.lemma in PHRASES and link.cue and any(s.contains(link.cue[0]) for s in phrase.content):
                content = _cut(content, hull((*phrase.cue, *phrase.source)))
        out.append(replace(link, content=content))
    return out


def _cut(spans: Spans, gap: Span) -> Spans:
    """`spans` without `gap`."""
    pieces = [p for s in spans for p in (Span(s.start, min(s.end, gap.start)), Span(max(s.start, gap.end), s.end))]
    return tuple(p for p in pieces if p.start < p.end)


def _place(link: Link) -> tuple[int, int, Spans]:
    around = hull(link.content)
    return around.start, -around.end, link.cue


def _distinct(links: Iterator[Link]) -> list[Link]:
    """Each link once; what one cue says in several quotations, over sentences and paragraphs, is one content."""
    found: dict[tuple[Spans, Spans], Link] = {}
    for link in links:
        key = (link.source, link.cue) if link.cue else (link.source, link.content)
        before = found.get(key)
        found[key] = link if before is None else _with_more(before, link)
    return list(found.values())


def _with_more(link: Link, more: Link) -> Link:
    """`link` with the content of `more`; partly in quotation marks where only one of them is."""
    manner = link.manner if link.manner is more.manner else Manner.MIXED
    return replace(link, content=merge([*link.content, *more.content]), manner=manner)


def _attribution(draft: Draft, link: Link) -> Attribution:
    report = draft.parsed.report
    parts: Sequence[Spans] = (link.source, link.cue, link.content)
    return Attribution(
        id=content_id("attribution", report.id, *(repr([tuple(span) for span in spans]) for spans in parts)),
        source=_source(draft, link) if link.source else None,
        cue=Cue(spans=link.cue, text=words(report.text, link.cue), lemma=link.lemma) if link.cue else None,
        content=Content(spans=link.content, text=words(report.text, link.content)),
        manner=link.manner,
        said_on=_said_on(draft, link),
    )


def _source(draft: Draft, link: Link) -> Source:
    text = words(draft.parsed.report.text, link.source)
    return Source(spans=link.source, text=text, actor=_actor(draft, link, text))


def _actor(draft: Draft, link: Link, text: str) -> Actor:
    """The actor whose mention has the source's head word for its head, or lies around it; else one of these words."""
    head = link.source_head or link.source[0]
    for mention in draft.mentions:
        if mention.head.overlaps(head):
            return mention.actor
    for mention in draft.mentions:
        if mention.span.overlaps(head):
            return mention.actor
    name = text.removesuffix("'s").removesuffix("’s")
    return Actor(id=content_id("actor", draft.parsed.report.id, name), name=name)


def _said_on(draft: Draft, link: Link) -> SaidOn | None:
    """The time expression of the cue: in its sentence, outside every content, with a date."""
    if not link.cue:
        return None
    cue = hull(link.cue)
    passage = draft.parsed.passage_at(cue)
    tokens = passage.tokens(cue) if passage is not None else None
    if passage is None or tokens is None:
        return None
    around = passage.span(tokens[0].sent)
    near = [
        (abs(time.span.start - cue.end), time)
        for time in draft.times
        if time.edtf and around.contains(time.span) and not any(time.span.overlaps(s) for s in link.content)
    ]
    if not near:
        return None
    _, time = min(near, key=lambda pair: pair[0])
    return SaidOn(edtf=str(time.edtf), spans=(time.span,))
