"""Names in bylines."""

from __future__ import annotations

import pytest

from sayso.intake.page.bylines import byline_names, is_byline, outlet_tail

BYLINES = {
    "one name and a date glued on": ("By Mira Kovalenko October 28, 2022", ("Mira Kovalenko",)),
    "two names and a place": ("By Jane Doe and John Roe, Kyiv", ("Jane Doe", "John Roe")),
    "three names": ("By Ana Lopez, Tim Berg and Li Wen", ("Ana Lopez", "Tim Berg", "Li Wen")),
    "agency in a place": ("AFP in Paris", ("AFP",)),
    "story by": ("Story by Jane Doe", ("Jane Doe",)),
    "role after a comma": ("By Jane Doe, Senior Defence Correspondent", ("Jane Doe",)),
    "role glued in capitals": ("BY JANE DOESTAFF WRITER", ("JANE DOE",)),
    "outlet after a dash": ("By Jane Doe - The Example Times - Thursday, March 5, 2024", ("Jane Doe",)),
    "outlet without a mark": ("By Jane Doe Example News", ("Jane Doe",)),
    "published follows": ("By Jane Doe Published March 5, 2024", ("Jane Doe",)),
    "particles": ("Von Anna von der Heide", ("Anna von der Heide",)),
    "initials and hyphen": ("by T. J. Smith-O’Neil", ("T. J. Smith-O’Neil",)),
    "staff": ("By Example Wire staff", ("Example Wire staff",)),
    "staff before a date": ("Example Wire staff | 5 March 2024 | 16:02", ("Example Wire staff",)),
    "name after a date": ("Posted on March 5, 2024 by Jane Doe", ("Jane Doe",)),
    "role for a name": ("Posted on March 5, 2024 by Editor", ("Editor",)),
    "Russian": ("Автор: Мария Иванова", ("Мария Иванова",)),
}


@pytest.mark.parametrize(("text", "names"), BYLINES.values(), ids=BYLINES.keys())
def test_names_of_a_byline(text: str, names: tuple[str, ...]) -> None:
    assert byline_names(text) == names


@pytest.mark.parametrize(
    "text",
    [
        *("By the river the army stood", "By Monday the troops had left the town.", "Bypass closed", "By"),
        *("Hospital staff, who had worked all night, left on Tuesday.", "The list was published on 5 March by hand."),
    ],
    ids=["prose", "sentence", "another word", "nothing follows", "staff of a hospital", "published in a sentence"],
)
def test_prose_is_no_byline(text: str) -> None:
    assert not is_byline(text)


def test_a_name_that_looks_like_an_outlet_stays_a_name() -> None:
    assert outlet_tail("Emily Post") is None
