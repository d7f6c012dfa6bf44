"""Direct quotations as textacy finds them, over the product's language model; the `rivals` extra (see Makefile)."""

from __future__ import annotations

from textacy.extract.triples import direct_quotations

from sayso.extract.parse import language_model


def links(text: str) -> int:
    """How many quotations there are in `text`; raises ValueError where quotation marks are odd in number."""
    return sum(1 for _ in direct_quotations(language_model()(text)))
