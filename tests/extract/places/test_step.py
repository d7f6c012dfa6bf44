from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sayso.extract.draft import Draft, PlaceMention
from sayso.extract.parse import parse
from sayso.extract.places.step import find_places
from sayso.model import Place
from tests import factory


def places_of(*paragraphs: str) -> tuple[PlaceMention, ...]:
    return find_places(Draft(parsed=parse(factory.report(*paragraphs)))).places


def named(text: str, name: str) -> Place:
    report = factory.report(text)
    return next(m.place for m in find_places(Draft(parsed=parse(report))).places if report.text[slice(*m.span)] == name)


@pytest.mark.parametrize(
    ("text", "name", "country", "latitude"),
    [
        ("Shelling hit Kharkiv and Sumy on Monday.", "Kharkiv", "UA", 50.0),
        ("A mill burned in Paris, Texas, on Monday.", "Paris", "US", 33.7),
        ("Ministers met in Paris, France, on Monday.", "Paris", "FR", 48.9),
        ("Trains ran between Paris, Lyon and Marseille in France.", "Paris", "FR", 48.9),
        ("The drills took place in Gomel Oblast of Belarus.", "Gomel Oblast", "BY", 52.3),
        ("Fighting went on in Kherson Oblast.", "Kherson Oblast", "UA", 46.6),
        ("Deputies in Boone County, Kentucky, were called.", "Boone County", "US", 39.0),
        ("Deputies in Boone County, Missouri, were called.", "Boone County", "US", 39.0),
        ("The ship left Odesa for the Black Sea.", "Black Sea", None, 43.0),
        ("Officials in the U.S. said nothing.", "U.S.", "US", 39.8),
        ("The tanker docked in Klaipėda, Lithuania.", "Klaipėda", "LT", 55.7),
        ("A court in Columbus, Ga., ruled on Monday.", "Columbus", "US", 32.5),
        ("A court in Columbus, Ohio, ruled on Monday.", "Columbus", "US", 40.0),
        ("The militia held Tripoli and Benghazi in Libya.", "Tripoli", "LY", 32.9),
        ("Protesters marched in Tripoli and Beirut in Lebanon.", "Tripoli", "LB", 34.4),
        ("Shops closed in Tbilisi, Georgia, on Monday.", "Georgia", "GE", 42.0),
        ("Shops closed in Atlanta, Georgia, on Monday.", "Georgia", "US", 32.8),
    ],
    ids=lambda value: str(value)[:45],
)
def test_which_place_a_name_stands_for(text: str, name: str, country: str | None, latitude: float) -> None:
    place = named(text, name)
    assert place.country == country
    assert place.lat == pytest.approx(latitude, abs=0.8)


@pytest.mark.parametrize(
    ("text", "words", "reason"),
    [
        ("The Iranian minister spoke.", "Iranian", "the adjective of a people is no place"),
        ("Houston Orlov said so. Orlov later left.", "Houston", "a given name"),
        ("Jackson Petrov met Olga Paris, and Paris said so.", "Paris", "a surname of somebody named in full"),
        ("SECRETARY KERRY: We met in Geneva.", "KERRY", "an office stands before it"),
        ("The fire was on Paris Avenue.", "Paris", "a street lies where it lies"),
        ("It opens on Sunday in March.", "March", "a month is no place"),
        ("Police were called.", "Police", "a common word at the head of a sentence"),
        ("The White House said so.", "White House", "a body named by its building"),
        ("A tree fell between Clay and Grant streets.", "Clay", "a street of a list"),
        ("Rocks closed W.Va. 61 on Monday.", "W.Va", "a road's number follows"),
        ("Shots were fired from the Escalade.", "Escalade", "an article: a thing"),
        ("Growth slowed, according to Hopkins.", "Hopkins", "somebody said it"),
        ("A column of Kachin rebels left.", "Kachin", "a people, whose state it is"),
        ("They studied at Columbia University.", "Columbia", "a university is where it is, not where its name is"),
    ],
    ids=lambda value: str(value)[:45],
)
def test_what_is_no_place(text: str, words: str, reason: str) -> None:
    report = factory.report(text)
    found = [report.text[slice(*m.span)] for m in find_places(Draft(parsed=parse(report))).places]
    assert words not in found, reason


