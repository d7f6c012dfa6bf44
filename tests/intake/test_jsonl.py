from __future__ import annotations

import json

import pytest

from sayso.intake.jsonl import read
from sayso.model import Report
from tests.intake.pages import PARAGRAPHS, TITLE, page, source

TEXT = "\n\n".join((TITLE, *PARAGRAPHS))


def one(**row: object) -> Report:
    (found,) = read(source(json.dumps(row).encode(), "a.jsonl"), 10**6)
    assert isinstance(found, Report)
    return found


@pytest.mark.parametrize("key", ["text", "page_text"])
def test_words_are_kept_as_given(key: str) -> None:
    assert one(**{key: TEXT}).text == TEXT


def test_html_goes_before_text() -> None:
    assert one(html=page(), text="short").title == TITLE


def test_what_is_given_goes_before_what_is_shown() -> None:
    found = one(
        text=TEXT,
        title="Ferry back",
        publisher="Hrad Courier",
        author="Petr Malý",
        url="https://hrad.example/1",
        date="2024-03-04",
        updated="Mon, 04 Mar 2024 12:00:00 GMT",
    )
    assert (found.title, found.outlet, found.bylines) == ("Ferry back", "Hrad Courier", ("Petr Malý",))
    assert (found.uri, found.published, found.updated) == (
        "https://hrad.example/1",
        "2024-03-04",
        "2024-03-04T12:00+00:00",
    )


def test_fields_of_other_types_are_not_there() -> None:
    found = one(text=TEXT, title=7, outlet=["x"], authors=[{"name": "x"}, "Petr Malý"], published=17, uri=None)
    assert (found.title, found.bylines, found.published, found.uri) == (TITLE, ("Petr Malý",), None, "a.jsonl:1")


def test_an_agencys_words_in_two_outlets_are_two_reports() -> None:
    assert one(text=TEXT, outlet="Vltava Post", uri="x").id != one(text=TEXT, outlet="Hrad Courier", uri="x").id
    assert one(text=TEXT, uri="x").id == one(uri="x", text=TEXT, note="other").id


def test_a_line_that_is_too_long_costs_that_line() -> None:
    lines = [json.dumps({"text": TEXT}), json.dumps({"text": "x" * 9000}), json.dumps({"text": TEXT})]
    first, drop, last = read(source("\n".join(lines).encode(), "a.jsonl"), 2000)
    assert isinstance(first, Report)
    assert isinstance(last, Report)
    assert drop.where == "a.jsonl:2" if not isinstance(drop, Report) else False


def test_one_object_over_several_lines_is_one_report() -> None:
    data = json.dumps({"text": TEXT, "uri": "x"}, indent=2).encode()
    (found,) = read(source(data, "a.json"), 10**6)
    assert isinstance(found, Report)
    assert found.uri == "x"
