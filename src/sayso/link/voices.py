"""Who speaks in the statements of a claim, and which of these voices are one: name variants, a body and its people."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from sayso import resources
from sayso.link.actors import (
    fits,
    holds_office,
    is_spokesman,
    name_words,
    proper,
    same_actor,
    same_name,
    speaks_for,
)
from sayso.link.cluster import connected
from sayso.link.naming import same_outlet
from sayso.link.speaking import is_press_name, own_page, speaks_itself
from sayso.link.terms import is_country, listed, name_key
from sayso.model import Actor, ActorKind, Appearance, Source, content_id

_PLURAL = re.compile(r"\W*(?:the |some |many |two |several )?(?:\w+ )?\w+s\b", re.IGNORECASE)
_ITS = re.compile(r"\W*(?:its|their)\b", re.IGNORECASE)
_ONE_OF = re.compile(r"\W*(?:one|another|two|some|most) of (?:them|the|these|those)\b", re.IGNORECASE)


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
        return self.own or proper(self.actor)

    @property
    def told_of(self) -> str:
        """All words that tell who it is."""
        return f"{self.words} {self.actor.name} {self.appearance.introduction}"


def innermost(appearance: Appearance) -> Source | None:
    """The innermost source of an appearance's chain; None where the words name none."""
    return appearance.chain[0].source if appearance.chain else None


def voices(members: Iterable[Appearance]) -> tuple[Voice, ...]:
    """The voice of each member that has a source."""
    found = ((member, innermost(member)) for member in members)
    return tuple(Voice(member, source.actor, source.text) for member, source in found if source)


def own_voices(members: Iterable[Appearance]) -> tuple[Voice, ...]:
    """The voices of bodies that speak for themselves: the outlets of members on their own pages."""
    return tuple(Voice(m, _outlet(m), m.outlet or "", own=True) for m in members if speaks_itself(m))


def _outlet(member: Appearance) -> Actor:
    name = member.outlet or member.report
    return Actor(id=content_id("outlet", name), name=name, kind=ActorKind.ORGANISATION)


def grouped(found: Sequence[Voice]) -> tuple[tuple[Voice, ...], ...]:
    """Voices that are one: the same actor, name variants, a body and who speaks for it or holds an office of it."""
    unsure = frozenset(_of_several(found))
    near = {
        str(i): frozenset(str(j) for j, w in enumerate(found) if not {i, j} & unsure and _one(v, w))
        for i, v in enumerate(found)
    }
    groups = {connected(str(i), near) for i in range(len(found))}
    return tuple(sorted((tuple(found[i] for i in sorted(map(int, g))) for g in groups), key=_place))


def _of_several(found: Sequence[Voice]) -> Iterator[int]:
    """The places of voices known by a name that two others, of different names, share: "Orlov" beside Pavel Orlov and
    Vera Orlov may be either.
    """
    for i, v in enumerate(found):
        short = name_words(v.actor.name)
        full = {
            w.actor.name for w in found if len(name_words(w.actor.name)) > len(short) and same_actor(v.actor, w.actor)
        }
        if len(short) == 1 and any(not same_name(a, b) for a in full for b in full):
            yield i


def same_voice(a: Appearance, b: Appearance) -> bool:
    """Whether two statements have one voice: one source, or none and one outlet."""
    x, y = ([*voices((m,)), *own_voices((m,))] for m in (a, b))
    if x and y:
        return _one(x[0], y[0])
    return not x and not y and (a.report == b.report or (a.outlet is not None and a.outlet == b.outlet))


def _one(v: Voice, w: Voice) -> bool:
    if same_actor(v.actor, w.actor) or _one_body(v, w) or _one_description(v, w):
        return True
    return any(_speaks(x, y) or _describes(x, y) or _for_country(x, y) for x, y in ((v, w), (w, v)))


def _one_body(v: Voice, w: Voice) -> bool:
    """Whether two names are of one body, the one short or longer by a country ("Cell Watch", "Cell Watch Peru")."""
    persons = ActorKind.PERSON in (v.actor.kind, w.actor.kind) and not (v.own or w.own)
    return not persons and v.known and w.known and same_body(v.actor.name, w.actor.name)


def same_body(a: str, b: str) -> bool:
    """Whether two names are of one body or outlet, whatever either has besides in front of a comma or dash."""
    return any(same_outlet(_shortened(x, y), _shortened(y, x)) for x in name_parts(a) for y in name_parts(b))


def _shortened(name: str, other: str) -> str:
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


def _speaks(voice: Voice, body: Voice) -> bool:
    """A body's spokesman, who holds an office of it ("union secretary"), or an officer of it on its own page."""
    name = body.actor.name
    if not (body.known or set(name_words(name)) & listed("bodies")) or (
        body.actor.kind is ActorKind.PERSON and not body.own
    ):
        return False
    if voice.appearance.report == body.appearance.report and body.own and _offices(voice):
        return True
    around = f"{voice.appearance.lead} {voice.appearance.context}" if _ITS.match(voice.words) else ""
    told = (voice.words, voice.actor.name, beside(voice), f"{voice.words} {around}")
    if any(speaks_for(words, name) for words in told) or any(holds_office(words, name) for words in told[:3]):
        return True
    return (
        _heads(voice, name)
        or _introduced(voice, name)
        or _office_of(voice, f"{body.words} {name}")
        or _people_of(voice, name)
    )


