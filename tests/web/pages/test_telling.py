"""Values in words."""

from __future__ import annotations

import pytest

from sayso.model import Certainty, Factuality, OriginCount, Polarity, Quantity
from sayso.web.pages import telling

TIMES = [
    pytest.param("2024-05-29", '<time datetime="2024-05-29">29 May 2024</time>', id="a day has no zone"),
    pytest.param("2024-05", '<time datetime="2024-05">May 2024</time>', id="a month"),
    pytest.param(
        "2024-05-29T13:05+03:00",
        '<time datetime="2024-05-29T13:05+03:00">29 May 2024, 13:05 <span class="zone">UTC+03:00</span></time>',
        id="with its zone",
    ),
    pytest.param(
        "2024-05-29T13:05:09Z",
        '<time datetime="2024-05-29T13:05:09Z">29 May 2024, 13:05 <span class="zone">UTC</span></time>',
        id="universal time",
    ),
    pytest.param(
        "2024-05-29T13:05",
        '<time datetime="2024-05-29T13:05">29 May 2024, 13:05 <span class="zone">zone not given</span></time>',
        id="a page that gives no zone",
    ),
    pytest.param(None, '<span class="unknown">no date</span>', id="a page that gives no time"),
    pytest.param("<b>", '<time datetime="&lt;b&gt;">&lt;b&gt;</time>', id="no time is still escaped"),
]


@pytest.mark.parametrize(("moment", "told"), TIMES)
def test_times(moment: str | None, told: str) -> None:
    assert telling.when(moment) == told


EVENT_TIMES = [
    pytest.param("2024-05-14", "14 May 2024", id="a day"),
    pytest.param("2024-05-14/2024-05-16", "14 May 2024 to 16 May 2024", id="an interval"),
    pytest.param("2024-05/..", "from May 2024, end unknown", id="an open end"),
    pytest.param("../2024", "until 2024", id="an open beginning"),
    pytest.param("2024-05~", "about May 2024", id="approximate"),
    pytest.param("2024?", "perhaps 2024", id="uncertain"),
    pytest.param("202X", "202X", id="a decade is left as it is"),
]


@pytest.mark.parametrize(("edtf", "told"), EVENT_TIMES)
def test_event_times(edtf: str, told: str) -> None:
    assert telling.event_time(edtf) == told


LOCALES = [
    pytest.param("de-DE,de;q=0.9,en;q=0.8", "1.234.567,5", id="German"),
    pytest.param("fr", "1\u202f234\u202f567,5", id="French"),
    pytest.param("hi-IN", "12,34,567.5", id="Hindi groups otherwise"),
    pytest.param("", "1,234,567.5", id="none is told"),
    pytest.param("xx-YY,;;,*", "1,234,567.5", id="nothing that is known"),
]


@pytest.mark.parametrize(("accepted", "told"), LOCALES)
def test_numbers_are_written_as_the_reader_does(accepted: str, told: str) -> None:
    assert telling.number(1234567.5, telling.locale_of(accepted)) == told


AMOUNTS = [
    pytest.param(Quantity(min=40, max=None, of="tankers", spans=()), "at least 40 tankers", id="open upwards"),
    pytest.param(Quantity(min=None, max=40, of="tankers", spans=()), "at most 40 tankers", id="open downwards"),
    pytest.param(Quantity(min=20, max=30, of=None, spans=()), "20 to 30", id="both bounds"),
    pytest.param(Quantity(min=1200, max=1200, of="men", spans=(), word="about"), "about 1,200 men", id="approximate"),
    pytest.param(Quantity(min=0, max=0, of="men", spans=()), "0 men", id="none is a number"),
]


@pytest.mark.parametrize(("value", "told"), AMOUNTS)
def test_bounds_are_kept(value: Quantity, told: str) -> None:
    assert telling.quantity(value, "en_GB") == told


def test_origins_say_what_is_known_at_least_and_at_most() -> None:
    assert telling.origins(OriginCount(min=1, max=1), "en_GB") == "1 origin"
    assert telling.origins(OriginCount(min=0, max=2), "en_GB") == "0–2 origins"
    assert telling.counted(14, "report", "en_GB") == "14 reports"


def test_how_surely() -> None:
    likely = Factuality(certainty=Certainty.PROBABLE, probability=(0.55, 0.8))
    assert telling.factuality(likely, "en_GB") == "as probable (55%–80%)"
    assert telling.commitment(Certainty.CERTAIN, Polarity.NEGATIVE) == "denied or negated, as certain"


@pytest.mark.parametrize(("language", "way"), [("fa", "rtl"), ("ar-EG", "rtl"), ("en", "ltr"), ("unknown", "ltr")])
def test_direction(language: str, way: str) -> None:
    assert telling.direction(language) == way
