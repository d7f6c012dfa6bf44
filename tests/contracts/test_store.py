"""What every Store does, whatever database is behind it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.errors import LedgerError, NotFoundError, UsageError
from sayso.ledger import Filter, Query, Store, View, Writer
from sayso.model import (
    Actor,
    Claim,
    Derivation,
    DerivationKind,
    Drift,
    DriftKind,
    Drop,
    DropReason,
    Event,
    EventTime,
    OriginCount,
    Participant,
    Place,
    Report,
    Role,
    SameClaim,
    Statement,
    appearances,
)
from tests.factory import actor, report
from tests.ledger.strategies import reports
from tests.standins import sentences
from tests.stores import STORES, fresh


@pytest.fixture(params=sorted(STORES))
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    opened = fresh(request.param, tmp_path, request)
    yield opened
    assert opened.check() == []
    opened.close()


@dataclass(frozen=True, kw_only=True)
class Links:
    """What linking hands to a ledger."""

    statement_keys: Mapping[str, frozenset[int]] = field(default_factory=dict)
    report_keys: frozenset[int] = frozenset()
    same: tuple[SameClaim, ...] = ()
    derivations: tuple[Derivation, ...] = ()
    drifts: tuple[Drift, ...] = ()
    claims: tuple[Claim, ...] = ()
    dissolved: frozenset[str] = frozenset()


def read(*paragraphs: str, **fields: Any) -> Report:
    """A report with its statements."""
    return sentences(report(*paragraphs, **fields))[0]


def claim(*statements: Statement, **fields: Any) -> Claim:
    ids = tuple(s.id for s in statements)
    defaults: dict[str, Any] = {
        "id": f"c{ids[0]}",
        "gist": statements[0].content.text,
        "statements": ids,
        "independent_origins": OriginCount(min=1, max=1),
        "first": ids[0],
    }
    return Claim(**defaults | fields)


def keep(store: Store, *kept: Report, **links: Any) -> None:
    """Store reports in one transaction; what links them goes with the last."""
    with store.write() as writer:
        for one in kept:
            add(writer, one)
        writer.link(kept[-1].id, Links(**links))


def add(writer: Writer, one: Report) -> None:
    assert writer.add(one) is not None


BRIDGE = read("The bridge at Gomel was closed, the Transport Ministry said.", uri="bridge.txt")
FERRY = read(
    "A ferry runs instead. The bridge is shut.", uri="ferry.txt", outlet="River Courier", published="2024-03-16"
)


def test_a_new_ledger_is_empty(store: Store) -> None:
    with store.view() as view:
        counts = view.counts()
        assert (counts.reports, counts.statements, counts.claims, counts.drops) == (0, 0, 0, 0)
        assert not [*view.reports(), *view.claims(), *view.timeline(), *view.drops()]


def test_a_report_comes_back_as_it_was(store: Store) -> None:
    keep(store, BRIDGE)
    with store.view() as view:
        assert view.report(BRIDGE.id) == BRIDGE
        assert view.report(BRIDGE.id[:6]) == BRIDGE
        assert list(view.statements()) == list(appearances(BRIDGE))
        assert view.statement(BRIDGE.statements[0].id).chain == BRIDGE.attributions


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(one=reports())
def test_any_report_comes_back_as_it_was(store: Store, one: Report) -> None:
    with store.write() as writer:
        writer.add(one)
    with store.view() as view:
        assert view.report(one.id) == one


def test_the_same_report_again_changes_nothing(store: Store) -> None:
    keep(store, BRIDGE)
    with store.write() as writer:
        assert writer.add(BRIDGE) is None
    with store.view() as view:
        assert view.counts().reports == 1


def test_an_error_undoes_the_whole_transaction(store: Store) -> None:
    def fail() -> None:
        with store.write() as writer:
            add(writer, BRIDGE)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    with store.view() as view:
        assert not view.holds(BRIDGE.id)


def test_an_unknown_id_is_named(store: Store) -> None:
    with store.view() as view, pytest.raises(LedgerError, match=r"there is no claim abc"):
        view.claim("abc")


def test_a_beginning_that_is_not_unique_is_refused(store: Store) -> None:
    keep(store, replace(BRIDGE, id="ab1", statements=()), replace(FERRY, id="ab2", statements=()))
    with store.view() as view, pytest.raises(LedgerError, match="several reports begin with 'ab'"):
        view.report("ab")


class TestVersions:
    old = read("The bridge at Gomel was closed on Monday. Twelve lorries wait at the river there.", uri="bridge.txt")
    new = read("The bridge at Gomel was closed on Monday. Fifteen lorries wait at the river there.", uri="bridge.txt")

    def test_the_newer_one_counts(self, store: Store) -> None:
        first = self.old.statements[0]
        keys = {first.id: frozenset({7})}
        keep(store, self.old, statement_keys=keys, report_keys=frozenset({8}), claims=(claim(first),))
        with store.write() as writer:
            added = writer.add(self.new)
            assert added is not None
            assert added.version
            assert added.current == self.new.id
            assert added.retired == {s.id for s in self.old.statements}
            writer.link(self.new.id, Links(claims=(claim(self.new.statements[0]),)))
        with store.view() as view:
            assert {s.report for s in view.statements()} == {self.new.id}
            assert [c.first for c in view.claims()] == [self.new.statements[0].id]
            assert view.statements_with({7}) == frozenset()
            assert view.keys_within({(8, 8)}) == {}
            assert list(view.reports()) == [self.new]

    def test_the_older_one_is_kept_and_listed(self, store: Store) -> None:
        keep(store, self.old, self.new)
        with store.view() as view:
            assert view.report(self.old.id) == self.old
            assert {row.id: row.superseded_by for row in view.listing()} == {
                self.old.id: self.new.id,
                self.new.id: None,
            }
            assert len(list(view.reports(outdated=True))) == 2

    def test_an_older_one_read_late_is_outdated_at_once(self, store: Store) -> None:
        late = replace(self.old, published="2024-03-13")
        keep(store, self.new)
        with store.write() as writer:
            added = writer.add(late)
        assert added is not None
        assert (added.current, added.retired) == (self.new.id, frozenset())

    def test_all_older_ones_point_to_the_newest(self, store: Store) -> None:
        versions = [replace(self.old, id=f"v{n}", updated=f"2024-03-14T0{n}:00", statements=()) for n in (2, 1, 3)]
        keep(store, *versions)
        with store.view() as view:
            assert {row.superseded_by for row in view.listing() if row.id != "v3"} == {"v3"}
            for asked in ("v1", "v2", "v3"):
                assert [row.id for row in view.versions(asked)] == ["v3", "v2", "v1"]

    def test_a_late_find_can_show_two_reports_to_be_versions(self, store: Store) -> None:
        """`first` and `last` share too little, but `middle` shares much with both."""
        text = "one two three four five six seven eight nine ten eleven twelve"
        first = read(f"{text} thirteen fourteen.", uri="a", title="x", updated="2024-03-14T01:00")
        last = read("eleven twelve thirteen fourteen fifteen sixteen.", uri="a", title="y", updated="2024-03-14T03:00")
        middle = read(f"{text} thirteen fourteen fifteen sixteen.", uri="a", title="z", updated="2024-03-14T02:00")
        keep(store, first, last)
        with store.write() as writer:
            added = writer.add(middle)
            assert added is not None
            assert (added.current, set(added.retired)) == (last.id, {s.id for s in first.statements})
            writer.link(last.id, Links())

    def test_a_link_to_an_outdated_statement_shows_only_to_who_asks_for_that(self, store: Store) -> None:
        before, other = self.old.statements[0], FERRY.statements[0]
        link = SameClaim(a=min(before.id, other.id), b=max(before.id, other.id), score=0.9)
        keep(store, FERRY, self.old, same=(link,))
        with store.write() as writer:
            add(writer, self.new)
            assert writer.view.links_of({other.id}) == ()
            assert writer.view.links_of({before.id}) == (link,)
            writer.link(self.new.id, Links())
            assert writer.view.links_of({before.id}) == ()


class TestNeighbours:
    def test_statements_and_reports_are_found_by_key(self, store: Store) -> None:
        keys = {BRIDGE.statements[0].id: frozenset({1, 2**62})}
        keep(store, FERRY, BRIDGE, statement_keys=keys, report_keys=frozenset({-5}))
        with store.view() as view:
            assert view.statements_with({1, 2**62, 3}) == {s.id for s in BRIDGE.statements}
            assert view.keys_within({(-5, -5), (0, 2**40)}) == {BRIDGE.id: {-5}}
            assert view.keys_within({(-(2**40), 2**62)}) == {BRIDGE.id: {-5}}
            assert view.keys_within({(-4, 0)}) == view.keys_within(set()) == {}
            assert view.statements_with({3}) == view.statements_with(set()) == frozenset()

    def test_any_number_of_keys_can_be_asked_for(self, store: Store) -> None:
        keys = frozenset(range(3000))
        keep(store, BRIDGE, statement_keys={BRIDGE.statements[0].id: keys})
        with store.view() as view:
            assert view.statements_with(keys) == {s.id for s in BRIDGE.statements}

    def test_links_and_derivations_are_found_by_either_end(self, store: Store) -> None:
        a, b = sorted((BRIDGE.statements[0].id, FERRY.statements[1].id))
        link = SameClaim(a=a, b=b, score=0.75)
        derivation = Derivation(report=FERRY.id, from_=BRIDGE.id, kind=DerivationKind.CITES, score=0.5)
        drift = Drift(from_=a, to=b, kind=DriftKind.HEDGE_LOST)
        keep(store, BRIDGE, FERRY, same=(link,), derivations=(derivation,), drifts=(drift,))
        with store.view() as view:
            assert view.links_of({a}) == view.links_of({b}) == tuple(view.links()) == (link,)
            assert (view.links_of({a}, least=0.75), view.links_of({a}, least=0.8)) == ((link,), ())
            assert (view.links_among({a, b, "unknown"}), view.links_among({a})) == ((link,), ())
            assert view.derivations_of({BRIDGE.id}) == view.derivations_of({FERRY.id}) == (derivation,)
            assert view.drifts_of({a}) == view.drifts_of({b}) == (drift,)
            assert (list(view.derivations()), list(view.drifts())) == ([derivation], [drift])
            assert view.appearances_of({a, "unknown"})[0].statement.id == a


class TestClaims:
    def test_a_changed_claim_replaces_the_one_of_its_id(self, store: Store) -> None:
        first = BRIDGE.statements[0]
        keep(store, BRIDGE, claims=(claim(first, id="same"),))
        keep(store, FERRY, claims=(claim(first, FERRY.statements[1], id="same"),))
        with store.view() as view:
            assert [len(c.statements) for c in view.claims()] == [2]
            assert [c.id for c in view.claims_of({FERRY.statements[1].id})] == ["same"]

    def test_a_dissolved_claim_is_gone(self, store: Store) -> None:
        keep(store, BRIDGE, claims=(claim(BRIDGE.statements[0], id="gone"),))
        keep(store, FERRY, dissolved=frozenset({"gone"}))
        with store.view() as view:
            assert list(view.claims()) == []

    def test_the_newest_comes_first(self, store: Store) -> None:
        keep(store, BRIDGE, FERRY, claims=(claim(BRIDGE.statements[0]), claim(FERRY.statements[0])))
        with store.view() as view:
            assert [c.first for c in view.claims()] == [FERRY.statements[0].id, BRIDGE.statements[0].id]
            assert [c.first for c in view.claims(limit=1, offset=1)] == [BRIDGE.statements[0].id]


def _told() -> tuple[Report, Report]:
    """Two reports whose statements have all that filters ask for."""
    ministry = actor("Transport Ministry")
    crew = Actor(id="crew", name="Łódź Repair Crew")
    done = replace(
        BRIDGE.statements[0],
        event=Event(
            plover="SANCTION",
            cameo="163",
            trigger=(),
            participants=(Participant(role=Role.ACTOR, spans=(), actor=crew),),
        ),
        time=EventTime(edtf="2024-02", timex="2024-02", spans=()),
        place=Place(name="Gomel", geonames_id=627907, country="BY"),
    )
    assert done.origin is not None
    assert done.origin.id == ministry.id
    return replace(BRIDGE, statements=(done,)), FERRY


FILTERS = [
    pytest.param(Filter(), "bridge ferry", id="everything"),
    pytest.param(Filter(about="crew"), "bridge", id="an actor's id, and a word of its name"),
    pytest.param(Filter(about="lodz repair"), "", id="a letter with a stroke is another letter"),
    pytest.param(Filter(about="REPAIR crew"), "bridge", id="words of a participant's name in any case"),
    pytest.param(Filter(about="rep"), "", id="only whole words"),
    pytest.param(Filter(about="Gomel"), "bridge", id="named in the content"),
    pytest.param(Filter(about="Transport Ministry"), "", id="whoever only says it does not take part"),
    pytest.param(Filter(about='"; --'), "", id="no words at all"),
    pytest.param(Filter(origin="ministry"), "bridge", id="the source"),
    pytest.param(Filter(origin="River Courier"), "ferry", id="the outlet, where there is no source"),
    pytest.param(Filter(origin="Example Post"), "", id="not the outlet, where there is a source"),
    pytest.param(Filter(origin="%"), "", id="a wildcard is no wildcard"),
    pytest.param(Filter(place="gomel"), "bridge", id="a place by name"),
    pytest.param(Filter(place="by"), "bridge", id="a country"),
    pytest.param(Filter(place="627907"), "bridge", id="a GeoNames id"),
    pytest.param(Filter(place="9" * 30), "", id="a number that is no GeoNames id"),
    pytest.param(Filter(about="\x00\ud800"), "", id="characters that no database takes, in a name"),
    pytest.param(Filter(event="\x00\ud800"), "", id="characters that no database takes, in a code"),
    pytest.param(Filter(event="sanction"), "bridge", id="a PLOVER root"),
    pytest.param(Filter(event="16"), "bridge", id="the first digits of a CAMEO code"),
    pytest.param(Filter(event="1%"), "", id="no pattern"),
    pytest.param(Filter(since="2024-03"), "ferry", id="since"),
    pytest.param(Filter(until="2024-02-29"), "bridge", id="until"),
    pytest.param(Filter(since="2024-02-10", until="2024-02-11"), "bridge", id="a month holds each of its days"),
    pytest.param(Filter(until="2024-01"), "", id="before all"),
    pytest.param(Filter(contested=True), "ferry", id="contested"),
    pytest.param(Filter(min_origins=2), "ferry", id="at least two origins"),
    pytest.param(Filter(place="Gomel", contested=True), "", id="all conditions count"),
]


@pytest.fixture(scope="module", params=sorted(STORES))
def told(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Store:
    opened = fresh(request.param, tmp_path_factory.mktemp("filters"), request)
    bridge, ferry = _told()
    contested = claim(ferry.statements[0], id="ferry", contested=True, independent_origins=OriginCount(min=2, max=3))
    keep(opened, bridge, ferry, claims=(claim(bridge.statements[0], id="bridge"), contested))
    return opened


@pytest.mark.parametrize(("only", "found"), FILTERS)
def test_filters(told: Store, only: Filter, found: str) -> None:
    with told.view() as view:
        assert " ".join(sorted(c.id for c in view.claims(only))) == found
        # the ferry's statements have no time
        assert [s.report for s in view.timeline(only)] == ([BRIDGE.id] if "bridge" in found else [])


def test_a_malformed_date_is_a_usage_error(store: Store) -> None:
    with store.view() as view, pytest.raises(UsageError, match="yesterday"):
        list(view.claims(Filter(since="yesterday")))


class TestSearch:
    long = read(
        "The council met. " * 40,
        "Nobody knew when the brídge at Gomel would open again, the Transport Ministry said.",
        "Repairs to the bridge cost 40 million.",
        headline="Bridge repairs",
        uri="long.txt",
    )

    @pytest.mark.parametrize(
        ("query", "marked"),
        [
            pytest.param("gomel", ["Gomel"], id="a word, in any case"),
            pytest.param("bridge gomel", ["brídge", "Gomel"], id="two words, accents do not count"),
            pytest.param('"bridge at gomel"', ["brídge at Gomel"], id="a phrase"),
            pytest.param('"at bridge"', [], id="a phrase in another order"),
            pytest.param("minist*", ["Ministry"], id="a beginning"),
            pytest.param("minist", [], id="no beginning without the asterisk"),
            pytest.param("bridge zeppelin", [], id="all words are needed"),
            pytest.param("zeppelin OR gomel", ["Gomel"], id="one of two"),
            pytest.param("ministry OR gomel nobody", ["Nobody", "Gomel", "Ministry"], id="one of two, and another"),
            pytest.param("gomel -ferry", ["Gomel"], id="without a word that is not there"),
            pytest.param("gomel -million", [], id="without a word that is there"),
            pytest.param('gomel NOT "million cost"', ["Gomel"], id="without a phrase that is not there"),
            pytest.param('gomel -"40 million"', [], id="without a phrase that is there"),
            pytest.param("ministry-sa*", ["Ministry said"], id="the beginning of a phrase's last word"),
            pytest.param('"repairs nobody"', [], id="no phrase runs from the title into the article"),
            pytest.param('gomel outlet:"example post"', ["Gomel"], id="an outlet"),
            pytest.param("gomel outlet:courier", [], id="another outlet"),
            pytest.param("gomel actor:ministry", ["Gomel"], id="somebody who says it"),
            pytest.param("gomel actor:council", [], id="somebody who is only named"),
            pytest.param("gomel since:2024-03-14 until:2024-03", ["Gomel"], id="a time"),
            pytest.param("gomel since:2024-03-15", [], id="since"),
            pytest.param("gomel until:2024-02", [], id="until"),
        ],
    )
    def test_words_are_found_and_marked(self, store: Store, query: str, marked: list[str]) -> None:
        keep(store, self.long, FERRY)
        with store.view() as view:
            hits = [hit for hit in view.search(query) if hit.report.id == self.long.id]
        assert [self.long.text[s:e] for hit in hits for s, e in hit.marks] == marked
        assert all(self.long.text[slice(*hit.window)] == hit.text for hit in hits)

    def test_statements_that_say_it_come_with_it(self, store: Store) -> None:
        keep(store, BRIDGE)
        with store.view() as view:
            (hit,) = view.search("bridge closed")
            assert hit.statements == appearances(BRIDGE)
            (hit,) = view.search("ministry closed")
            assert hit.statements == appearances(BRIDGE), "the name of whom it comes from counts"
            (hit,) = view.search("said")
            assert hit.statements == ()

    @pytest.mark.parametrize(
        "query",
        [
            '"',
            "-",
            "-bridge",
            "NOT",
            "OR",
            "| -",
            "since:",
            "since:soon",
            "outlet:-",
            "AND",
            "a NOT",
            "NEAR(",
            "title:x",
            "*",
            "^x",
            "a-b",
            "'; DROP",
            "\x00",
            "☃",
            "",
            "\ud800",
            "((((",
        ],
    )
    def test_no_query_is_an_error(self, store: Store, query: str) -> None:
        keep(store, BRIDGE)
        with store.view() as view:
            assert view.search(query) == ()

    @settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(query=st.text(st.sampled_from("ab\"*-|: '()&!<>\\%_\x00é½中\ud800") | st.characters(), max_size=20))
    def test_whatever_a_person_types_is_answered(self, store: Store, query: str) -> None:
        with store.view() as view:
            assert view.search(query) == view.search(f"actor:a{query}") == ()

    def test_filters_alone_list_the_newest_first(self, store: Store) -> None:
        keep(store, BRIDGE, FERRY)
        with store.view() as view:
            assert [hit.report.id for hit in view.search("since:2024")] == [FERRY.id, BRIDGE.id]
            (hit,) = view.search('actor:"transport ministry"')
            assert (hit.report.id, hit.statements, hit.marks) == (BRIDGE.id, appearances(BRIDGE), ())
            assert [hit.report.id for hit in view.search("since:2024 -ferry")] == [BRIDGE.id]

    def test_a_malformed_date_in_a_query_made_otherwise_is_a_usage_error(self, store: Store) -> None:
        with store.view() as view, pytest.raises(UsageError, match="yesterday"):
            view.search(Query(since="yesterday"))

    def test_a_better_hit_comes_first(self, store: Store) -> None:
        title = read("Something else was told.", headline="Bridge closed", uri="title.txt", outlet="A")
        often = read("The bridge, the bridge and the bridge.", uri="often.txt", outlet="B")
        once = read("The bridge. " + "Many more words follow here. " * 9, uri="once.txt", outlet="C")
        keep(store, once, often, title)
        with store.view() as view:
            assert view.search("bridge")[-1].report.id == once.id
            scores = [hit.score for hit in view.search("bridge")]
        assert scores == sorted(scores, reverse=True)

    def test_words_of_every_script_are_found(self, store: Store) -> None:
        text = "Міст закрито. جسر مُغلق. 大桥已关闭。 Die Straße an der Łódź-Brücke, ½ Meile."
        keep(store, read(text, uri="scripts.txt"))
        with store.view() as view:
            for query in ("міст", "مغلق", "关闭", '"大桥"', "STRASSE", "brucke", "łod*", "1/2"):
                assert view.search(query), query
            assert not view.search('"桥大"')

    def test_an_article_longer_than_an_index_takes_is_found_by_its_beginning(self, store: Store) -> None:
        words = " ".join(f"\U00020000{n:x}" for n in range(60_000))
        keep(store, read(f"Bridge {words}.", uri="long.txt", outlet="x" * 5000))
        with store.view() as view:
            assert view.search("bridge")

    def test_an_outdated_version_is_not_found(self, store: Store) -> None:
        keep(store, TestVersions.old, TestVersions.new)
        with store.view() as view:
            assert [hit.report.id for hit in view.search("lorries")] == [TestVersions.new.id]


def test_drops_are_kept_once(store: Store) -> None:
    seen = Drop(reason=DropReason.BINARY, where="photo.jpg", detail="an image")
    other = Drop(reason=DropReason.EMPTY, where="a.txt", detail="no text")
    with store.write() as writer:
        writer.drop([seen, other])
        writer.drop([seen])
    with store.view() as view:
        assert list(view.drops()) == [other, seen]
        assert list(view.drops(DropReason.BINARY)) == [seen]


def test_iteration_reads_in_batches_and_can_be_nested(store: Store) -> None:
    many = [read(f"Report number {n} came. It was read.", uri=f"{n}.txt", outlet=f"Outlet {n}") for n in range(300)]
    keep(store, *many)
    with store.view() as view:
        assert sum(1 for one in view.statements() for _ in [view.report(one.report)]) == 600
        assert [r.id for r in view.reports()] == sorted(r.id for r in many)


class TestPages:
    """A list that goes on behind the last thing of the page before is the whole list, nothing twice."""

    LISTS: Mapping[str, Callable[[View, int | None, str | None], Iterable[Any]]] = {
        "listing": lambda view, limit, after: view.listing(limit=limit, after=after),
        "statements": lambda view, limit, after: view.statements(limit=limit, after=after),
        "claims": lambda view, limit, after: view.claims(limit=limit, after=after),
        "timeline": lambda view, limit, after: view.timeline(limit=limit, after=after),
        "actors": lambda view, limit, after: view.actors(limit=limit, after=after),
    }

    @pytest.mark.parametrize("name", LISTS)
    @pytest.mark.parametrize("size", [1, 2, 3])
    def test_all_pages_together_are_the_list(self, store: Store, name: str, size: int) -> None:
        for one in _pages():
            keep(store, one, claims=tuple(claim(s) for s in one.statements))
        asked = self.LISTS[name]
        with store.view() as view:
            whole, pages, last = list(asked(view, None, None)), list[Any](), None
            while page := list(asked(view, size, last)):
                assert len(page) <= size
                pages += page
                last = _id(page[-1])
        assert len(whole) > 3
        assert pages == whole

    @pytest.mark.parametrize("name", LISTS)
    def test_behind_nothing(self, store: Store, name: str) -> None:
        with store.view() as view, pytest.raises(NotFoundError, match="deadbeef"):
            list(self.LISTS[name](view, 1, "deadbeef"))


def _pages() -> list[Report]:
    """Reports of two days; several things of one moment, and several actors."""
    told = [read(f"The bridge {n} was shut, the Office {n % 4} said.", published=f"2024-03-1{n % 2}") for n in range(6)]
    times = ("2024-03-10", "2024-03", "2024-03-10", "2024-03-09", "2024", "2024-03-10")
    return [
        replace(one, statements=(replace(one.statements[0], time=EventTime(edtf=when, timex=when, spans=())),))
        for one, when in zip(told, times, strict=True)
    ]


def _id(thing: Any) -> str:
    return str(thing.statement.id if hasattr(thing, "statement") else thing.id)


def test_actors_are_counted_and_found_by_name(store: Store) -> None:
    keep(store, read("The bridge was shut, the Harbour Office said. The ferry was late, the Harbour Office said."))
    with store.view() as view:
        (found,) = view.actors("OFFICE")
        assert (found.statements, view.actor(found.id)) == (2, found)
        assert not list(view.actors("harb"))
        with pytest.raises(NotFoundError):
            view.actor("deadbeef")


def test_the_stamp_is_another_one_after_a_change_only(store: Store) -> None:
    def stamp() -> str:
        with store.view() as view:
            return view.stamp()

    before = stamp()
    assert stamp() == before
    keep(store, read("The bridge was shut."))
    assert stamp() != before
