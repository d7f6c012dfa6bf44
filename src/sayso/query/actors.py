"""What a ledger tells of one actor: what they said and deny, what is said of them, whom they cite, who cites them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from sayso.ledger import Filter, KnownActor, Query, View
from sayso.model import Actor, Appearance, Polarity, Stance
from sayso.query.shown import one_line

_WORD = re.compile(r"\w+")
_ARTICLES = frozenset({"a", "an", "the", "s"})
_SMALL = frozenset({"and", "for", "in", "of", "on", "the", "to"})  # words that initials often leave out


@dataclass(frozen=True, slots=True, kw_only=True)
class Other:
    """Another actor, or an outlet (`id` is None), and in how many of the statements looked at they stand beside."""

    id: str | None
    name: str
    statements: int


class Likeness(StrEnum):
    """Why words were read as an actor, as far as the words themselves show it."""

    NAME = "the name itself"
    NAME_WITHIN = "the name, with more about them"
    PART = "a part of the name"
    INITIALS = "the first letters of the name"
    CONTEXT = "read so from what stands before it in the report"


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """Words of reports that were read as this actor, why, how often, and the first statement that shows it."""

    words: str
    why: Likeness
    times: int
    seen: Appearance


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What is known of `actor`.

    `said` and `about` are statements that come from them and in whose event they take part or are named; `denied` those
    that they deny, as their origin or by a stance of theirs. `cites` are those whose words reach reports through them,
    `cited_by` those through whom theirs do. All of it is of the first statements of a list, and not of all there are,
    where `is_part` says so.
    """

    actor: KnownActor
    said: tuple[Appearance, ...]
    about: tuple[Appearance, ...]
    denied: tuple[tuple[Appearance, Stance | None], ...]
    cites: tuple[Other, ...]
    cited_by: tuple[Other, ...]
    variants: tuple[Variant, ...]
    is_part: bool


def profile(view: View, actor: str, *, limit: int = 100, reports: int = 10) -> Profile:
    """The profile of an actor by the whole id, from `limit` statements of each kind and from the newest `reports` that
    name them; NotFoundError where there is none.
    """
    known = view.actor(actor)
    said = tuple(islice(view.statements(Filter(origin=actor), limit=limit + 1), limit + 1))
    about = tuple(islice(view.statements(Filter(about=actor), limit=limit + 1), limit + 1))
    hits = view.search(Query(actor=known.name), limit=reports)
    among = _once((*said, *about, *(member for hit in hits for member in hit.statements)))
    return Profile(
        actor=known,
        said=_by_time(said[:limit]),
        about=_by_time(about[:limit]),
        denied=tuple(_denied(among, actor)),
        cites=_counted(among, lambda member: _beside(member, actor, -1)),
        cited_by=_counted(among, lambda member: _beside(member, actor, 1)),
        variants=_variants(among, actor),
        is_part=len(said) > limit or len(about) > limit or len(hits) == reports,
    )


def _once(members: Iterable[Appearance]) -> tuple[Appearance, ...]:
    return tuple({member.statement.id: member for member in members}.values())


def _by_time(members: Iterable[Appearance]) -> tuple[Appearance, ...]:
    return tuple(sorted(members, key=lambda m: (m.published or "", m.statement.id), reverse=True))


def _denied(members: Iterable[Appearance], actor: str) -> Iterator[tuple[Appearance, Stance | None]]:
    for member in members:
        statement = member.statement
        is_origin = statement.origin is not None and statement.origin.id == actor
        if is_origin and statement.factuality.polarity is Polarity.NEGATIVE:
            yield member, None
        for stance in statement.stances:
            if stance.actor.id == actor and stance.polarity is Polarity.NEGATIVE:
                yield member, stance


def _beside(member: Appearance, actor: str, step: int) -> Iterator[tuple[str | None, str]]:
    """Whoever comes next to the actor in a chain, further in (-1) or further out (1); outermost is the outlet."""
    voices = [link.source.actor if link.source else None for link in member.chain]
    for place, voice in enumerate(voices):
        if voice is None or voice.id != actor:
            continue
        if 0 <= place + step < len(voices):
            other = voices[place + step]
            if isinstance(other, Actor):
                yield other.id, other.name
        elif step > 0 and member.outlet:
            yield None, member.outlet


def _counted(
    members: Iterable[Appearance], others: Callable[[Appearance], Iterable[tuple[str | None, str]]]
) -> tuple[Other, ...]:
    counts: Counter[tuple[str | None, str]] = Counter()
    for member in members:
        counts.update(set(others(member)))
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0][1]))
    return tuple(Other(id=known, name=name, statements=count) for (known, name), count in ordered)


def _variants(members: Iterable[Appearance], actor: str) -> tuple[Variant, ...]:
    found: dict[str, list[Appearance]] = {}
    for member in members:
        for link in member.chain:
            if link.source and link.source.actor.id == actor and link.source.text:
                found.setdefault(one_line(link.source.text), []).append(member)
    variants = (
        Variant(words=words, why=likeness(words, _name_in(seen[0], actor)), times=len(seen), seen=seen[0])
        for words, seen in found.items()
    )
    return tuple(sorted(variants, key=lambda one: (-one.times, one.words)))


def _name_in(member: Appearance, actor: str) -> str:
    """The name by which the report of a statement knows one of its sources."""
    sources = (link.source.actor for link in member.chain if link.source)
    return next((source.name for source in sources if source.id == actor), "")


def likeness(words: str, name: str) -> Likeness:
    """Why `words` may stand for somebody of this name."""
    told, known = (_significant(text) for text in (words, name))
    if told == known:
        return Likeness.NAME
    if known and set(known) <= set(told):
        return Likeness.NAME_WITHIN
    if told and set(told) <= set(known):
        return Likeness.PART
    initials = ["".join(word[0] for word in found) for found in (known, [w for w in known if w not in _SMALL])]
    letters = "".join(told)
    return Likeness.INITIALS if len(letters) > 1 and letters in initials else Likeness.CONTEXT


def _significant(text: str) -> list[str]:
    """The words of a name without articles and the mark of the genitive."""
    return [word for word in _WORD.findall(text.casefold()) if word not in _ARTICLES]
