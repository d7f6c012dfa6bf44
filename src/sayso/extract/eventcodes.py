"""The event that one predicate reports: its PLOVER root, its CAMEO code, the words that tell, and the verb that has the roles.

CAMEO codes what somebody does to somebody; negation and doubt are told by factuality and realis, not by the code. An
intention to do something cooperative is an event of its own there (03, express intent to cooperate).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from sayso.extract.eventwords import Code, event_nouns, frames, roles
from sayso.extract.syntax import child, is_infinitive, lemma, predicate

DEPTH = 5  # of verbs passed through: "was reported to have begun to try to shell"
OBJECTS = frozenset({"dobj", "attr", "nsubjpass", "dative", "oprd"})
GOVERNED = frozenset({"xcomp", "ccomp", "acl"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """A code, the words that it rests on, and the verb whose subject and objects take part."""

    code: Code
    trigger: tuple[Token, ...]
    verb: Token


def event_of(token: Token, depth: int = DEPTH) -> Coded | None:
    """The event that `token` (a verb, or the noun a verbless content rests on) reports; None where no code fits."""
    if depth == 0:
        return None
    found = _direct(token)
    if found is not None:
        return _as_intent(found) if _is_coming(found.verb) else found
    return next(_passed_on(token, depth - 1), None)


def _direct(token: Token) -> Coded | None:
    if token.pos_ in {"NOUN", "PROPN"} and token.lemma_.lower() in event_nouns():
        return Coded(code=event_nouns()[token.lemma_.lower()], trigger=(token,), verb=token)
    return _framed(token, with_company=True) or _light(token) or _framed(token, with_company=False)


def _framed(token: Token, *, with_company: bool) -> Coded | None:
    word = predicate(token)
    for form in dict.fromkeys((lemma(word), word.lemma_.lower())):
        for frame in frames().get(form, ()):
            if bool(frame.company) != with_company:
                continue
            if not with_company:
                return Coded(code=frame.code, trigger=(word,), verb=token)
            partner = next((c for c in _company(token) if c.lemma_.lower() in frame.company), None)
            if partner is not None:
                return Coded(code=frame.code, trigger=(word, partner), verb=token)
    return None


def _light(token: Token) -> Coded | None:
    if lemma(token) not in roles().light:
        return None
    for noun in _company(token):
        code = event_nouns().get(noun.lemma_.lower())
        if code is not None and noun.pos_ in {"NOUN", "PROPN"}:
            return Coded(code=code, trigger=(token, noun), verb=token)
    return None


def _company(token: Token) -> Iterator[Token]:
    """The words that belong closely to a verb, the closest first."""
    objects = [c for c in token.children if c.dep_ in OBJECTS]
    for noun in objects:
        yield noun
        yield from (c for c in noun.children if c.dep_ == "conj")
    yield from (c for c in token.children if c.dep_ in {"prt", "advmod", "acomp", "xcomp", "ccomp"})
    for noun in objects:
        yield from (c for c in noun.children if c.dep_ in {"compound", "amod"})
    for prep in (c for c in token.children if c.dep_ in {"prep", "agent", "dative"}):
        yield prep
        yield from (c for c in prep.children if c.dep_ in {"pobj", "pcomp"})
    for noun in objects:
        for prep in (c for c in noun.children if c.dep_ == "prep"):
            yield from (c for c in prep.children if c.dep_ == "pobj")
    if child(token, "dobj", "nsubjpass") is None:
        yield from (c for c in token.children if c.dep_ == "nsubj")


def _passed_on(token: Token, depth: int) -> Iterator[Coded]:
    """The events of the verbs that `token` governs, where its own meaning is only that it begins, says or intends them."""
    word = predicate(token)
    names = {lemma(word), word.lemma_.lower(), token.lemma_.lower()}
    intended = bool(names & roles().intending)
    for governor in dict.fromkeys((word, token)):
        for c in governor.children:
            if c.dep_ not in GOVERNED:
                continue
            found = event_of(c, depth)
            if found is not None and (intended or names & roles().transparent):
                yield _as_intent(found) if intended and is_infinitive(c) else found
    yield from (found for c in token.children if c.dep_ in {"conj", "advcl"} and (found := event_of(c, depth)))


def _is_coming(verb: Token) -> bool:
    """Whether a verb is given as still to happen: "will meet", "is to meet", a headline's "to meet"."""
    auxiliaries = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    if auxiliaries & {"will", "wo", "'ll", "shall"}:
        return True
    return "to" in auxiliaries and (verb.dep_ == "ROOT" or (verb.head.lemma_ == "be" and verb.dep_ == "xcomp"))


def _as_intent(found: Coded) -> Coded:
    """CAMEO 03 for a cooperative deed that is only meant; a hostile one keeps its code."""
    intent = roles().intent.get(found.code.plover)
    if intent is None:
        return found
    return Coded(code=Code(plover="AGREE", cameo=intent), trigger=found.trigger, verb=found.verb)
