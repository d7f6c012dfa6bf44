"""Who in a report the words of a participant stand for: by its mentions, by possessors, by names of peoples."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Token

from sayso.extract.actors.words import demonyms
from sayso.extract.draft import Mention, MentionForm
from sayso.extract.parse import Passage
from sayso.extract.places.gazetteer import senses
from sayso.model import Actor, ActorKind, Span

_NEAR = 6  # mentions that begin before a word and may still hold it; deeper nesting does not occur


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """The mentions of a report, by head and in order of place, and its countries by ISO code."""

    heads: dict[Span, Mention]
    ordered: tuple[Mention, ...]
    starts: tuple[int, ...]
    countries: dict[str, Actor]

    @classmethod
    def of(cls, mentions: Iterable[Mention]) -> Cast:
        """The cast that `mentions` make."""
        ordered = tuple(sorted(mentions, key=lambda mention: mention.span))
        countries: dict[str, Actor] = {}
        for mention in ordered:
            if mention.actor.country and _is_country(mention):
                countries.setdefault(mention.actor.country, mention.actor)
        return cls(
            heads={mention.head: mention for mention in ordered},
            ordered=ordered,
            starts=tuple(mention.span.start for mention in ordered),
            countries=countries,
        )

    def actor(self, passage: Passage, token: Token) -> Actor | None:
        """The actor of the mention whose head `token` is, else of the smallest mention around it."""
        where = passage.span(token)
        exact = self.heads.get(where)
        if exact is not None:
            return exact.actor
        last = bisect_right(self.starts, where.start)
        around = [mention for mention in self.ordered[max(0, last - _NEAR) : last] if mention.span.contains(where)]
        # a wider mention whose head stands elsewhere in the phrase ("the army's drones") is another's
        around = [mention for mention in around if mention.head.start >= where.start]
        return min(around, key=lambda mention: mention.span.end - mention.span.start).actor if around else None

    def doer(self, passage: Passage, deed: Token) -> Actor | None:
        """Whose deed a noun tells: of its possessor ("Iran's strike") or of a people's country ("Russian strikes")."""
        for word in deed.children:
            if word.dep_ == "poss":
                return self.actor(passage, word)
            if word.dep_ in ("amod", "compound"):
                country = demonyms().get(word.lower_) or demonyms().get(word.text)
                if country:
                    return self.countries.get(country)
        return None


def _is_country(mention: Mention) -> bool:
    if mention.form is not MentionForm.NAME or mention.actor.kind is not ActorKind.GOVERNMENT:
        return False
    return any(sense.kind == "C" for sense in senses(mention.actor.name))
