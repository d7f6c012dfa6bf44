"""From a cluster of statements to the claim they share."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations

from sayso.link.actors import heads, proper
from sayso.link.origins import claim_origins, independent, innermost
from sayso.link.quantities import incompatible
from sayso.link.terms import listed, terms
from sayso.model import Appearance, Certainty, Claim, Derivation, Polarity, Role, content_id

_SUREST = (Certainty.CERTAIN, Certainty.PROBABLE, Certainty.POSSIBLE, Certainty.UNKNOWN)
CLEAR_WORDS = range(5, 41)  # a gist shorter leaves out what it is about; annotation allows no longer content


_NEGATION = re.compile(
    r"(?<!,)(?:^|\s)(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot|\w+n['’]t)\b", re.IGNORECASE
)
_ASIDE = re.compile(r",\s+not\b|\b(?:refus|declin|fail)(?:es?|ed|s)\s", re.IGNORECASE)


def claim_id(statements: Iterable[str]) -> str:
    """The id of the claim that these statements share, whatever their order."""
    return content_id("claim", *sorted(statements))


def make_claim(members: Iterable[Appearance], derivations: Iterable[Derivation] = ()) -> Claim:
    """The claim of a cluster's `members`; of `derivations`, those between the members' reports count."""
    ordered = sorted(members, key=_when)
    known = tuple(derivations)
    return Claim(
        id=claim_id(m.statement.id for m in ordered),
        gist=_gist(ordered),
        statements=tuple(m.statement.id for m in ordered),
        denials=tuple(m.statement.id for m in ordered if _denies(m)),
        origins=claim_origins(ordered),
        independent_origins=independent(ordered, known),
        contested=is_contested(ordered, known),
        first=ordered[0].statement.id,
    )


def is_contested(members: Sequence[Appearance], derivations: Iterable[Derivation] = ()) -> bool:
    """Whether the claim is denied, or given in versions that cannot all be true: other numbers, another doer.

    A number that a report changed of the one it draws on is drift, and one that an outlet corrects of its own is taken
    back: neither is another version.
    """
    drawn = {frozenset((d.report, d.from_)) for d in derivations}
    denials = [m for m in members if _denies(m) and _says_no(m)]
    if denials and len(denials) < len(members):
        return True
    if any(_rejected(m) for m in members):
        return True
    versions = [m for m in members if not _denies(m)]
    apart = (pair for pair in combinations(versions, 2) if frozenset(m.report for m in pair) not in drawn)
    return any(_at_odds(a, b) for a, b in apart)


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


def _says_no(member: Appearance) -> bool:
    """Whether a negative statement denies what it is of, as "the gate was not open" does. "Engineers, not troops" tells
    by the way what is not meant, "refused to speak" tells of a deed.
    """
    content = member.statement.content.text
    return bool(_NEGATION.search(content)) or not _ASIDE.search(content)


def _rejected(member: Appearance) -> bool:
    """Whether somebody denies this statement, or it is itself given as a denial of what others say."""
    if any(stance.polarity is Polarity.NEGATIVE for stance in member.statement.stances):
        return True
    cue = member.chain[0].cue if member.chain else None
    return _denies(member) and cue is not None and cue.lemma in listed("denying")


def _at_odds(a: Appearance, b: Appearance) -> bool:
    """Whether two statements by different voices exclude each other in number or in who did it."""
    x, y = innermost(a), innermost(b)
    if a.report == b.report or (x and y and x.actor.id == y.actor.id):
        return False
    return incompatible(a.statement.quantities, b.statement.quantities) or _other_doer(a, b)


def _other_doer(a: Appearance, b: Appearance) -> bool:
    x, y = _doers(a), _doers(b)
    return bool(x) and bool(y) and not x & y


def _doers(member: Appearance) -> frozenset[str]:
    event = member.statement.event
    return (
        heads(p.actor for p in event.participants if p.role is Role.ACTOR and p.actor and proper(p.actor))
        if event
        else frozenset()
    )
