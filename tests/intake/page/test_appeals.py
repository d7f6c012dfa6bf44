"""Lines of the site within an article."""

from __future__ import annotations

import pytest

from sayso.intake.page.appeals import is_about_author, is_appeal, is_correction, is_doubled, is_label, is_shouted


@pytest.mark.parametrize(
    "text",
    [
        "Example Post is the place for news of the region. Follow us on Twitter, support us!",
        "Subscribe to our weekly letter for more like this",
        "CLICK HERE TO GET THE EXAMPLE NEWS APP",
        "By entering your email you agree to our Terms of Use.",
        "Published under: Lviv, Bridges",
    ],
)
def test_requests_and_notices(text: str) -> None:
    assert is_appeal(text)


@pytest.mark.parametrize(
    "text",
    [
        "“Follow us,” the soldiers told the villagers, who stayed where they were.",
        "The ministry asked residents to follow the instructions of the police.",
        "Source: border guard service",
    ],
    ids=["quotation", "reported request", "where it is from"],
)
def test_article_lines_are_no_requests(text: str) -> None:
    assert not is_appeal(text)


def test_lines_that_are_labels_only() -> None:
    assert is_label("Advertisement:")
    assert is_label("***")
    assert not is_label("Advertisement revenue fell by a third, the publisher said.")


def test_a_headline_printed_twice_is_that_of_another_report() -> None:
    assert is_doubled("Storm leaves thousands dark Storm leaves thousands dark")
    assert not is_doubled("Storm leaves thousands dark, storm leaves hundreds cold")


def test_note_on_the_author() -> None:
    assert is_about_author("Jane Doe is a reporter with Example News covering the region.")
    assert not is_about_author("Olena Hrytsak is a member of the regional council.")


def test_only_long_lines_in_capitals_are_other_headlines() -> None:
    assert is_shouted("PARLIAMENT ADOPTS BUDGET AFTER A NIGHT OF LONG DEBATE IN KYIV")
    assert not is_shouted("WHAT IS KNOWN SO FAR")


def test_a_correction_of_some_length_is_told_by_its_first_words() -> None:
    assert is_correction("Corrections, 14 May. No crane has fallen: the picture was taken in Split in 2018.")
    assert is_correction("An earlier version of this report gave the name of the captain wrongly.")
    assert not is_correction("Corrections to bulletin 3: none.")
    assert not is_correction("The correction of the river bed has cost the town nine million, says the mayor.")