def _heads(voice: Voice, body: str) -> bool:
    """Whether somebody is given with an office, but not of what ("its director, Vera Holm"), where the body is named
    before in the same breath; for "its" in the paragraph or the report's lead.
    """
    said, own = set(name_words(beside(voice))), set(name_words(body))
    others = (said & listed("bodies")) - own  # "the police chief" is not the ministry's
    if others or not said & listed("offices") or said & _bodies_of().keys() - listed("titles"):
        return False
    before = re.split(r"[\"“”«»]", voice.appearance.introduction.partition(voice.actor.name)[0])[-1]
    around = f"{voice.appearance.lead} {voice.appearance.context}" if _ITS.match(voice.words) else before
    return bool(own) and own <= set(name_words(around)) and not _elsewhere(voice, own)


def _elsewhere(voice: Voice, body: set[str]) -> bool:
    """Whether the words beside the name have it of something else than `body` ("Vera Holm of Kemi Harbour")."""
    of = re.search(r"\b(?:of|for|at|from) (?:the )?([A-Z]\w+)|\b([A-Z]\w+)['’]s\b", beside(voice))
    return bool(of) and not body & {name_key((of[1] or of[2]).casefold())} if of else False


def _people_of(voice: Voice, body: str) -> bool:
    """Whether people are named by the body that they are of ("UN investigators")."""
    said = set(name_words(voice.actor.name))
    return (
        bool(said & listed("people"))
        and bool(said - listed("people"))
        and said - listed("people") <= set(name_words(body))
    )


def _offices(voice: Voice) -> frozenset[str]:
    """The words of offices beside the voice's name."""
    told = frozenset(re.findall(r"[^\W\d_]+", beside(voice).casefold()))
    ranks = told & listed("titles")  # "General Holm", not "the general manager, Vera Holm"
    first = re.escape(voice.actor.name.split()[0].casefold())
    held = {rank for rank in ranks if re.search(rf"\b{rank} {first}", beside(voice).casefold())}
    return (told & listed("offices")) | ((told - ranks | held) & _bodies_of().keys())


def _introduced(voice: Voice, body: str) -> bool:
    """Whether the report names somebody with an office and the body it is of ("X, director of the Harbour Board")."""
    told, parts = set(name_words(beside(voice))), set(name_words(body))
    persons = voice.actor.kind in (ActorKind.PERSON, ActorKind.ROLE, ActorKind.UNKNOWN)
    return (
        persons
        and bool(parts)
        and parts <= told
        and not parts <= set(name_words(voice.actor.name))
        and (bool(_offices(voice)) or is_spokesman(beside(voice)) or _of_body(voice, body))
    )


def _of_body(voice: Voice, body: str) -> bool:
    """Whether nothing but "of" stands between the name and the body ("Vera Holm of the Harbour Board")."""
    after = voice.told_of.partition(voice.actor.name)[2]
    return any(
        re.match(rf"\s+(?:of|from|for|at)\s+(?:the\s+)?{re.escape(part)}", text)
        for part in name_parts(body)
        for text in (after, voice.appearance.introduction.partition(voice.actor.name)[2])
    )


def _office_of(voice: Voice, body: str) -> bool:
    """Whether the voice holds an office that only a body of this kind has, and nothing tells of another place."""
    said = _offices(voice)
    kinds = {kind for office in said for kind in _bodies_of().get(office, ())}
    names = set(name_words(body))
    if not kinds & names:
        return False
    here = {name_key(w.casefold()) for w in re.findall(r"[^\W\d_]+", beside(voice)) if w[0].isupper()}
    places = here - set(name_words(voice.actor.name)) - said - listed("titles") - listed("bodies") - kinds
    there = names - listed("bodies") - kinds
    around = name_words(f"{voice.appearance.lead} {voice.appearance.context}")
    return not places or not there or bool(there & {*places, *around})


def beside(voice: Voice) -> str:
    """What stands beside the name of a voice and tells who it is: the words of the source, a role before it, what is
    put after it by a comma or "of".
    """
    before, name, after = voice.appearance.introduction.partition(voice.actor.name)
    if not name:
        return voice.words
    role = re.split(r"[.;:!?\"“”]\s|\bsa(?:id|ys)\b|\btold\b", before)[-1]
    role = ",".join(role.split(",")[-2 if role.rstrip().endswith(",") else -1 :])
    aside = re.match(r"\s*(?:,\s*[^,.;\"“”]+|\s+(?:of|from)\s+[^,.;\"“”]+)", after)
    return f"{role} {name} {aside.group() if aside else ''} {voice.words}"


