"""A small real extraction, for tests of what comes after it; other processes import it."""

from __future__ import annotations

import os
import re
import signal
from dataclasses import replace

from sayso.model import Actor, Attribution, Content, Cue, Drop, Manner, Origin, Report, Source, Span, Statement, words
from tests.factory import actor, statement

SENTENCE = re.compile(r"[^.\n]+\.")
SAID = re.compile(r"(?P<content>[^.\n]+), (?P<source>the [A-Z][^.,\n]+) (?P<cue>said)\.")


def sentences(report: Report) -> tuple[Report, tuple[Drop, ...]]:
    """Each sentence of the article is a statement; "…, the Ministry said." has the ministry as its origin."""
    attributions, statements = [], []
    for match in SENTENCE.finditer(report.text):
        said = SAID.fullmatch(match[0].strip())
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        attribution = _attribution(report, said, start) if said else None
        content = attribution.content if attribution else _content(report, start, match.end() - 1)
        attributions += [attribution] if attribution else []
        statements.append(_statement(report, content, attribution))
    return replace(report, attributions=tuple(attributions), statements=tuple(statements)), ()


def failing(report: Report) -> tuple[Report, tuple[Drop, ...]]:
    """As `sentences`, but fails over a report that says so, and takes its process with it where it says that."""
    if "CRASH" in report.text:
        os.kill(os.getpid(), signal.SIGKILL)
    if "FAIL" in report.text:
        raise ValueError("this report says FAIL")
    return sentences(report)


def _content(report: Report, start: int, end: int) -> Content:
    spans = (Span(start, end),)
    return Content(spans=spans, text=words(report.text, spans))


def _attribution(report: Report, said: re.Match[str], start: int) -> Attribution:
    parts = {name: Span(*said.span(name)).shift(start) for name in ("content", "source", "cue")}
    who: Actor = actor(said["source"].removeprefix("the "))
    return Attribution(
        id=f"{report.id}-{start}",
        source=Source(spans=(parts["source"],), text=said["source"], actor=who),
        cue=Cue(spans=(parts["cue"],), text="said", lemma="say"),
        content=_content(report, *parts["content"]),
        manner=Manner.INDIRECT,
    )


def _statement(report: Report, content: Content, attribution: Attribution | None) -> Statement:
    source = attribution.source if attribution else None
    made = statement(
        content.text,
        within=report,
        id=f"{report.id}-s{content.spans[0].start}",
        chain=(attribution.id,) if attribution else (),
        origin=Origin(id=source.actor.id, name=source.actor.name) if source else None,
    )
    return replace(made, content=content)
