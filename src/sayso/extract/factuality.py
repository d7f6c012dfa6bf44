"""How sure."""

from __future__ import annotations

from sayso.extract.draft import Draft


def weigh_factuality(draft: Draft) -> Draft:
    """To be written."""
    return draft
