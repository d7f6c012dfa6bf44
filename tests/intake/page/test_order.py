"""Which number of a date is the day: each kind of evidence by itself."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.intake.page.order import PageWords, day_first

BARE = PageWords(short=["Nina Gale | 07/03/2021"], chrome=["Nina Gale | 07/03/2021"], article=["The road is closed."])
FRENCH = "La route du nord est fermée depuis lundi, a déclaré la porte-parole de la région, et les files sont longues."

TOLD = {
    "nothing tells": (BARE, None),
    "another date with a number above twelve": (replace(BARE, short=[*BARE.short, "28/02/2021"]), True),
    "both orders on one page": (replace(BARE, short=[*BARE.short, "28/02/2021", "02/28/2021"]), None),
    "the same day with the year first": (replace(BARE, short=[*BARE.short, "2021-07-03"]), False),
    "both readings stand elsewhere": (replace(BARE, short=[*BARE.short, "2021-07-03", "7 March 2021"]), True),
    "not after the day of the fetch": (replace(BARE, latest="2021-03-20"), True),
    "a Kenyan address": (replace(BARE, uri="https://www.rift.co.ke/a"), True),
    "an American address": (replace(BARE, uri="https://bayview.gov/a"), False),
    "an end that is sold to everybody": (replace(BARE, uri="https://bayview.tv/a"), None),
    "an address in the foot": (replace(BARE, chrome=["desk@rift.co.ke"]), True),
    "addresses of two customs": (replace(BARE, chrome=["desk@rift.co.ke", "www.bayview.gov"]), None),
    "a calling code": (replace(BARE, chrome=["Tel. +595 71 000 000"]), True),
    "an American calling code tells nothing": (replace(BARE, chrome=["Tel. +1 250 000 000"]), None),
    "7 March in words": (replace(BARE, article=["It fell on 7 March."]), True),
    "March 7 is written in India too": (replace(BARE, article=["It fell on March 7."]), None),
    "March 7 and American spelling": (replace(BARE, article=["The harbor froze on March 7."]), False),
    "British spelling": (replace(BARE, article=["The harbour froze."]), True),
    "a name keeps the spelling of its country": (
        replace(BARE, article=["At Pearl Harbor, the Labour Party."]),
        None,
    ),
    "French": (replace(BARE, article=[FRENCH]), True),
    "no date of numbers to decide": (replace(BARE, short=["7 March 2021"], uri="https://rift.co.ke"), None),
}


@pytest.mark.parametrize(("page", "order"), TOLD.values(), ids=TOLD.keys())
def test_what_tells_the_order(page: PageWords, order: bool | None) -> None:
    assert day_first(page) is order
