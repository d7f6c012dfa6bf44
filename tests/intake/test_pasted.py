from __future__ import annotations

from sayso.intake.pasted import read_pasted
from sayso.model import BlockKind, article_spans
from tests.intake.pages import PARAGRAPHS


def test_bare_sentences_are_a_report() -> None:
    found = read_pasted(f"{PARAGRAPHS[0]}\r\n", id="1", uri="a.txt")
    assert [found.text[slice(*span)] for span in found.body] == [PARAGRAPHS[0]]


def test_a_copied_page_is_left_to_its_reader() -> None:
    found = read_pasted("\n\n".join(("Ferry resumes its service", *PARAGRAPHS)), id="1", uri="a.txt")
    assert found.blocks[0].kind is BlockKind.HEADLINE
    assert found.body == article_spans(found.blocks)
