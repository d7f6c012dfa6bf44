"""Whether a report corrects or withdraws what its own outlet published before."""

from __future__ import annotations

import re
from functools import cache

from sayso import resources
from sayso.model import BlockKind, Report

_HEADS = frozenset({BlockKind.HEADLINE, BlockKind.STANDFIRST})
FIRST = 2  # paragraphs that say so, if the headline does not


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    table = resources.lists("link/correcting.toml")
    heading, telling = ("|".join(table[name]) for name in ("heading", "telling"))
    opening = re.compile(rf"\W*(?:{heading})(?=\s*(?:[:.–—(-]|$|(?:of|to|and)\b))|\(corrects\b", re.IGNORECASE)
    return opening, re.compile(rf"\b(?:{telling})\b", re.IGNORECASE)


def corrects_itself(report: Report) -> bool:
    """Whether `report` says of itself that it corrects or withdraws an earlier one: by a headline that opens with the
    word ("Correction: …"), or by its first words ("(Corrects number …)", "On Monday we named the wrong …").

    A report on somebody else's correction tells of it, but not so.
    """
    heading, telling = _patterns()
    heads = [report.text[slice(*b.span)] for b in report.blocks if b.kind in _HEADS]
    texts = [report.text[slice(*b.span)] for b in report.blocks if b.kind is BlockKind.PARAGRAPH][:FIRST]
    return any(heading.match(text) or telling.search(text) for text in (*heads, *texts))
