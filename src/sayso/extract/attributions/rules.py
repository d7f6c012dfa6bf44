"""Links by rules: what syntax, quotation marks and layout tell, sentence by sentence and paragraph by paragraph."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from spacy.tokens import Span as TokenSpan

from sayso.extract.attributions.according import PHRASES, according_links, hearsay_links, opinion_links
from sayso.extract.attributions.adjectives import adjective_links
from sayso.extract.attributions.citing import with_cited
from sayso.extract.attributions.colons import colon_links
from sayso.extract.attributions.counting import counting_links
from sayso.extract.attributions.framing import framing_links
from sayso.extract.attributions.headings import heading_links, source_line_links
from sayso.extract.attributions.labels import lead_in
from sayso.extract.attributions.links import Link
from sayso.extract.attributions.nouns import noun_links
from sayso.extract.attributions.passing import with_media
from sayso.extract.attributions.pointing import announcing_links, disclosing_links, pointing_links
from sayso.extract.attributions.quotes import quotations
from sayso.extract.attributions.saying import verb_links
from sayso.extract.attributions.speech import Voice, join_quotations
from sayso.extract.attributions.tallying import tallying_links
from sayso.extract.attributions.trailing import trailing_links
from sayso.extract.attributions.unmarked import is_other
from sayso.extract.attributions.whole import whole_links
from sayso.extract.guard import each
from sayso.extract.parse import Parsed, Passage
from sayso.model import BlockKind, Drop, Span, Spans, hull

_FINDERS = (verb_links, noun_links, adjective_links, according_links, opinion_links, hearsay_links)


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
    across, missed = each([parsed], lambda p: disclosing_links(p, found), lambda p: f"{p.report.uri}: disclosed")
    found += [link for links in (*by_layout, *across) for link in links]
    drops += (*lost, *missed)
    return whole_links(parsed.report.text, found), tuple(drops)


def _with_speech(
    parsed: Parsed, passage: Passage, links: list[Link], voice: Voice | None
) -> tuple[list[Link], Voice | None]:
    """The links of a paragraph by its layout, its syntax and its quotations, and who was heard last in it."""
    quoted = quotations(parsed.report.text, passage.block.span)
    by_layout = heading_links(passage)
    told = [link for link in (() if by_layout else colon_links(passage)) if not _is_told(passage, link, links)]
    joined, heard = join_quotations(passage, [*by_layout, *told, *links], quoted, voice)
    return [_without_lead(passage, link) for link in with_media(passage, joined)], heard


def _is_told(passage: Passage, colon: Link, links: list[Link]) -> bool:
    """Whether a cue verb tells who speaks before or behind a colon: "Olga Vane said: “P”", "Old Quay: P, X said"; what
    the speaker says of their own seeing or thinking is no other voice.
    """
    said = [*colon.source, *colon.content]
    others = (link for link in links if is_other(passage, link))
    return any(s.overlaps(cue) for link in others for s in said for cue in (*link.cue, *link.source))


def _where(parsed: Parsed, passage: Passage, _: object) -> str:
    return f"{parsed.report.uri}: {passage.block.span}"


def _without_lead(passage: Passage, link: Link) -> Link:
    """`link` without the dateline or label before the paragraph's first words."""
    begin = passage.block.span.start + lead_in(passage.text)
    content = tuple(Span(max(s.start, begin), s.end) for s in link.content if s.end > begin)
    source = tuple(Span(max(s.start, begin), s.end) if s.start >= passage.block.span.start else s for s in link.source)
    return replace(link, content=content, source=tuple(s for s in source if s.start < s.end))


def _sentence_links(parsed: Parsed, passage: Passage) -> tuple[list[Link], tuple[Drop, ...]]:
    results, drops = each(
        passage.sentences,
        lambda s: with_cited(passage, s, _with_trailing(passage, s)),
        lambda s: f"{parsed.report.uri}: {passage.span(s)}",
    )
    return [link for links in results for link in _outside_phrases(links)], drops


def _with_trailing(passage: Passage, sentence: TokenSpan) -> list[Link]:
    """The links of a sentence; a speaker at its end has what stands before where the syntax told no content of it or no
    source, and one who points back has the sentence before.
    """
    links = [link for find in _FINDERS for link in find(passage, sentence)]
    pointers = (*pointing_links(passage, sentence), *announcing_links(passage, sentence))
    for pointing in (*pointers, *counting_links(passage, sentence)):
        links = [*(link for link in links if not set(link.cue) & set(pointing.cue)), pointing]
    for tally in tallying_links(passage, sentence):
        own = [link for link in links if set(link.cue) & set(tally.cue)]
        same = (replace(link, lemma=tally.lemma, settled=True) for link in own if link.content == tally.content)
        links = [*(link for link in links if link not in own), next(same, tally)]
    for frame in framing_links(passage, sentence):
        around = hull((*frame.cue, *frame.source))
        links = [*(link for link in links if not (link.cue and around.contains(link.cue[0]))), frame]
    if passage.block.kind is not BlockKind.PARAGRAPH:
        return links
    for trailing in trailing_links(passage, sentence):
        own = [link for link in links if set(link.cue) & set(trailing.cue)]
        if not any(link.content and not _swallowed(link, trailing) for link in own):
            links = [*(link for link in links if link not in own), trailing]
    return links


def _swallowed(link: Link, trailing: Link) -> bool:
    """Whether a link without a source has the speaker that `trailing` found within what it takes for said, or one takes
    nothing but the speaker for it: "P, writes a teacher", "P, the station Radio Una reported".
    """
    inside = all(any(s.contains(part) for s in link.content) for part in (*trailing.content, trailing.source[0]))
    speaker = all(trailing.source[0].contains(part) for part in link.content)
    return speaker or (not link.source and inside)


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
