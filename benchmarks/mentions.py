"""The mention of an actor that stands at given words of a report, by the product's own steps."""

from __future__ import annotations

from sayso.extract.actors.step import find_mentions
from sayso.extract.draft import Draft
from sayso.extract.parse import parse
from sayso.extract.places.step import find_places
from sayso.model import Actor, Report, Span


def actor_at(report: Report, span: Span) -> Actor | None:
    """Whom the words at `span` stand for, None where they are no mention: of several within each other, such as
    "the head of the water board", the one that has most of them.
    """
    mentions = find_mentions(find_places(Draft(parsed=parse(report)))).mentions
    inside = [mention for mention in mentions if span.contains(mention.head) and mention.span.overlaps(span)]
    return max(inside, key=lambda mention: (_shared(mention.span, span), mention.head)).actor if inside else None


def _shared(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)
