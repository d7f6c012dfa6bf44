"""What was decided a moment ago, told on the page that follows, so that it can be taken back there."""

from __future__ import annotations

from sayso.errors import LedgerError
from sayso.model import Judgement
from sayso.web.pages.page import Desk

DONE = "done"  # the parameter that names the judgement


def done(at: Desk) -> Judgement | None:
    """The judgement that the address names; None where it names none that is known."""
    named = at.page.request.query_params.get(DONE)
    try:
        return at.view.judgement(named) if named else None
    except LedgerError:
        return None
