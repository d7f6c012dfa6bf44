"""Links that the syntax of one sentence tells: verbs of saying and thinking with what they take."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from sayso.extract.attributions.adjectives import is_feeling
from sayso.extract.attributions.cues import COMMITTING, CueKind, CueWord, cue_nouns, cue_words
from sayso.extract.attributions.labels import lead_in
from sayso.extract.attributions.links import Link
from sayso.extract.events.codes import noun_code
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
# Whoever is told is not what is told.
_ANNOUNCING = 14  # words from a verb to the colon by which it announces a quotation
_ADDRESSED = frozenset(
    {"tell", "ask", "remind", "inform", "assure", "reassure", "urge", "warn", "convince", "persuade"}
)
# Participles that go on with the saying of the sentence's main verb.
_ADDING = frozenset({"say", "add", "note", "stress", "tell", "explain", "emphasise", "emphasize", "underline", "warn"})
# Complements after the object that belong to the content: "accused [the army of looting]", "called [it a lie]".
_AFTER_OBJECT = frozenset({"of", "as", "for"})
# In what form it was said: part of the cue.
_CARRYING_NOUNS = frozenset(
    {"statement", "interview", "speech", "tweet", "post", "letter", "email", "report", "release"}
)
# Objects with which a cue verb tells a deed and reports nothing: "claimed nine lives", "observed a minute of silence".
_DEEDS = {
    "claim": frozenset({"life", "victim", "casualty"}),
    "observe": frozenset({"minute", "silence", "moment", "holiday", "ceasefire"}),
    "address": frozenset({"crowd", "rally", "meeting", "parcel"}),
    "post": frozenset({"guard", "profit", "loss"}),
}
_NAMING = frozenset({"called", "named", "dubbed", "nicknamed", "titled", "entitled"})
_NOMINAL = frozenset({"PROPN", "DET", "PRON", "NOUN"})
_SCORES = {"clause": 0.9, "apart": 0.8, "infinitive": 0.75, "object": 0.6, "prep": 0.6, "relative": 0.6}

Found = tuple[list[Token], str, list[Token]]
"""Content words, the make of the link, and further words of the cue."""

_NOTHING: Found = ([], "", [])


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
    content, make, extra = _passive_content(verb, word) if passive else _content(verb, word)
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


def speaking_verb(verb: Token) -> Token:
    """The verb whose subject speaks: in "X said P, adding that Q" the parser may hang "adding" in P, but X adds."""
    if verb.tag_ != "VBG" or verb.dep_ != "advcl" or verb.lemma_ not in _ADDING or children(verb, "nsubj", "mark"):
        return verb
    for above in verb.ancestors:
        word = cue_words().get(above.lemma_)
        if above != verb.head and word is not None and "clause" in word.takes and own_subject(above) is not None:
            return above
        if above.dep_ == "ROOT":
            break
    return verb


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
                if noun.lemma_ in _CARRYING_NOUNS and noun.i - place.i <= 2:
                    return [place, *subtree(noun, children(noun, "prep", "relcl", "acl"))]
    return []


def is_carrier(noun: Token) -> bool:
    """Whether a noun is the form in which a cue verb says something: P is the verb's in "said in a memo that P"."""
    place = noun.head
    return noun.lemma_ in _CARRYING_NOUNS and place.lower_ in {"in", "on"} and place.head.lemma_ in cue_words()


def _content(verb: Token, word: CueWord) -> Found:
    """What an active cue verb takes as its content."""
    for find in (_relative, _clause, _apart, _stray, _infinitive, _after_preposition, _object):
        found = find(verb, word)
        if found[0]:
            return found
    return _NOTHING


def _clause(verb: Token, word: CueWord) -> Found:
    """The clause of "said that P"; of "denied taking it" too."""
    if "clause" not in word.takes:
        return _NOTHING
    clauses = [c for c in children(verb, "ccomp") if c.pos_ in {"VERB", "AUX"} or len(list(c.subtree)) > 1]
    if not clauses and "infinitive" not in word.takes:
        clauses = [c for c in children(verb, "xcomp") if c.tag_ == "VBG" or word.kind is CueKind.DENY]
    who = own_subject(verb)
    taken = {t.i for t in who.subtree} if who is not None else set()
    for clause in clauses:
        for inner in clause.subtree:
            if inner.tag_ == "VBG" and speaking_verb(inner) == verb:
                taken |= {t.i for t in inner.subtree}
    tokens = [t for c in clauses for t in _after_cue(verb, c) if t.i not in taken]
    return tokens or _after_aside(verb), "clause", []


