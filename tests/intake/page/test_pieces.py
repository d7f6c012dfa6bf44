from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.intake.page.lines import split_lines
from sayso.intake.page.pieces import whole_lines

WRAPPED = (
    "The harbour office of Constanta said on Tuesday that two of its cranes",
    "would stand still until engineers had finished their inspection of the",
    "damaged cables. Ships were asked to wait outside the port, where a line",
    "of up to 40 of them had formed by the evening.",
)

CASES = {
    "text wrapped at a width is one line": (WRAPPED, (" ".join(WRAPPED),)),
    "a headline and an address above wrapped text stay apart": (
        ("Two cranes stand still in Constanta", "https://www.example.com/cranes", "", *WRAPPED),
        ("Two cranes stand still in Constanta", "https://www.example.com/cranes", " ".join(WRAPPED)),
    ),
    "a label is no beginning of a paragraph": (
        ("Harbours", "the cranes of the port", "that stand still."),
        ("Harbours", "the cranes of the port", "that stand still."),
    ),
    "a paragraph that links broke goes on with small letters": (
        ("The harbour office of Constanta said in", "its yearly report", "that two cranes would stand still."),
        ("The harbour office of Constanta said in its yearly report that two cranes would stand still.",),
    ),
    "a comma begins no line": (
        ("Harbour Corp (HRB.X)", ", opens new tab", "rose by two per cent."),
        ("Harbour Corp (HRB.X) , opens new tab rose by two per cent.",),
    ),
    "a byline in small letters": (
        ("Two cranes stand still in Constanta", "by Ana Ionescu", "for the Example Post."),
        ("Two cranes stand still in Constanta", "by Ana Ionescu", "for the Example Post."),
    ),
    "a menu in small letters has no sentence end": (
        ("Everything about our harbour", "all about us", "write to us", "more of it"),
        ("Everything about our harbour", "all about us", "write to us", "more of it"),
    ),
    "an empty line parts paragraphs": (
        ("The harbour office of Constanta said in", "", "its yearly report that two cranes would stand still."),
        ("The harbour office of Constanta said in", "its yearly report that two cranes would stand still."),
    ),
    "a list of headlines of one width": (
        ("Storm leaves thousands of homes without power in the southern hills",) * 5,
        ("Storm leaves thousands of homes without power in the southern hills",) * 5,
    ),
}


@pytest.mark.parametrize(("printed", "whole"), CASES.values(), ids=CASES.keys())
def test_pieces(printed: tuple[str, ...], whole: tuple[str, ...]) -> None:
    assert tuple(line.text for line in whole_lines("\n".join(printed))) == whole


PARTS = st.sampled_from([*WRAPPED, "its report", ", opens new tab", "Menu", "by Ana Ionescu", "", " ", "that it was."])


@given(st.lists(PARTS, max_size=20), st.sampled_from(["\n", "\r\n", "\u2028"]))
def test_lines_are_joined_and_nothing_else(parts: list[str], ending: str) -> None:
    text = ending.join(parts)
    joined, printed = whole_lines(text), split_lines(text)
    assert [len(line.text) for line in joined] == [line.span.end - line.span.start for line in joined]
    assert "".join("".join(line.text.split()) for line in joined) == "".join(
        "".join(line.text.split()) for line in printed
    )
    assert {line.span.start for line in joined} <= {line.span.start for line in printed}
    assert {line.span.end for line in joined} <= {line.span.end for line in printed}
