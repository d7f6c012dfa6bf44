from __future__ import annotations

import numpy as np
import pytest

from sayso.extract.encoding.meanings import LENGTH, meanings


def cosine(a: str, b: str) -> float:
    x, y = (np.frombuffer(one, dtype=np.int8).astype(np.float64) for one in meanings((a, b)))
    return float(x @ y / np.sqrt((x @ x) * (y @ y)))


def test_other_words_for_one_thing_are_nearer_than_another_thing() -> None:
    sank = "at least 20 people drowned when the ferry sank"
    assert cosine(sank, "the boat went down with the loss of twenty lives") > 0.5
    assert cosine(sank, "the mayor of the town resigned") < 0.3


@pytest.mark.parametrize("content", ["", "…", "a " * 5000, "\ud800"], ids=["nothing", "no word", "long", "broken"])
def test_any_content_has_a_vector(content: str) -> None:
    (one,), (again,) = meanings((content,)), meanings((content,))
    assert one == again
    found = np.frombuffer(one, dtype=np.int8).astype(np.float64)
    assert np.linalg.norm(found) == pytest.approx(LENGTH, abs=5)
