"""The product's attribution, syntax included, and its whole reading of an article, as a read runs them."""

from __future__ import annotations

from benchmarks.rows import article_report
from sayso.extract.attributions.step import find_attributions
from sayso.extract.draft import Draft
from sayso.extract.encoding.meanings import meanings
from sayso.extract.parse import parse
from sayso.extract.pipeline import STEPS, extract
from sayso.model import Report

UP_TO_ATTRIBUTION = STEPS[: STEPS.index(find_attributions) + 1]  # each of them is read by it, or by one that it reads


def links(text: str) -> int:
    """How many attributions there are in `text`."""
    draft = Draft(parsed=parse(article_report({"id": "speed", "text": text})))
    for step in UP_TO_ATTRIBUTION:
        draft = step(draft)
    return len(draft.attributions)


def statements(text: str) -> int:
    """How many statements there are in `text`, by all steps."""
    return len(_read(text).statements)


def vectors(text: str) -> int:
    """How many contents of statements there are in `text`, by all steps, each read for linking."""
    return len(list(meanings(statement.content.text for statement in _read(text).statements)))


def _read(text: str) -> Report:
    return extract(article_report({"id": "speed", "text": text}))
