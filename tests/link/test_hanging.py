"""What hangs together over links."""

from __future__ import annotations

import pytest

from sayso.link.hanging import components


@pytest.mark.parametrize(
    ("links", "roots"),
    [
        pytest.param([], [0, 1, 2, 3], id="nothing hangs together"),
        pytest.param([(2, 1), (3, 2)], [0, 1, 1, 1], id="a chain has the root of its smallest"),
        pytest.param([(0, 3), (1, 2)], [0, 1, 1, 0], id="two groups"),
    ],
)
def test_components(links: list[tuple[int, int]], roots: list[int]) -> None:
    assert components(4, links).tolist() == roots
