"""Where: the place names of a report, and which place each stands for."""

from __future__ import annotations

from dataclasses import replace

from sayso.extract.draft import Draft, PlaceMention
from sayso.extract.places.gazetteer import Sense
from sayso.extract.places.home import home_of
from sayso.extract.places.sense import choose, key_of
from sayso.extract.places.words import Candidate, candidates
from sayso.model import Place


def find_places(draft: Draft) -> Draft:
    """Every place name of the article, one sense a name; coordinates are None where the text leaves it open.

    A name inside the name of a body ("Odesa Police") is a mention as well; `setting` must not take it for the place of
    an event. Names of peoples ("Iranian") are none. A place has the name that the report gives it, which its readers
    know and search by: GeoNames' own spelling is often the local one ("Tehrān"), and its id tells the identity.
    """
    found = candidates(draft.parsed)
    report = draft.parsed.report
    chosen = choose(found, home_of(report.outlet, report.uri))
    mentions = tuple(_mention(candidate, chosen[key_of(candidate)]) for candidate in found)
    return replace(draft, places=mentions)


def _mention(candidate: Candidate, sense: Sense | None) -> PlaceMention:
    span, name = candidate.passage.span(candidate.tokens), candidate.tokens.text
    if sense is None:
        return PlaceMention(span=span, place=Place(name=name, spans=(span,)))
    place = Place(
        name=name,
        geonames_id=sense.geonames_id,
        country=sense.country,
        lat=sense.lat,
        lon=sense.lon,
        spans=(span,),
    )
    return PlaceMention(span=span, place=place)
