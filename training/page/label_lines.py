"""Which lines of a page are its article, where the article's text is known: labels to train on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_WORD = re.compile(r"\w+")
_LONG = 6  # words: shorter lines are too common to be known by their words alone
_NEAR = 3  # lines beyond the article's long lines where a short one may still belong to it


def words(text: str) -> list[str]:
    """The words of `text` in lower case, as the scorer takes them."""
    return _WORD.findall(text.lower())


def shingles(found: Sequence[str], size: int = 4) -> list[tuple[str, ...]]:
    """Every run of `size` words; the whole where there are fewer."""
    return [tuple(found[i : i + size]) for i in range(max(1, len(found) - size + 1))]


def body_f1(gold: str, told: str) -> float:
    """F1 of the four-word shingles of two texts, from 0 to 1."""
    a, b = Counter(shingles(words(gold))), Counter(shingles(words(told)))
    return 2 * (a & b).total() / max(1, a.total() + b.total())


def label_lines(lines: Sequence[str], body: str) -> list[int]:
    """1 for each line that the body holds, 0 for the others.

    A long line is in the body if half of its shingles are. A short one is if it is a line of the body, or part of one,
    and stands among the long ones. Of a line that comes more than once the one nearest the article's middle counts.
    """
    body = body.replace("[", "").replace("]", "")  # Fundus puts optional paragraphs in brackets
    known = set(shingles(words(body)))
    body_lines = {" ".join(words(line)) for line in body.split("\n")}
    joined = f" {' '.join(words(body))} "
    found = [words(line) for line in lines]
    labels = [int(len(w) >= _LONG and sum(s in known for s in shingles(w)) >= len(shingles(w)) / 2) for w in found]
    _keep_nearest(found, labels)
    inside = [at for at, label in enumerate(labels) if label]
    first, last = (inside[0], inside[-1]) if inside else (0, len(lines))
    for at, own in enumerate(found):
        text = " ".join(own)
        if own and len(own) < _LONG and first - _NEAR <= at <= last + _NEAR:
            part = len(own) >= 3 and first <= at <= last and f" {text} " in joined
            labels[at] = int(text in body_lines or part)
    return labels


def _keep_nearest(found: Sequence[Sequence[str]], labels: list[int]) -> None:
    inside = [at for at, label in enumerate(labels) if label]
    middle = inside[len(inside) // 2] if inside else 0
    nearest: dict[tuple[str, ...], int] = {}
    for at in sorted(inside, key=lambda at: abs(at - middle)):
        if nearest.setdefault(tuple(found[at]), at) != at:
            labels[at] = 0
