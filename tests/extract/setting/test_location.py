"""Places: whether a name tells where something happens, or only whose somebody is."""

from __future__ import annotations

import pytest

from sayso.extract.parse import language_model
from sayso.extract.setting.location import rank_of_place


@pytest.mark.parametrize(
    ("text", "place", "rank", "reason"),
    [
        ("A depot burned in Odesa.", "Odesa", 0, "in"),
        ("A depot burned near Odesa.", "Odesa", 0, "near"),
        ("Drones were brought to Belarus.", "Belarus", 1, "reached"),
        ("Missiles struck Kharkiv.", "Kharkiv", 1, "the object of a blow"),
        ("Kharkiv was shelled.", "Kharkiv", 1, "the subject of a blow suffered"),
        ("They live in the village of Robotyne.", "Robotyne", 0, "a village of"),
        ("The siege of Odesa went on.", "Odesa", 1, "a deed of"),
        ("Jets landed at the Luninets airfield.", "Luninets", 0, "before a site"),
        ("Iran sent envoys.", "Iran", None, "an actor"),
        ("The bank supports Ukraine.", "Ukraine", None, "a party"),
        ("Envoys from Iran spoke.", "Iran", None, "an origin"),
        ("Talks with Iran failed.", "Iran", None, "a party after with"),
        ("The president of France spoke.", "France", None, "a title"),
        ("Kyiv officials spoke.", "Kyiv", None, "an adjunct of people"),
    ],
)
def test_rank_of_place(text: str, place: str, rank: int | None, reason: str) -> None:
    word = next(token for token in language_model()(text) if token.text == place)
    assert rank_of_place(word) == rank, reason
