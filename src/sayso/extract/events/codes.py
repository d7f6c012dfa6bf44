"""The event that one predicate reports: its PLOVER root, its CAMEO code, the words that tell, the verb with the roles.

CAMEO codes what somebody does to somebody; negation and doubt are told by factuality and realis, not by the code. Two
exceptions are CAMEO's own: an intention to do something cooperative is an event of itself (03, express intent to
cooperate), and so is a refusal to do it (12, reject), in whatever words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from sayso.extract.events.words import Code, event_nouns, frames, roles
from sayso.extract.factuality.operators import negation_words
from sayso.extract.syntax import child, is_infinitive, lemma, predicate

DEPTH = 5  # of verbs passed through: "was reported to have begun to try to shell"
OBJECTS = frozenset({"dobj", "attr", "nsubjpass", "oprd"})
GOVERNED = frozenset({"xcomp", "ccomp", "acl"})
TIMES = frozenset({"DATE", "TIME"})
STOPPAGE = Code(plover="PROTEST", cameo="143")
REFUSAL = Code(plover="REJECT", cameo="120")
PROMISE = Code(plover="AGREE", cameo="030")


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """A code, the words that it rests on, and the verb whose subject and objects take part."""

    code: Code
    trigger: tuple[Token, ...]
    verb: Token


def everywhere(_: Token) -> bool:
    """The whole sentence may tell what happens."""
    return True


def event_of(token: Token, inside: Callable[[Token], bool] = everywhere, depth: int = DEPTH) -> Coded | None:
    """The event that `token` (a verb, or the noun a verbless content rests on) reports; None where no code fits.

    Only words that are `inside` may tell it.
    """
    if depth == 0 or not inside(token):
        return None
    found = _direct(token)
    if found is not None and _is_mishap(found):
        return None
    if found is not None and all(inside(word) for word in found.trigger):
        found = _as_promised(found, depth) if found.code == PROMISE else found
        return _as_meant(found) if _is_coming(found.verb) else found
    return next(_passed_on(token, inside, depth - 1), None)


def _as_promised(found: Coded, depth: int) -> Coded:
    """A promise with the code of what is promised, where that is a cooperative deed: "pledged to send food"."""
    promised = (event_of(c, depth=depth - 1) for c in found.verb.children if c.dep_ in GOVERNED)
    intents = (roles().intent.get(deed.code.plover) for deed in promised if deed is not None)
    code = next((intent for intent in intents if intent is not None), None)
    return found if code is None else replace(found, code=replace(PROMISE, cameo=code))


def _is_mishap(found: Coded) -> bool:
    """Whether it is nobody's deed: "the flood killed", "killed by the storm"."""
    agent = child(found.verb, "agent")
    doer = child(found.verb, "nsubj") if agent is None else child(agent, "pobj")
    return found.code.plover == "ASSAULT" and doer is not None and doer.lemma_.lower() in roles().mishaps


def _direct(token: Token) -> Coded | None:
    if token.pos_ in {"NOUN", "PROPN"}:
        code = noun_code(token)
        return None if code is None else Coded(code=code, trigger=(token,), verb=token)
    return _paired(token) or _framed(token)


def _paired(token: Token) -> Coded | None:
    """What a verb of little meaning reports by a noun of two words, before any reading of the second word alone."""
    if lemma(token) not in roles().light:
        return None
    for noun in (c for c in token.children if c.dep_ in OBJECTS):
        code = _pair_code(noun)
        if code is not None:
            return Coded(code=code, trigger=(token, noun), verb=token)
    return None


def _pair_code(noun: Token) -> Code | None:
    pairs = (f"{c.lower_} {noun.lemma_.lower()}" for c in noun.children if c.dep_ in {"compound", "amod"})
    return next((event_nouns()[pair] for pair in pairs if pair in event_nouns()), None)


def noun_code(noun: Token) -> Code | None:
    """The code of a noun, first of all together with the word before it ("hunger strike")."""
    return _pair_code(noun) or event_nouns().get(noun.lemma_.lower())


def _framed(token: Token) -> Coded | None:
    """What a verb reports by the first of its frames whose company it is in; between those and the last, a light verb's
    noun is asked.
    """
    word = predicate(token)
    if word.pos_ in {"NOUN", "PROPN"}:
        return _light(token)
    if word is not token and word.pos_ == "ADJ" and word.lemma_.lower() in roles().adjectives:
        return None
    if lemma(word) == "strike" and _is_stoppage(word):
        return Coded(code=STOPPAGE, trigger=(word,), verb=token)
    company = list(_company(token))
    for form in _forms(word):
        for frame in frames().get(form, ()):
            partner = next((c for c in company if _is_partner(c, frame.company)), None)
            if partner is not None:
                trigger = (word, partner)
                return None if frame.code is None else Coded(code=frame.code, trigger=trigger, verb=token)
    return _light(token) or _alone(token)


def _is_stoppage(verb: Token) -> bool:
    """Whether those who strike stop work: people employed, and nobody struck."""
    doer = child(verb, "nsubj")
    return doer is not None and doer.lemma_.lower() in roles().workers and child(verb, "dobj") is None


