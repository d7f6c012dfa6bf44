"""Who else."""

from __future__ import annotations

from sayso.extract.draft import Draft


def take_stances(draft: Draft) -> Draft:
    """To be written."""
    return draft
