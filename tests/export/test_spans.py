"""Any ledger, every form that carries spans: each span gives back the words that stand beside it."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

import pyarrow.parquet
import pytest
from hypothesis import given
from rdflib import RDF, Graph, Namespace

from sayso.export import FORMATS
from sayso.export.cameo import _ONE_LINE
from sayso.export.names import urn
from sayso.ledger.codec import storable
from sayso.model import Report, Span, words
from tests.export.stories import written
from tests.export.test_round_trip import ANY, LEDGERS, ledger

OA = Namespace("http://www.w3.org/ns/oa#")
PLACES = re.compile(r"\d+-\d+")


class Pointed(NamedTuple):
    """Words of an export, the spans that stand beside them, and the id of the report or its text as exported."""

    home: str
    spans: tuple[Span, ...]
    told: str


def places(told: str) -> tuple[Span, ...]:
    return tuple(Span(*map(int, piece.split("-"))) for piece in PLACES.findall(told))


def in_json(data: bytes) -> Iterator[Pointed]:
    for report in json.loads(data)["reports"]:
        for thing in _with_words(report):
            yield Pointed(report["id"], tuple(Span(*span) for span in thing["spans"]), thing["text"])


def _with_words(thing: Any) -> Iterator[Any]:
    if isinstance(thing, list):
        for item in thing:
            yield from _with_words(item)
    elif isinstance(thing, dict):
        if "spans" in thing and "text" in thing:
            yield thing
        for value in thing.values():
            yield from _with_words(value)


def in_csv(data: bytes) -> Iterator[Pointed]:
    for row in csv.DictReader(io.StringIO(data.decode(), newline="")):
        yield Pointed(row["report"], places(row["spans"]), row["content"])


def in_parquet(data: bytes) -> Iterator[Pointed]:
    for row in pyarrow.parquet.read_table(io.BytesIO(data)).to_pylist():
        yield Pointed(row["report"], places(row["spans"]), row["content"])


def in_cameo(data: bytes) -> Iterator[Pointed]:
    for row in csv.DictReader(io.StringIO(data.decode(), newline=""), delimiter="\t"):
        yield Pointed(row["Report"], places(row["Spans"]), row["Content"])


def in_stix(data: bytes) -> Iterator[Pointed]:
    objects = {thing["id"]: thing for thing in json.loads(data)["objects"]}
    for thing in objects.values():
        if thing["type"] == "note":
            (told,) = thing["extensions"].values()
            (home,) = objects[told["report_ref"]]["extensions"].values()
            yield Pointed(home["text"], tuple(Span(*span) for span in told["spans"]), thing["content"])


def in_ftm(data: bytes) -> Iterator[Pointed]:
    found = {entity["id"]: entity["properties"] for entity in map(json.loads, data.splitlines())}
    for told in found.values():
        if "proof" in told and told.get("notes", [""])[0].startswith("code points"):
            body = found[told["proof"][0]].get("bodyText", [""])[0]
            yield Pointed(body, places(told["notes"][0]), told.get("description", [""])[0])


def in_graph(form: str) -> Callable[[bytes], Iterator[Pointed]]:
    def find(data: bytes) -> Iterator[Pointed]:
        graph = Graph().parse(data=data.decode(), format=form)
        for target in graph.subjects(RDF.type, OA.SpecificResource):
            selectors = list(graph.objects(target, OA.hasSelector))
            start, end, exact = (
                str(next(value for s in selectors for value in graph.objects(s, term)))
                for term in (OA.start, OA.end, OA.exact)
            )
            yield Pointed(str(graph.value(target, OA.hasSource)), (Span(int(start), int(end)),), exact)

    return find


def in_claimreview(data: bytes) -> Iterator[Pointed]:
    def below(thing: Any) -> Iterator[Any]:
        if isinstance(thing, list):
            for item in thing:
                yield from below(item)
        elif isinstance(thing, dict):
            if thing.get("@type") == "Quotation":
                yield thing
            for value in thing.values():
                yield from below(value)

    for quoted in below(json.loads(data)):
        spans = places(quoted["description"].partition(";")[2])
        yield Pointed(quoted["isPartOf"]["@id"], spans, quoted["text"])


FOUND: Mapping[str, Callable[[bytes], Iterator[Pointed]]] = {
    "json": in_json,
    "csv": in_csv,
    "parquet": in_parquet,
    "cameo": in_cameo,
    "stix": in_stix,
    "ftm": in_ftm,
    "prov": in_graph("json-ld"),
    "turtle": in_graph("turtle"),
    "claimreview": in_claimreview,
}


def _same(form: str, expected: str, told: str) -> bool:
    match form:
        case "csv":  # a quotation mark keeps a formula from being one
            return told in (expected, f"'{expected}")
        case "cameo":  # a line is a row
            return told.removeprefix("'") == expected.translate(_ONE_LINE).removeprefix("'")
        case "ftm":  # what cannot be seen is a blank, none at the ends; a mark goes with its letter
            return _bare(told) == _bare(expected)
        case _:
            return storable(told) == expected


def _bare(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text) if not (unicodedata.combining(c) or c.isspace()))


def test_every_form_is_looked_at() -> None:
    assert set(FOUND) == set(FORMATS)


@pytest.mark.parametrize("form", FOUND)
def test_spans_give_back_their_words(form: str) -> None:
    seen = 0

    @ANY
    @given(LEDGERS)
    def hold(found: list[Report]) -> None:
        nonlocal seen
        with ledger(found) as view:
            made = written(view, FORMATS[form].write)
            current = list(view.reports())
        texts = {name: storable(one.text) for one in current for name in (one.id, urn("report", one.id))}
        pointed = list(FOUND[form](made))
        assert len(pointed) >= sum(len(report.statements) for report in current)
        for home, spans, told in pointed:
            assert _same(form, words(texts.get(home, home), spans), told), (spans, told)
        seen += len(pointed)

    hold()
    assert seen  # else it held of nothing