def _after_aside(verb: Token) -> list[Token]:
    """The clause of "X reported, citing Y, that P", which the parser takes for an adverbial that holds the aside."""
    asides = children(verb, "advcl")
    for clause in (*asides, *(inner for aside in asides if aside.tag_ == "VBG" for inner in children(aside, "ccomp"))):
        marks = [c for c in children(clause, "mark") if c.lower_ == "that" and c.i > verb.i]
        within = (clause.head, *clause.children)
        aside = any(c.tag_ == "VBG" and verb.i < c.i < marks[0].i for c in within) if marks else False
        if aside and own_subject(clause) is not None:
            return [t for t in clause.subtree if t.i >= marks[0].i]
    return []


def _after_cue(verb: Token, clause: Token) -> list[Token]:
    """The words of `clause`. Where its subject and verb follow the cue, what stands before the cue is an adverbial of
    the saying that the parser hung too low: "Still, she added, P".
    """
    first = own_subject(clause)
    if first is None or first.i < verb.i or clause.i < verb.i:
        return list(clause.subtree)
    return [t for t in clause.subtree if t.i > verb.i]


def _apart(verb: Token, word: CueWord) -> Found:
    """The clause around a cue set apart from it: "The road, he said, is open"; "As she noted, it rained"."""
    head = verb.head
    as_said = verb.dep_ == "advcl" and any(c.lower_ == "as" and c.i < verb.i for c in children(verb, "mark", "advmod"))
    if verb.dep_ != "parataxis" and not as_said:
        return _NOTHING
    if "clause" not in word.takes or own_subject(verb) is None or head.pos_ not in {"VERB", "AUX"}:
        return _NOTHING
    if children(verb, "ccomp", "xcomp", "dobj"):
        return _NOTHING
    return subtree(head, [verb, *_next_clauses(verb, head)]), "apart", []


def _next_clauses(verb: Token, head: Token) -> list[Token]:
    """The "but Q" of "P, X said, but Q": clauses after the cue with a subject of their own, and their conjunctions."""
    if any(t.i > verb.i for t in head.subtree if t.i < head.i) or head.i > verb.i:
        return []
    after = [c for c in children(head, "conj") if c.i > verb.i and own_subject(c) is not None]
    return [*after, *(c for c in children(head, "cc") if after and c.i > verb.i)]


def _stray(verb: Token, word: CueWord) -> Found:
    """The clause after "that" which the parser hung on a word between: "said on the messaging app that P"."""
    if "clause" not in word.takes or word.kind not in COMMITTING:
        return _NOTHING
    for inner in verb.subtree:
        that = next((c for c in children(inner, "mark") if c.lower_ == "that" and c.i > verb.i), None)
        if that is None or inner.head.i == verb.i or inner.head.i >= that.i or inner.head.i < verb.i:
            continue
        taken = cue_nouns() if inner.head.pos_ == "NOUN" and not is_carrier(inner.head) else cue_words()
        if inner.head.lemma_ not in taken and own_subject(inner) is not None:
            return [t for t in inner.subtree if t.i >= that.i], "clause", []
    return _NOTHING


def _infinitive(verb: Token, word: CueWord) -> Found:
    """The infinitive of "vowed to leave", "wants the army to leave"; of "seemed to leave" with its subject."""
    if "infinitive" not in word.takes:
        return _NOTHING
    heads = [c for c in children(verb, "xcomp", "ccomp") if c.tag_ in {"VB", "VBG"} or children(c, "aux")]
    if not heads and word.kind is CueKind.SEEM:
        heads = children(verb, "xcomp", "oprd", "acomp")
    tokens = [t for c in heads for t in subtree(c)]
    raised = own_subject(verb)
    if heads and word.kind is CueKind.SEEM and raised is not None:
        tokens = [*subtree(raised), *tokens]
    return tokens, "infinitive", []


def _after_preposition(verb: Token, word: CueWord) -> Found:
    """What "called for", "referred to" and "warned of" lead to."""
    if children(verb, "dobj") and verb.lemma_ != "ask":
        return _NOTHING
    for place in children(verb, "prep", "prt"):
        if place.lower_ in word.takes and place.i > verb.i:  # "On Sunday, P, X reported"
            tokens = [t for c in children(place, "pobj", "pcomp") for t in subtree(c)]
            # "called on Washington to leave": who is called on is no part of it
            wished = [t for c in children(verb, "xcomp", "ccomp", "advcl") if children(c, "aux") for t in subtree(c)]
            if wished and place.lower_ in {"on", "to"} and "infinitive" in word.takes:
                return wished, "infinitive", [place]
            return [*tokens, *(wished if place.lower_ == "for" else [])], "prep", [place]
    return _NOTHING


