"""Which lines of a page are its article."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.intake.page_features import Vector, page_features, settled_features
from sayso.intake.page_lines import Line
from sayso.intake.page_trees import probabilities, trees

Marks = NDArray[np.bool_]


def belief(lines: Sequence[Line]) -> Vector:
    """How likely each line is text of the article, from 0 to 1.

    Two looks: the first judges a line by itself and the lines around it, the second knows what the first made of
    them. This is the auto-context scheme (Tu and Bai, PAMI 2010), which lets an article hold together.
    """
    own = page_features(lines)
    first = probabilities(trees("first_look"), own)
    return probabilities(trees("second_look"), settled_features(own, first))


def article_lines(lines: Sequence[Line]) -> Marks:
    """Whether each line is text of the article: standfirst, paragraph or subheading."""
    if not lines:
        return np.zeros(0, dtype=np.bool_)
    marks: Marks = belief(lines) >= 0.5
    return marks
