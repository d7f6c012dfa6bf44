"""All that two reports have to do with each other: which statements are of one claim, who draws on whom, what changed.

A pure function of the two, so that it does not matter whether one of them is new or a whole ledger is linked at once.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.link.comparing import compare_reports, one_outlet
from sayso.link.derive import in_order, sequels
from sayso.link.drift import drifts_along, headline_drifts
from sayso.link.features import Features, cosine
from sayso.link.likeness import ALIKE
from sayso.link.pairs import Side, comparable, links_between, links_within
from sayso.link.rewriting import rewritten
from sayso.link.rulings import ruled
from sayso.link.score import SAME, linked
from sayso.model import Derivation, DerivationKind, Drift, OnDerivation, SameClaim


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """Links between statements, doubts among them, derivations and drifts."""

    same: tuple[SameClaim, ...] = ()
    derivations: tuple[Derivation, ...] = ()
    drifts: tuple[Drift, ...] = ()


def within(here: Side) -> Related:
    """What the statements of one report have to do with each other."""
    same = links_within(here)
    return Related(same=same, drifts=headline_drifts(here, same))


def relate(here: Side, there: Side, rulings: Iterable[OnDerivation] = ()) -> Related:
    """What two reports have to do with each other, after what people ruled (`rulings`); their order does not matter.

    Reports of one outlet are versions or sequels: neither draws on the other, but where one corrects the other, or by a
    person's word.
    """
    same = links_between(here, there)
    ends = {here.report.id, there.report.id}
    told = tuple(ruling for ruling in rulings if {ruling.report, ruling.from_} == ends)
    comparison = compare_reports(*in_order(here, there, same), same)
    if sequels(comparison) and not any(ruling.holds for ruling in told):
        return Related(same=same)
    found = ruled(comparison, told)
    drawn = any(derivation.from_ == comparison.earlier.report.id for derivation in found)
    if not drawn or one_outlet(here, there):  # who corrects himself has not retold himself wrongly
        return Related(same=same, derivations=found)
    cites = {derivation.kind for derivation in found} == {DerivationKind.CITES} and not rewritten(comparison)
    drifts = drifts_along(comparison.later, comparison.earlier, comparison.pairs, cites=cites)
    return Related(same=same, derivations=found, drifts=drifts)


def akin(pairs: Iterable[tuple[Features, Features]]) -> bool:
    """Whether some of these `pairs` of statements are of one claim, and alike in meaning as far as that is known: then
    their reports are looked at whole.
    """
    near = ((one, other) for one, other in pairs if one.meaning is None or other.meaning is None or _alike(one, other))
    compared = (linked(a, b) for one, other in near for a, b in comparable((one,), (other,)))
    return any(link is not None and link.score >= SAME for link in compared)


def _alike(a: Features, b: Features) -> bool:
    return cosine(a, b) >= ALIKE
