from __future__ import annotations

import pytest

from sayso.extract.parse import parse
from sayso.extract.places.divisions import kind_told
from sayso.extract.places.readings import TOWN
from tests import factory


@pytest.mark.parametrize(
    ("text", "name", "wanted", "reason"),
    [
        ("Wheat burned in the Kherson region.", "Kherson", "region", "the word after it"),
        ("Two mines closed in the province of Ruse.", "Ruse", "province", "the word before it"),
        ("Votes were counted in the provinces of Ruse and Varna.", "Varna", "province", "one word before several"),
        ("Votes were counted in Ruse, Varna and Pleven provinces.", "Ruse", "province", "one word after several"),
        ("Votes were counted in Ruse, Varna and Pleven provinces.", "Pleven", "province", "the last of several"),
        ("The town of Gao has no power.", "Gao", TOWN, "the town of"),
        ("Klaipėda, a port on the Baltic, was shut.", "Klaipėda", TOWN, "a noun beside the name"),
        ("Ruse, on the Danube, was flooded.", "Ruse", "", "nothing is said of it"),
        ("The Ruse district court fined her.", "Ruse", "", "the court's word"),
        ("Most Indiana counties lost jobs.", "Indiana", "", "the counties in it, not its own word"),
        ("Firms in Ruse and other regions closed.", "Ruse", "", "other regions are named by nothing"),
    ],
    ids=lambda value: str(value)[:45],
)
def test_what_a_name_is_said_to_be(text: str, name: str, wanted: str, reason: str) -> None:
    doc = parse(factory.report(text)).passages[0].doc
    at = next(token.i for token in doc if token.text == name)
    assert kind_told(doc[at : at + 1]) == wanted, reason
