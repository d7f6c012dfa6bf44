"""Realis."""

from __future__ import annotations

from sayso.extract.draft import Draft


def tell_realis(draft: Draft) -> Draft:
    """To be written."""
    return draft
