from __future__ import annotations

import json
from typing import Any

import pytest
from pyshacl import validate
from rdflib import BNode, Graph, Literal, Namespace, URIRef
from rdflib.namespace import PROV, RDF, XSD

from sayso import resources
from sayso.export.names import VOCABULARY, urn
from sayso.export.prov import write_prov, write_turtle
from sayso.ledger import View
from tests.export.stories import REPORTS, ministry, wire, written

OA = Namespace("http://www.w3.org/ns/oa#")
DCTERMS = Namespace("http://purl.org/dc/terms/")
SAYSO = Namespace(VOCABULARY)


@pytest.fixture(scope="module")
def graph(view: View) -> Graph:
    return Graph().parse(data=written(view, write_prov), format="json-ld")


def conforms(graph: Graph) -> tuple[bool, str]:
    shapes = Graph().parse(data=resources.text("export/shapes.ttl"), format="turtle")
    kept, _, told = validate(graph, shacl_graph=shapes)
    return bool(kept), str(told)


def test_turtle_and_json_ld_say_the_same(view: View, graph: Graph) -> None:
    assert set(Graph().parse(data=written(view, write_turtle), format="turtle")) == set(graph)


def test_no_node_is_blank(graph: Graph) -> None:
    """So that two exports can be merged, and the same ledger gives the same file."""
    assert not any(isinstance(node, BNode) for triple in graph for node in triple)


def test_it_keeps_its_shapes(graph: Graph) -> None:
    kept, told = conforms(graph)
    assert kept, told


@pytest.mark.parametrize(
    "triple",
    [
        pytest.param((None, OA.start, None), id="a place without a start"),
        pytest.param((None, PROV.wasQuotedFrom, None), id="a statement of no report"),
        pytest.param((None, SAYSO.certainty, None), id="a statement without certainty"),
        pytest.param((None, OA.hasBody, None), id="an annotation of nothing"),
    ],
)
def test_the_shapes_find_what_is_missing(graph: Graph, triple: tuple[Any, Any, Any]) -> None:
    damaged = Graph()
    for kept in graph:
        damaged.add(kept)
    damaged.remove(triple)
    assert not conforms(damaged)[0]


def test_every_span_gives_back_its_words(graph: Graph) -> None:
    texts = {URIRef(urn("report", report.id)): report.text for report in REPORTS}
    targets = list(graph.subjects(RDF.type, OA.SpecificResource))
    assert len(targets) > 20
    for target in targets:
        text = texts[URIRef(str(graph.value(target, OA.hasSource)))]
        start, end, exact, prefix = (
            next(graph.value(s, term) for s in graph.objects(target, OA.hasSelector) if (s, term, None) in graph)
            for term in (OA.start, OA.end, OA.exact, OA.prefix)
        )
        place = slice(int(str(start)), int(str(end)))
        assert text[place] == str(exact)
        assert text[: place.start].endswith(str(prefix))


def test_a_chain_leads_to_its_primary_source(graph: Graph) -> None:
    said = ministry()
    statement = URIRef(urn("statement", said.statements[0].id))
    inner, outer = (URIRef(urn("attribution", link)) for link in said.statements[0].chain)
    assert graph.value(statement, PROV.hadPrimarySource) == inner
    assert (statement, PROV.wasDerivedFrom, outer) in graph
    assert (outer, PROV.wasDerivedFrom, inner) in graph
    assert graph.value(inner, PROV.wasAttributedTo) == URIRef(
        urn("identity", said.attributions[0].source.actor.id if said.attributions[0].source else "")
    )


def test_a_date_is_as_exact_as_the_page(graph: Graph) -> None:
    issued = {str(value): value.datatype for value in graph.objects(None, DCTERMS.issued) if isinstance(value, Literal)}
    assert issued["2024-03-14T06:30:00+02:00"] == XSD.dateTime
    assert issued["2024-03"] == XSD.gYearMonth
    assert (URIRef(urn("report", wire().id)), DCTERMS.issued, None) not in graph


def test_a_copied_report_is_quoted(graph: Graph) -> None:
    assert list(graph.subject_objects(PROV.qualifiedDerivation))


def test_who_overruled_the_machine_is_told(judged: View) -> None:
    made = Graph().parse(data=written(judged, write_prov), format="json-ld")
    (ruling,) = made.objects(None, SAYSO.overruledBy)
    person = made.value(ruling, PROV.wasAssociatedWith)
    assert made.value(person, URIRef("https://schema.org/name")) == Literal("I. Reader")
    assert conforms(made)[0]


def test_the_document_needs_nothing_from_the_network(view: View) -> None:
    context = json.loads(written(view, write_prov))["@context"]
    assert isinstance(context, dict)
