"""A mention on its way to its actor: what was resolved around it, and who of several is meant most likely."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from sayso.extract.actors.figures import Figure
from sayso.extract.actors.phrase import At, Phrase
from sayso.extract.attributions.cues import cue_words
from sayso.model import Report

REACH = 12  # sentences back in which a pronoun may have its antecedent
# Weights of salience, chosen on the open half of tests/cases/speakers.toml; Lappin and Leass (1994) rank by such signs
_SENTENCE, _SUBJECT, _SPEAKER, _QUOTED = 2.0, 1.5, 2.0, 2.5
# Two actors closer than this are equally likely, and the answer is that nobody knows
MARGIN = 0.75

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_QUOTING = frozenset({"quote", "cite"})  # whose passive has the speaker for its subject: "she was quoted as saying"
_BY_WAY_OF = frozenset({"through", "via"})


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Resolved:
    """A phrase and whom it stands for, with what is known of that actor when the phrase is read.

    `sentence` counts the sentences of the report that hold phrases; `subject` and `speaks` are whether the phrase is
    the subject of a verb and of a cue verb, `quoted` whether it stands in a quotation.
    """

    phrase: Phrase
    figure: Figure
    sentence: int
    quoted: bool
    subject: bool
    speaks: bool


def resolved(phrase: Phrase, figure: Figure, sentence: int, *, quoted: bool) -> Resolved:
    """A phrase with its actor, and whether it is a subject, and one of a cue verb, alone or with others."""
    first = _first_of_list(phrase.head)
    subject = first.dep_ in _SUBJECTS or _is_cited(first) or _is_inverted(first) or _speaks_for(first)
    return Resolved(
        phrase=phrase,
        figure=figure,
        sentence=sentence,
        quoted=quoted,
        subject=subject,
        speaks=subject and (speaks(first) or _speaks_for(first)) and not _is_told(first),
    )


def _is_told(head: Token) -> bool:
    """Whether a subject stands in what another is told to say: the rebel of "the mayor said the rebel lied"."""
    verb = head.head
    return verb.dep_ == "ccomp" and verb.head.lemma_.lower() in cue_words() and verb.i > verb.head.i


def _speaks_for(head: Token) -> bool:
    """Whether somebody speaks for another by a preposition: "the firm, through its lawyer, denied it", or by whose view
    a sentence begins: "For the mayor, the thieves are clowns".
    """
    if head.dep_ != "pobj":
        return False
    before, verb = head.head, head.head.head
    voice = before.lower_ in _BY_WAY_OF and verb.lemma_.lower() in cue_words()
    return voice or (before.lower_ == "for" and bool(before.is_sent_start) and head.ent_type_ == "PERSON")


def speaks(head: Token) -> bool:
    """Whether a word is the subject of a cue verb, or the source that something is according to."""
    cue = head.head.lemma_.lower()
    # a court that hears it says nothing, and neither do those who are told or accused
    subject = head.dep_ in _SUBJECTS and cue in cue_words() and cue != "hear"
    subject = subject and (head.dep_ == "nsubj" or cue in _QUOTING)
    return subject or _is_cited(head) or _is_inverted(head)


def _is_inverted(head: Token) -> bool:
    """Whether a word follows a cue verb without a subject before it and behind a comma: "P, affirmed Olga Vane", where
    the parser takes the speaker for the object.
    """
    verb = head.head
    if head.dep_ not in {"dobj", "oprd", "attr"} or head.i < verb.i or verb.i == 0 or verb.tag_ not in {"VBD", "VBZ"}:
        return False
    subjects = any(child.dep_ in _SUBJECTS for child in verb.children)
    return verb.lemma_.lower() in cue_words() and verb.nbor(-1).text in {",", '"'} and not subjects


def _is_cited(head: Token) -> bool:
    return head.dep_ == "pobj" and head.head.lower_ == "to" and head.head.head.lower_ == "according"


def _first_of_list(head: Token) -> Token:
    while head.dep_ in {"conj", "appos"} and head.head != head:
        head = head.head
    return head


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """A phrase with what is resolved so far.

    `resolved` is in order of place, all names in it from the start; the first `place` of it stand before the phrase.
    `quoted` is whether the phrase stands in a quotation, `speaker` who speaks that, None where nobody knows.
    """

    phrase: Phrase
    sentence: int
    resolved: Sequence[Resolved]
    place: int
    done: Mapping[At, Figure]
    named: Mapping[At, Figure]
    report: Report
    quoted: bool = False
    speaker: Figure | None = None

    def standing_at(self, token: Token) -> Figure | None:
        """Whom the phrase headed by `token` of the same block stands for, where that is known yet."""
        return self.done.get(self.phrase.beside(token))

    def back(self, reach: int | None = None) -> Iterator[Resolved]:
        """What stands before the phrase, nearest first, at most `reach` sentences away."""
        for i in range(self.place - 1, -1, -1):
            before = self.resolved[i]
            if reach is not None and self.sentence - before.sentence > reach:
                return
            yield before

    def later(self) -> Iterator[Resolved]:
        """The names that stand after the phrase, nearest first."""
        return (self.resolved[i] for i in range(self.place, len(self.resolved)) if self.resolved[i].phrase.name)


Sieve = Callable[[Context], Figure | None]


def first_of(sieves: Iterable[Sieve], context: Context) -> Figure | None:
    """The answer of the first sieve that has one: the order is from the most precise to the least (Lee et al. 2013)."""
    return next((figure for sieve in sieves if (figure := sieve(context)) is not None), None)


def salience(before: Resolved, context: Context) -> float:
    """How present an earlier mention is: near, subject, speaker; what a quotation speaks of is less so outside."""
    told = _SUBJECT * before.subject + _SPEAKER * before.speaks
    hidden = _QUOTED * (before.quoted and not context.quoted)
    return told - hidden - _SENTENCE * (context.sentence - before.sentence)


def clearest(scored: Iterable[tuple[float, Figure]]) -> Figure | None:
    """The actor with the highest score of any of its mentions; None where another comes as near as `MARGIN`."""
    best: dict[str, tuple[float, Figure]] = {}
    for score, figure in scored:
        if figure.actor.id not in best or score > best[figure.actor.id][0]:
            best[figure.actor.id] = (score, figure)
    ranked = sorted(best.values(), key=lambda pair: -pair[0])
    if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < MARGIN):
        return None
    return ranked[0][1]


def only(found: Iterable[Figure]) -> Figure | None:
    """The one actor that all of `found` are; None for none and for several."""
    by_id = {figure.actor.id: figure for figure in found}
    return next(iter(by_id.values())) if len(by_id) == 1 else None
