"""Statements written down as marked text: `{source}`, `<cue>` and `[content]`, with a number for a second attribution.

"{The ministry} <denied> that [the plant had been hit]." gives one attribution and one statement; `{2:Kyiv}` and
`<2:said>` give an outer attribution around the same content. Without source and cue the outlet itself asserts it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

from sayso.extract.attributions.cues import cue_words
from sayso.extract.draft import Draft
from sayso.extract.parse import language_model, parse
from sayso.model import Actor, Attribution, Content, Cue, Manner, Origin, Source, Span, Spans, content_id, merge, words
from tests import factory

CASES = Path(__file__).parent.parent / "cases"
_MARK = re.compile(r"\{(?:(\d):)?(?P<source>[^}]*)\}|<(?:(\d):)?(?P<cue>[^>]*)>|\[(?P<content>[^\]]*)\]")


def cases(name: str) -> list[list[str]]:
    """The rows of tests/cases/`name`.tsv, comments left out."""
    lines = (CASES / f"{name}.tsv").read_text(encoding="utf8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def draft_of(marked: str, outlet: str = "Example Post") -> Draft:
    """The draft of a report with one statement, as the steps before would give it."""
    text, marks = _unmark(marked)
    report = factory.report(text, outlet=outlet)
    content = merge(marks.pop(("content", "1"), [Span(0, len(text))]))
    numbers = sorted({number for _, number in marks})
    attributions = tuple(_attribution(text, marks, number, content) for number in numbers)
    first = attributions[0].source if attributions else None
    statement = factory.statement(
        text,
        within=report,
        chain=tuple(a.id for a in attributions[:1]),
        origin=None if first is None else Origin(id=first.actor.id, name=first.actor.name),
    )
    statement = replace(statement, content=Content(spans=content, text=words(text, content)))
    return Draft(parsed=parse(report), attributions=attributions, statements=(statement,))


def _unmark(marked: str) -> tuple[str, dict[tuple[str, str], list[Span]]]:
    text, last = "", 0
    found: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for match in _MARK.finditer(marked):
        kind = str(match.lastgroup)
        text += marked[last : match.start()]
        number = next((g for g in match.group(1, 3) if g), "1")
        found[kind, number].append(Span(len(text), len(text) + len(match[kind])))
        text += match[kind]
        last = match.end()
    return text + marked[last:], found


def _attribution(text: str, marks: dict[tuple[str, str], list[Span]], number: str, content: Spans) -> Attribution:
    source, cue = (tuple(marks.get((kind, number), ())) for kind in ("source", "cue"))
    name = words(text, source)
    return Attribution(
        id=content_id("attribution", text, number),
        source=Source(spans=source, text=name, actor=Actor(id=name, name=name)) if source else None,
        cue=Cue(spans=cue, text=words(text, cue), lemma=_lemma(words(text, cue))) if cue else None,
        content=Content(spans=content, text=words(text, content)),
        manner=Manner.INDIRECT,
    )


def _lemma(cue: str) -> str:
    """The word of a cue that the list of cues knows."""
    lemmas = [token.lemma_.lower() for token in language_model()(cue)]
    return next((lemma for lemma in reversed(lemmas) if lemma in cue_words()), lemmas[0])
