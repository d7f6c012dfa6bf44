"""Who asserts a claim, who denies it and who leaves it open, each with the exact words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sayso.ledger import View
from sayso.model import Appearance, Certainty, Polarity, Report, Spans, Stance, words


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """How one source holds a claim, as one statement has it. `actor` is an id; it and `name` are None where the words
    name nobody. `words`, at `spans` of the statement's report, are what it rests on; `is_origin` tells a statement's
    own source, or outlet, from another one that takes a stance.
    """

    actor: str | None
    name: str | None
    certainty: Certainty
    polarity: Polarity
    seen: Appearance
    spans: Spans
    words: str
    is_origin: bool


def sides(view: View, members: Iterable[Appearance]) -> Mapping[Polarity, tuple[Side, ...]]:
    """Everybody who takes a side in the statements of a claim, in the order of `members`, by what the side is."""
    texts: dict[str, Report] = {}
    found: list[Side] = []
    for member in members:
        found.append(_own(member))
        for stance in member.statement.stances:
            if member.report not in texts:
                texts[member.report] = view.report(member.report)
            found.append(_other(member, stance, texts[member.report].text))
    return {polarity: tuple(side for side in found if side.polarity is polarity) for polarity in Polarity}


def _own(member: Appearance) -> Side:
    statement = member.statement
    source = next((link.source.actor for link in member.chain if link.source), None)
    return Side(
        actor=statement.origin.id if statement.origin else None,
        name=statement.origin.name if statement.origin else None if source else member.outlet,
        certainty=statement.factuality.certainty,
        polarity=statement.factuality.polarity,
        seen=member,
        spans=statement.content.spans,
        words=statement.content.text,
        is_origin=True,
    )


def _other(member: Appearance, stance: Stance, text: str) -> Side:
    return Side(
        actor=stance.actor.id,
        name=stance.actor.name,
        certainty=stance.certainty,
        polarity=stance.polarity,
        seen=member,
        spans=stance.spans,
        words=words(text, stance.spans),
        is_origin=False,
    )
