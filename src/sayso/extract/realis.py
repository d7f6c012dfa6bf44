"""What sort of happening each statement is about: actual, planned, predicted, hypothetical or generic."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Token

from sayso import resources
from sayso.extract.draft import Draft
from sayso.extract.factuality.commitment import clause_commitment
from sayso.extract.factuality.operators import is_counterfactual, is_inverted
from sayso.extract.guard import each
from sayso.extract.parse import Parsed
from sayso.extract.syntax import (
    child,
    content_head,
    is_conditional,
    is_infinitive,
    is_passive,
    lemma,
    predicate,
    subject,
)
from sayso.model import Attribution, Realis, Statement

AGENTS = frozenset({"PERSON", "ORG", "GPE", "NORP"})
ORDERS = frozenset({"must", "shall", "should", "ought"})
NEEDING_A_VERB = frozenset({"decide", "set", "commit", "resolve", "wish", "due", "ready", "consider", "undertake"})
DATED = frozenset({"set", "slate", "pencil in"})  # "is set for June"
COUNTS = frozenset({"tens", "dozens", "scores", "hundreds", "thousands", "millions"})
COMING = frozenset({"will", "'ll", "wo"})
# The parser takes them for verbs or prepositions.
PROVISOS = frozenset({"provided", "providing", "assuming", "supposing", "unless"})


@dataclass(frozen=True, slots=True, kw_only=True)
class RealisWords:
    """Lemmas, except `habitual`, which are forms."""

    planning: frozenset[str]
    asking: frozenset[str]
    stative: frozenset[str]
    forecasting: frozenset[str]
    habitual: frozenset[str]
    causes: frozenset[str]


@cache
def realis_words() -> RealisWords:
    """The word lists of resources/realis.toml."""
    table = resources.lists("realis.toml")
    return RealisWords(**{name: frozenset(words) for name, words in table.items()})


def tell_realis(draft: Draft) -> Draft:
    """`draft` with the realis of each statement."""
    attributions = {a.id: a for a in draft.attributions}

    def told(statement: Statement) -> Statement:
        innermost = attributions.get(statement.chain[0]) if statement.chain else None
        return replace(statement, realis=_realis(draft.parsed, statement, innermost))

    statements, drops = each(draft.statements, told, lambda s: f"statement {s.id}")
    return replace(draft, statements=tuple(statements), drops=draft.drops + drops)


def _realis(parsed: Parsed, statement: Statement, innermost: Attribution | None) -> Realis:
    found = content_head(parsed, statement.content.spans)
    if found is None:
        return Realis.ACTUAL
    head = found[1]
    realis = realis_of(head)
    cue = None if innermost is None or innermost.cue is None else innermost.cue.lemma
    if cue in realis_words().forecasting and (realis is Realis.PLANNED or is_infinitive(head)):
        return Realis.PREDICTED
    # "called on them to leave": what is asked for or considered has no tense of its own
    untensed = is_infinitive(head) or (head.tag_ == "VBG" and child(head, "aux") is None)
    if cue in realis_words().planning | realis_words().asking and realis is Realis.ACTUAL and untensed:
        return Realis.PLANNED
    return realis


def realis_of(head: Token) -> Realis:
    """The realis of the clause of `head`, told by its mood, tense and the words that govern what it claims."""
    claimed = clause_commitment(head).claimed
    chain = _between(head, claimed)
    if any(_is_open(token) for token in (*chain, claimed)):
        return Realis.HYPOTHETICAL
    if _is_habit(claimed) or _is_rule(claimed):
        return Realis.GENERIC
    if _is_plan(claimed):
        return Realis.PLANNED
    if lemma(claimed) in realis_words().forecasting and claimed.pos_ == "VERB" and child(claimed, "dobj") is not None:
        return Realis.PREDICTED
    return Realis.ACTUAL if _is_tried_in_vain(claimed) else _of_mood(claimed, chain)


def _between(head: Token, claimed: Token) -> tuple[Token, ...]:
    """The verbs that only hedge what is claimed, the outermost first."""
    above = [t for t in claimed.ancestors if head == t or head.is_ancestor(t)]
    return tuple(reversed(above))


def _is_open(token: Token) -> bool:
    """Whether a clause is a condition or stands under one; "would" needs one to be more than a future of the past."""
    if is_conditional(token):
        return True
    conditional = any(_is_condition(c) for c in token.children) or is_counterfactual(token)
    return conditional or (_modal(token) == {"would"} and not _is_reported(token))


def _is_condition(clause: Token) -> bool:
    """Whether what hangs on a verb makes it depend on something: "if", "provided that", "had the bank failed"."""
    if clause.dep_ == "advcl":
        return is_conditional(clause) or is_inverted(clause) or clause.lower_ in PROVISOS
    return clause.lower_ in PROVISOS and clause.dep_ in {"prep", "mark", "advmod"}


def _is_reported(token: Token) -> bool:
    """Whether a clause hangs on a verb in the past, so that "would" only shifts "will"."""
    return any(above.tag_ in {"VBD", "VBN"} for above in token.ancestors)


def _is_plan(token: Token) -> bool:
    dated = is_passive(token) and lemma(token) in DATED and child(token, "prep") is not None
    named = lemma(predicate(token)) in realis_words().planning and not _only_said(token)
    return dated or (named and not _is_tried_in_vain(token))


def _is_tried_in_vain(token: Token) -> bool:
    return _modal(token) == {"could"} and child(token, "neg") is not None


def _is_rule(token: Token) -> bool:
    """Whether a duty holds at all times: "pilots must always check the fuel"."""
    habitual = any(c.dep_ == "advmod" and c.lower_ in realis_words().habitual for c in token.children)
    return habitual and bool(_modal(token) & ORDERS)


def _is_habit(token: Token) -> bool:
    if not _is_present(token) or child(token, "aux") is not None:
        return False
    words = (c for c in token.children if c.dep_ in {"advmod", "npadvmod", "prep"})
    if any(w.lower_ in realis_words().habitual or _is_repeated(w) for w in words):
        return True
    doer, thing = subject(token), child(token, "dobj")
    definite = thing is not None and (thing.pos_ == "PROPN" or child(thing, "det", "poss", "nummod") is not None)
    definite = definite or _is_placed(token) or (thing is not None and thing.lower_ in COUNTS)
    claims = token.lemma_ == "be" or lemma(token) in realis_words().forecasting or is_passive(token)
    return (
        not claims and doer is not None and _is_kind(doer) and not definite and child(token, "ccomp", "xcomp") is None
    )


def _is_placed(token: Token) -> bool:
    """Whether it is said where: "Floods displace families in Sindh" is one event, not a rule."""
    named = (child(c, "pobj") for c in token.children if c.dep_ == "prep")
    return any(noun is not None and noun.ent_type_ in {"GPE", "LOC", "FAC"} for noun in named)


def _is_present(token: Token) -> bool:
    """Whether a verb is in the simple present, also a passive ("are usually repaid") and a past that looks the same."""
    auxiliary = child(token, "auxpass")
    tag = token.tag_ if auxiliary is None else auxiliary.tag_
    doer = subject(token)
    alike = tag == "VBD" and token.lower_ == token.lemma_ and doer is not None and doer.tag_ == "NNS"
    return tag in {"VBZ", "VBP"} or alike


def _is_repeated(word: Token) -> bool:
    noun = child(word, "pobj") if word.dep_ == "prep" else word
    return noun is not None and any(c.lower_ in {"every", "each"} for c in noun.children)


def _is_kind(noun: Token) -> bool:
    """Whether a noun names all of its kind: a bare plural that nothing narrows down."""
    return noun.tag_ == "NNS" and not noun.ent_type_ and not list(noun.children)


def _only_said(token: Token) -> bool:
    """Whether a planning word has another sense here: "set a record", "committed a crime", "agreed with him"."""
    if token.dep_ == "amod":
        return True
    if token.lemma_ == "agree":
        return child(token, "xcomp", "ccomp", "conj") is None and _prepositions(token) <= {"with"}
    governed = any(c.dep_ in {"xcomp", "ccomp", "advcl"} and is_infinitive(c) for c in token.children)
    return lemma(predicate(token)) in NEEDING_A_VERB and not governed


def _prepositions(token: Token) -> set[str]:
    return {c.lower_ for c in token.children if c.dep_ == "prep"} & {"with", "to", "on", "upon"}


def _of_mood(token: Token, chain: tuple[Token, ...]) -> Realis:
    modal = {m for verb in (token, *chain) for m in _modal(verb)}
    forecast = _is_forecast(token, chain)
    perfect = any(c.dep_ == "aux" and c.lemma_ == "have" for c in token.children)
    if perfect and not modal & COMING:
        return Realis.ACTUAL
    if modal & ORDERS:
        return Realis.PLANNED
    coming = modal & COMING or modal == {"would"} or _is_to_be_done(token) or any(v.lemma_ == "go" for v in chain)
    if coming and not forecast and _is_deed(token):
        return Realis.PLANNED
    may_come = modal & {"may", "might", "could"} and token.tag_ == "VB" and token.lemma_ != "be"
    return Realis.PREDICTED if coming or forecast or may_come else Realis.ACTUAL


def _is_forecast(token: Token, chain: tuple[Token, ...]) -> bool:
    """Whether a word of forecasting stands over a verb that is still to come, or is itself what is claimed."""
    words = realis_words().forecasting
    if lemma(predicate(token)) in words and is_passive(token):
        return True
    future = is_infinitive(token) or bool(_modal(token) & COMING)
    return future and any(lemma(predicate(verb)) in words for verb in chain)


def _is_to_be_done(token: Token) -> bool:
    """The future of headlines and schedules: "Kyiv to receive aid", "they are to meet"."""
    return is_infinitive(token) and (token.dep_ == "ROOT" or token.head.lemma_ in {"be", "set", "due"})


def _is_deed(token: Token) -> bool:
    """Whether somebody who can mean to do it does it."""
    if predicate(token).i != token.i or lemma(token) in realis_words().stative:
        return False
    doer = subject(token)
    if doer is None or child(token, "nsubjpass") is not None:
        return child(token, "nsubjpass") is not None
    if doer.lower_ in {"this", "that", "these", "which"} or doer.lemma_.lower() in realis_words().causes:
        return False
    return doer.pos_ in {"PROPN", "PRON"} or doer.ent_type_ in AGENTS or bool(list(doer.children)) or doer.tag_ == "NNS"


def _modal(token: Token) -> set[str]:
    return {c.lower_ for c in token.children if c.dep_ == "aux" and c.tag_ == "MD"}
