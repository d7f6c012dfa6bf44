"""The encoder's reading of a report, made once and kept in its draft."""

from __future__ import annotations

from dataclasses import replace

from sayso.extract.draft import Draft
from sayso.extract.encoding.encoder import encode


def encode_words(draft: Draft) -> Draft:
    """`draft` with the states of its words; one that has them already is given back."""
    return draft if draft.encoding is not None else replace(draft, encoding=encode(draft.parsed))
