"""The encoder's head for factuality, which no step of the product asks yet, beside the rules that it does ask."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from benchmarks.predict import parsed_text
from benchmarks.rows import Row
from sayso.extract.encoding.encoder import encode
from sayso.extract.encoding.heads import told_as_fact
from sayso.extract.factuality.step import predicate_factuality
from sayso.model import Span


def factuality_figures(rows: Iterable[Row]) -> dict[str, tuple[float, float]]:
    """Pearson's r and mean absolute error against the gold scores (-3 to 3), of the head and of the rules."""
    answers = np.array([(row["score"], *_answers(row["text"], Span(*row["span"]))) for row in rows])
    gold = answers[:, 0]
    return {
        name: (float(np.corrcoef(gold, said)[0, 1]), float(np.abs(gold - said).mean()))
        for name, said in (("head", answers[:, 1]), ("rules", answers[:, 2]))
    }


def _answers(text: str, span: Span) -> tuple[float, float]:
    parsed = parsed_text(text)
    return told_as_fact(encode(parsed), span) or 0.0, predicate_factuality(parsed.passages[0].doc, span)
