"""Which statements are of one claim: pairs as data, each with the rule of docs it shows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.link.features import features
from sayso.link.score import KEPT, SAME, compare, linked, score, weights
from sayso.link.signals import SIGNALS
from sayso.model import Appearance, Factuality, Polarity, Realis
from tests.factory import actor
from tests.link.making import at, event, on, told

DENIED = Factuality(polarity=Polarity.NEGATIVE)

SAME_CLAIM = [
    pytest.param(
        told("the bridge at Varna was closed on Tuesday"),
        told("Varna's bridge was shut on Tuesday", day="2024-03-15"),
        id="kin words",
    ),
    pytest.param(
        told("at least 20 drones were delivered to the Luninets airfield"),
        told("40 drones were supplied to the airfield at Luninets"),
        id="another number is the same claim",
    ),
    pytest.param(
        told("soldiers had fired on the convoy near Agadez"),
        told("its soldiers had fired on the convoy near Agadez", by="Defence Ministry", cue="deny", factuality=DENIED),
        id="a denial is a member of the claim",
    ),
    pytest.param(
        told("three workers died in an explosion at the Kolari mine", time=on("2024-03-12")),
        told("An explosion at the Kolari mine killed three workers", time=on("2024-03-11/2024-03-17")),
        id="a day within the other's week",
    ),
    pytest.param(
        told("the governor of Perm resigned", by="Interior Ministry"),
        told("Perm's governor has quit", by="Vera Holm"),
        id="whose word it is does not matter",
    ),
    pytest.param(
        told("police arrested two men in Graz over the theft of the statue", place=at("Graz", 1, "AT")),
        told("Two men were detained in Graz over the stolen statue", place=at("Graz", 1, "AT")),
        id="one place by its number",
    ),
]

OTHER_CLAIM = [
    pytest.param(
        told("drones struck a fuel depot in Odesa", time=on("2024-02-06")),
        told("drones struck a fuel depot in Odesa", time=on("2024-02-19"), day="2024-02-20"),
        id="the same happening on another day",
    ),
    pytest.param(
        told("two dock workers were hurt in Izmail", place=at("Izmail", 1)),
        told("two dock workers were hurt in Odesa", place=at("Odesa", 2, lat=46.5)),
        id="another place",
    ),
    pytest.param(
        told("Near Kolari, one strike destroyed a tunnel entrance and a vehicle"),
        told("Near Marsta, one strike destroyed a tunnel entrance and a vehicle"),
        id="one formula of two villages that no gazetteer has",
    ),
    pytest.param(
        told("Minister Ana Ruiz met trade unions in Leon"),
        told("Minister Ana Ruiz opened a hospital in Leon"),
        id="other act, same people and place",
    ),
    pytest.param(
        told("Norland attacked Sudania at sea", event=event("ASSAULT", "190", actor("Norland"), actor("Sudania"))),
        told("Sudania attacked Norland at sea", event=event("ASSAULT", "190", actor("Sudania"), actor("Norland"))),
        id="who acts on whom is turned round",
    ),
    pytest.param(
        told("the court ordered the ship to stay in port", headline="Court in Riga rules on Aurora"),
        told("the crew of the ship received no wages", headline="Crew of Aurora in Riga unpaid"),
        id="another thing about the same ship",
    ),
    pytest.param(
        told("the mine at Kolari was flooded"), told("talks on grain exports ended in Geneva"), id="nothing shared"
    ),
    pytest.param(
        told("None of the crew was injured", headline="Missile hits Ocean Merit off Aden"),
        told("None of the crew was injured", headline="Tanker Star Vela on fire at Rotterdam", day="2024-05-20"),
        id="equal words about two ships",
    ),
]


@pytest.mark.parametrize(("a", "b"), SAME_CLAIM)
def test_same_claim(a: Appearance, b: Appearance) -> None:
    assert score(a, b).score >= SAME


@pytest.mark.parametrize(("a", "b"), OTHER_CLAIM)
def test_other_claim(a: Appearance, b: Appearance) -> None:
    assert score(a, b).score < SAME


def test_polarity_is_no_part_of_sameness() -> None:
    plain, other = told("the dam broke at Vrana"), told("the dam at Vrana broke")
    denied = told("the dam at Vrana broke", factuality=DENIED)
    assert score(plain, other).score == score(plain, denied).score


def test_a_plan_and_its_fulfilment_are_further_apart() -> None:
    done, other = told("the court freed the captain"), told("the captain was freed by a court")
    planned = told("the captain was freed by a court", realis=Realis.PLANNED)
    assert score(done, planned).score < score(done, other).score


def test_reasons_add_up_to_the_score() -> None:
    found = score(told("the bridge at Varna was closed"), told("the bridge in Varna was shut"))
    assert {reason.signal for reason in found.reasons} <= {signal.__name__ for signal in SIGNALS}
    assert all(0 < reason.value <= 1 for reason in found.reasons)


def test_every_signal_has_its_weight_and_every_weight_its_signal() -> None:
    assert set(weights()[1]) == {signal.__name__ for signal in SIGNALS}


CONTENTS = st.lists(
    st.sampled_from(["Odesa", "Varna", "bridge", "drones", "closed", "struck", "port", "12", "40", "the", "on"]),
    min_size=1,
)


@given(CONTENTS, CONTENTS)
def test_scores_are_symmetric_and_bounded(a: list[str], b: list[str]) -> None:
    x, y = told(" ".join(a), outlet="A"), told(" ".join(b), outlet="B", day="2024-03-20")
    assert score(x, y) == score(y, x)
    assert 0 <= score(x, y).score <= 1


@pytest.mark.parametrize(("a", "b"), SAME_CLAIM + OTHER_CLAIM)
def test_a_link_without_reasons_is_the_same(a: Appearance, b: Appearance) -> None:
    x, y = features(a, bytes(range(96))), features(b, bytes(range(3, 99)))
    explained = compare(x, y)
    bare = linked(x, y)
    assert (
        (bare.a, bare.b, bare.score) == (explained.a, explained.b, explained.score) if bare else explained.score < KEPT
    )
