"""Which people have the word of which body: spokesmen, who holds an office of it, who is named by it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from sayso import resources
from sayso.link.actors import holds_office, is_spokesman, name_words, speaks_for
from sayso.link.calling import called_bodies
from sayso.link.terms import either, in_one_word, is_country, listed, name_key
from sayso.link.voices import Voice, beside, name_parts
from sayso.model import ActorKind

_OF = re.compile(r"\b(?:of|in|for|at|from) (?:the )?((?:[A-Z][\w-]+\s?)+)|\b([A-Z]\w+)['’]s\b")
_ITS = re.compile(r"\W*(?:its|their)\b", re.IGNORECASE)


_NO_LONGER = re.compile(r"\b(?:former|ex-|close to|near|familiar with|critic)", re.IGNORECASE)


def speaks(voice: Voice, body: Voice) -> bool:
    """A body's spokesman, who holds an office of it ("union secretary"), or an officer of it on its own page."""
    name = body.actor.name
    if not (body.known or set(name_words(name)) & listed("bodies")):
        return False
    if voice.appearance.report == body.appearance.report and body.own and offices(voice):
        return True
    around = f"{voice.appearance.lead} {voice.appearance.context}" if _ITS.match(voice.words) else ""
    told = (voice.words, voice.actor.name, beside(voice), f"{voice.words} {around}")
    full = tuple(_in_full(words, name) for words in told)
    if any(speaks_for(words, name) for words in full) or any(holds_office(words, name) for words in full[:3]):
        return True
    if _of_page(voice, body):
        return True
    if body.actor.kind is ActorKind.PERSON and not body.own and not _ITS.match(voice.words):
        return False
    return (
        _heads(voice, name)
        or _introduced(voice, name)
        or _office_of(voice, f"{body.words} {name}")
        or _people_of(voice, name)
    )


def _in_full(words: str, name: str) -> str:
    """`words`, in which the initials of `name` stand for it ("HB spokesman" of the "Harbour Board")."""
    initials = _initials(name)
    return re.sub(rf"\b{initials}\b", name, words) if len(initials) > 1 and initials in words else words


@lru_cache(maxsize=100_000)
def _initials(name: str) -> str:
    return "".join(word[0] for word in re.findall(r"\w+", name) if word[0].isupper())


def _of_page(voice: Voice, page: Voice) -> bool:
    """Whether an officer is called by what kind of body the page is of ("navy spokeswoman", "the company's president"),
    and nothing tells of another.
    """
    if not page.own or not (offices(voice) or is_spokesman(beside(voice))):
        return False
    shown = page.appearance
    said = {*name_words(beside(voice))} - {*name_words(voice.actor.name)}
    kinds = either(called_bodies(f"{shown.outlet or ''}\n{shown.masthead}\n{shown.foot}"))
    here = {*name_words(f"{shown.outlet or ''} {shown.masthead}")} | kinds
    others = said & (listed("bodies") | listed("companies")) - here
    return bool(said & kinds) and not others and places(voice) <= here


def _heads(voice: Voice, body: str) -> bool:
    """Whether somebody is given with an office, but not of what ("its director, Vera Holm"), where the body is named
    before in the same breath; for "its" in the paragraph or the report's lead.
    """
    said, own = set(name_words(beside(voice))), set(name_words(body))
    others = (said & listed("bodies")) - own  # "the police chief" is not the ministry's
    if others or not said & listed("offices") or said & bodies_of().keys() - _ranks():
        return False
    if is_spokesman(voice.words) and not _ITS.match(voice.words):
        return False  # "the spokesman" may be anybody's
    before = re.split(r"[\"“”«»]", voice.appearance.introduction.partition(voice.actor.name)[0])[-1]
    around = f"{voice.appearance.lead} {voice.appearance.context}" if _ITS.match(voice.words) else before
    return bool(own) and own <= set(name_words(around)) and not _elsewhere(voice, own)


def _elsewhere(voice: Voice, body: set[str]) -> bool:
    """Whether the words beside the name have it of something else than `body` ("Vera Holm of Kemi Harbour")."""
    of = re.search(r"\b(?:of|for|at|from) (?:the )?([A-Z]\w+)|\b([A-Z]\w+)['’]s\b", beside(voice))
    return of is not None and name_key((of[1] or of[2]).casefold()) not in body


