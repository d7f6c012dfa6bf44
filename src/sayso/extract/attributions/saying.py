"""Links that the syntax of one sentence tells: verbs of saying and thinking with what they take."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from sayso.extract.attributions.adjectives import is_feeling
from sayso.extract.attributions.cues import CueKind, CueWord, cue_words
from sayso.extract.attributions.labels import lead_in
from sayso.extract.attributions.links import Link
from sayso.extract.attributions.taking import CARRYING_NOUNS, content_of, passive_content, speaking_verb
from sayso.extract.parse import Passage
from sayso.extract.statements.clauses import (
    RELATIVE,
    agent,
    children,
    is_passive,
    own_subject,
    spans_of,
    subject,
    subtree,
)

# Verbs that only carry the next one: in "went on to say" and "declined to say" the cue is the whole of it.
_CARRIERS = frozenset({"go", "continue", "begin", "start", "keep", "proceed", "decline", "refuse"})
_ANNOUNCING = 14  # words from a verb to the colon by which it announces a quotation
_NAMING = frozenset({"called", "named", "dubbed", "nicknamed", "titled", "entitled"})
_NOMINAL = frozenset({"PROPN", "DET", "PRON", "NOUN"})
_SCORES = {"clause": 0.9, "apart": 0.8, "infinitive": 0.75, "object": 0.6, "prep": 0.6, "relative": 0.6}


def verb_links(passage: Passage, sentence: TokenSpan) -> Iterator[Link]:
    """The links of the cue verbs of `sentence`. A verb of saying without a content gives a link without one: a
    quotation beside it may be its content.
    """
    begin = lead_in(passage.text)
    for token in sentence:
        if token.idx < begin:  # "Note:"
            continue
        word = _with_particle(token) or cue_words().get(token.lemma_.lower()) or _beside_quotation(token)
        if word is not None and _is_cue(token):
            link = _verb_link(passage, token, word)
            if link is not None:
                yield link


def _with_particle(verb: Token) -> CueWord | None:
    """The cue that a verb makes with its particle, which may mean another thing than the verb alone: "ruled out fraud".
    In the passive nobody is told who does so.
    """
    particles = [] if is_passive(verb) or _before_colon(verb) else children(verb, "prt")
    return next((word for p in particles if (word := cue_words().get(f"{verb.lemma_} {p.lower_}"))), None)


def _is_denied_claim(verb: Token, word: CueWord, make: str) -> bool:
    """Whether what is denied was taken out of a noun: of "rejected claims that P" annotators mark the noun too."""
    return word.kind is CueKind.DENY and make == "clause" and bool(children(verb, "dobj"))


def _beside_quotation(token: Token) -> CueWord | None:
    """Any verb between a closing mark and its subject is one of saying, and any with its subject before a colon and an
    opening mark: `"Fantastic!" beamed Hartley`, `He went on: "No."`.
    """
    if token.tag_ not in {"VBD", "VBZ"} or token.pos_ != "VERB" or token.i == 0 or token.i + 1 == len(token.doc):
        return None
    who = own_subject(token)
    if who is None:
        return None
    if who.i < token.i:
        spoken = _before_colon(token) or (token.dep_ == "ROOT" and _announces(token)) or _follows_quotation(who)
    else:
        spoken = _closes(token.nbor(-1)) and token.nbor().pos_ in _NOMINAL
    return CueWord(token.lemma_.lower(), CueKind.SAY, frozenset({"clause"})) if spoken else None


def _follows_quotation(who: Token) -> bool:
    """Whether a subject stands behind a quotation that ends in a comma: `"Fantastic," a neighbour beamed at us`."""
    left = who.left_edge
    return left.i > 1 and {left.nbor(-1).text, left.nbor(-2).text} == {",", '"'}


def _closes(mark: Token) -> bool:
    """Whether a quotation ends in a mark, or in one before a comma: `„Fantastic“, beams Hartley`."""
    return mark.text == '"' or (mark.text == "," and mark.i > 0 and mark.nbor(-1).text == '"')


def _before_colon(verb: Token) -> bool:
    """Whether a colon and a quotation follow a verb, with no more than its particle or adverb between."""
    after = verb.doc[verb.i + 1 : verb.i + 4]
    rest = after[1:] if len(after) and after[0].dep_ in {"prt", "advmod"} else after
    return len(rest) > 1 and rest[0].text == ":" and rest[1].text == '"'


def _announces(verb: Token) -> bool:
    """Whether the words after a verb end in a colon before a quotation: `She posted one line on her page: "No."`."""
    after = verb.doc[verb.i + 1 : verb.i + _ANNOUNCING]
    colon = next((t for t in after if t.text in {":", '"'}), None)
    if colon is None or colon.text != ":" or colon.i + 1 == len(verb.doc) or colon.nbor().text != '"':
        return False
    between = verb.doc[verb.i + 1 : colon.i]
    return not any(t.pos_ == "VERB" or t.text in {".", ";"} for t in between)


def _is_cue(token: Token) -> bool:
    """Whether a word of the list is a verb: also where the tagger takes the one that heads a clause for a noun, and not
    the "think" of "think tank", nor the "said" of "That said, …".
    """
    after = token.nbor().lower_ if token.i + 1 < len(token.doc) else ""
    if token.pos_ in {"VERB", "AUX"}:
        if is_feeling(token) or _only_named(token):
            return False
        connective = token.lower_ == "said" and after == "," and token.i > 0 and token.nbor(-1).lower_ == "that"
        return not connective and not (token.lower_ == "think" and after.startswith("tank"))
    return token.dep_ == "ROOT" and bool(children(token, "ccomp")) and own_subject(token) is not None


def _only_named(token: Token) -> bool:
    """Whether a participle after its noun only gives its name: "a quarter called Little Cyprus"."""
    return token.lower_ in _NAMING and token.dep_ == "acl" and agent(token) is None


def _verb_link(passage: Passage, verb: Token, word: CueWord) -> Link | None:
    passive = is_passive(verb)
    who = _quoted_as(verb) or (agent(verb) if passive else subject(speaking_verb(verb)))
    content, make, extra = passive_content(verb, word) if passive else content_of(verb, word)
    if who is not None and any(who.i == token.i for token in content):
        who = None
    if not content and (word.kind is CueKind.JUDGE or (who is None and not passive)):
        return None
    return Link(
        source=spans_of(passage, source_tokens(who, verb, content)) if who is not None else (),
        source_head=passage.span(_antecedent(who)) if who is not None else None,
        cue=spans_of(passage, [*cue_tokens(verb), *extra]),
        lemma=word.lemma,
        kind=word.kind,
        content=spans_of(passage, content),
        score=_SCORES.get(make, 0.5),
        settled=_quoted_as(verb) is not None or _is_denied_claim(verb, word, make),
    )


def _quoted_as(verb: Token) -> Token | None:
    """The speaker of "was quoted as saying" and "they quoted her as saying"."""
    before = verb.head
    if verb.dep_ != "pcomp" or before.lower_ != "as" or before.head.lemma_ not in {"quote", "cite", "report"}:
        return None
    quoting = before.head
    if not is_passive(quoting):  # "the agency quoted her as saying"
        return next(iter(children(quoting, "dobj")), None)
    return own_subject(quoting) or (quoting.head if quoting.dep_ == "acl" else None)


def source_tokens(who: Token, verb: Token, content: list[Token]) -> list[Token]:
    """The words of a source: the noun with all that describes it, without what is already cue or content."""
    taken = {token.i for token in content}
    cue = {token.i for token in verb.subtree} if who.is_ancestor(verb) else set()
    return [token for token in _after_quotation(who) if token.i not in taken | cue]


def _after_quotation(who: Token) -> list[Token]:
    """The words of `who`, without a quotation that breaks off before it and that the parser hung on it:
    '"The lake," geologist Amini said, "is dry."'
    """
    words = list(who.subtree)
    ends = [t.i for t in words if t.i < who.i and t.text == '"' and t.i > words[0].i and t.nbor(-1).text == ","]
    return [t for t in words if t.i > max(ends, default=-1)]


def _antecedent(who: Token) -> Token:
    """The noun that a relative pronoun stands for, or `who` itself."""
    verb = who.head
    while verb.dep_ == "conj":
        verb = verb.head
    return verb.head if who.lower_ in RELATIVE and verb.dep_ == "relcl" else who


def cue_tokens(verb: Token) -> list[Token]:
    """The verb with its auxiliaries, negation, particles and the adverb before it; "went on to say" as a whole."""
    tokens = [verb, *children(verb, "aux", "auxpass", "neg", "prt")]
    left = min(token.i for token in tokens)
    tokens += [c for c in children(verb, "advmod") if left - 1 <= c.i < verb.i and not list(c.children)]
    if verb.dep_ in {"xcomp", "advcl"} and verb.head.lemma_ in _CARRIERS and verb.tag_ in {"VB", "VBG"}:
        tokens += [verb.head, *children(verb.head, "aux", "neg", "prt")]
    if verb.dep_ == "pcomp" and verb.head.lower_ == "as" and is_passive(verb.head.head):
        tokens += [verb.head, verb.head.head, *children(verb.head.head, "aux", "auxpass")]
    return [*tokens, *_carrier(verb)]


def _carrier(verb: Token) -> list[Token]:
    """The "in a statement" of "said in a statement"."""
    for place in children(verb, "prep"):
        if place.lower_ == "in" and place.i == verb.i + 1:
            for noun in children(place, "pobj"):
                if noun.lemma_ in CARRYING_NOUNS and noun.i - place.i <= 2:
                    return [place, *subtree(noun, children(noun, "prep", "relcl", "acl"))]
    return []
