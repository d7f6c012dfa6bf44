"""When, where, how many: of each statement."""

from __future__ import annotations

from sayso.extract.draft import Draft


def give_setting(draft: Draft) -> Draft:
    """To be written."""
    return draft
