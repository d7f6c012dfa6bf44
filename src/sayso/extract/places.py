"""Where: place names."""

from __future__ import annotations

from sayso.extract.draft import Draft


def find_places(draft: Draft) -> Draft:
    """To be written."""
    return draft
