"""Which lines of a page are its article."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.intake.page.features import Vector, distances, page_features
from sayso.intake.page.lines import Line
from sayso.intake.page.trees import probabilities, trees

MANY = 3000  # lines; no page of the 1,000 trained on has more
RUNNING = 60  # code points; an article has a line as long
AROUND = 60  # lines about such a line that are looked at
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


def article_lines(lines: Sequence[Line]) -> Marks:
    """Whether each line is text of the article: standfirst, paragraph or subheading."""
    if not lines:
        return np.zeros(0, dtype=np.bool_)
    marks = np.zeros(len(lines), dtype=np.bool_)
    looked_at = _worth_a_look(lines)
    if looked_at.any():
        some = [line for line, look in zip(lines, looked_at.tolist(), strict=True) if look]
        marks[looked_at] = likeliest(np.array([len(line.text) for line in some]), belief(some))
    return marks


def _worth_a_look(lines: Sequence[Line]) -> Marks:
    """All lines of a page; of a very long one those with a line of running text near, so that lists cost no time."""
    if len(lines) <= MANY:
        return np.ones(len(lines), dtype=np.bool_)
    above, below = distances(np.array([len(line.text) >= RUNNING for line in lines]))
    near: Marks = np.minimum(above, below) < AROUND
    return near
