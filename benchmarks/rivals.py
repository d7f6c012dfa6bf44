"""Other programs' answers to the same rows. Needs the `rivals` extra (see Makefile)."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

from textacy.extract.triples import direct_quotations

from benchmarks.rows import Row
from sayso.extract.parse import language_model


def textacy(rows: Iterable[Row]) -> Iterator[Row]:
    """Answer with textacy's direct quotations and our spaCy model; a report on which it raises has no attributions."""
    failed = total = 0
    for total, row in enumerate(rows, 1):  # noqa: B007 - the last count is reported
        doc = language_model()(row["text"])
        try:
            quotations = list(direct_quotations(doc))
        except ValueError:  # "doc contains an odd number of double quotation marks"
            failed, quotations = failed + 1, []
        links = [
            {
                "source": [[q.speaker[0].idx, q.speaker[-1].idx + len(q.speaker[-1])]],
                "cue": [[q.cue[0].idx, q.cue[-1].idx + len(q.cue[-1])]],
                "content": [[q.content.start_char, q.content.end_char]],
            }
            for q in quotations
        ]
        yield {"id": row["id"], "attributions": links}
    print(f"textacy raised an exception on {failed} of {total} reports", file=sys.stderr)
