from dataclasses import replace

from benchmarks.storylines.by_sayso import answer_of
from sayso.export.document import Ledger
from sayso.model import (
    Attribution,
    Claim,
    Content,
    Derivation,
    DerivationKind,
    Drift,
    DriftKind,
    Manner,
    OriginCount,
    Quantity,
    Report,
    Source,
    Span,
    words,
)
from tests import factory

TEXT = "“It burns,” the mayor said, “and it will burn.” It burns. It burns."
PIECES = (Span(1, 9), Span(29, 45))


def _report() -> Report:
    home = factory.report(TEXT, uri="folder/a.txt")
    source = Source(spans=(Span(12, 21),), text="the mayor", actor=factory.actor("mayor"))
    content = Content(spans=PIECES, text=words(TEXT, PIECES))
    link = Attribution(id="link", source=source, cue=None, content=content, manner=Manner.DIRECT)
    nobody = replace(link, id="nobody", source=None)
    said = replace(factory.statement("It burns", within=home, id="said", chain=("link", "nobody")), content=content)
    again = Span(TEXT.rindex("It burns"), TEXT.rindex("It burns") + 8)
    counted = (Quantity(min=2, max=None, of="fires", spans=()),)
    own = replace(
        factory.statement("It burns", within=home, id="own", quantities=counted),
        content=Content(spans=(again,), text="It burns"),
    )
    return replace(home, attributions=(link, nobody), statements=(said, own))


def test_a_ledger_in_the_form_of_the_set() -> None:
    home, other = _report(), factory.report("Elsewhere.", uri="folder/b.html")
    claim = Claim(
        id="claim",
        gist="It burns",
        statements=("said", "own"),
        independent_origins=OriginCount(min=1, max=2),
        contested=True,
        first="said",
    )
    ledger = Ledger(
        reports=(home, other),
        claims=(claim,),
        derivations=(Derivation(report=home.id, from_=other.id, kind=DerivationKind.COPIES, score=1.0),),
        drifts=(Drift(from_="said", to="own", kind=DriftKind.HEDGE_LOST),),
    )
    answer = answer_of(ledger)
    said, own = answer.statements
    assert (said.report, said.words, said.nth, said.chain) == ("a.txt", ("It burns", "and it will burn"), 0, ("mayor",))
    assert (own.words, own.nth, own.chain, own.quantities) == (("It burns",), 2, (), ((2, None),))
    (told,) = answer.claims
    assert (told.statements, told.origins_min, told.origins_max, told.contested) == (("said", "own"), 1, 2, True)
    (derivation,), (drift,) = answer.derivations, answer.drifts
    assert (derivation.report, derivation.from_, derivation.kind) == ("a.txt", "b.html", "copies")
    assert (drift.from_, drift.to, drift.kind) == ("said", "own", "hedge_lost")
