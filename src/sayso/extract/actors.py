"""Who."""

from __future__ import annotations

from sayso.extract.draft import Draft


def find_mentions(draft: Draft) -> Draft:
    """To be written."""
    return draft
