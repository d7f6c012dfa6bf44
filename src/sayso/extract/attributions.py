"""Who says what."""

from __future__ import annotations

from sayso.extract.draft import Draft


def find_attributions(draft: Draft) -> Draft:
    """To be written."""
    return draft
