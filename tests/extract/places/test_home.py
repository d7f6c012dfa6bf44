from __future__ import annotations

import pytest

from sayso.extract.places.home import home_of


@pytest.mark.parametrize(
    ("outlet", "uri", "names", "countries", "reason"),
    [
        ("Tbilisi Courier", "note.txt", ("Tbilisi",), set(), "a town in the name"),
        ("The Irish Ledger", "note.txt", (), {"IE"}, "an adjective in the name"),
        ("New Zealand Ledger", "note.txt", ("New Zealand",), {"NZ"}, "a country of two words"),
        ("Georgia Ledger", "note.txt", ("Georgia",), set(), "a country or a state"),
        ("Example", "https://www.example.lt/news/1", (), {"LT"}, "a country's end"),
        ("example.co.uk", "note.txt", ("United Kingdom",), {"GB"}, "an address for a name"),
        ("Example", "https://news.example.scot/1", ("Scotland",), set(), "an end that is no country's code"),
        ("Example", "https://example.tv/1", (), set(), "an end that is sold for its letters"),
        ("Example", "https://example.com/1", (), set(), "an end that tells nothing"),
        ("The Morning Star", "note.txt", (), set(), "words for outlets are villages, too"),
        (None, "note.txt", (), set(), "nothing is known"),
        ("", "http://[broken", (), set(), "no address"),
    ],
    ids=lambda value: str(value)[:30],
)
def test_where_an_outlet_is_at_home(
    outlet: str | None, uri: str, names: tuple[str, ...], countries: set[str], reason: str
) -> None:
    home = home_of(outlet, uri)
    assert (home.names, home.countries) == (names, frozenset(countries)), reason
