"""Small made-up reports, so many as are wanted: four outlets tell each story, each in words that partly are its own."""

from __future__ import annotations

from sayso.model import Report
from tests.factory import report

TELLERS = 4  # reports of one story
_OUTLETS = 40
_TOWNS = ("Gomel", "Brest", "Minsk", "Grodno", "Vitebsk", "Mogilev", "Pinsk", "Polotsk", "Orsha", "Lida", "Slutsk")
_THINGS = ("bridge", "ferry", "depot", "railway", "airport", "hospital", "pipeline", "refinery", "school", "market")
_DEEDS = ("closed", "reopened", "repaired", "attacked", "inspected", "evacuated", "flooded", "sold", "rebuilt")
_BODIES = ("City Council", "Transport Ministry", "Red Cross", "Fire Service", "Energy Ministry", "Customs Office")
_REASONS = ("a storm", "a strike", "an explosion", "an inspection", "a burst dam", "a fire", "a power cut")
_WATCHERS = ("A driver", "A neighbour", "A nurse", "A teacher", "An engineer", "A sailor", "A farmer", "A clerk")


def story(number: int) -> Report:
    """The report of this number; the same number is the same report."""
    tale, teller = divmod(number, TELLERS)
    town, thing, deed = _TOWNS[tale % 11], _THINGS[tale % 10], _DEEDS[tale % 9]
    body, reason = _BODIES[tale % 6], _REASONS[tale % 7]
    day = f"20{10 + tale % 13}-{1 + tale % 12:02}-{1 + tale % 28:02}"
    return report(
        f"The {thing} number {tale} at {town} was {deed} after {reason}, the {body} said.",
        f"{_WATCHERS[(tale + teller) % 8]} counted {20 + 7 * tale + teller} people near gate {teller} of line {tale}.",
        headline=f"{town}: {thing} {deed}, part {number}",
        uri=f"https://outlet{number % _OUTLETS}.example/{number}",
        outlet=f"Outlet {number % _OUTLETS}",
        published=day,
    )
