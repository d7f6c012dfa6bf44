"""Which lines of a page are its article."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.intake.page.features import Vector, distances, page_features
from sayso.intake.page.lines import Line
from sayso.intake.page.pictures import is_credit
from sayso.intake.page.signs import sign
from sayso.intake.page.trees import probabilities, trees
from sayso.intake.page.words import listed, tokens

MANY = 3000  # lines; no page of the 1,000 trained on has more
RUNNING = 60  # code points; an article has a line as long
AROUND = 60  # lines about such a line that are looked at
ITEM = 75  # code points of the longest line that may be an item of a list
LISTED = 6  # lines; fewer below an announcement are as likely to be chrome
FLOOR = 0.1  # no line less likely than this is taken, whatever the page

Marks = NDArray[np.bool_]


def belief(lines: Sequence[Line]) -> Vector:
    """How likely each line is text of the article, from 0 to 1."""
    return probabilities(trees("article_lines"), page_features(lines))


def likeliest(lengths: NDArray[np.int64], beliefs: Vector) -> Marks:
    """The lines that make the best article: those that maximise the F1 to be expected, in code points.

    With well-founded beliefs this takes lines above one half; on a page where no line is sure it takes the best there
    are, for every page is taken to hold an article (Ye, Chai, Lee and Chieu, "Optimizing F-measure", ICML 2012).
    """
    weight = np.maximum(lengths, 1).astype(np.float64)
    order = np.argsort(-beliefs, kind="stable")
    hits = np.cumsum((weight * beliefs)[order])
    expected = 2 * hits / (np.cumsum(weight[order]) + hits[-1])
    marks: Marks = beliefs >= max(FLOOR, float(expected.max()) / 2)
    return marks


def announced(lines: Sequence[Line], marks: Marks) -> Marks:
    """`marks` with the lists that lines of the article announce ("The winners in full:"), which read like menus.

    A list ends before the first line that is long or made of the words of menus; a few lines are no list. Credits of
    pictures may stand between its items.
    """
    out = marks.copy()
    for at in marks.nonzero()[0].tolist():
        text = lines[at].text
        if not (text.endswith(":") and sign("list", "announced").search(text)):
            continue
        end = at + 1
        while end < len(lines) and (_may_be_item(lines[end].text) or is_credit(lines[end].text)):
            end += 1
        if end - at > LISTED:
            out[at:end] = [not is_credit(line.text) for line in lines[at:end]]
    return out


def _may_be_item(text: str) -> bool:
    words = tokens(text)
    return len(text) <= ITEM and sum(length for _, length in listed(words)) < 0.6 * max(1, len(words))


def article_lines(lines: Sequence[Line]) -> Marks:
    """Whether each line is text of the article: standfirst, paragraph or subheading."""
    if not lines:
        return np.zeros(0, dtype=np.bool_)
    marks = np.zeros(len(lines), dtype=np.bool_)
    looked_at = _worth_a_look(lines)
    if looked_at.any():
        some = [line for line, look in zip(lines, looked_at.tolist(), strict=True) if look]
        taken = likeliest(np.array([len(line.text) for line in some]), belief(some))
        marks[looked_at] = announced(some, taken)
    return marks


def _worth_a_look(lines: Sequence[Line]) -> Marks:
    """All lines of a page; of a very long one those with a line of running text near, so that lists cost no time."""
    if len(lines) <= MANY:
        return np.ones(len(lines), dtype=np.bool_)
    above, below = distances(np.array([len(line.text) >= RUNNING for line in lines]))
    near: Marks = np.minimum(above, below) < AROUND
    return near
