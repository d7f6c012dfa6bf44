"""Who is named in a report: each named actor once, under its fullest name, with all that the report says of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from sayso.extract.actors.identity import Key, body_words, publisher_key
from sayso.extract.actors.naming import SIGNS
from sayso.extract.actors.phrase import PRONOUN_GENDERS, At, Number, Office, Phrase
from sayso.extract.actors.words import bodies, named_bodies
from sayso.extract.draft import MentionForm
from sayso.model import Actor, ActorKind, Report, content_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One actor of a report. `words` are the content words of a body's name, in lower case; `leaning` is a likely
    gender where none is told; `members` the actors that a group is made of.
    """

    actor: Actor
    offices: tuple[Office, ...] = ()
    gender: str = ""
    leaning: str = ""
    age: int | None = None
    words: frozenset[str] = frozenset()
    members: tuple[Figure, ...] = ()


_NAMED_SO = frozenset({"know", "name", "dub", "nickname", "style"})
_CALLING = _NAMED_SO | {"call", "give"}
_WISHING = frozenset(
    {"agree", "ask", "insist", "prefer", "request", "want", "wish"}
)  # "who asked to be called Umm Ali"
_ON_PLATFORMS = frozenset({"channel", "page", "account", "site", "group"})  # "a Telegram channel" is not Telegram
_CLOSING = frozenset({",", ".", ";", ":", "-", "–", "—"})
_SELF = frozenset({"itself", "himself", "herself", "themselves"})


def tied(phrase: Phrase) -> list[At]:
    """Where the phrases stand that a description is another word for: in apposition to it, or "X is the minister"."""
    head = phrase.head
    heads = [head.head] if head.dep_ == "appos" else []
    heads += [child for child in head.children if child.dep_ == "appos"]
    heads += _behind(phrase)
    if head.dep_ == "attr":
        heads += [child for child in head.head.children if child.dep_ == "nsubj"]
        # "Olga Petrova, who is the mayor, …"
        heads += [head.head.head] if head.head.dep_ == "relcl" else []
    heads += called_so(head) + _before_comma(phrase) + _run_in(phrase)
    return [phrase.beside(token) for token in heads]


def _run_in(phrase: Phrase) -> list[Token]:
    """The name that ends a description without a comma, behind a body's: "Spokesman for the Ministry [Ivan Petrov]", or
    that an outlet's noun follows: "the [Morning Courier] newspaper".
    """
    head, last = phrase.head, phrase.tokens[-1]
    if bodies().get(phrase.noun) is ActorKind.OUTLET and head.tag_ == "NN" and phrase.noun not in _ON_PLATFORMS:
        return [child for child in head.children if child.dep_ == "compound" and child.ent_type_ in {"ORG", "PERSON"}]
    if not phrase.offices or last == head or last.ent_type_ != "PERSON":
        return []
    start = last.i
    while start > head.i and phrase.tokens.doc[start].ent_type_ == "PERSON":
        start -= 1
    return [last] if phrase.tokens.doc[start].lower_ in bodies() and last.i - start > 1 else []


def _before_comma(phrase: Phrase) -> list[Token]:
    """The name between which and a comma the description stands, brackets aside, however the parser read it: "Abel
    Desta (Dr.), State Minister of Finance, disclosed it".
    """
    doc, start, end = phrase.tokens.doc, phrase.tokens.start, phrase.tokens.end
    at = start - 2
    if not phrase.offices or at < 0 or doc[start - 1].text != "," or end >= len(doc) or doc[end].text not in _CLOSING:
        return []
    if doc[at].text == ")":
        at = next((i - 1 for i in range(at, 0, -1) if doc[i].text == "("), 0)
    return [doc[at]] if doc[at].ent_type_ == "PERSON" else []


