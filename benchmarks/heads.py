"""How far predicates are told as facts: what the product says, the encoder's head and the rules alone."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from benchmarks.predict import parsed_text
from benchmarks.rows import Row
from sayso.extract.encoding.encoder import encode
from sayso.extract.encoding.heads import told_as_fact
from sayso.extract.factuality.commitment import predicate_degree
from sayso.extract.factuality.innermost import innermost
from sayso.extract.factuality.told import told_degree
from sayso.model import Span

WAYS = ("together", "head", "rules", "source")


def factuality_figures(rows: Iterable[Row]) -> dict[str, tuple[float, float]]:
    """Pearson's r and mean absolute error against the gold scores (-3 to 3): of all together, of the encoder's head, of
    the rules that follow raters, and of the rules that follow the innermost source.
    """
    answers = np.array([(row["score"], *told_ways(row["text"], [Span(*row["span"])])[0]) for row in rows])
    gold = answers[:, 0]
    return {
        name: (float(np.corrcoef(gold, said)[0, 1]), float(np.abs(gold - said).mean()))
        for name, said in zip(WAYS, answers[:, 1:].T, strict=True)
    }


def told_ways(text: str, spans: Iterable[Span]) -> list[tuple[float, float, float, float]]:
    """What each of WAYS says of the predicates at `spans` of `text`; zeros where there is no word."""
    parsed = parsed_text(text)
    encoding, passage = encode(parsed), parsed.passages[0]
    out = []
    for span in spans:
        found = passage.tokens(span)
        if found is None:
            out.append((0.0, 0.0, 0.0, 0.0))
            continue
        token, head = found.root, told_as_fact(encoding, span) or 0.0
        rules = predicate_degree(token), predicate_degree(token, innermost())
        out.append((told_degree(token, head), head, *rules))
    return out
