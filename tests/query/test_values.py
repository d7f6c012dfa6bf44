from __future__ import annotations

import pytest

from sayso.errors import UsageError
from sayso.model import (
    Certainty,
    Content,
    Event,
    EventTime,
    Field,
    Place,
    Polarity,
    Quantity,
    Realis,
    Span,
    Value,
)
from sayso.query.values import parse_value, show_value
from tests.factory import report
from tests.standins import sentences

HOME = sentences(report("Up to 40 lorries crossed the bridge, the Transport Ministry said."))[0]
(SAID,) = HOME.statements
WORDS = SAID.content.spans

VALUES = [
    pytest.param(Field.CERTAINTY, "Possible", Value(certainty=Certainty.POSSIBLE), "possible", id="certainty"),
    pytest.param(Field.POLARITY, "negative", Value(polarity=Polarity.NEGATIVE), "negative", id="polarity"),
    pytest.param(Field.REALIS, "planned", Value(realis=Realis.PLANNED), "planned", id="realis"),
    pytest.param(Field.ORIGIN, "none", Value(origin=None), "none", id="the outlet's own"),
    pytest.param(
        Field.TIME,
        "2024-03-14",
        Value(time=EventTime(edtf="2024-03-14", timex="2024-03-14", spans=WORDS)),
        "2024-03-14",
        id="a day",
    ),
    pytest.param(
        Field.TIME,
        "2024-03/..",
        Value(time=EventTime(edtf="2024-03/..", timex="", spans=WORDS)),
        "2024-03/..",
        id="since",
    ),
    pytest.param(
        Field.PLACE, "Gomel, BY", Value(place=Place(name="Gomel", country="BY", spans=WORDS)), "Gomel, BY", id="a place"
    ),
    pytest.param(
        Field.EVENT,
        "consult 042",
        Value(event=Event(plover="CONSULT", cameo="042", trigger=WORDS)),
        "CONSULT 042",
        id="an event",
    ),
    pytest.param(
        Field.QUANTITIES,
        "..40 lorries; 1,200",
        Value(
            quantities=(
                Quantity(min=None, max=40, of="lorries", spans=WORDS),
                Quantity(min=1200, max=1200, of=None, spans=WORDS),
            )
        ),
        "..40 lorries; 1200",
        id="quantities",
    ),
    pytest.param(Field.QUANTITIES, "none", Value(quantities=()), "none", id="no quantities"),
    pytest.param(
        Field.CONTENT,
        "6:16",
        Value(content=Content(spans=(Span(6, 16),), text="40 lorries")),
        "40 lorries",
        id="other words",
    ),
    pytest.param(
        Field.PLACE,
        '{"name": "Gomel", "geonames_id": 627907, "spans": [[3, 5]]}',
        Value(place=Place(name="Gomel", geonames_id=627907, spans=(Span(3, 5),))),
        "Gomel",
        id="JSON",
    ),
]


@pytest.mark.parametrize(("field", "told", "value", "shown"), VALUES)
def test_values_as_a_person_writes_them(field: Field, told: str, value: Value, shown: str) -> None:
    assert parse_value(field, told, HOME, SAID) == value
    assert show_value(value) == shown


def test_an_actor_that_the_report_names_is_that_actor() -> None:
    found = parse_value(Field.ORIGIN, "transport ministry", HOME, SAID).origin
    assert found == HOME.attributions[0].source.actor  # type: ignore[union-attr]


def test_a_stance_names_who_takes_it() -> None:
    stances = parse_value(Field.STANCES, "Red Cross: certain negative", HOME, SAID).stances
    assert stances
    (one,) = stances
    assert (one.actor.name, one.certainty, one.polarity) == ("Red Cross", Certainty.CERTAIN, Polarity.NEGATIVE)
    assert show_value(Value(stances=stances)) == "Red Cross: certain negative"


MISTAKES = [
    pytest.param(Field.CERTAINTY, "sure", "certain, probable, possible, unknown", id="no word of the list"),
    pytest.param(Field.TIME, "yesterday", "not a date", id="no date"),
    pytest.param(Field.EVENT, "a fight", "not an event", id="no event"),
    pytest.param(Field.QUANTITIES, "many", "not a quantity", id="no quantity"),
    pytest.param(Field.QUANTITIES, "9..3", "the least is more", id="bounds turned round"),
    pytest.param(Field.CONTENT, "6", "not spans", id="no spans"),
    pytest.param(Field.CONTENT, "6:900", "no part of the report's text", id="spans outside the text"),
    pytest.param(Field.PLACE, '{"nme": "Gomel"}', "place", id="JSON of another shape"),
    pytest.param(Field.PLACE, "{", "place", id="no JSON"),
    pytest.param(Field.STANCES, "they deny it", "not a stance", id="no stance"),
]


@pytest.mark.parametrize(("field", "told", "message"), MISTAKES)
def test_what_is_no_value_is_a_usage_error(field: Field, told: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        parse_value(field, told, HOME, SAID)
