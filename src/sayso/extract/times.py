"""When: time expressions."""

from __future__ import annotations

from sayso.extract.draft import Draft


def find_times(draft: Draft) -> Draft:
    """To be written."""
    return draft