def _describes(voice: Voice, named: Voice) -> bool:
    """Whether a source without a name ("the city's fire chief") is one that another report names with its role."""
    return not voice.known and named.known and fits(voice.actor.name, f"{beside(named)} {named.actor.name}")


def _one_description(v: Voice, w: Voice) -> bool:
    """Whether two sources without names are described in the same words, or are kin of one person, or one is beside the
    group that it is of.
    """
    if _kin(v, w) or any(_among(x, y) or _again(x, y) for x, y in ((v, w), (w, v))):
        return True
    if v.known and w.known:
        return False
    if v.known or w.known:
        return _same_office(v, w)
    x, y = (frozenset(name_words(one.actor.name)) for one in (v, w))
    return x == y and (len(x) > 1 or v.appearance.report == w.appearance.report)


def _same_office(v: Voice, w: Voice) -> bool:
    """Whether one is told of by an office ("mayor of the town") that the other holds, of no other place."""
    if ActorKind.ROLE not in (v.actor.kind, w.actor.kind) and not (v.known and w.known):
        return False
    shared = {*re.findall(r"\w+", beside(v).casefold())} & {*re.findall(r"\w+", beside(w).casefold())}
    if not shared & (_bodies_of().keys() - listed("titles") | listed("posts")):
        return False
    here, there = (_places(one) for one in (v, w))
    return not here or not there or bool(here & there)


def _places(voice: Voice) -> set[str]:
    """The names beside a voice's office that are not its own."""
    named = {name_key(w.casefold()) for w in re.findall(r"[^\W\d_]+", beside(voice)) if w[0].isupper()}
    taken = set(name_words(voice.actor.name)) if voice.known else set()
    return (
        named - taken - listed("titles") - listed("bodies") - listed("offices") - _bodies_of().keys() - listed("small")
    )


def _among(one: Voice, group: Voice) -> bool:
    """Whether a voice is one of those that the report tells of before ("one of them, Vera Holm")."""
    return _beside(one, group) and bool(_ONE_OF.match(one.words)) and bool(_PLURAL.match(group.words))


def summed_up(group: Voice, found: Iterable[Voice]) -> bool:
    """Whether the report of a group that it does not tell more of has one of them speak by name, too."""
    return any(_sums_up(group, one) for one in found if not same_actor(one.actor, group.actor))


def _sums_up(group: Voice, one: Voice) -> bool:
    """Whether a report says of several what it then has one of them say ("Survivors said", "officials say")."""
    said = frozenset(name_words(group.actor.name))
    if not _beside(group, one) or len(said) != 1:
        return False
    people = one.actor.kind in (ActorKind.PERSON, ActorKind.ROLE)
    return (said <= listed("people")) or (people and said <= listed("witnesses") and not _offices(one))


def _again(short: Voice, full: Voice) -> bool:
    """Whether a report goes on with a source as "the man", who was told of before."""
    first = re.match(r"\W*the (\w+)", short.words, re.IGNORECASE)
    person = full.actor.kind in (ActorKind.PERSON, ActorKind.ROLE, ActorKind.UNKNOWN)
    return _beside(short, full) and person and not full.known and bool(first and first[1].casefold() in listed("again"))


def _beside(v: Voice, w: Voice) -> bool:
    return v.appearance.report == w.appearance.report and not v.own and not w.own


def _kin(v: Voice, w: Voice) -> bool:
    """Whether two are of one person's family ("Djassi's brother", "the family of Corporal Djassi")."""
    x, y = (set(name_words(one.actor.name)) for one in (v, w))
    return bool(x & listed("relatives")) and bool(y & listed("relatives")) and bool((x & y) - listed("relatives"))


def _for_country(voice: Voice, country: Voice) -> bool:
    """Whether a country is named for one of its bodies ("Norland said", "Norland's defence ministry")."""
    if not is_country(country.actor.name) or (voice.own and not own_page(voice.appearance)):
        return False
    state = voice.actor.kind is ActorKind.GOVERNMENT or voice.own or bool(_offices(voice))
    named = name_words(f"{beside(voice)} {voice.actor.name}")
    others = [word for word in name_words(voice.actor.name) if is_country(word)]
    meant = name_key(country.actor.name.casefold())
    around = name_words(f"{voice.appearance.context} {voice.appearance.introduction}")
    here = voice.appearance.report == country.appearance.report and meant in around
    return state and (meant in named or (here and not others))


def is_relay(voice: Voice) -> bool:
    """Whether the voice is an outlet's, which has it from somebody that it names or does not."""
    return not voice.own and (voice.actor.kind is ActorKind.OUTLET or is_press_name(voice.actor.name))


@cache
def _bodies_of() -> Mapping[str, frozenset[str]]:
    """Offices to the kinds of body they are of."""
    return MappingProxyType({o: frozenset(bodies.split()) for o, bodies in resources.rows("link/offices.tsv")})


def _place(group: tuple[Voice, ...]) -> tuple[str, str]:
    first = group[0].appearance
    return first.published or "9", first.statement.id
