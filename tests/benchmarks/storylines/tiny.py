"""A tiny storyline made for the tests of its scorer, and the answer that gets everything right."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from benchmarks.storylines.answers import Answer, ToldClaim, ToldDerivation, ToldDrift, ToldStatement
from benchmarks.storylines.gold import (
    About,
    Gold,
    GoldClaim,
    GoldDerivation,
    GoldDrift,
    GoldQuantity,
    GoldReport,
    GoldStatement,
    Manner,
)
from benchmarks.storylines.pages import Page, pieces, place, places, words_of
from sayso.model import Certainty, DerivationKind, DriftKind, Polarity, Realis

A, B, C = "a.txt", "b.txt", "c.txt"
TEXTS = {
    A: "Up to 40 houses may have burned on Monday, the fire service said. The road is open, it added.",
    B: "Forty houses burned, locals fear. The road is open. The mayor denies any fire.",
    C: "A school in Kemi has closed. The road is open.",
}
PAGES: Mapping[str, Page] = {name: Page(text=text, words=words_of(text)) for name, text in TEXTS.items()}


def wanted(name: str, report: str, words: str, **fields: Any) -> GoldStatement:
    """A gold statement; the outlet's own word, certain, positive and actual where nothing else is told."""
    defaults: dict[str, Any] = {
        "chain": (),
        "manner": Manner.UNATTRIBUTED,
        "certainty": Certainty.CERTAIN,
        "polarity": Polarity.POSITIVE,
        "realis": Realis.ACTUAL,
    }
    return GoldStatement(id=name, report=report, words=words, **defaults | fields)


FIRE = GoldQuantity(words="Up to 40", max=40)
FORTY = GoldQuantity(words="Forty", min=40, max=40)

GOLD = Gold(
    storyline=About(name="Fire", region="Europe", kind="fire", traps=("a hedge lost", "a number that grows")),
    report=tuple(GoldReport(file=name, outlet=name, published="2024-03-05", title="") for name in TEXTS),
    statement=(
        wanted(
            "a1",
            A,
            "Up to 40 houses may have burned on Monday",
            chain=("fire service",),
            manner=Manner.INDIRECT,
            certainty=Certainty.POSSIBLE,
            time="2024-03-04",
            quantities=(FIRE,),
            claims=("fire",),
        ),
        wanted("a2", A, "The road is open", chain=("fire service",), manner=Manner.INDIRECT, claims=("road",)),
        wanted("b1", B, "Forty houses burned", quantities=(FORTY,), claims=("fire",)),
        wanted("b2", B, "The road is open", claims=("road",)),
        wanted(
            "b3",
            B,
            "any fire",
            chain=("mayor",),
            manner=Manner.INDIRECT,
            polarity=Polarity.NEGATIVE,
            claims=("fire",),
        ),
        wanted("c1", C, "A school in Kemi has closed"),
        wanted("c2", C, "The road is open", claims=("road",)),
    ),
    claim=(
        GoldClaim(
            id="fire", gist="Houses burned", origins_min=1, origins_max=1, origins=("fire service",), contested=True
        ),
        GoldClaim(id="road", gist="The road is open", origins_min=1, origins_max=2, origins=("fire service",)),
    ),
    derivation=(
        GoldDerivation(report=B, from_=A, kinds=(DerivationKind.DROPS_NAME, DerivationKind.PARAPHRASES), evidence="40"),
    ),
    drift=(
        GoldDrift(statement="b1", from_="a1", kind=DriftKind.HEDGE_LOST),
        GoldDrift(statement="b1", from_="a1", kind=DriftKind.QUANTITY_CHANGED),
    ),
)


def perfect(gold: Gold = GOLD, pages: Mapping[str, Page] = PAGES) -> Answer:
    """What a program would say that found all of `gold` and nothing else; its ids are those of the gold with a mark."""
    return Answer(
        statements=tuple(_told(statement, pages[statement.report]) for statement in gold.statement),
        claims=tuple(
            ToldClaim(
                statements=tuple(f"t-{s.id}" for s in gold.statement if claim.id in s.claims),
                origins_min=claim.origins_min,
                origins_max=claim.origins_max,
                contested=claim.contested,
            )
            for claim in gold.claim
        ),
        derivations=tuple(ToldDerivation(report=d.report, from_=d.from_, kind=d.kinds[0]) for d in gold.derivation),
        drifts=tuple(ToldDrift(to=f"t-{d.statement}", from_=f"t-{d.from_}", kind=d.kind) for d in gold.drift),
    )


def _told(statement: GoldStatement, page: Page) -> ToldStatement:
    words = tuple(pieces(statement.words))
    return ToldStatement(
        id=f"t-{statement.id}",
        report=statement.report,
        words=words,
        nth=places(page, words).index(place(page, statement.words, statement.after)),
        chain=tuple(name.split(" | ")[-1] for name in statement.chain),
        certainty=statement.certainty,
        polarity=statement.polarity,
        realis=statement.realis,
        time=statement.time,
        quantities=tuple(q.bounds for q in statement.quantities),
    )
