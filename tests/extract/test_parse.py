"""The parse of a report is its own: whatever else is read, before it or beside it, it comes out the same."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.pipeline import TrainablePipe

from sayso.extract.parse import Parsed, language_model, parse, parse_all
from sayso.model import Report
from tests.factory import report

REPORTS = (
    report("No."),
    report(headline="Ferry stopped"),
    report("The ferry at Brest was stopped on Monday.", "“We had no choice,” Anna Velev of the port authority said."),
    report(*(f"Lock {number} will open in May, the Transport Ministry said in a letter." for number in range(70))),
    report("Two officials, who were not named, told the Northern Wire that talks had ended. " * 40),
    report(),
)


def bits(parsed: Parsed) -> list[tuple[object, ...]]:
    """All of a parse that a step can read, and the numbers that it was decided by, to the last bit."""
    return [
        (token.text, token.tag_, token.pos_, token.lemma_, token.dep_, token.head.i, token.ent_iob_, token.ent_type_)
        for passage in parsed.passages
        for token in passage.doc
    ] + [(passage.block.span, passage.doc.tensor.tobytes()) for passage in parsed.passages]


ALONE = st.sampled_from(range(len(REPORTS)))


@pytest.fixture(scope="module")
def alone() -> list[list[tuple[object, ...]]]:
    return [bits(parse(one)) for one in REPORTS]


@settings(max_examples=10)
@given(st.lists(ALONE, max_size=4))
def test_what_is_read_beside_a_report_changes_nothing(
    alone: list[list[tuple[object, ...]]], order: Sequence[int]
) -> None:
    """Sums are rounded differently in batches of other sizes, so no batch may hold two reports."""
    assert [bits(one) for one in parse_all(REPORTS[number] for number in order)] == [alone[number] for number in order]


@pytest.mark.parametrize(
    "of", REPORTS, ids=["a word", "a headline", "quoted", "many blocks", "one long block", "nothing"]
)
def test_every_block_is_parsed_in_its_place(of: Report) -> None:
    passages = parse(of).passages
    assert "".join(p.doc.text for p in passages) == "".join(of.text[slice(*p.block.span)] for p in passages).translate(
        {ord("“"): '"', ord("”"): '"'}
    )
    assert [span for p in passages for span in p.block.span] == sorted(span for p in passages for span in p.block.span)
    assert sum(len(p.doc.text) for p in passages) == sum(b.span.end - b.span.start for b in of.blocks)


def test_numpy_multiplies() -> None:
    """BLIS, thinc's own choice, takes half as long again."""
    encoder = language_model().get_pipe("tok2vec")
    assert isinstance(encoder, TrainablePipe)
    operations = {type(node.ops): node.ops for node in encoder.model.walk()}
    assert [getattr(ops, "use_blis", None) for ops in operations.values()] == [False]
