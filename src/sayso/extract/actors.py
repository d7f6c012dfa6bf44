"""Who: every mention of an actor, and whom it stands for within the report."""

from __future__ import annotations

from dataclasses import replace

from sayso.extract.draft import Draft, Mention, MentionForm
from sayso.extract.figures import figures, keys
from sayso.extract.guard import each
from sayso.extract.parse import Passage
from sayso.extract.phrases import Phrase, phrases
from sayso.extract.resolution import Resolved, resolve
from sayso.model import Span


def find_mentions(draft: Draft) -> Draft:
    """Every mention of an actor in the article, names, descriptions and pronouns, each with the actor it stands for.

    All mentions of one actor carry the same `Actor`. Named actors have the same id in every report; unnamed ones
    ("two residents") keep their description and an id that only this report has.
    """
    report = draft.parsed.report
    found, drops = each(draft.parsed.passages, phrases, lambda passage: _where(report.id, passage))
    ordered = sorted((p for some in found for p in some), key=lambda p: p.place)
    named = [p for p in ordered if p.form is MentionForm.NAME]
    by_key = keys(named)
    known = figures(named, by_key, report.id)
    mentions = tuple(_mention(resolved) for resolved in resolve(ordered, by_key, known, report.id))
    return replace(draft, mentions=mentions, drops=draft.drops + drops)


def _where(report: str, passage: Passage) -> str:
    return f"{report} at {passage.block.span.start}"


def _mention(resolved: Resolved) -> Mention:
    phrase: Phrase = resolved.phrase
    span: Span = phrase.passage.span(phrase.tokens)
    head = phrase.passage.span(phrase.head)
    return Mention(span=span, head=head, form=phrase.form, actor=resolved.figure.actor)
