"""Derivations as people decided: denied ones are gone, confirmed ones are there."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from sayso.link.comparing import Comparison
from sayso.link.derive import derivations_of
from sayso.model import Derivation, DerivationKind, OnDerivation

SURE = 1.0  # the score of what a person says


def ruled(comparison: Comparison, rulings: Iterable[OnDerivation]) -> tuple[Derivation, ...]:
    """As `derivations_of`, after what people ruled on these two reports.

    A confirmed derivation keeps the evidence that the machine found for it; where the machine found none and nobody
    said how the report draws on the other, it paraphrases it: the content is there, in whatever words.
    """
    found = {(d.report, d.from_): d for d in derivations_of(comparison)}
    ends = {comparison.later.report.id, comparison.earlier.report.id}
    for ruling in rulings:
        at = (ruling.report, ruling.from_)
        if set(at) == ends:
            known = found.pop(at, None)
            if ruling.holds:
                found[at] = _confirmed(ruling, known)
    return tuple(found[at] for at in sorted(found))


def _confirmed(ruling: OnDerivation, known: Derivation | None) -> Derivation:
    if known is None:
        kind = ruling.kind or DerivationKind.PARAPHRASES
        return Derivation(report=ruling.report, from_=ruling.from_, kind=kind, score=SURE)
    return msgspec.structs.replace(known, kind=ruling.kind or known.kind, score=SURE)
