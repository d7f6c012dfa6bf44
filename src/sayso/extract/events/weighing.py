"""The rules' code and the head's likelihoods together: which code a deed gets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.extract.encoding.encoder import Encoding
from sayso.extract.events.codes import Coded
from sayso.extract.events.head import NOTHING, likelihoods
from sayso.extract.events.words import Code, roles
from sayso.model import Span

UNCODED = Code(plover=NOTHING, cameo="")  # what no table has a code for
# The head alone makes an event only where it is this sure: most contents that the tables do not know are none.
ALONE = 0.75
# The head overrules a code of the tables only where it is this sure, and in a clause that tells the sentence's main
# news: it reads the whole sentence, of which "…, visiting Norland" is only a part.
OVERRULING = 0.6
MAIN = frozenset({"ROOT", "ccomp"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Where who does it and to whom stand; whether both are actors that the report names."""

    actor: Span | None
    recipient: Span | None
    known: bool


def surest(encoding: Encoding, coded: Coded, pair: Pair) -> Coded:
    """`coded` with the head's code where that is sure enough; as it is where not both take part.

    Where the tables have none (`UNCODED`) both must be known actors: the head was learnt on deeds between such.
    """
    alone = coded.code is UNCODED
    if pair.actor is None or pair.recipient is None or (alone and not pair.known):
        return coded
    said = None if alone else coded.code.plover
    likely = likelihoods(encoding, pair.actor, pair.recipient, said)
    root = max(likely, key=likely.__getitem__, default=NOTHING)
    if root in {said, NOTHING} or likely[root] < (ALONE if alone else OVERRULING):
        return coded
    if not alone and coded.verb.dep_ not in MAIN:
        return coded
    return replace(coded, code=general(root))


def likeliest(encoding: Encoding, codes: Sequence[Code], pair: Pair) -> Code | None:
    """The likeliest code of a deed that is sure to be told: the first of `codes`, what the rules say, with the
    likeliest root, else the root's most general code; None where nothing is known of it.
    """
    likely = _deeds(likelihoods(encoding, pair.actor, pair.recipient, codes[0].plover if codes else None))
    if not likely:
        return codes[0] if codes else None
    root = max(likely, key=likely.__getitem__)
    return next((code for code in codes if code.plover == root), general(root))


def _deeds(likely: Mapping[str, float]) -> dict[str, float]:
    return {root: share for root, share in likely.items() if root != NOTHING}


def general(root: str) -> Code:
    """A root's code where nothing more is known."""
    return Code(plover=root, cameo=roles().general[root])
