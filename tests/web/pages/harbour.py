"""A ledger with times, places, sources, doubts, and names written from right to left, for the drawn pages."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from pathlib import Path

from sayso.ledger import SqlStore, open_ledger
from sayso.model import (
    Claim,
    Derivation,
    Drift,
    EventTime,
    Factuality,
    Place,
    Polarity,
    Provenance,
    Report,
    SameClaim,
)
from sayso.workflow import keep
from tests.factory import report
from tests.link.making import with_statements

QUAY = "the northern quay of Larvik harbour was flooded by the spring tide"
CRANE = "a crane of the container terminal fell into the basin on that night"
FERRY = "ferries to Hirtshals will stay in port until the weekend"
COUNTRY = "hundreds of cellars in Norway stood under water"
HEBREW = "נמל לרוויק"

LARVIK = Place(name="Larvik", geonames_id=3147474, country="NO", lat=59.05, lon=10.03)
NORWAY = Place(name="Norway", geonames_id=3144096, country="NO", lat=62.0, lon=10.0)
NOWHERE = Place(name="Old Slip")


def at(edtf: str) -> EventTime:
    return EventTime(edtf=edtf, timex="", spans=())


def sure(score: float) -> Provenance:
    return Provenance(extractor="test@1", score=score)


def wire() -> Report:
    """Where it was told first, by the harbour master, who is not sure when the crane fell."""
    home = report(
        f"Harbour master Ada Holm said that {QUAY}. {CRANE}, she said.",
        f"{HEBREW} said that {FERRY}.",
        outlet="Fjord Wire",
        uri="https://fjord.example/1",
        published="2024-03-12T08:00Z",
    )
    return with_statements(
        home,
        (QUAY, "Ada Holm", {"time": at("2024-03-11"), "place": LARVIK, "provenance": sure(0.5)}),
        (CRANE, "Ada Holm", {"time": at("2024-03~"), "place": NOWHERE}),
        (FERRY, HEBREW, {"time": at("2024-03-12/..")}),
    )


def daily() -> Report:
    """Who has it from the wire, denies a part, and tells of the country on its own."""
    home = report(
        f"Fjord Wire reported that {QUAY}.",
        f"{COUNTRY}.",
        outlet="Coast Daily",
        uri="https://daily.example/1",
        published="2024-03-13",
    )
    denied = Factuality(polarity=Polarity.NEGATIVE)
    return with_statements(
        home,
        (QUAY, "Fjord Wire", {"time": at("1987"), "place": LARVIK, "factuality": denied}),
        (COUNTRY, None, {"place": NORWAY}),
    )


def ledger_in(folder: Path) -> SqlStore:
    opened = open_ledger(str(folder / "harbour.db"), create=True)
    for one in (wire(), daily()):
        keep(one, (), opened)
    return opened


def linked(store: SqlStore, *links: SameClaim) -> None:
    """Let linking have found these, and make no claims of them."""
    with store.write() as writer:
        for link in links:
            writer.link(writer.view.statement(link.a).report, Found(same=(link,)))


def derived(store: SqlStore, *derivations: Derivation) -> None:
    """Let linking have found that reports draw on others."""
    with store.write() as writer:
        for one in derivations:
            writer.link(one.report, Found(derivations=(one,)))


@dataclass(frozen=True, kw_only=True)
class Found:
    """What linking found out, and nothing else."""

    same: tuple[SameClaim, ...] = ()
    derivations: tuple[Derivation, ...] = ()
    statement_keys: Mapping[str, AbstractSet[int]] = field(default_factory=dict)
    report_keys: AbstractSet[int] = frozenset()
    drifts: tuple[Drift, ...] = ()
    claims: tuple[Claim, ...] = ()
    dissolved: AbstractSet[str] = frozenset()