def _is_partner(word: Token, company: frozenset[str]) -> bool:
    if word.dep_ in {"xcomp", "ccomp", "advcl"} and word.pos_ == "VERB":
        return f"to:{word.lemma_.lower()}" in company or ("to:" in company and is_infinitive(word))
    return word.lemma_.lower() in company or (word.dep_ in {"dobj", "nsubjpass"} and "@object" in company)


def _alone(token: Token) -> Coded | None:
    word = predicate(token)
    plain = (f for form in _forms(word) for f in frames().get(form, ()) if not f.company)
    frame = next(plain, None)
    if frame is None or frame.code is None:
        return None
    return Coded(code=frame.code, trigger=(word,), verb=token)


def _forms(word: Token) -> tuple[str, ...]:
    """The verb with its particle, and by itself where the tables do not know the two together."""
    whole = lemma(word)
    return (whole,) if whole in frames() else tuple(dict.fromkeys((whole, word.lemma_.lower())))


def _light(token: Token) -> Coded | None:
    """What a verb of little meaning reports by its noun: "carried out an attack", "an explosion occurred"."""
    nouns: list[Token] = []
    if lemma(token) in roles().light:
        nouns += [word for word in _company(token) if not _is_beside(word)]
    if lemma(token) in roles().occurring and child(token, "dobj", "acomp", "oprd", "xcomp") is None:
        nouns += [c for c in token.children if c.dep_ in {"attr", "nsubj", "nsubjpass"}]
    for noun in nouns:
        code = noun_code(noun) if noun.pos_ in {"NOUN", "PROPN"} else None
        if code is not None:
            return Coded(code=code, trigger=(token, noun), verb=token)
    return None


def _is_beside(noun: Token) -> bool:
    above = noun.head if noun.dep_ == "pobj" else noun.head.head
    return above.dep_ == "prep" and above.lower_ in roles().beside


def _company(token: Token) -> Iterator[Token]:
    """The words that belong closely to a verb, the closest first."""
    objects = [c for c in token.children if c.dep_ in OBJECTS]
    for noun in objects:
        yield noun
        yield from (c for c in noun.children if c.dep_ == "conj")
    yield from (c for c in token.children if c.dep_ in {"prt", "advmod", "acomp", "xcomp", "ccomp", "advcl"})
    for noun in objects:
        yield from _modifiers(noun)
    for prep in (c for c in token.children if c.dep_ in {"prep", "agent", "dative"}):
        yield from _phrase(prep)
    for noun in objects:
        for prep in (c for c in noun.children if c.dep_ == "prep"):
            yield from (c for c in prep.children if c.dep_ == "pobj")


def _phrase(prep: Token) -> Iterator[Token]:
    """A preposition with what it governs; "on Tuesday" says nothing of the verb."""
    governed = [c for c in prep.children if c.dep_ in {"pobj", "pcomp"}]
    if any(c.ent_type_ in TIMES for c in governed):
        return
    yield prep
    for noun in governed:
        yield noun
        yield from _modifiers(noun)


def _modifiers(noun: Token) -> Iterator[Token]:
    return (c for c in noun.children if c.dep_ in {"compound", "amod"})


def _passed_on(token: Token, inside: Callable[[Token], bool], depth: int) -> Iterator[Coded]:
    """The events of verbs that `token` governs, where it only means that they begin, are said or are intended."""
    word = predicate(token)
    names = {lemma(word), word.lemma_.lower(), token.lemma_.lower()}
    intended = bool(names & roles().intending)
    if intended or names & roles().transparent:
        for governor in dict.fromkeys((word, token)):
            for c in (c for c in governor.children if c.dep_ in GOVERNED):
                found = event_of(c, inside, depth)
                if found is not None:
                    yield _as_meant(found) if intended and is_infinitive(c) else found
    for c in token.children:
        if c.dep_ == "conj" or (c.dep_ == "advcl" and not is_infinitive(c)):
            found = event_of(c, inside, depth)
            if found is not None:
                yield found


def _is_coming(verb: Token) -> bool:
    """Whether a verb is given as still to happen: "will meet", "said it would meet", a headline's "to meet"."""
    auxiliaries = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    if auxiliaries & {"will", "wo", "'ll", "shall"}:
        return True
    if "would" in auxiliaries:
        return any(above.tag_ in {"VBD", "VBN"} for above in verb.ancestors)
    return "to" in auxiliaries and (verb.dep_ == "ROOT" or (verb.head.lemma_ == "be" and verb.dep_ == "xcomp"))


def _as_meant(found: Coded) -> Coded:
    """The intention or refusal of a cooperative deed, which CAMEO codes as such; a hostile one keeps its code."""
    intent = roles().intent.get(found.code.plover)
    if intent is None:
        return found
    if negation_words(found.verb):
        return replace(found, code=REFUSAL)
    return replace(found, code=Code(plover="AGREE", cameo=intent))
