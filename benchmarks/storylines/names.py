"""When two names are of one source: an article, an honorific, a role before or after a person's name do not count."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from pathlib import Path

OR = " | "  # parts names that are equally right

_ARTICLES = ("the ", "a ", "an ")
_MARKS = re.compile(r"[^\w\s'&-]")


def plain(name: str) -> str:
    """A name without what does not tell sources apart."""
    name = unicodedata.normalize("NFKC", name).replace("’", "'").strip()
    head, comma, _ = name.partition(",")
    words = _MARKS.sub(" ", head if comma and _is_name(head.split()) else name).split()
    words = _without_role(words)
    told = " ".join(words).casefold().removesuffix("'s").removesuffix("'")
    article = next((a for a in _ARTICLES if told.startswith(a)), "")
    return told.removeprefix(article)


def _without_role(words: list[str]) -> list[str]:
    """The words after those that tell a role, where they are a full name: "port director Elina Saarinen"."""
    for start in range(len(words) - 2, 0, -1):
        before, rest = words[start - 1], words[start:]
        if _is_name(rest) and (before[0].islower() or before.casefold() in _titles()):
            return rest
    return words


@cache
def _titles() -> frozenset[str]:
    lines = (Path(__file__).parent / "titles.txt").read_text(encoding="utf8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))


def _is_name(words: Sequence[str]) -> bool:
    return len(words) >= 2 and all(word[0].isupper() for word in words)


def same(told: str, wanted: str) -> bool:
    """Whether `told` is one of the names that `wanted` gives."""
    return plain(told) in {plain(name) for name in wanted.split(OR)}


def same_chain(told: Sequence[str], wanted: Sequence[str]) -> bool:
    """Whether two chains name the same sources in the same order."""
    return len(told) == len(wanted) and all(map(same, told, wanted))


def same_origin(told: Sequence[str], wanted: Sequence[str]) -> bool:
    """Whether the innermost sources of two chains are the same; both empty: the outlet in both."""
    return same_chain(told[:1], wanted[:1])
