from pathlib import Path

import pytest

from benchmarks.storylines.pages import NotThereError, Page, page_of, place, places, visible, words_of

TEXT = "The bridge, he said, is closed. Share this. The bridge, she said, is open."
PAGE = Page(text=TEXT, words=words_of(TEXT))
HTML = b"""<html><head><title>Not this</title><style>p {}</style></head><body><p>Up to <b>40</b> hou<i>ses</i>
burned.</p><script>no()</script><div>Read<br>more</div>tail</body></html>"""


def test_words_are_letters_and_digits() -> None:
    assert words_of("“40,000” people’s vote") == ("40", "000", "people", "s", "vote")


def test_a_content_that_stands_once() -> None:
    assert place(PAGE, "is closed") == {4, 5}


def test_marks_and_white_space_do_not_count() -> None:
    assert place(PAGE, "The bridge /  «is open»", after="Share this") == place(
        PAGE, "The bridge / is open", after="this"
    )


def test_pieces_stand_as_near_after_each_other_as_can_be() -> None:
    assert places(PAGE, ["The bridge", "said"]) == [{0, 1, 3}, {8, 9, 11}]


@pytest.mark.parametrize(
    ("words", "after", "reason"),
    [
        pytest.param("is shut", "", "do not stand in the page: 'is shut'", id="not there"),
        pytest.param("the bridge", "", "do not stand in the page", id="case counts"),
        pytest.param("is open / is closed", "", "do not stand in the page", id="pieces out of order"),
        pytest.param("The bridge", "", "stand in the page 2 times", id="twice"),
        pytest.param("is closed", "Share this", "do not stand after 'Share this'", id="before the mark"),
        pytest.param(
            "is open", "bridge", "`after` must stand in the page once, and stands there 2 times", id="vague mark"
        ),
        pytest.param("…", "", "do not stand", id="no words at all"),
    ],
)
def test_what_does_not_stand_there_once(words: str, after: str, reason: str) -> None:
    with pytest.raises(NotThereError, match=reason):
        place(PAGE, words, after)


def test_the_first_place_after_a_mark() -> None:
    assert place(PAGE, "The bridge", after="Share this") == {8, 9}


def test_a_web_page_is_its_visible_text_a_line_a_block() -> None:
    assert visible(HTML) == "Up to 40 houses burned.\nRead\nmore\ntail"


@pytest.mark.parametrize("name", ["page.txt", "page.html"])
def test_files_are_utf8(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("<p>Škoda “x”</p>" if name.endswith("html") else "Škoda “x”", encoding="utf8")
    assert page_of(tmp_path / name).words == ("Škoda", "x")


def test_a_part_of_a_word_is_no_place_of_it() -> None:
    assert place(PAGE, "he said") == {2, 3}
