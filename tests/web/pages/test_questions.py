"""A doubt as a question."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.ledger import open_ledger
from sayso.model import Derivation, DerivationKind, Evidence, Span
from sayso.query.doubts import Doubt, DoubtKind
from sayso.web.pages.questions import AROUND, ask, told_of
from sayso.workflow import keep
from tests.factory import report
from tests.link.making import with_statements
from tests.web.pages.harbour import ledger_in

SLUICE = "the sluice of Brunsbuettel stays shut"
LONG = "Nobody was hurt and nothing else is known about it. " * 20

PARAGRAPHS = [
    pytest.param(f"The pilot said that {SLUICE}.", (False, False), id="short"),
    pytest.param(f"{LONG}The pilot said that {SLUICE}.", (True, False), id="long before"),
    pytest.param(f"The pilot said that {SLUICE}. {LONG}", (False, True), id="long after"),
    pytest.param(f"{LONG}The pilot said that {SLUICE}. {LONG}", (True, True), id="both"),
]


@pytest.mark.parametrize(("paragraph", "cut"), PARAGRAPHS)
def test_of_a_long_paragraph_only_the_words_around_are_shown(
    tmp_path: Path, paragraph: str, cut: tuple[bool, bool]
) -> None:
    store = open_ledger(str(tmp_path / "x.db"), create=True)
    keep(with_statements(report("Before.", paragraph, "After."), (SLUICE, "pilot")), (), store)
    with store.view() as view:
        (member,) = view.statements()
        (shown,) = ask(view, Doubt(kind=DoubtKind.STATEMENT, sure=0.4, things=(member.statement.id,))).exhibits
    store.close()
    text = "".join(piece.text for piece in shown.pieces)
    assert shown.cut == cut
    assert SLUICE in text
    assert text in paragraph
    assert len(text) <= len(SLUICE) + 2 * AROUND
    assert not cut[0] or f" {text}" in paragraph, "it begins with a whole word"
    assert [piece.text for piece in shown.pieces if "content" in piece.kinds] == [SLUICE]
    assert shown.claim is not None


def test_of_two_reports_the_words_that_are_alike_are_shown(tmp_path: Path) -> None:
    store = ledger_in(tmp_path)
    with store.view() as view:
        one, other = sorted(view.reports(), key=lambda report: report.id)
        pair = Evidence(spans=(Span(0, 9),), from_spans=(Span(2, 12),))
        drawn = Derivation(report=one.id, from_=other.id, kind=DerivationKind.COPIES, score=0.4, evidence=(pair,))
        doubt = Doubt(kind=DoubtKind.DERIVATION, sure=0.4, things=(one.id, other.id), derivation=drawn)
        asked = ask(view, doubt)
        assert [report.id for report in asked.reports] == [one.id, other.id]
        assert asked.alike == ((one.text[0:9], other.text[2:12]),)
        assert told_of(view, [doubt]) == {doubt.name: one.outlet}
    store.close()
