"""From a cluster of statements to the claim they share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Sequence

from sayso.link.contesting import is_contested
from sayso.link.origins import claim_origins, independent
from sayso.link.terms import listed, terms
from sayso.model import Appearance, Certainty, Claim, Derivation, Polarity, content_id

_SUREST = (Certainty.CERTAIN, Certainty.PROBABLE, Certainty.POSSIBLE, Certainty.UNKNOWN)
CLEAR_WORDS = range(5, 41)  # a gist shorter leaves out what it is about; annotation allows no longer content


def claim_id(statements: Iterable[str]) -> str:
    """The id of the claim that these statements share, whatever their order."""
    return content_id("claim", *sorted(statements))


def make_claim(
    members: Iterable[Appearance], derivations: Iterable[Derivation] = (), sure: Container[str] | None = None
) -> Claim:
    """The claim of a cluster's `members`; of `derivations`, those between the members' reports count; `sure` are the
    ids of those that surely belong to it, None: all.
    """
    ordered = sorted(members, key=_when)
    known = tuple(derivations)
    return Claim(
        id=claim_id(m.statement.id for m in ordered),
        gist=_gist(ordered),
        statements=tuple(m.statement.id for m in ordered),
        denials=tuple(m.statement.id for m in ordered if _denies(m)),
        origins=claim_origins(ordered),
        independent_origins=independent(ordered, known, sure),
        contested=is_contested(ordered, known),
        first=ordered[0].statement.id,
    )


def _when(member: Appearance) -> tuple[bool, str, str]:
    return member.published is None, member.published or "", member.statement.id


def _gist(members: Sequence[Appearance]) -> str:
    """The words that can stand for the claim; of equally clear ones those that say most of what others say too."""
    told = [frozenset(terms(m.statement.content.text)) for m in members]
    often = Counter(key for keys in told for key in keys)
    common = [sum(often[key] - 1 for key in keys) for keys in told]
    best = min(range(len(members)), key=lambda i: (*_unclear(members[i]), -common[i], _when(members[i])))
    return members[best].statement.content.text


def _unclear(member: Appearance) -> tuple[bool, bool, int, bool]:
    """Lowest for running text, positive, sure, complete."""
    factuality = member.statement.factuality
    text = member.statement.content.text.split()
    unclear = len(text) not in CLEAR_WORDS or text[0].casefold() in listed("pointing")
    return (
        member.heading,
        factuality.polarity is Polarity.NEGATIVE,
        _SUREST.index(factuality.certainty),
        unclear,
    )


def _denies(member: Appearance) -> bool:
    return member.statement.factuality.polarity is Polarity.NEGATIVE
