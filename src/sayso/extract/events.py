"""Events."""

from __future__ import annotations

from sayso.extract.draft import Draft


def code_events(draft: Draft) -> Draft:
    """To be written."""
    return draft
