from __future__ import annotations

import importlib.util
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.export.ftm import body_spans, body_text, write_ftm
from sayso.ledger import View
from sayso.model import Span, words
from tests.export.stories import written

# followthemoney must be built on the machine (PyICU): `make interop` installs it, and CI does so
installed = pytest.mark.skipif(importlib.util.find_spec("followthemoney") is None, reason="make interop installs it")


def entities(view: View) -> list[Any]:
    return [json.loads(line) for line in written(view, write_ftm).splitlines()]


@installed
def test_followthemoney_takes_every_value_as_it_is(view: View) -> None:
    ftm = pytest.importorskip("followthemoney")
    for entity in entities(view):
        proxy = ftm.model.get_proxy(entity, cleaned=False)
        proxy.schema.validate(entity)
        for name, values in entity["properties"].items():
            assert proxy.get(name) == values, name


@installed
@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_body_is_what_followthemoney_would_make_of_it(text: str) -> None:
    ftm = pytest.importorskip("followthemoney")
    body = ftm.model.get("Article").get("bodyText").type
    assert (body.clean(body_text(text)) or "") == body_text(text)


@given(st.lists(st.sampled_from(["bridge", " ", "\n", "\x00", "e\u0301", "🚧", "\u2028", "\ufeff", "\t"])), st.data())
def test_places_in_the_body_hold(pieces: list[str], data: st.DataObject) -> None:
    text = "".join(pieces)
    first = data.draw(st.integers(0, len(pieces)))
    last = data.draw(st.integers(first, len(pieces)))
    start, end = len("".join(pieces[:first])), len("".join(pieces[:last]))
    (span,) = body_spans(text, (Span(start, end),))
    assert body_text(text)[slice(*span)].strip() == body_text(text[start:end])


def test_references_lead_to_entities_of_the_right_schema(view: View) -> None:
    found = {entity["id"]: entity for entity in entities(view)}
    for entity in found.values():
        told = entity["properties"]
        for name, schemata in (("proof", {"Article"}), ("document", {"Article"}), ("subject", {"Article"})):
            assert all(found[target]["schema"] in schemata for target in told.get(name, []))
        for name in ("resolved", "involved", "entity"):
            for target in told.get(name, []):
                assert found[target]["schema"] in {"LegalEntity", "Organization", "Person", "PublicBody"}


def test_the_words_stand_in_the_body_where_the_note_says(view: View) -> None:
    found = {entity["id"]: entity for entity in entities(view)}
    told = [e for e in found.values() if e["schema"] in ("Event", "Note")]
    assert len(told) == 7
    for entity in told:
        (body,) = found[entity["properties"]["proof"][0]]["properties"]["bodyText"]
        place = entity["properties"]["notes"][0].removeprefix("code points ").split()
        spans = [tuple(map(int, piece.split("-"))) for piece in place]
        assert words(body, (Span(*span) for span in spans)) == entity["properties"]["description"][0]


def test_no_name_reads_as_a_fact(view: View) -> None:
    """Who says it and how surely comes before what is said, a denial too."""
    names = {e["properties"]["name"][0] for e in entities(view) if e["schema"] in ("Event", "Note")}
    assert "two drivers (certain, negative, actual): No lorries crossed the bridge at Galați on Monday" in names
    assert any(name.startswith("Transport Ministry (probable, positive, actual): ") for name in names)
    assert any(name.startswith("unknown outlet (certain, positive, predicted): ") for name in names)


def test_what_a_person_overruled_is_noted(judged: View) -> None:
    notes = [note for entity in entities(judged) for note in entity["properties"].get("notes", [])]
    assert "certainty overruled by I. Reader, 2026-01-01T00:00:00Z" in notes
