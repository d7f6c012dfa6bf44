"""The same graph as `jsonld` writes, in Turtle. Needs the `rdf` extra."""

from __future__ import annotations

from typing import BinaryIO

from sayso.errors import UsageError
from sayso.export.document import encode
from sayso.export.prov.graph import pages
from sayso.export.prov.jsonld import CONTEXT
from sayso.ledger import View

try:
    import rdflib
except ImportError:
    rdflib = None  # type: ignore[assignment]

_PREFIXES = ("prov", "oa", "dcterms", "schema", "xsd")


def write_turtle(view: View, out: BinaryIO) -> None:
    """Write the ledger as PROV-O with Web Annotations in Turtle, a report at a time; each part repeats the prefixes,
    as Turtle allows.

    Raises UsageError where rdflib is not installed.
    """
    if rdflib is None:
        raise UsageError("export to turtle needs rdflib: install sayso with its extra, sayso[rdf]")
    for page in pages(view):
        graph = rdflib.Graph(bind_namespaces="none")
        for prefix in _PREFIXES:
            graph.bind(prefix, CONTEXT[prefix])
        graph.bind("", CONTEXT["@vocab"])
        graph.parse(data=encode({"@context": CONTEXT, "@graph": page}), format="json-ld")
        out.write(graph.serialize(format="turtle", encoding="utf8"))
