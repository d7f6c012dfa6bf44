"""Who says what: every source-cue-content link of a report."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.extract.attributions.links import Link
from sayso.extract.attributions.merging import merged
from sayso.extract.attributions.model_links import weighed_links
from sayso.extract.attributions.rules import rule_links
from sayso.extract.attributions.whole import whole_links
from sayso.extract.draft import Draft, Mention, MentionForm
from sayso.extract.encoding.step import encode_words
from sayso.model import (
    Actor,
    ActorKind,
    Attribution,
    Content,
    Cue,
    SaidOn,
    Source,
    Span,
    Spans,
    content_id,
    hull,
    words,
)

_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
# What describes a source is no part of its name: "one of the diplomats, who had seen the draft".
_CLAUSE = re.compile(
    r",\s+(?=(?:who|which|whose|whom|at|in|of|from|near|with|on)\b)|\s+(?=(?:that|who|whom|whose|which|to which)\b)"
    r"|\s+(?=(?:seen|obtained|reviewed|examined|inspected|read|heard|shared|leaked) (?:by|with|to)\b)"
)


def find_attributions(draft: Draft) -> Draft:
    """`draft` with its attributions, in order of place, by the rules and the trained model together."""
    draft = encode_words(draft)
    rules, drops = rule_links(draft.parsed)
    weighed, lost = weighed_links(draft, rules)
    links = whole_links(draft.parsed.report.text, merged(draft.parsed, rules, weighed))
    attributions = tuple(_attribution(draft, link) for link in links)
    scores = {attribution.id: link.score for attribution, link in zip(attributions, links, strict=True)}
    return replace(draft, attributions=attributions, scores=scores, drops=(*draft.drops, *drops, *lost))


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
    """The actor whose mention has the source's head word for its head, or lies around it; else whose name a comma sets
    off in it ("one of them, Olga Vane, who …"); else one of these words, without the clause that describes it.
    """
    head = link.source_head or link.source[0]
    for mention in draft.mentions:
        if mention.head.overlaps(head):
            return mention.actor
    for mention in draft.mentions:
        if mention.span.overlaps(head):
            return mention.actor
    for mention in draft.mentions:
        if _stands_apart(draft, link.source[0], mention):
            return mention.actor
    name = _ARTICLE.sub("", _CLAUSE.split(text)[0]).removesuffix("'s").removesuffix("’s")
    return Actor(id=content_id("actor", draft.parsed.report.id, name), name=name)


def _stands_apart(draft: Draft, source: Span, mention: Mention) -> bool:
    """Whether a person's name stands in a source between a comma and its end or the next."""
    if mention.form is not MentionForm.NAME or not source.contains(mention.span):
        return False
    text = draft.parsed.report.text
    before, after = text[source.start : mention.span.start].rstrip(), text[mention.span.end : source.end].lstrip()
    return mention.actor.kind is ActorKind.PERSON and before.endswith(",") and (not after or after[0] == ",")


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
