"""Who speaks through a paper: "the ministry's report", "a letter signed by 40 doctors", "the document"."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from sayso.extract.actors.agreement import BODY_KINDS
from sayso.extract.actors.context import REACH, Context, speaks
from sayso.extract.actors.extent import ANYBODY
from sayso.extract.actors.figures import Figure
from sayso.extract.actors.phrase import RELATIVE, Phrase
from sayso.extract.actors.words import documents, issuing, sorts_of_paper
from sayso.model import ActorKind

_ISSUERS = BODY_KINDS - {ActorKind.GROUP}
_BY = frozenset({"by", "from"})  # "a report by the audit office", "a letter from the embassy"
_PAGES = frozenset({"website", "site", "page", "account", "channel", "feed", "blog", "profile"})
# Papers that nobody gives while speaking: who spoke last is not behind them
_APART = frozenset({"court", "draft", "list", "poll", "suit"})
_ACTING = 2  # sentences back in which a body did what "the announcement" is of


def behind(paper: Token) -> list[Token]:
    """The words for who is behind a paper by what hangs on it: whose it is, or who brought it out."""
    parts = [child for child in paper.children if child.dep_ in {"poss", "compound"}]
    parts += [who for child in paper.children if child.lower_ in _BY for who in child.children]
    return [*parts, *(who for verb in paper.children if (who := _bringing_out(verb)) is not None)]


def issuer_by_syntax(context: Context) -> Figure | None:
    """Who speaks through a document by its own sentence: whose it is, or who issued it or said something in it."""
    phrase = context.phrase
    if phrase.noun not in documents():
        return None
    owners = [owner for page in _pages(phrase.head) for owner in page.children if owner.dep_ == "poss"]
    told = map(context.standing_at, (*behind(phrase.head), *owners))
    whose = next((figure for figure in told if figure is not None), None)
    if whose is None and any(owner.lower_ in {"its", "their"} for owner in owners):
        whose = next((b.figure for b in context.back(0) if b.subject and b.figure.actor.kind in _ISSUERS), None)
    if whose is not None:
        return whose
    verb = _verb_of_document(phrase.head)
    subjects = [child for child in verb.children if child.dep_ == "nsubj"] if verb is not None else []
    return next((figure for child in subjects if (figure := context.standing_at(child)) is not None), None)


def _bringing_out(verb: Token) -> Token | None:
    """Who issues a paper by a clause behind it: "released on Monday by the union", "that the union published"."""
    if verb.dep_ not in {"acl", "relcl"} or verb.lemma_ not in issuing():
        return None
    by = [who for child in verb.children if child.dep_ == "agent" for who in child.children if who.dep_ == "pobj"]
    by += [child for child in verb.children if child.dep_ == "nsubj" and child.lower_ not in RELATIVE]
    return next(iter(by), None)


def _pages(document: Token) -> list[Token]:
    """Where a document stands: the website of "a post on its website"."""
    places = (child for child in document.children if child.dep_ == "prep" and child.lower_ in {"on", "in"})
    return [page for place in places for page in place.children if page.lemma_ in _PAGES]


def _verb_of_document(head: Token) -> Token | None:
    """The verb by which somebody makes the document ("issued a report") or speaks in it ("said in a statement")."""
    above = head.head
    if head.dep_ == "dobj" and above.lemma_ in issuing():
        return above
    if head.dep_ == "pobj" and above.lower_ == "in" and any(speaks(child) for child in above.head.children):
        return above.head
    return None


def paper_before(context: Context) -> Figure | None:
    """For "the report" or "the document": who issued the paper spoken of before, or that one itself; by the same noun,
    else by another that may mean it.
    """
    phrase = context.phrase
    if not _points_at_paper(phrase):
        return None
    narrowed = {child.lower_ for child in phrase.head.children if child.dep_ == "compound"}
    for before in context.back(REACH):
        again = before.phrase.noun == phrase.noun and narrowed <= {token.lower_ for token in before.phrase.tokens}
        if again or (not narrowed and _made(before.phrase, lambda noun: noun == phrase.noun)):
            return before.figure
    for before in context.back(REACH):
        again = before.speaks and not before.phrase.name and are_alike(before.phrase.noun, phrase.noun)
        if again or (not narrowed and _made(before.phrase, lambda noun: are_alike(noun, phrase.noun))):
            return before.figure
    return None


def body_of_paper(context: Context) -> Figure | None:
    """For "the statement" that nothing before is told of: the last body that spoke, else the one that did something
    just before; of what bodies give while they speak.
    """
    phrase = context.phrase
    narrowed = any(child.dep_ == "compound" for child in phrase.head.children)
    if not _points_at_paper(phrase) or narrowed or sorts_of_paper()[phrase.noun] & _APART:
        return None
    bodies = [b for b in context.back(REACH) if b.figure.actor.kind in _ISSUERS]
    acted = (b for b in bodies if b.subject and context.sentence - b.sentence <= _ACTING)
    found = next((b for b in bodies if b.speaks), next(acted, None))
    return found.figure if found is not None else None


def _points_at_paper(phrase: Phrase) -> bool:
    """Whether a phrase is a paper told of before, with no word for whose it is."""
    return phrase.noun in documents() and phrase.definite and not phrase.country and phrase.owner is None


def are_alike(noun: str, other: str) -> bool:
    """Whether two nouns may mean one paper."""
    one, two = sorts_of_paper().get(noun, frozenset()), sorts_of_paper().get(other, frozenset())
    return bool(one & two) or (bool(one and two) and "any" in one | two)


def _made(who: Phrase, same: Callable[[str], bool]) -> bool:
    """Whether somebody made a paper that is the `same` by its noun, or said something in it: "issued a report", "in a
    letter".
    """
    subject = who.head
    if subject.dep_ not in {"nsubj", "nsubjpass"} or who.noun in ANYBODY:
        return False
    for verb in (subject.head, *subject.head.conjuncts):
        inside = [o for c in verb.children if c.lower_ == "in" for o in c.children if o.dep_ == "pobj"]
        made = [c for c in verb.children if c.dep_ == "dobj" and verb.lemma_ in issuing()]
        if any(same(token.lower_) for token in (*inside, *made)):
            return True
    return False
