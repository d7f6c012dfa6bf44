"""Whether a report corrects, withdraws or recalls what its own outlet published before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from sayso import resources
from sayso.model import BlockKind, Report, Span

_HEADS = frozenset({BlockKind.HEADLINE, BlockKind.STANDFIRST})
_TEXT = _HEADS | {BlockKind.PARAGRAPH, BlockKind.CREDIT, BlockKind.CAPTION}
_QUOTED = re.compile(r"[\"“«„][^\"“”«»„]*[\"”»“]")
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


def recalled(report: Report, own: Iterable[str]) -> Iterator[Span]:
    """The paragraphs in which `report` speaks of what its outlet, which goes by the names `own`, published before
    ("(Corrects number in report of Feb 7)", "the nurse whom we quoted", "The Post withdraws that part of its report").

    What somebody says in quotation marks does not count: his "we" is another.
    """
    names = tuple(own)
    for block in report.blocks:
        if block.kind in _TEXT and _recalls(report.text[slice(*block.span)], names):
            yield block.span


@lru_cache(maxsize=50_000)
def _recalls(text: str, own: tuple[str, ...]) -> bool:
    """Whether a paragraph does; each is asked for every other report of its outlet."""
    return bool(_recalling(own).search(_QUOTED.sub(lambda quote: " " * len(quote.group()), text)))


@cache
def _phrases() -> tuple[str, ...]:
    return tuple(resources.lists("link/correcting.toml")["recalling"])


@lru_cache(maxsize=10_000)
def _recalling(own: tuple[str, ...]) -> re.Pattern[str]:
    names = "|".join(map(re.escape, own)) or r"\b\B"
    told = (one.replace("{own}", f"(?:the )?(?:{names})") for one in _phrases())
    return re.compile("|".join(rf"(?<!\w)(?:{one})" for one in told), re.IGNORECASE)