def _behind(phrase: Phrase) -> list[Token]:
    """The name behind a comma that the parser hung on a word of the description: "the head of the port, Olga Vane"."""
    end, doc = phrase.tokens.end, phrase.tokens.doc
    if not (phrase.offices or phrase.noun in bodies()) or end >= len(doc) or doc[end].text != ",":
        return []
    last = end + 1
    while last < len(doc) and (doc[last].pos_ == "PROPN" or doc[last].text.isupper()):
        last += 1
    if last > end + 1 and last < len(doc) and doc[last].text in {",", "."} and phrase.number is not Number.MANY:
        return [doc[last - 1]]
    inside = (token for token in phrase.tokens if token != phrase.head)
    return [c for token in inside for c in token.children if c.dep_ == "appos" and c.left_edge.i == end + 1]


def called_so(head: Token) -> list[Token]:
    """What a clause after a description says is its name: "a crew that calls itself Vesper", "the group, known as
    Vesper", "a man who gave his name as Emil".
    """
    found: list[Token] = []
    clauses = [child for child in head.children if child.dep_ in {"relcl", "acl"}]
    asked = [c for verb in clauses if verb.lemma_ in _WISHING for c in verb.children if c.dep_ in {"xcomp", "ccomp"}]
    for verb in (verb for verb in (*clauses, *asked) if verb.lemma_ in _CALLING or verb in asked):
        itself = any(child.lower_ in _SELF for child in verb.children if child.dep_ == "dobj")
        gave = any(child.lemma_ == "name" for child in verb.children if child.dep_ == "dobj")
        if itself or verb.lemma_ in _NAMED_SO or verb in asked:
            found += [child for child in verb.children if child.dep_ in {"oprd", "attr", "ccomp"}]
        if gave or verb.lemma_ in _NAMED_SO or verb in asked:
            places = (c for above in (verb, *verb.children) for c in above.children if c.lower_ == "as")
            found += [child for place in places for child in place.children if child.dep_ == "pobj"]
    found += _by_call_sign(head)
    return [token for token in found if token.text[0].isupper()]


def _by_call_sign(head: Token) -> list[Token]:
    """The name right behind "with the call sign", "by the nickname" and the like, which the parser hangs elsewhere."""
    doc = head.doc
    signs = (t for t in head.subtree if t.lower_ in SIGNS and t.head.dep_ == "prep" and t.i + 1 < len(doc))
    after = (doc[sign.i + 2 if doc[sign.i + 1].is_punct and sign.i + 2 < len(doc) else sign.i + 1] for sign in signs)
    return [token for token in after if token.pos_ == "PROPN"]


def figures(all_phrases: Sequence[Phrase], by_key: Mapping[At, Key], report: Report) -> dict[Key, Figure]:
    """One figure for each key, from all the phrases that have it and the descriptions beside them."""
    groups: dict[Key, list[Phrase]] = defaultdict(list)
    beside: dict[Key, list[Phrase]] = defaultdict(list)
    for phrase in all_phrases:
        if phrase.at in by_key:
            groups[by_key[phrase.at]].append(phrase)
        elif phrase.form is MentionForm.ROLE and (phrase.offices or phrase.noun in bodies()):
            for at in tied(phrase):
                if at in by_key:
                    beside[by_key[at]].append(phrase)
    known = {key: _figure(key, group, beside[key], report.id) for key, group in groups.items()}
    if report.outlet is not None and publisher_key(report.outlet) in known:
        key = publisher_key(report.outlet)
        known[key] = replace(known[key], actor=replace(known[key].actor, name=report.outlet))
    genders = dict(_genders_by_pronoun(all_phrases, by_key))
    known = {key: f if f.gender or key not in genders else replace(f, gender=genders[key]) for key, f in known.items()}
    return _with_relative_offices(known, all_phrases, by_key)


def _genders_by_pronoun(all_phrases: Sequence[Phrase], by_key: Mapping[At, Key]) -> Iterator[tuple[Key, str]]:
    """The gender of a person by "his" or "herself" after the name in a sentence that speaks of no other person."""
    sentences: dict[At, list[Phrase]] = defaultdict(list)
    for phrase in all_phrases:
        sentences[phrase.at[0], phrase.sentence].append(phrase)
    for inside in sentences.values():
        people = {by_key.get(p.at, ()) for p in inside if _is_somebody(p)}
        first = next((p for p in inside if _is_somebody(p)), None)
        if first is None or len(people) != 1 or first.at not in by_key or first.head.dep_ not in {"nsubj", "nsubjpass"}:
            continue
        told = {PRONOUN_GENDERS.get(p.noun, "") for p in inside if p.form is MentionForm.PRONOUN and p.at > first.at}
        if len(told - {""}) == 1:
            yield by_key[first.at], min(told - {""})


