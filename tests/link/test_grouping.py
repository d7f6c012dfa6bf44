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
    pytest.param(
        said("uncle", "an uncle said", ActorKind.ROLE, "an uncle"),
        said("Ivo Brandt", "Their uncle, Ivo Brandt, said", words="Their uncle, Ivo Brandt"),
        id="a relative, whom another report names",
    ),
    pytest.param(
        said("village councillor", "a village councillor said", ActorKind.ROLE, "a village councillor"),
        said("Ivo Brandt", "Ivo Brandt of the village council said", words="Ivo Brandt of the village council"),
        id="a councillor, and who is of the council",
    ),
    pytest.param(
        said("Ministry of Works", "The Ministry of Works said", ActorKind.GOVERNMENT),
        said("senior official at the Ministry of Works", "a senior official said", ActorKind.ROLE),
        id="a body, and an official at it",
    ),
    pytest.param(
        said("Moscow", "Moscow said", ActorKind.GOVERNMENT),
        said("Russia's Interior Ministry", "Russia's Interior Ministry said", ActorKind.GOVERNMENT),
        id="a capital for its country",
    ),
    pytest.param(
        said("Kemi Harbour Authority", "the Kemi Harbour Authority said", ActorKind.ORGANISATION),
        said("Ivo Brandt", "the harbour master, Ivo Brandt, said", words="the harbour master, Ivo Brandt"),
        id="an office of two words",
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
    pytest.param(
        said("Ministry of Works", "The Ministry of Works said", ActorKind.GOVERNMENT),
        said("former official at the Ministry of Works", "a former official said", ActorKind.ROLE),
        id="who is of it no longer",
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


WORKS = said("Ministry of Works", "The Ministry of Works said", ActorKind.GOVERNMENT)
FIRM = said("Mulberry Copper", "Mulberry Copper said", ActorKind.ORGANISATION)
KINDS = [
    pytest.param("competent ministry", ActorKind.GOVERNMENT, [WORKS, FIRM], 2, id="the competent ministry"),
    pytest.param("Japanese processor", ActorKind.UNKNOWN, [FIRM, WORKS], 2, id="a company by its trade"),
    pytest.param("officials", ActorKind.GROUP, [WORKS, UNION], 2, id="officials"),
    pytest.param("officials", ActorKind.GROUP, [UNION], 2, id="officials, and no body that has any"),
    pytest.param("company", ActorKind.ORGANISATION, [WORKS], 2, id="a company is no ministry"),
    pytest.param("two miners", ActorKind.GROUP, [FIRM], 2, id="people are no company"),
]


@pytest.mark.parametrize(("name", "kind", "others", "count"), KINDS)
def test_who_is_told_of_by_its_kind_alone(name: str, kind: ActorKind, others: list[Appearance], count: int) -> None:
    members = [said(name, f"the {name} said", kind, outlet="Gazette"), *others]
    assert len(grouped(voices(members))) == count


def test_officials_do_not_make_two_ministries_one() -> None:
    other = said("Ministry of Health", "The Ministry of Health said", ActorKind.GOVERNMENT)
    vague = said("officials", "officials said", ActorKind.GROUP, outlet="Gazette")
    assert len(grouped(voices([WORKS, vague, other]))) == 2


def test_a_capital_that_begins_a_description_is_no_name() -> None:
    europe = said("European official", "A European official said", ActorKind.ROLE)
    (voice,) = voices([europe])
    assert not voice.known


@pytest.mark.parametrize(
    ("masthead", "name", "count"),
    [
        pytest.param("Republic of Peru\nDepartment of Customs and Excise", "Peru's customs department", 1, id="part"),
        pytest.param("PERU | Ministry of Water | RIDA", "RIDA", 1, id="an acronym in the first line"),
        pytest.param("Ministry of Water\nWhat we do | Tenders", "water ministry", 1, id="called otherwise"),
        pytest.param("Ministry of Water\nWhat we do | Tenders", "Ministry of Health", 2, id="another ministry"),
        pytest.param("Ministry of Water\nPolice | Tenders | FOI", "police", 2, id="a menu's bare word"),
    ],
)
def test_a_page_goes_by_the_names_in_its_masthead(masthead: str, name: str, count: int) -> None:
    page = replace(told(DRY, outlet="Republic of Peru"), masthead=masthead)
    other = said(name, f"{name} said", ActorKind.GOVERNMENT, outlet="Gazette")
    assert make_claim([page, other]).independent_origins.min == count


@pytest.mark.parametrize(
    ("innermost", "outer", "count"),
    [
        pytest.param("tests", "Kemi Harbour Board", 1, id="a body's tests are its word"),
        pytest.param("records", "Kemi Harbour Board", 1, id="its records"),
        pytest.param("tests", "Kemi Gazette", 2, id="what a newspaper has read of is not the newspaper's"),
        pytest.param("a diver", "Kemi Harbour Board", 2, id="a person whom a body cites speaks for himself"),
    ],
)
def test_whose_findings_it_is(innermost: str, outer: str, count: int) -> None:
    inner, around = (told(DRY, by=name, outlet="Post") for name in (innermost, outer))
    cited = replace(inner, chain=(*inner.chain, *around.chain))
    same = said(outer, f"{outer} said", ActorKind.ORGANISATION, outlet="Gazette")
    groups = grouped(voices([cited, same]))
    assert len(groups) == count


@pytest.mark.parametrize(
    ("name", "words", "around", "count"),
    [
        pytest.param("Ana Reis", "", "navy spokeswoman Ana Reis said", 1, id="the navy's, of a naval group"),
        pytest.param("Ana Reis", "", "Ana Reis, the navy's commander, said", 1, id="the navy's commander"),
        pytest.param("Ana Reis", "", "police spokeswoman Ana Reis said", 2, id="another body's"),
        pytest.param("Ana Reis", "", "the commander of Peru's navy, Ana Reis, said", 2, id="of another place"),
        pytest.param("Ana Reis", "", "Ana Reis, who saw the navy come, said", 2, id="no office"),
    ],
)
def test_who_speaks_for_the_body_whose_page_it_is(name: str, words: str, around: str, count: int) -> None:
    page = replace(told(DRY, outlet="Gulf Naval Group"), masthead="Gulf Naval Group\nWho we are | Tenders")
    officer = said(name, around, words=words or around.removesuffix(" said"), outlet="Gazette")
    assert make_claim([page, officer]).independent_origins.min == count


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        pytest.param("HB investigator", "investigator of the Harbour Board", 1, id="a body by its initials"),
        pytest.param("HB investigator", "diver of the Harbour Board", 2, id="somebody else of it"),
    ],
)
def test_roles_at_a_body_by_its_initials(one: str, other: str, count: int) -> None:
    members = [said(one, f"an {one} said", ActorKind.ROLE), said(other, f"a {other} said", ActorKind.ROLE, outlet="X")]
    assert len(grouped(voices(members))) == count
