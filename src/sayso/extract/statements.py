"""Statements."""

from __future__ import annotations

from sayso.extract.draft import Draft


def make_statements(draft: Draft) -> Draft:
    """To be written."""
    return draft
