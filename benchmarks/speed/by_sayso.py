"""The product's attribution, syntax included, as the pipeline runs it."""

from __future__ import annotations

from benchmarks.rows import article_report
from sayso.extract.attributions.step import find_attributions
from sayso.extract.draft import Draft
from sayso.extract.parse import parse
from sayso.extract.pipeline import STEPS

UP_TO_ATTRIBUTION = STEPS[: STEPS.index(find_attributions) + 1]  # each of them is read by it, or by one that it reads


def links(text: str) -> int:
    """How many attributions there are in `text`."""
    draft = Draft(parsed=parse(article_report({"id": "speed", "text": text})))
    for step in UP_TO_ATTRIBUTION:
        draft = step(draft)
    return len(draft.attributions)