def _people_of(voice: Voice, body: str) -> bool:
    """Whether people are named by the body that they are of ("UN investigators", "official at the Works Ministry")."""
    said, parts = set(name_words(voice.actor.name)), set(name_words(body))
    people = said & (listed("people") | listed("member"))
    others = said - people - listed("vague")
    return bool(people and others) and others <= parts and not _NO_LONGER.search(voice.words)


def _introduced(voice: Voice, body: str) -> bool:
    """Whether the report names somebody with an office and the body it is of ("X, director of the Harbour Board")."""
    told, parts = set(name_words(beside(voice))), set(name_words(body))
    persons = voice.actor.kind in (ActorKind.PERSON, ActorKind.ROLE, ActorKind.UNKNOWN)
    return (
        persons
        and bool(parts)
        and parts <= told
        and not parts <= set(name_words(voice.actor.name))
        and (bool(offices(voice)) or is_spokesman(beside(voice)) or _of_body(voice, body))
    )


def _of_body(voice: Voice, body: str) -> bool:
    """Whether nothing but "of" stands between the name and the body ("Vera Holm of the Harbour Board")."""
    name = voice.actor.name
    after = [text.partition(name)[2] for text in (voice.words, voice.appearance.introduction)]
    told = rf"\s+(?:of|from|for|at)\s+(?:the\s+)?(?:{'|'.join(map(re.escape, name_parts(body)))})"
    return any(re.match(told, text) for text in after)


def _office_of(voice: Voice, body: str) -> bool:
    """Whether the voice holds an office that only a body of this kind has, and nothing tells of another place."""
    said = offices(voice)
    kinds = {kind for office in said for kind in bodies_of().get(office, ())}
    names = set(name_words(body))
    if not kinds & names:
        return False
    here, there = places(voice) - kinds, names - listed("bodies") - kinds
    return not here or not there or bool(there & here)


def for_country(voice: Voice, country: Voice) -> bool:
    """Whether a country is named for one of its bodies ("Norland said", "Norland's defence ministry")."""
    named_for = country.actor.name.casefold()
    meant = name_key(_capitals().get(named_for) or in_one_word(country.actor.name).casefold())
    if not is_country(meant):
        return False
    state = voice.actor.kind is ActorKind.GOVERNMENT or voice.own or bool(offices(voice))
    named = name_words(f"{beside(voice)} {voice.actor.name}")
    if any(is_country(word) and word != meant for word in named):
        return False
    around = name_words(f"{voice.appearance.context} {voice.appearance.introduction}")
    here = voice.appearance.report == country.appearance.report and meant in around
    return state and (meant in named or here)


@cache
def _capitals() -> Mapping[str, str]:
    """Capitals to the country whose government goes by their name."""
    return MappingProxyType(dict(resources.rows("link/capitals.tsv")))


def offices(voice: Voice) -> frozenset[str]:
    """The words of offices beside the voice's name."""
    return _offices(beside(voice).casefold(), voice.actor.name.casefold())


@lru_cache(maxsize=100_000)
def _offices(around: str, name: str) -> frozenset[str]:
    told = frozenset(re.findall(r"[^\W\d_]+", around)) | {two for two in _of_two_words() if two in around}
    ranks = told & _ranks()  # "General Holm", not "the general manager, Vera Holm"
    first = re.escape(name.partition(" ")[0])
    held = {rank for rank in ranks if re.search(rf"\b{rank} {first}", around)}
    return (told & listed("offices")) | ((told - ranks | held) & bodies_of().keys())


@cache
def _of_two_words() -> frozenset[str]:
    return frozenset(office for office in bodies_of() if " " in office)


@cache
def _ranks() -> frozenset[str]:
    """Offices of soldiers, whose words mean other things as well."""
    return frozenset(office for office, bodies in bodies_of().items() if bodies & {"army", "navy"})


@cache
def bodies_of() -> Mapping[str, frozenset[str]]:
    """Offices to the kinds of body they are of."""
    return MappingProxyType({o: either(bodies.split()) for o, bodies in resources.rows("link/offices.tsv")})


def places(voice: Voice) -> set[str]:
    """The names that tell of where or what somebody beside an office is ("mayor of Kemi", "Kemi's mayor")."""
    told = (one or other for one, other in _OF.findall(beside(voice)))
    named = {name_key(word.casefold()) for words in told for word in words.split()}
    return named - (set(name_words(voice.actor.name)) if voice.known else set()) - listed("bodies") - listed("small")
