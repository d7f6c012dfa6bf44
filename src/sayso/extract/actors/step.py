"""Who: every mention of an actor, and whom it stands for within the report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from spacy.tokens import Token

from sayso.extract.actors.context import Resolved
from sayso.extract.actors.figures import figures
from sayso.extract.actors.identity import keys
from sayso.extract.actors.naming import holds_office, is_behind_office, surnames
from sayso.extract.actors.phrase import Phrase
from sayso.extract.actors.phrases import phrases
from sayso.extract.actors.resolution import resolve
from sayso.extract.actors.words import bodies, named_bodies, roles
from sayso.extract.attributions.labels import lead_in
from sayso.extract.draft import Draft, Mention, MentionForm, PlaceMention
from sayso.extract.guard import each
from sayso.extract.parse import Passage
from sayso.model import ActorKind, Drop

_DOUBTFUL = frozenset({ActorKind.PERSON, ActorKind.UNKNOWN})  # what the parser makes of a name that it never saw


def find_mentions(draft: Draft) -> Draft:
    """Every mention of an actor in the article, names, descriptions and pronouns, each with the actor it stands for.

    All mentions of one actor carry the same `Actor`. Named actors have the same id in every report; unnamed ones
    ("two residents") keep their description and an id that only this report has.
    """
    report = draft.parsed.report
    found, drops = _phrases(draft)
    by_key = keys([phrase for phrase in found if phrase.form is MentionForm.NAME], report.outlet)
    known = figures(found, by_key, report)
    mentions = tuple(_mention(resolved) for resolved in resolve(found, by_key, known, report))
    return replace(draft, mentions=mentions, drops=draft.drops + drops)


def _phrases(draft: Draft) -> tuple[list[Phrase], tuple[Drop, ...]]:
    """The phrases of the whole report in order of place; a block that fails is left out and listed."""
    persons = surnames(draft.parsed)
    places = {mention.span.end: mention for mention in draft.places}

    def in_block(passage: Passage) -> list[Phrase]:
        begin = lead_in(passage.text)  # "RIGA (Example Wire) - " is nobody that the text speaks of
        found = (phrase for phrase in phrases(passage, persons) if phrase.head.idx >= begin)
        return [_located(phrase, places) for phrase in found]

    blocks, drops = each(
        draft.parsed.passages, in_block, lambda passage: f"{draft.parsed.report.id} at {passage.block.span.start}"
    )
    return _as_told(sorted((phrase for block in blocks for phrase in block), key=lambda phrase: phrase.at)), drops


def _as_told(found: list[Phrase]) -> list[Phrase]:
    """The phrases, a name that some apposition tells to be a body's as one throughout: "Strand, the company that …"."""
    kinds: dict[str, ActorKind] = {}
    for phrase in found:
        if phrase.name and phrase.kind in _DOUBTFUL and not is_behind_office(phrase.tokens):
            head = phrase.head
            beside = [*(c for c in head.children if c.dep_ == "appos"), *([head.head] if head.dep_ == "appos" else [])]
            nouns = [noun for noun in beside if noun.text in bodies() and noun.tag_ == "NN" and not _is_headed(noun)]
            told = next((bodies()[noun.text] for noun in nouns), None)
            if told is not None:
                kinds[phrase.name] = told
    return [replace(p, kind=kinds[p.name]) if p.name in kinds and p.kind in _DOUBTFUL else p for p in found]


def _is_headed(noun: Token) -> bool:
    """Whether a body's noun only tells whose head somebody is: "the head of the port, Olga Vane"."""
    before = noun.head
    return noun.dep_ == "pobj" and before.head.lower_ in roles()


def _located(phrase: Phrase, places: Mapping[int, PlaceMention]) -> Phrase:
    """A name that the places step knows as a place is one here, whatever its label, and of the country it lies in."""
    found = places.get(phrase.passage.span(phrase.tokens).end) if phrase.name else None
    if phrase.kind is ActorKind.GOVERNMENT and not phrase.country and phrase.name not in named_bodies():
        found = found or _seat(phrase, places)
    held = phrase.kind is ActorKind.PERSON and holds_office(phrase.tokens, phrase.head)
    if found is None or phrase.offices or held or phrase.name in named_bodies():
        return phrase
    country = phrase.country or found.place.country or ""
    if phrase.kind is ActorKind.GOVERNMENT:
        return replace(phrase, country=country)
    whole = len(phrase.name) <= found.span.end - found.span.start
    return replace(phrase, kind=ActorKind.GOVERNMENT, country=country) if whole else phrase


def _seat(phrase: Phrase, places: Mapping[int, PlaceMention]) -> PlaceMention | None:
    """Where a government body sits, by the words behind it: "police in Manila", "the mayor's office in Riga"."""
    for prep in phrase.head.rights:
        if prep.dep_ == "prep" and prep.lower_ in {"in", "of"}:
            ends = [phrase.passage.span(token).end for token in prep.children if token.dep_ == "pobj"]
            return next((places[end] for end in ends if end in places), None)
    return None


def _mention(resolved: Resolved) -> Mention:
    phrase = resolved.phrase
    span, head = phrase.passage.span(phrase.tokens), phrase.passage.span(phrase.head)
    return Mention(span=span, head=head, form=phrase.form, actor=resolved.figure.actor)
