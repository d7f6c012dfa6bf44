"""The dates of datelines, and of sentences that look like them."""

from __future__ import annotations

import pytest

from sayso.intake.page.dateline import dateline_day
from sayso.intake.page.partial import Years

REST = "Divers have begun to search the hold."
LINES = {
    "a short month with its point, a dash after a full stop": (f"Maracaibo, 7 Oct. 2020 (Agencia Lago).– {REST}", True),
    "capitals and a country": (f"BATUMI, Georgia, October 7, 2020 (Pamir Wire) — {REST}", True),
    "the agency first": (f"GUAYAQUIL (Wire Sur), Oct. 7, 2020 = {REST}", True),
    "all in brackets": (f"(Wire Sur, Guayaquil, Oct. 7, 2020) - {REST}", True),
    "no year, which the address has": (f"BATUMI, Oct. 7 (Pamir Wire) - {REST}", True),
    "a small word in a name": (f"Rio de Janeiro, 7 October 2020: {REST}", True),
    "a sentence with a dash": (f"On 7 October 2020 - nobody forgets it - the ship sank. {REST}", False),
    "a sentence with a colon": (f"Batumi closed on 7 October 2020: {REST}", False),
    "a sentence with commas and a dash": (f"The ship that sank in the bay, 7 October 2020 - at night. {REST}", False),
    "a date without a mark after it": (f"Batumi, 7 October 2020 was the day. {REST}", False),
    "a date far in the text": (f"BATUMI (Pamir Wire) - {REST * 3} It sank in Poti, 7 October 2020 - at night.", False),
}


@pytest.mark.parametrize(("text", "told"), LINES.values(), ids=LINES.keys())
def test_dateline(text: str, told: bool) -> None:
    day = dateline_day(text, day_first=None, years=Years(address=((2020, None),)))
    assert day == ("2020-10-07" if told else None)
