"""Which line of a page is the headline of its article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from sayso.intake.page_dates import stamps
from sayso.intake.page_labels import Marks
from sayso.intake.page_lines import Line
from sayso.intake.page_words import listed, tokens

REACH = 60  # lines above the article's first line in which its headline is looked for

_SENTENCE_END = re.compile(r"[^.]\.[\"”»)]?$")
_URL = re.compile(r"^(?:https?://|www\.)\S+$", re.IGNORECASE)
_BY = re.compile(r"^(?:by|von|par|por|story by|words by)\s", re.IGNORECASE)


def plain(text: str) -> str:
    """`text` for comparing lines: lower case, words only."""
    return " ".join(tokens(text))


def is_chrome_line(text: str) -> bool:
    """Whether the word lists cover most of a line: a button, a menu entry, a label."""
    words = tokens(text)
    return bool(words) and sum(length for _, length in listed(words)) >= 0.6 * len(words)


def _rare(words: Sequence[str]) -> set[str]:
    return {word for word in words if len(word) > 3}


def _shape(text: str, words: Sequence[str]) -> float:
    """How much a line looks like a headline, by its form alone."""
    if len(words) < 2 or len(text) > 250 or _URL.match(text) or _BY.match(text) or is_chrome_line(text):
        return -9.0
    score = 1.5 if 5 <= len(words) <= 22 else 0.5 if 4 <= len(words) <= 28 else -0.5
    score -= 1.0 if _SENTENCE_END.search(text) else 0.0
    score -= 1.0 if text[0].islower() else 0.0
    score -= 1.5 if stamps(text) else 0.0
    return score - (1.5 if any(name in ("credit", "legal", "share") for name, _ in listed(list(words))) else 0.0)


def find_headline(lines: Sequence[Line], marks: Marks) -> int | None:
    """The index of the headline; None where the page has no line that could be one.

    A headline stands above its article, says in a few words what the article says in many, and is often repeated
    (title of the tab, of the print view). Of equals the one nearest the article is taken.
    """
    if not marks.any():
        return None
    first = int(marks.argmax())
    about = Counter(
        w for line, m in zip(lines, marks.tolist(), strict=True) if m for w in _rare(tokens(line.text[:3000]))
    )
    repeated = Counter(plain(line.text) for line in lines if len(line.text) < 300)
    best, choice = 0.4, None
    last = min(len(lines), first + 4)
    for at in range(max(0, first - REACH), last):
        text = lines[at].text
        words = tokens(text[:300])
        score = _shape(text, words)
        if score < -5:
            continue
        rare = _rare(words)
        own = 1 if marks[at] else 0
        score += 3.0 * sum(about[w] > own for w in rare) / max(2, len(rare))
        score += 0.7 if repeated[plain(text)] > 1 else 0.0
        score -= 0.05 * abs(first - at) + (0.4 * (at - first) if at > first else 0.0)
        if score >= best:
            best, choice = score, at
    return choice