def _object(verb: Token, word: CueWord) -> Found:
    """The object of "rejected the report", with what completes it: "accused the army of looting"."""
    if "object" not in word.takes or verb.lemma_ in _ADDRESSED:
        return _NOTHING
    objects = children(verb, "dobj", "oprd")
    if any(noun.lemma_ in _DEEDS.get(verb.lemma_, ()) for noun in objects):
        return _NOTHING
    if word.kind is CueKind.DENY and (claimed := claimed_clause(objects)):
        return claimed, "clause", []
    after = [c for c in children(verb, "ccomp", "xcomp", "oprd") if c.i > verb.i]
    if not objects and not after:
        return _NOTHING
    after += [c for c in children(verb, "prep") if c.lower_ in _AFTER_OBJECT and c.i > verb.i]
    return [t for c in {t.i: t for t in [*objects, *after]}.values() for t in subtree(c)], "object", []


def claimed_clause(nouns: list[Token]) -> list[Token]:
    """What is claimed in "rejected accusations that P", "dismissed claims by X alleging P"."""
    for noun in nouns:
        if noun.lemma_ not in cue_nouns():
            continue
        for inner in noun.subtree:
            if (
                inner.dep_ in {"acl", "ccomp"}
                and children(inner, "mark")
                and inner.head in {noun, *children(noun, "prep")}
            ):
                return list(inner.subtree)
            if inner.dep_ == "acl" and inner.tag_ == "VBG" and inner.lemma_ in cue_words():
                return _content(inner, cue_words()[inner.lemma_])[0]
        if deed := _claimed_deed(noun):
            return deed
    return []


def _claimed_deed(noun: Token) -> list[Token]:
    """The deed of "denied reports of a shelling", "dismissed claims of soldiers looting"."""
    for place in children(noun, "prep"):
        for deed in children(place, "pobj", "pcomp") if place.lower_ == "of" else []:
            doing = deed.tag_ == "VBG" or any(c.tag_ == "VBG" for c in children(deed, "acl"))
            if doing or (deed.pos_ == "NOUN" and noun_code(deed) is not None):
                return subtree(deed)
    return []


def _relative(verb: Token, word: CueWord) -> Found:
    """The pronoun of "which the ministry denied", or the noun of "a claim the army denied"."""
    if verb.dep_ != "relcl" or not word.takes & {"object", "clause"}:
        return _NOTHING
    if any(c.i > verb.i for c in children(verb, "dobj", "ccomp", "xcomp", "oprd")):
        return _NOTHING
    pronouns = [c for c in children(verb, "dobj") if c.lower_ in RELATIVE]
    if pronouns:
        return pronouns, "relative", []
    who = own_subject(verb)
    if who is None or who.lower_ in RELATIVE or verb.lemma_ in _ADDRESSED:
        return _NOTHING
    return subtree(verb.head, [verb]), "relative", []


def _passive_content(verb: Token, word: CueWord) -> Found:
    """What a passive cue verb takes: "it is alleged that P", "X is expected to Q", "X was criticised for Q"."""
    clauses = [t for c in children(verb, "ccomp") for t in subtree(c)]
    about = own_subject(verb)
    if clauses and "clause" in word.takes:
        return clauses, "clause", children(verb, "agent")
    raised = [t for c in children(verb, "xcomp", "oprd") for t in subtree(c)]
    if verb.lemma_ in _ADDRESSED:
        return raised, "infinitive", []
    if about is not None and raised:
        return [*subtree(about), *raised], "infinitive", []
    if verb.lemma_ == "accuse" and about is not None:
        return _charge(verb, about)
    return _done_by(verb, word, about)


def _done_by(verb: Token, word: CueWord, about: Token | None) -> Found:
    """What a passive with its agent is about: "the treaty was rejected by the Senate"."""
    if "object" in word.takes and agent(verb) is not None:
        noun = about or (verb.head if verb.dep_ == "acl" else None)
        if noun is None:
            return _NOTHING
        quoted = [t for c in children(verb, "prep") if c.lower_ == "as" and children(c, "pcomp") for t in subtree(c)]
        about_whom = subtree(noun, [verb] if verb.dep_ == "acl" else [])
        return [*about_whom, *quoted], "object", children(verb, "agent")
    return _NOTHING


def _charge(verb: Token, about: Token) -> Found:
    """The accused and the deed of "X was accused by Y of hiding it"; the parser may hang "of" on the accuser."""
    deed = next((t for t in verb.subtree if t.lower_ == "of" and t.i > verb.i and children(t, "pcomp")), None)
    if deed is None:
        return _NOTHING
    return [*subtree(about), *subtree(deed)], "object", children(verb, "agent")
