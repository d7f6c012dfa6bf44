"""Lines within an article that are the site's and not the article's: requests, notices, other reports' headlines."""

from __future__ import annotations

import re
from functools import cache

from sayso.intake.page.signs import choice
from sayso.intake.page.words import listed, tokens

_QUOTED = ("“", '"', "„", "«")
_SHOUTED = 8  # words: a subheading all in capitals is shorter


# An outlet's own correction, of some length: "Corrections, 14 October. The ship did not sink: …"
_CORRECTION = re.compile(
    r"(?:corrections?|clarifications?|corrections? and clarifications?|erratum)\b[^.:–—]{0,30}[.:–—]\s+\S"
    r"|an earlier version of this (?:article|bulletin|page|post|report|story)\b",
    re.IGNORECASE,
)
_CORRECTS = 9  # words of such a note: fewer only say that there is one


@cache
def _appeal() -> re.Pattern[str]:
    order, label, notice = (choice("reader", name) for name in ("order", "label", "notice"))
    return re.compile(rf"(?:^|[.!?:]\s+|, (?:and |or )?){order}|^{label}\b:?|\b{notice}\b", re.IGNORECASE)


@cache
def _about_author() -> re.Pattern[str]:
    name = r"[A-ZÀ-ÞА-ЯІЇЄҐ][\w.'’-]* "
    return re.compile(rf"(?:{name}){{2,5}}(?:is|was) (?:an?|the|our)\b.{{0,60}}\b{choice('byline', 'role')}\b")


def is_appeal(text: str) -> bool:
    """Whether a line asks its reader for something ("Follow us on …", "Subscribe to …") or is a notice of the site.

    A quotation is never one: somebody else speaks in it.
    """
    return len(text) < 500 and not text.startswith(_QUOTED) and _appeal().search(text) is not None


def is_correction(text: str) -> bool:
    """Whether a line corrects the article: it is part of it wherever it stands near."""
    return _CORRECTION.match(text) is not None and len(text.split()) >= _CORRECTS and text.rstrip()[-1] in '.!”")'


def is_label(text: str) -> bool:
    """Whether a line is a button or a label ("Advertisement:", "Share this", "***") and nothing else."""
    words = tokens(text[:60])
    return len(text) < 60 and sum(length for _, length in listed(words)) >= len(words)


def is_doubled(text: str) -> bool:
    """Whether a line says the same twice: a picture's label and the headline under it, in a list of other reports."""
    words = tokens(text) if len(text) < 600 else []
    half = len(words) // 2
    return half >= 2 and words[:half] == words[half:]


def is_about_author(text: str) -> bool:
    """Whether a line tells who the author is: "Jane Doe is a reporter for …"."""
    return len(text) < 700 and _about_author().match(text) is not None


def is_shouted(text: str) -> bool:
    """Whether a line is a headline all in capitals: within an article, that of another report."""
    return len(text) < 250 and text.upper() == text and sum(word.isalpha() for word in tokens(text)) >= _SHOUTED
