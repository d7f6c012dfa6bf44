from __future__ import annotations

import re
from typing import Any

import lxml.html
import pytest

from sayso.export.brief import html, markdown
from sayso.ledger import Filter, View
from sayso.query.brief import Brief, Cite, Reference, Section, Sentence
from sayso.query.brief_sections import brief
from sayso.query.shown import one_line
from tests.export.stories import ministry

HOSTILE = 'x <script>alert(1)</script> & "quoted" [link](javascript:alert(1)) *bold* `code` | cell'


@pytest.fixture(scope="module")
def made(view: View) -> Brief:
    (claim,) = view.claims_of(frozenset({ministry().statements[0].id}))
    return brief(view, claim.id, Filter())


@pytest.fixture
def hostile() -> Brief:
    cite = Cite(report="r1", words=HOSTILE, spans=())
    reference = Reference(
        number=1, report="r1", outlet=HOSTILE, title=HOSTILE, published=None, uri="javascript:alert(1)"
    )
    section = Section(title="Claims", sentences=(Sentence(text=HOSTILE, cites=(cite,)),))
    return Brief(title=HOSTILE, sections=(section, Section(title="Drift", sentences=())), references=(reference,))


def test_html_holds_every_word_and_leads_to_its_source(made: Brief) -> None:
    page: Any = lxml.html.document_fromstring(html(made))
    quotes = [" ".join(quote.text_content().split()) for quote in page.iter("q")]
    assert quotes == [one_line(c.words) for section in made.sections for s in section.sentences for c in s.cites]
    anchors = {f"#{item.get('id')}" for item in page.iter("li") if item.get("id")}
    assert {a.get("href") for a in page.find_class("cite")} == anchors
    assert len(anchors) == len(made.references)


def test_html_takes_nothing_of_a_report_for_markup(hostile: Brief) -> None:
    text = html(hostile)
    page: Any = lxml.html.document_fromstring(text)
    assert "<script" not in text
    assert not [a for a in page.iter("a") if not str(a.get("href")).startswith("#")]
    (quote,) = page.iter("q")
    assert quote.text_content() == HOSTILE
    assert "None is known: unknown." in text


def test_html_needs_nothing_from_elsewhere(made: Brief) -> None:
    page: Any = lxml.html.document_fromstring(html(made))
    assert not list(page.iter("script", "link", "img", "iframe"))
    assert "@media print" in html(made)
    assert "url(" not in html(made)


def test_markdown_takes_nothing_of_a_report_for_markup(hostile: Brief) -> None:
    text = markdown(hostile)
    assert not re.search(r"(?<!\\)[<\[*`|]", text)
    assert re.sub(r"\\(.)", r"\1", text).count(HOSTILE) == 5


def test_markdown_holds_every_sentence_with_its_numbers(made: Brief) -> None:
    text = re.sub(r"\\(.)", r"\1", markdown(made))
    for section in made.sections:
        assert f"## {section.title}\n" in text
        for sentence in section.sentences:
            cites = "".join(f" “{one_line(cite.words)}” [{made.number(cite)}]" for cite in sentence.cites)
            assert f"- {one_line(sentence.text)}{cites}" in text


def test_the_same_ledger_gives_the_same_page(made: Brief) -> None:
    assert html(made) == html(made)
    assert markdown(made) == markdown(made)
