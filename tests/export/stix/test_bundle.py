from __future__ import annotations

import json
from typing import Any

import pytest
import stix2
from stix2validator import ValidationOptions, validate_string

from sayso.export.stix import write_stix
from sayso.ledger import View
from sayso.model import words
from tests.export.stories import ministry, wire, written


@pytest.fixture(scope="module")
def bundle(view: View) -> Any:
    return json.loads(written(view, write_stix))


def of_type(bundle: Any, kind: str) -> list[Any]:
    return [thing for thing in bundle["objects"] if thing["type"] == kind]


def extension(thing: Any) -> Any:
    (found,) = thing["extensions"].values()
    return found


def test_the_validator_passes(view: View) -> None:
    """Strictly, but for the advice that ids be random (the same ledger must give the same ids) and that an address come
    with the hash of the page, which a ledger does not have.
    """
    options = ValidationOptions(version="2.1", strict=True, disabled="uuid-check,extref-hashes", enforce_refs=True)
    result = validate_string(written(view, write_stix).decode(), options)
    assert result.is_valid, [str(error) for error in result.errors]


def test_stix2_parses_it(view: View) -> None:
    parsed = stix2.parse(written(view, write_stix).decode(), version="2.1")
    assert {thing.type for thing in parsed.objects} == {
        *("extension-definition", "grouping", "identity", "location", "note", "opinion", "relationship", "report")
    }


def test_the_same_ledger_gives_the_same_bundle(view: View) -> None:
    assert written(view, write_stix) == written(view, write_stix)


def test_every_reference_leads_to_an_object(bundle: Any) -> None:
    ids = [thing["id"] for thing in bundle["objects"]]
    assert len(ids) == len(set(ids))
    assert set(_refs(bundle["objects"])) <= set(ids)


def _refs(value: Any) -> list[str]:
    if isinstance(value, list):
        return [ref for item in value for ref in _refs(item)]
    if not isinstance(value, dict):
        return []
    named = [value[key] for key in value if key.endswith(("_ref", "_refs"))]
    here = [ref for item in named for ref in (item if isinstance(item, list) else [item])]
    return here + [ref for item in value.values() for ref in _refs(item)]


def test_every_span_gives_back_its_words(bundle: Any) -> None:
    texts = {t["id"]: extension(t)["text"] for t in bundle["objects"] if "text" in extension_or_empty(t)}
    for note in of_type(bundle, "note"):
        text = texts[extension(note)["report_ref"]]
        assert words(text, extension(note)["spans"]) == note["content"]
        for link in extension(note).get("chain", []):
            assert words(text, link["source_spans"]) == link["source"]
            assert words(text, link["cue_spans"]) == link["cue"]


def extension_or_empty(thing: Any) -> Any:
    return extension(thing) if "extensions" in thing else {}


def test_what_a_source_asserts_is_its_opinion_on_a_note(bundle: Any) -> None:
    """A note has no confidence of its own: that would be the exporter's."""
    statement = ministry().statements[0].id
    (note,) = [n for n in of_type(bundle, "note") if extension(n)["statement"] == statement]
    assert "confidence" not in note
    assert note["authors"] == ["Transport Ministry"]
    told = {o["authors"][0]: o for o in of_type(bundle, "opinion") if o["object_refs"] == [note["id"]]}
    assert (told["Transport Ministry"]["opinion"], told["Transport Ministry"]["confidence"]) == ("agree", 70)
    assert told["Ana Petrescu"]["opinion"] == "strongly-disagree"
    assert told["Ana Petrescu"]["explanation"] == "denied"
    assert "confidence" not in told["Ana Petrescu"]


def test_a_report_without_a_date_is_a_grouping(bundle: Any) -> None:
    (undated,) = [g for g in of_type(bundle, "grouping") if extension(g).get("report") == wire().id]
    assert "published" not in undated
    assert len(of_type(bundle, "report")) == 3


def test_a_place_that_nothing_is_known_of_is_no_location(bundle: Any) -> None:
    assert {location["name"] for location in of_type(bundle, "location")} == {"Galați"}


def test_a_grade_is_the_confidence_of_whoever_gave_it(judged: View) -> None:
    made = json.loads(written(judged, write_stix))
    (note,) = [n for n in of_type(made, "note") if extension(n).get("grade")]
    assert note["confidence"] == 30
    (ruling,) = extension(note)["overruled"]
    assert (ruling["field"], ruling["who"], ruling["why"]) == ("certainty", "I. Reader", "seen by nobody")
