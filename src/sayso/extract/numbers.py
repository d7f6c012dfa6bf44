"""Numbers as English writes them: figures, words, and figures with words."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from sayso import resources

_GROUPED = re.compile(r"\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?:\.\d+)?")
_FIGURE = re.compile(r"(\d+(?:\.\d+)?)([kmb]|[bmt]n|mln|bln)?", re.IGNORECASE)
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}


@cache
def table(name: str) -> dict[str, Any]:
    """One table of the number words, its keys in lower case."""
    content: dict[str, Any] = resources.lists("numbers.toml")[name]
    return content


@cache
def number_pattern() -> str:
    """A regular expression (no groups, case to be ignored) for a number in figures or words: "1,200", "1.2 million",
    "twenty-five", "two hundred and five". Must not match inside a longer figure or beside a letter.
    """
    scales = "|".join(sorted(table("scales"), key=len, reverse=True))
    word = "|".join(sorted([*table("small"), *table("scales")], key=len, reverse=True))
    figure = (
        r"(?<![\w.,])(?:\d{1,3}(?:[,\u00a0\u202f]\d{3})+|\d{1,3}(?: \d{3})+(?!\d)|\d+)(?:\.\d+)?"
        rf"(?:[kmb]|bn|mn|mln|bln|tn)?(?!\w|[.,]\d)(?:[ -](?:{scales})\b)?"
    )
    words = rf"(?<![\w])(?:{word})(?:(?:[ -]|[ ]and[ ])(?:{word}))*(?![\w])"
    return f"(?:{figure}|{words})"


def _figure(word: str) -> float | None:
    plain = re.sub(r"[,\u00a0\u202f ]", "", word) if _GROUPED.fullmatch(word) else word
    match = _FIGURE.fullmatch(plain)
    if match is None:
        return _FRACTIONS.get(word)
    scale = (match[2] or "").lower()
    factors: dict[str, float] = {"": 1.0} | table("figure_scales") | table("scales")
    return float(match[1]) * factors[scale]


def value(words: str) -> float | None:
    """The number that `words` name; None where they name none. "1,200" is 1200, "two hundred and five" 205."""
    whole = _figure(words.strip())
    if whole is not None:
        return whole
    small, scales = table("small"), table("scales")
    total = part = 0.0
    seen = False
    for word in re.findall(r"[\d.,\u00a0\u202f]*\d[kmbtln]*|[^\W\d]+", words.lower()):
        figure = _figure(word)
        if figure is not None:
            part += figure
        elif word in small:
            part += small[word]
        elif word in scales and scales[word] >= 1000:
            total, part = total + (part or 1) * scales[word], 0.0
        elif word in scales:
            part = (part or 1) * scales[word]
        elif word in ("a", "an"):
            part += 1
        elif word != "and":
            return None
        seen = seen or word != "and"
    return total + part if seen else None
