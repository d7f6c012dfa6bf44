from __future__ import annotations

import pytest
from lxml import etree

from sayso.intake.attempt import attempt
from sayso.model import Drop, DropReason, Report


def failing(error: Exception) -> Report:
    raise error


@pytest.mark.parametrize(
    ("error", "detail"),
    [
        (ValueError("two\n lines"), "ValueError: two lines"),
        (RecursionError(), "RecursionError"),
        (etree.ParserError("no root"), "ParserError: no root"),
    ],
)
def test_damaged_input_costs_itself(error: Exception, detail: str) -> None:
    found = attempt(lambda: failing(error), "a.html")
    assert found == Drop(reason=DropReason.UNREADABLE, where="a.html", detail=detail)


@pytest.mark.parametrize("error", [TypeError("x"), KeyError("x"), AttributeError("x")])
def test_a_mistake_costs_the_report_that_it_was_made_on(error: Exception) -> None:
    found = attempt(lambda: failing(error), "a.html")
    assert isinstance(found, Drop)
    assert found.reason is DropReason.STEP_FAILED


@pytest.mark.parametrize("error", [FileNotFoundError("model"), NameError("x"), MemoryError()])
def test_a_broken_installation_is_not_taken_for_a_broken_report(error: Exception) -> None:
    with pytest.raises(type(error)):
        attempt(lambda: failing(error), "a.html")
