"""Scope: how far words of time stand from the word that a content rests on."""

from __future__ import annotations

import pytest

from sayso.extract.parse import language_model
from sayso.extract.setting.scope import distance


@pytest.mark.parametrize(
    ("text", "head", "cue", "near", "reason"),
    [
        ("The bridge closed on Monday.", "closed", None, True, "its own adverbial"),
        ("On Monday troops came and burned it.", "burned", None, True, "shared by coordination"),
        ("The raid on Monday failed.", "failed", None, True, "of its subject"),
        ("Police said on Monday the bridge closed.", "closed", "said", False, "of the verb of saying"),
        ("Drones that were built on Monday failed.", "failed", None, False, "of a relative clause"),
        ("It failed after it was tested on Monday.", "failed", None, False, "of a subordinate clause"),
        ("Shells hit the town, killing two on Monday.", "hit", None, True, "of a participle"),
    ],
)
def test_distance(text: str, head: str, cue: str | None, near: bool, reason: str) -> None:
    doc = language_model()(text)
    by_word = {token.text: token for token in doc}
    cues = frozenset({by_word[cue].i} if cue else ())
    assert (distance(by_word["Monday"], by_word[head], cues) is not None) is near, reason
