"""The documents say what the program does."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from docs.generate import PAGES, REFERENCE
from tests.conftest import Run

ROOT = Path(__file__).parent.parent
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("benchmarks/*.md")])


@pytest.mark.parametrize("page", PAGES)
def test_the_reference_is_made_from_the_code(page: str) -> None:
    """`make docs` writes it anew."""
    assert (REFERENCE / page).read_text(encoding="utf8") == PAGES[page]()


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(document: Path) -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", document.read_text(encoding="utf8")):
        assert (document.parent / target).exists(), f"{document.name} leads to {target}"


def sessions(page: str) -> list[tuple[str, list[str]]]:
    """A page's commands, each with the lines shown below it."""
    text = (ROOT / "docs" / page).read_text(encoding="utf8")
    blocks = re.findall(r"```console\n(.*?)```", text, flags=re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines()]
    out: list[tuple[str, list[str]]] = []
    for line in lines:
        if line.startswith("$ "):
            out.append((line[2:], []))
        elif line.strip(" …"):
            out[-1][1].append(line)
    return out


@pytest.mark.parametrize("page", ["tutorial.md", "how-to/export.md"])
def test_a_page_shows_what_happens(page: str, run: Run) -> None:
    """Every `sayso` command of it is run, in order, and every word shown is in the output in that order."""
    shutil.copytree(ROOT / "samples", "samples")
    shown = 0
    for command, lines in sessions(page):
        if not command.startswith("sayso "):
            continue
        done = run(*shlex.split(command)[1:])
        assert done.status == 0, command
        output = re.findall(r"\w+", done.out.decode() + done.err)
        for line in lines:
            words = re.findall(r"\w+", line)
            assert any(output[i : i + len(words)] == words for i in range(len(output))), f"{command}: {line}"
            shown += 1
    assert shown
