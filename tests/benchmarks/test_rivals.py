"""The floors do what they say, a rival that fails costs what it failed on, and textacy is asked rightly."""

from __future__ import annotations

from typing import Any

import pytest

from benchmarks.rivals import HAS_TEXTACY, RIVALS, Rival, answers, every_quote, first_quote, textacy

ROW = {
    "id": "a",
    "text": "Anna Velev left Brest on Monday.\n"
    'The ferry "will not sail", Marta Solheim said, while “other boats” wait in Gomel.\n'
    'It is "closed".',
}


def told(text: str, links: list[dict[str, Any]]) -> list[tuple[str, ...]]:
    return [
        tuple(text[slice(*link[role][0])] if link[role] else "" for role in ("source", "cue", "content"))
        for link in links
    ]


def test_every_quote_has_the_nearest_name_and_verb_of_its_paragraph() -> None:
    assert told(ROW["text"], every_quote(ROW)) == [
        ("Marta Solheim", "said", "will not sail"),
        ("Gomel", "said", "other boats"),
        ("", "", "closed"),
    ]


def test_the_plainest_floor_knows_one_quote_and_no_verb() -> None:
    assert told(ROW["text"], first_quote(ROW)) == [("Marta Solheim", "", "will not sail")]
    assert first_quote({"id": "b", "text": "Nobody spoke."}) == []


@pytest.mark.parametrize(("by_paragraph", "links", "failed", "texts"), [(False, 0, 1, 1), (True, 1, 1, 3)])
def test_a_failure_costs_the_text_it_was_asked_about(by_paragraph: bool, links: int, failed: int, texts: int) -> None:
    """Asked about the whole row, all is lost; by paragraph, one paragraph; spans count from the row's start."""

    def picky(row: dict[str, Any]) -> list[dict[str, Any]]:
        if "ferry" in row["text"]:
            raise ValueError("an odd number of something")
        return [link for link in every_quote(row) if link["content"]]

    answered = answers(Rival(picky, by_paragraph=by_paragraph), [ROW])
    assert (answered.failed, answered.texts) == (failed, texts)
    assert [row["id"] for row in answered.rows] == ["a"]
    assert told(ROW["text"], answered.rows[0]["attributions"]) == [("", "", "closed")][:links]


@pytest.mark.skipif(not HAS_TEXTACY, reason="the rivals extra is not installed")
def test_textacy_finds_a_direct_quotation_and_refuses_an_odd_mark() -> None:
    text = '"We have closed the bridge and the road to the harbour," Marta Solheim said on Monday.'
    assert told(text, textacy({"id": "c", "text": text}))[0][:2] == ("Marta Solheim", "said")
    assert answers(Rival(textacy), [{"id": "d", "text": text + ' It is 12" wide.'}]).failed == 1


def test_each_rival_answers_in_the_form_of_the_rows() -> None:
    for name, rival in RIVALS.items():
        answered = answers(rival, [ROW])
        assert all({"source", "cue", "content"} == set(link) for link in answered.rows[0]["attributions"]), name
