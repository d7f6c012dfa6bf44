"""PROV-O and Web Annotation as one JSON-LD document that needs nothing from the network."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from typing import Any, BinaryIO

from sayso.export.document import encode, separated
from sayso.export.names import VOCABULARY
from sayso.export.prov.graph import pages
from sayso.ledger import View

_PROV = (
    *("Entity", "Agent", "Activity", "Collection", "value", "entity", "used", "wasAttributedTo", "wasAssociatedWith"),
    *(
        "wasGeneratedBy",
        "wasDerivedFrom",
        "wasQuotedFrom",
        "hadPrimarySource",
        "hadMember",
        "qualifiedDerivation",
        "endedAtTime",
    ),
)
_ANNOTATION = (
    *("Annotation", "SpecificResource", "TextPositionSelector", "TextQuoteSelector", "identifying"),
    *("exact", "prefix", "suffix"),
)
_TERMS = ("identifier", "title", "creator", "issued", "modified", "language")  # of Dublin Core

# The keys of annotations are those of http://www.w3.org/ns/anno.jsonld, so that readers of plain JSON know them.
CONTEXT: Mapping[str, Any] = {
    "@version": 1.1,
    "@vocab": VOCABULARY,
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "dcterms": "http://purl.org/dc/terms/",
    "schema": "https://schema.org/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "id": "@id",
    "type": "@type",
    **{name: f"prov:{name}" for name in _PROV},
    **{name: f"oa:{name}" for name in _ANNOTATION},
    **{name: f"dcterms:{name}" for name in _TERMS},
    "name": "schema:name",
    "text": "schema:text",
    "url": "schema:url",
    "start": {"@id": "oa:start", "@type": "xsd:nonNegativeInteger"},
    "end": {"@id": "oa:end", "@type": "xsd:nonNegativeInteger"},
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
    "body": {"@id": "oa:hasBody", "@type": "@id"},
    "target": {"@id": "oa:hasTarget", "@type": "@id"},
    "source": {"@id": "oa:hasSource", "@type": "@id"},
    "selector": {"@id": "oa:hasSelector", "@type": "@id"},
}


def write_prov(view: View, out: BinaryIO) -> None:
    """Write the ledger as PROV-O with Web Annotations, in JSON-LD 1.1 with its context inside."""
    out.write(b'{"@context": ' + encode(CONTEXT) + b',\n"@graph": [')
    for chunk in separated(chain.from_iterable(pages(view))):
        out.write(chunk)
    out.write(b"]}\n")
