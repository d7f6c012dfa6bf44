from __future__ import annotations

import pytest

from sayso.extract.parse import parse
from sayso.extract.siding import only_sides
from tests import factory

CASES = [
    ("The army rejected that account.", True, "a denial of what stands before"),
    ("The army denies this.", True, "by a pronoun"),
    ("That is a lie.", True, "a verdict"),
    ("The army described the account as fiction.", True, "a verdict after a verb of calling"),
    ("The army says otherwise.", True, "a turn of speech"),
    ("The army rejected the offer.", False, "a deed"),
    ("The army cannot rule out that soldiers were there.", False, "it tells more"),
    ("We do not believe it, for the pond is empty.", False, "it tells why"),
    ("We cannot confirm this.", False, "who cannot confirm takes no side"),
    ("The bridge is wrong for lorries.", False, "no word of another's"),
]


@pytest.mark.parametrize(("text", "sides", "reason"), CASES, ids=[case[-1] for case in CASES])
def test_clauses_that_only_take_a_side(text: str, sides: bool, reason: str) -> None:
    (passage,) = parse(factory.report(text)).passages
    assert only_sides(next(iter(passage.sentences)).root) is sides, reason
