from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.link.speaking import is_press_name, own_page
from tests.link.making import told

SAID = "the mine has stood still since Monday"


@pytest.mark.parametrize(
    ("outlet", "around", "own"),
    [
        pytest.param("Kemi Harbour Board", SAID, True, id="a body, by a word of its name"),
        pytest.param(
            "Electoral Commission of the Republic", SAID, True, id="a word of newspapers beside one of a body"
        ),
        pytest.param("Republic of Norway", SAID, True, id="a state, though newspapers call themselves republics"),
        pytest.param("Mulberry Copper", f"Our crews know that {SAID}.", True, id="a company that says 'our crews'"),
        pytest.param("Mulberry Copper", f"{SAID}.", False, id="a name that tells nothing, on a page that says no 'we'"),
        pytest.param("Kemi Alert", f"A miner told us that {SAID}.", False, id="told us: a reporter"),
        pytest.param("Kemi Alert", f"{SAID}, by our photographer's count.", False, id="our photographer: a newspaper"),
        pytest.param("Kemi Alert", f'A miner says: "We know that {SAID}."', False, id="'we' in a quotation"),
        pytest.param("Kemi Alert", f"Shares fell by US$2 as {SAID}.", False, id="US is not us"),
        pytest.param("Baltic News Agency", SAID, False, id="an agency of news"),
        pytest.param("Siam Broadcast Service", SAID, False, id="a service of broadcasts"),
    ],
)
def test_whose_page_it_is(outlet: str, around: str, own: bool) -> None:
    assert own_page(told(SAID, outlet=outlet, around=around)) is own


def test_a_page_without_a_name_may_speak_as_a_body() -> None:
    page = told(SAID, around=f"We found that {SAID}.")
    assert own_page(replace(page, outlet=None))


@pytest.mark.parametrize(("name", "press"), [("The Independent", True), ("Independent Police Board", False)])
def test_a_word_of_newspapers_beside_one_of_a_body_tells_nothing(name: str, press: bool) -> None:
    assert is_press_name(name) is press