@pytest.mark.parametrize(
    ("text", "words", "reason"),
    [
        ("Sen. Ray Miller, D-Columbus, voted no.", "Columbus", "a member's home after the party"),
        ("Fog lay over Becker, Clay and Grant counties.", "Becker", "a list that its last word makes one of counties"),
        ("The Denver-based firm left.", "Denver", "where a firm is based"),
        ("COLUMBIA --- The governor spoke.", "COLUMBIA", "a dateline before a long dash"),
        ("Troops shelled Myawaddy.", "Myawaddy", "what troops shell"),
        ("Pipes burst in Shymkent and Taraz.", "Taraz", "side by side with a place"),
        ("Police from Dublin, Ohio, came. The Dublin Historical Society met.", "Dublin", "in a body's name, as known"),
        ("The Minnesota Highway Patrol came.", "Minnesota", "a patrol is no street"),
        ("Shells fell on Kherson at dawn.", "Kherson", "what something falls on"),
        ("Nurses in Sindh and Punjab walked out.", "Punjab", "a province that the parser takes for a people"),
    ],
    ids=lambda value: str(value)[:45],
)
def test_what_is_a_place(text: str, words: str, reason: str) -> None:
    report = factory.report(text)
    found = [report.text[slice(*m.span)] for m in find_places(Draft(parsed=parse(report))).places]
    assert found.count(words) == text.count(words), reason


def test_a_village_no_gazetteer_knows_is_a_place_without_position() -> None:
    place = named("Drones fell on the village of Zaborodichi on Monday.", "Zaborodichi")
    assert (place.name, place.lat, place.geonames_id) == ("Zaborodichi", None, None)


def test_one_name_has_one_sense_in_a_report() -> None:
    found = places_of(
        "A mill burned in Paris, Texas.", "Firefighters from Dallas came to Paris.", "Paris has two mills."
    )
    assert len({m.place.geonames_id for m in found if m.place.name == "Paris"}) == 1


def test_the_town_of_a_name_and_its_division_may_stand_in_one_report() -> None:
    report = factory.report("Shells hit Kherson.", "The rest of the Kherson region was quiet, as in Kherson itself.")
    town, region, again = (m.place for m in find_places(Draft(parsed=parse(report))).places)
    assert town.geonames_id == again.geonames_id != region.geonames_id


def test_what_is_once_said_to_be_a_town_is_one_everywhere() -> None:
    found = places_of("The city of Quebec sold its buses.", "Quebec has forty of them.")
    assert len({m.place.geonames_id for m in found}) == 1


@pytest.mark.parametrize(
    ("fields", "country", "reason"),
    [
        ({"outlet": "Tbilisi Courier"}, "GE", "a town in the outlet's name"),
        ({"outlet": "Savannah Ledger"}, "US", "a town in the outlet's name"),
        ({"uri": "https://news.example.ge/1"}, "GE", "the country's end of the address"),
    ],
    ids=lambda value: str(value)[:30],
)
def test_an_outlet_means_the_place_near_it(fields: dict[str, str], country: str, reason: str) -> None:
    report = factory.report("Grape growers across Georgia began the harvest early.", **fields)
    (mention,) = find_places(Draft(parsed=parse(report))).places
    assert mention.place.country == country, reason


WORDS = st.sampled_from(["Paris", "Texas", ",", "in", "the village of", "Oblast", "Kyiv", "Mr", "Georgia", "said", "—"])


@example("Paris Paris Texas Oblast Paris")  # a division word is a place name, too
@settings(max_examples=40, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=12).map(" ".join) | st.text(max_size=40))
def test_spans_give_back_their_words_and_do_not_overlap(text: str) -> None:
    report = factory.report(text or "x")
    found = find_places(Draft(parsed=parse(report))).places
    assert found == find_places(Draft(parsed=parse(report))).places
    for mention, after in pairwise(found):
        assert mention.span.end <= after.span.start
    for mention in found:
        assert mention.place.spans == (mention.span,)
        assert report.text[slice(*mention.span)].strip()
        assert (mention.place.lat is None) == (mention.place.lon is None)
