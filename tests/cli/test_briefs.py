from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Run
from tests.export.stories import ledger_of, ministry


@pytest.fixture
def claim(run: Run) -> str:
    """A claim of the ledger here; `run` has gone to an empty folder."""
    store = ledger_of(Path())
    with store.view() as view:
        (found,) = view.claims_of(frozenset({ministry().statements[0].id}))
    store.close()
    return found.id


def test_markdown_goes_to_standard_output(run: Run, claim: str) -> None:
    done = run("brief", claim)
    assert done.status == 0
    assert done.out.decode().startswith("# At least 40 lorries")


def test_html_goes_to_a_file(run: Run, claim: str) -> None:
    assert run("brief", claim, "--format", "html", "-o", "brief.html").status == 0
    assert Path("brief.html").read_text(encoding="utf8").startswith("<!DOCTYPE html>")


def test_an_actor_and_a_period(run: Run, claim: str) -> None:
    assert claim
    assert run("brief", "--about", "Transport Ministry").out.decode().startswith("# Transport Ministry\n")
    assert run("brief", "--since", "2024-03-11", "--until", "2024-03-11").status == 0


@pytest.mark.parametrize(
    ("words", "status"),
    [
        pytest.param([], 2, id="on nothing"),
        pytest.param(["--about", "Nobody At All"], 1, id="on nobody known"),
        pytest.param(["ffff"], 1, id="on no claim"),
        pytest.param(["--since", "soon"], 2, id="from no date"),
    ],
)
def test_what_cannot_be_answered_is_one_line(run: Run, claim: str, words: list[str], status: int) -> None:
    assert claim
    done = run("brief", *words)
    assert (done.status, done.out) == (status, b"")
    assert done.err.startswith("sayso: ")
