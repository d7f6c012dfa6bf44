"""Cast: who the words of a participant stand for."""

from __future__ import annotations

import pytest

from sayso.extract.actors.step import find_mentions
from sayso.extract.draft import Draft
from sayso.extract.events.cast import Cast
from sayso.extract.parse import parse
from tests import factory


@pytest.mark.parametrize(
    ("text", "word", "actor", "doer", "reason"),
    [
        ("The minister of Norland spoke.", "minister", True, False, "the head of a mention"),
        ("Russia denied it. Russian strikes killed six people.", "strikes", False, True, "the deed of a people"),
        ("Iran denied it. Iran's strike killed six people.", "strike", False, True, "the deed of a possessor"),
        ("The heavy strike killed six people.", "strike", False, False, "nobody's deed"),
    ],
)
def test_actor_and_doer(text: str, word: str, *, actor: bool, doer: bool, reason: str) -> None:
    parsed = parse(factory.report(text))
    cast = Cast.of(find_mentions(Draft(parsed=parsed)).mentions)
    passage = parsed.passages[0]
    token = next(token for token in passage.doc if token.text == word)
    assert (cast.actor(passage, token) is not None) is actor, reason
    assert (cast.doer(passage, token) is not None) is doer, reason
