"""Which voices of a claim are one: name variants, a body and its people, one source described in two ways."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from sayso.link.actors import fits, name_words, same_actor, same_name
from sayso.link.cluster import connected
from sayso.link.offices import bodies_of, for_country, offices, places, speaks
from sayso.link.terms import is_country, listed
from sayso.link.voices import Voice, beside, own_voices, same_body, shortened, voices
from sayso.model import ActorKind, Appearance

Group = tuple[Voice, ...]

_BODIES = frozenset({ActorKind.GOVERNMENT, ActorKind.ORGANISATION})
_DESCRIBED = frozenset({ActorKind.ROLE, ActorKind.GROUP})  # told of by what they are, though a name may be part of it
_PLURAL = re.compile(r"\W*(?:the |some |many |two |several )?(?:\w+ )?\w+s\b", re.IGNORECASE)
_ONE_OF = re.compile(r"\W*(?:one|another|two|some|most) of (?:them|the|these|those)\b", re.IGNORECASE)


def grouped(found: Sequence[Voice]) -> tuple[Group, ...]:
    """Voices that are one: the same actor, name variants, a body and who speaks for it or holds an office of it."""
    unsure = frozenset(_of_several(found))
    near: dict[str, frozenset[str]] = {}
    for (i, v), (j, w) in combinations(enumerate(found), 2):
        if i not in unsure and j not in unsure and _one(v, w):
            near[str(i)] = near.get(str(i), frozenset()) | {str(j)}
            near[str(j)] = near.get(str(j), frozenset()) | {str(i)}
    groups = {connected(str(i), near) for i in range(len(found))}
    return _attached(sorted((tuple(found[i] for i in sorted(map(int, g))) for g in groups), key=_place))


def _attached(groups: Sequence[Group]) -> tuple[Group, ...]:
    """`groups`, those of whom only a kind is told ("the company", "officials", "the competent ministry") each with the
    only one, or the first, that it fits. Only then: no "officials" may make two ministries one.
    """
    out: list[Group] = [g for g in groups if not _of_a_kind(g)]
    for group in groups:
        if _of_a_kind(group):
            fitting = [i for i, other in enumerate(out) if any(_fits_kind(v, w) for v in group for w in other)]
            if fitting:
                out[fitting[0]] = (*out[fitting[0]], *group)
            else:
                out.append(group)
    return tuple(sorted(out, key=_place))


def _of_a_kind(group: Group) -> bool:
    """Whether all that is told of a group is what kind of body or people it is."""
    kinds = listed("companies") | listed("authorities") | listed("bodies")
    return all(not v.known and bool(_kind(v)) and _kind(v) <= kinds for v in group)


def _kind(voice: Voice) -> frozenset[str]:
    told = (word for word in name_words(voice.actor.name) if not is_country(word))
    return frozenset(told) - listed("vague")


def _fits_kind(voice: Voice, other: Voice) -> bool:
    """Whether `other` may be the body or people whose kind alone is told."""
    kind, named = _kind(voice), {*name_words(other.actor.name)}
    public = other.actor.kind is ActorKind.GOVERNMENT or bool(named & listed("public"))
    if kind & listed("companies"):
        company = other.own or other.actor.kind is ActorKind.ORGANISATION or bool(_kind(other) & listed("companies"))
        return company and not named & listed("states") and other.actor.kind is not ActorKind.GOVERNMENT
    if kind & listed("authorities"):
        return public or bool(offices(other))
    return bool(kind & named)


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
    return any(speaks(x, y) or _describes(x, y) or for_country(x, y) for x, y in ((v, w), (w, v)))


def _one_body(v: Voice, w: Voice) -> bool:
    """Whether two names are of one body, the one short or longer by a country ("Cell Watch", "Cell Watch Peru")."""
    if any(_of_page(x, y) for x, y in ((v, w), (w, v))):
        return True
    persons = ActorKind.PERSON in (v.actor.kind, w.actor.kind) and not (v.own or w.own)
    return not persons and v.known and w.known and same_body(v.actor.name, w.actor.name)


def _of_page(page: Voice, told: Voice) -> bool:
    """Whether a body is named by words of the masthead of its own page ("Norland's customs department" on that of the
    "Republic of Norland, Department of Customs and Excise"); or both are one page's.
    """
    if not page.own or told.own:
        return page.own and page.appearance.report == told.appearance.report
    said = {*name_words(told.actor.name)} - listed("vague")
    shown = {*name_words(page.appearance.masthead)}
    bodies = told.actor.kind is not ActorKind.PERSON and bool(said & (listed("bodies") | listed("public")))
    return bodies and len(said) > 1 and said <= shown


def _describes(voice: Voice, named: Voice) -> bool:
    """Whether a source without a name ("the city's fire chief") is one that another report names with its role."""
    return not voice.known and named.known and fits(voice.actor.name, f"{beside(named)} {named.actor.name}")


def _one_description(v: Voice, w: Voice) -> bool:
    """Whether two sources without names are described in the same words, or are kin of one person, or one is beside the
    group that it is of.
    """
    if _kin(v, w) or any(_among(x, y) or _again(x, y) or _introduced(x, y) for x, y in ((v, w), (w, v))):
        return True
    roles = {v.actor.kind, w.actor.kind} <= _DESCRIBED
    if v.known and w.known and not roles:
        return False
    if (v.known or w.known) and not roles:
        return _same_office(v, w) or _short_body(v, w) or _short_body(w, v)
    one, other = shortened(v.actor.name, w.actor.name), shortened(w.actor.name, v.actor.name)
    x, y = frozenset(name_words(one)), frozenset(name_words(other))
    if x <= y or y <= x or (x & listed("crowds") and y & listed("crowds")):
        return bool(x and y)
    return fits(one, other) or fits(other, one)


def _short_body(short: Voice, full: Voice) -> bool:
    """Whether a body is told of by its kind ("police", "the rescue service") that another report names in full."""
    if short.known or short.actor.kind not in _BODIES or full.actor.kind is ActorKind.PERSON:
        return False
    said = set(name_words(short.actor.name))
    return bool(said) and said <= set(name_words(f"{full.words} {full.actor.name}"))


def _same_office(v: Voice, w: Voice) -> bool:
    """Whether one is told of by an office ("mayor of the town") that the other holds, of no other place."""
    if ActorKind.ROLE not in (v.actor.kind, w.actor.kind):
        return False
    shared = {*re.findall(r"\w+", beside(v).casefold())} & {*re.findall(r"\w+", beside(w).casefold())}
    if not shared & (bodies_of().keys() - listed("titles") | listed("posts")):
        return False
    here, there = (places(one) for one in (v, w))
    return not here or not there or bool(here & there)


def _among(one: Voice, group: Voice) -> bool:
    """Whether a voice is one of those that the report tells of before ("one of them, Vera Holm")."""
    return _beside(one, group) and bool(_ONE_OF.match(one.words)) and bool(_PLURAL.match(group.words))


def summed_up(group: Voice, found: Iterable[Voice]) -> bool:
    """Whether the report of a group that it does not tell more of has one of them speak by name, too."""
    return any(_sums_up(group, one) for one in found if not same_actor(one.actor, group.actor))


def _sums_up(group: Voice, one: Voice) -> bool:
    """Whether a report says of several, or of a paper, what it then has one of them say ("Survivors said", "officials
    say", "a statement").
    """
    said = frozenset(name_words(group.actor.name))
    if not _beside(group, one):
        return False
    if said & listed("documents") and not {*name_words(one.actor.name)} & listed("documents"):
        return True
    if len(said) != 1:
        return False
    if group.actor.kind is ActorKind.UNKNOWN and not group.known:
        return True  # one bare word names nobody
    people = one.actor.kind in (ActorKind.PERSON, ActorKind.ROLE)
    return (said <= listed("people")) or (people and said <= listed("witnesses") and not offices(one))


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


def _introduced(short: Voice, named: Voice) -> bool:
    """Whether all words of a description without a name ("an uncle", "a village councillor") are those by which another
    report introduces whom it names ("their uncle, Abu Holm", "Vera Holm of the village council").
    """
    told, words = {*name_words(short.actor.name)}, {*name_words(beside(named))} - {*name_words(named.actor.name)}
    if short.known or not named.known or not told or told <= listed("crowds") | listed("people") | listed("member"):
        return False
    return all(word in words or bool(bodies_of().get(word, frozenset()) & words) for word in told)


def _place(group: Group) -> tuple[str, str]:
    first = group[0].appearance
    return first.published or "9", first.statement.id
