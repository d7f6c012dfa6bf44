from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.link.claims import make_claim
from sayso.link.grouping import grouped, same_voice
from sayso.link.voices import voices
from sayso.model import Actor, ActorKind, Appearance
from tests.link.making import told

DRY = "the reservoir above Kemi has run dry"


def said(by: str, around: str, kind: ActorKind = ActorKind.PERSON, words: str = "", outlet: str = "Post") -> Appearance:
    """DRY, told in the paragraph `around` by `by`, whom the source calls `words` (left out: the same)."""
    made = told(DRY, by=by, outlet=outlet, around=f"{around} {DRY}.")
    source = made.chain[0].source
    assert source is not None
    named = Actor(id=source.actor.id, name=by, kind=kind)
    chain = (replace(made.chain[0], source=replace(source, actor=named, text=words or by)),)
    return replace(made, chain=chain, introduction=around)


BOARD = said("Kemi Harbour Board", "Kemi Harbour Board said", ActorKind.ORGANISATION)
UNION = said("union of divers", "The union of divers said", ActorKind.ORGANISATION, "The union of divers")
TOWN = said("municipality of Kemi", "The municipality of Kemi said", ActorKind.GOVERNMENT)
MAYOR = said("Vera Holm", "The mayor of Kemi, Vera Holm, said", words="the mayor of Kemi, Vera Holm")
UN = said("United Nations mission", "the United Nations mission said", ActorKind.ORGANISATION)
POLICE = said("Kemi police", "Kemi police said", ActorKind.GOVERNMENT)

ONE = [
    pytest.param(
        BOARD,
        said("Ana Reis", "Ana Reis, director of the Kemi Harbour Board, said"),
        id="an office, and the body it is of, beside the name",
    ),
    pytest.param(BOARD, said("Ana Reis", "Ana Reis of the Kemi Harbour Board said"), id="nothing but 'of' between"),
    pytest.param(
        BOARD,
        said("Ana Reis", "Kemi Harbour Board closed the gate, its director, Ana Reis, said", words="its director"),
        id="its director, the body named before",
    ),
    pytest.param(
        UNION,
        said("Ilse Maas", "Ilse Maas, the union's secretary, said", words="Ilse Maas, the union's secretary"),
        id="a union without a name, and its secretary",
    ),
    pytest.param(TOWN, MAYOR, id="a mayor and the municipality"),
    pytest.param(
        MAYOR,
        said("mayor of the town", "the mayor of the town said", ActorKind.ROLE),
        id="an office without a name, which another report names",
    ),
    pytest.param(
        UN,
        said("UN Mission - Kemi Field Office", "UN Mission - Kemi Field Office said", ActorKind.ORGANISATION),
        id="a name that is shortened in one of the two",
    ),
    pytest.param(
        said("UN", "the UN said", ActorKind.ORGANISATION),
        said("UN investigators", "UN investigators said", ActorKind.GROUP),
        id="people who are named by their body",
    ),
    pytest.param(POLICE, said("police", "police said", ActorKind.GOVERNMENT), id="a body by its kind alone"),
    pytest.param(
        said("Reis's family", "Reis's family said", ActorKind.ROLE),
        said("Reis's brother", "Reis's brother said", ActorKind.ROLE),
        id="kin of one person",
    ),
    pytest.param(
        said("residents", "residents said", ActorKind.GROUP),
        said("villagers", "villagers said", ActorKind.GROUP),
        id="those who live there, under two names",
    ),
]


@pytest.mark.parametrize(("a", "b"), ONE)
def test_one_voice(a: Appearance, b: Appearance) -> None:
    assert same_voice(a, b)
    assert same_voice(b, a)


TWO = [
    pytest.param(
        BOARD, said("Ana Reis", "Ana Reis, director of the Oulu Harbour Trust, said"), id="an office of another body"
    ),
    pytest.param(
        TOWN, said("Ivo Brandt", "the mayor of Oulu, Ivo Brandt, said", words="the mayor of Oulu"), id="another town"
    ),
    pytest.param(
        MAYOR, said("mayor of Oulu", "the mayor of Oulu said", ActorKind.ROLE), id="the same office in another town"
    ),
    pytest.param(
        said("Interior Ministry", "the Interior Ministry said", ActorKind.GOVERNMENT),
        said("Ana Reis", "the police chief, Ana Reis, said", words="the police chief, Ana Reis"),
        id="an office with a body of its own",
    ),
    pytest.param(
        said("two miners", "two miners said", ActorKind.GROUP),
        said("nurse at the hospital", "a nurse at the hospital said", ActorKind.ROLE),
        id="two descriptions",
    ),
    pytest.param(
        said("Koru Front", "the Koru Front said", ActorKind.ORGANISATION),
        said("spokesman", "Nobody believes the Koru Front, the spokesman said", ActorKind.ROLE, "the spokesman"),
        id="a spokesman beside the name of those whom he speaks against",
    ),
]


@pytest.mark.parametrize(("a", "b"), TWO)
def test_two_voices(a: Appearance, b: Appearance) -> None:
    assert not same_voice(a, b)


def test_a_bare_surname_that_two_bear_is_neither() -> None:
    pavel, vera, bare = (said(name, f"{name} said") for name in ("Pavel Orlov", "Vera Orlov", "Orlov"))
    assert len(grouped(voices((pavel, bare)))) == 1
    assert len(grouped(voices((pavel, vera, bare)))) == 3


def test_a_country_stands_for_its_own_ministry_only() -> None:
    land = said("Norway", "Norway said", ActorKind.GOVERNMENT)
    own, other = (
        said(f"{name} defence ministry", f"{name} defence ministry said", ActorKind.GOVERNMENT)
        for name in ("Norway's", "Sweden's")
    )
    assert same_voice(land, own)
    assert not same_voice(land, other)


def test_who_sums_up_is_counted_with_those_summed_up() -> None:
    named = told(DRY, by="Vera Holm", day="2024-03-14", outlet="Post")
    source = named.chain[0].source
    assert source is not None
    group = Actor(id="g", name="officials", kind=ActorKind.GROUP)
    summed = replace(
        named,
        statement=replace(named.statement, id="other"),
        chain=(replace(named.chain[0], source=replace(source, actor=group, text="officials")),),
    )
    assert make_claim([named, summed]).independent_origins.min == 1
