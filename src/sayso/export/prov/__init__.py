"""PROV-O and Web Annotation: where every statement comes from, and the exact words it rests on."""

from sayso.export.prov.jsonld import write_prov
from sayso.export.prov.turtle import write_turtle

__all__ = ["write_prov", "write_turtle"]