def _is_somebody(phrase: Phrase) -> bool:
    person = phrase.kind is ActorKind.PERSON or (phrase.kind is ActorKind.ROLE and phrase.number is Number.ONE)
    return person and phrase.form is not MentionForm.PRONOUN


def _with_relative_offices(
    known: Mapping[Key, Figure], all_phrases: Sequence[Phrase], by_key: Mapping[At, Key]
) -> dict[Key, Figure]:
    """Offices told by another's: a counterpart's is that of whoever in office was last named, of another country; "his
    deputy" is the deputy of whoever was last named in office.
    """
    out = dict(known)
    last: list[Figure] = []
    for phrase in all_phrases:
        figure = out.get(by_key[phrase.at]) if phrase.at in by_key else None
        if figure is None or not figure.offices:
            continue
        relative = {office.role for office in figure.offices}
        if relative == {"counterpart"}:
            others = [f for f in reversed(last) if f.actor.country != figure.actor.country]
            more = others[0].offices if others else ()
        elif relative == {"deputy"} and last and last[-1].actor != figure.actor:
            more = tuple(replace(office, words=office.words | {"deputy"}) for office in last[-1].offices)
        else:
            last.append(figure)
            continue
        figure = out[by_key[phrase.at]] = replace(figure, offices=figure.offices + more)
        last.append(figure)
    return out


def _figure(key: Key, group: Sequence[Phrase], beside: Sequence[Phrase], report_id: str) -> Figure:
    counts = Counter(phrase.name for phrase in group)
    name = max(counts, key=lambda n: (n.count(" "), counts[n], len(n), n))
    kind = next(phrase.kind for phrase in group if phrase.name == name)
    kind = {"person": ActorKind.PERSON, "country": ActorKind.GOVERNMENT}.get(key[0], kind)
    told = [phrase.country for phrase in (*group, *beside) if phrase.country]
    country = key[1] if key[0] in {"country", "body"} and key[1] else next(iter(told), "")
    actor = Actor(id=actor_id(key, kind, name, report_id), name=name, kind=kind, country=country or None)
    return Figure(
        actor=actor,
        offices=tuple(dict.fromkeys(office for phrase in (*group, *beside) for office in phrase.offices)),
        gender=next((phrase.gender for phrase in (*beside, *group) if phrase.gender), ""),
        leaning=next((phrase.leaning for phrase in group if phrase.leaning), ""),
        age=next((phrase.age for phrase in (*group, *beside) if phrase.age), None),
        words=body_words(name)[1] | _nouns([*group, *beside]) if key[0] == "body" else frozenset(),
    )


def _nouns(told: Sequence[Phrase]) -> frozenset[str]:
    """What a body is called beside its name: "the water board, Fivel", "the ferry firm Strand"."""
    found: set[str] = set()
    for phrase in told:
        words = [token.text for token in phrase.tokens if token.is_alpha and token.is_lower and not token.is_stop]
        if any(word in bodies() for word in words):
            found.update(words)
    return frozenset(found)


def actor_id(key: Key, kind: ActorKind, name: str, report_id: str) -> str:
    """The same for one named actor in every report; bound to the report where only the report tells which body it is.

    A person's id follows from the full name, a country's from its ISO code, a body's from its country and its words in
    no order: "Ukraine's Ministry of Defence" and "Ukrainian Defense Ministry" are one.
    """
    if key[0] == "country":
        return content_id("actor", key[1])
    if key[0] == "person":
        return content_id("actor", " ".join(key[1:]))
    general = kind is ActorKind.GOVERNMENT and not key[1] and name not in named_bodies()
    if general and set(key[2:]) & set(bodies()):
        return content_id("actor", report_id, " ".join(key[2:]))
    return content_id("actor", " ".join(part for part in key[1:] if part))
