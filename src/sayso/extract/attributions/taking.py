"""What a cue verb takes as its content: the clause, the infinitive, the object or the preposition behind it."""

from __future__ import annotations

from spacy.tokens import Token

from sayso.extract.attributions.cues import COMMITTING, CueKind, CueWord, cue_nouns, cue_words
from sayso.extract.events.codes import noun_code
from sayso.extract.statements.clauses import RELATIVE, agent, children, own_subject, subtree

# Whoever is told is not what is told.
_ADDRESSED = frozenset(
    {"tell", "ask", "remind", "inform", "assure", "reassure", "urge", "warn", "convince", "persuade"}
)
# Participles that go on with the saying of the sentence's main verb.
_ADDING = frozenset({"say", "add", "note", "stress", "tell", "explain", "emphasise", "emphasize", "underline", "warn"})
# Complements after the object that belong to the content: "accused [the army of looting]", "called [it a lie]".
_AFTER_OBJECT = frozenset({"of", "as", "for"})
# In what form it was said: part of the cue.
CARRYING_NOUNS = frozenset(
    {"statement", "interview", "speech", "tweet", "post", "letter", "email", "report", "release"}
)
# Objects with which a cue verb tells a deed and reports nothing: "claimed nine lives", "observed a minute of silence".
_DEEDS = {
    "claim": frozenset({"life", "victim", "casualty"}),
    "observe": frozenset({"minute", "silence", "moment", "holiday", "ceasefire"}),
    "address": frozenset({"crowd", "rally", "meeting", "parcel"}),
    "post": frozenset({"guard", "profit", "loss"}),
}

Found = tuple[list[Token], str, list[Token]]
"""Content words, the make of the link, and further words of the cue."""

_NOTHING: Found = ([], "", [])


def content_of(verb: Token, word: CueWord) -> Found:
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
                return content_of(inner, cue_words()[inner.lemma_])[0]
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


def passive_content(verb: Token, word: CueWord) -> Found:
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


def is_carrier(noun: Token) -> bool:
    """Whether a noun is the form in which a cue verb says something: P is the verb's in "said in a memo that P"."""
    place = noun.head
    return noun.lemma_ in CARRYING_NOUNS and place.lower_ in {"in", "on"} and place.head.lemma_ in cue_words()
