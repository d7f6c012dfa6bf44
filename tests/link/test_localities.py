from __future__ import annotations

import pytest

from sayso.link.localities import localities, localities_of
from tests.link.making import told

CASES = {
    "near a town": ("near Sisak, two boats sank", {"sisak"}),
    "a name of two words": ("three men were hurt outside Nova Ves", {"nova", "ves"}),
    "a side of it": ("fires burn in southern Zagorje", {"zagorje"}),
    "a village of the name": ("in the village of Mala Gora, a barn burnt down", {"mala", "gora"}),
    "several": ("shots at Ruse and near Vidin", {"ruse", "vidin"}),
    "a country is none: it holds too much": ("two boats sank in Croatia", set()),
    "nor is a month or a day": ("the gates opened in March, not at Easter", set()),
    "a name that acts": ("Sisak opened its gates", set()),
}


@pytest.mark.parametrize(("content", "found"), CASES.values(), ids=CASES.keys())
def test_localities(content: str, found: set[str]) -> None:
    assert localities(content) == found


SECOND = "another lost a vehicle"
PLACED = {
    "as its sentence begins": (f"Near Sisak, one patrol met fire and {SECOND}.", SECOND, None, {"sisak"}),
    "not as the sentence before": (f"Near Sisak, one patrol met fire. Then {SECOND}.", SECOND, None, set()),
    "words may be of elsewhere": (f"In Sisak the major said one patrol met fire and {SECOND}.", SECOND, "major", set()),
    "its own go first": ("Near Sisak, one fled and one hid in Vidin.", "one hid in Vidin", None, {"vidin"}),
}


@pytest.mark.parametrize(("around", "content", "by", "found"), PLACED.values(), ids=PLACED.keys())
def test_a_part_is_where_its_sentence_is(around: str, content: str, by: str | None, found: set[str]) -> None:
    assert localities_of(told(content, by=by, around=around)) == found
