"""Who speaks in the statements of a claim: named and described sources, and bodies on their own pages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from sayso.link.actors import name_words, proper
from sayso.link.naming import same_outlet
from sayso.link.speaking import body_names, is_press_name, speaks_itself
from sayso.link.terms import is_country, listed, term
from sayso.model import Actor, ActorKind, Appearance, Source, content_id

_BODIES_OR_PERSONS = frozenset({ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.GOVERNMENT, ActorKind.OUTLET})


@dataclass(frozen=True, slots=True)
class Voice:
    """One statement's innermost source; `words` are those of the source as written. `own`: it is the outlet itself,
    on its own page.
    """

    appearance: Appearance
    actor: Actor
    words: str
    own: bool = False

    @property
    def known(self) -> bool:
        """Whether it has a name."""
        return self.own or (proper(self.actor) and not described(self.actor))


@lru_cache(maxsize=100_000)
def described(actor: Actor) -> bool:
    """Whether the capitals in the name of people are none of a name: of a nation ("European official"), or of a word
    that begins a sentence ("Inspectors").
    """
    if actor.kind in _BODIES_OR_PERSONS:
        return False
    found = [term(word) for word in re.findall(r"\b[A-Z][\w-]*", actor.name)]
    return not any(t and t.name and not is_country(t.key) for t in found) and not actor.name.isupper()


def innermost(appearance: Appearance) -> Source | None:
    """The innermost source of an appearance's chain; None where the words name none."""
    return appearance.chain[0].source if appearance.chain else None


def voices(members: Iterable[Appearance]) -> tuple[Voice, ...]:
    """The voice of each member that has a source; for what is a body's ("tests of the board") that body's."""
    found = ((member, _speaker(member)) for member in members)
    return tuple(Voice(member, source.actor, source.text) for member, source in found if source)


def _speaker(member: Appearance) -> Source | None:
    """Who speaks: the innermost source, or whose tests, records or letter that is."""
    source = innermost(member)
    if source is None or not {*name_words(source.actor.name)} & (listed("documents") | listed("findings")):
        return source
    whose = (a.source for a in member.chain[1:2] if a.source and not is_press_name(a.source.actor.name))
    return next((one for one in whose if one.actor.kind is not ActorKind.OUTLET), source)


def own_voices(members: Iterable[Appearance]) -> tuple[Voice, ...]:
    """The voices of bodies that speak for themselves on their own pages: one for each of their names."""
    return tuple(
        Voice(m, Actor(id=content_id("outlet", name), name=name, kind=ActorKind.ORGANISATION), name, own=True)
        for m in members
        if speaks_itself(m)
        for name in (m.outlet or m.report, *body_names(m.masthead))
    )


def is_relay(voice: Voice) -> bool:
    """Whether the voice is an outlet's, which has it from somebody that it names or does not."""
    return not voice.own and (voice.actor.kind is ActorKind.OUTLET or is_press_name(voice.actor.name))


def same_body(a: str, b: str) -> bool:
    """Whether two names are of one body or outlet, whatever either has besides in front of a comma or dash."""
    return any(same_outlet(shortened(x, y), shortened(y, x)) for x in name_parts(a) for y in name_parts(b))


def shortened(name: str, other: str) -> str:
    """`name`, shortened where `other` is ("United Nations mission", "UN Mission")."""
    words = name.split()
    for short in re.findall(r"\b[A-Z]{2,5}\b", other):
        for at in range(len(words) - len(short) + 1):
            if "".join(w[0] for w in words[at : at + len(short)]) == short and len(short) < len(words):
                words = [*words[:at], short, *words[at + len(short) :]]
    return " ".join(words)


def name_parts(name: str) -> Iterator[str]:
    """A name, and what of it stands before a comma or dash, if that is a name by itself."""
    yield name
    head = re.split(r",\s|\s[-–—|]\s", name)[0]
    if head != name and (len(name_words(head)) > 1 or head.isupper()):
        yield head


def beside(voice: Voice) -> str:
    """What stands beside the name of a voice and tells who it is: the words of the source, a role before it, what is
    put after it by a comma or "of".
    """
    return _beside(voice.words, voice.actor.name, voice.appearance.introduction)


@lru_cache(maxsize=100_000)
def _beside(words: str, named: str, introduction: str) -> str:
    before, name, after = introduction.partition(named)
    if not name:
        return words
    role = re.split(r"[.;:!?\"“”]\s|\bsa(?:id|ys)\b|\btold\b", before)[-1]
    role = ",".join(role.split(",")[-2 if role.rstrip().endswith(",") else -1 :])
    aside = re.match(r"\s*(?:,\s*[^,.;\"“”]+|\s+(?:of|from)\s+[^,.;\"“”]+)", after)
    return f"{role} {name} {aside.group() if aside else ''} {words}"
