"""How many."""

from __future__ import annotations

from sayso.extract.draft import Draft


def find_quantities(draft: Draft) -> Draft:
    """To be written."""
    return draft
