"""A noun phrase that may stand for an actor, and the words that tell one sort of it from another."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from sayso.extract.draft import MentionForm
from sayso.extract.parse import Passage
from sayso.model import ActorKind

# Pronouns that may stand for an actor, with the gender they tell
PRONOUN_GENDERS = {
    **dict.fromkeys(("i", "me", "we", "us", "both"), ""),
    **dict.fromkeys(("he", "him", "his", "himself"), "m"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "f"),
    **dict.fromkeys(("they", "them", "their", "it", "its", "who", "whom", "which", "that"), ""),
}
FIRST = frozenset({"i", "me", "we", "us"})
PLURAL = frozenset({"they", "them", "their"})
NEUTER = frozenset({"it", "its"})
RELATIVE = frozenset({"who", "whom", "which", "that"})
# Words that stand for all of those named side by side, with how many they are
COUNTED = {"both": 2, "two": 2, "pair": 2, "duo": 2, "three": 3, "trio": 3, "four": 4}
# Words for some of several people, with "of them" or, where it is one of them, alone
ONE_OF = frozenset({"one", "another"})
PARTS = ONE_OF | {"two", "three", "four", "several", "some", "many", "most", "others", "both"}
ORDERED = frozenset({"former", "latter"})
# Words that set an office below the one they go with: nobody calls the deputy minister "the minister"
RANKS = frozenset({"deputy", "vice", "assistant", "former"})


class Number(StrEnum):
    """How many the words speak of."""

    ONE = "one"
    MANY = "many"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """What somebody is called by what they do: the class of the role noun, and the words that narrow it ("foreign")."""

    role: str
    words: frozenset[str] = frozenset()


At = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Phrase:
    """A noun phrase that may stand for an actor. `tokens` is its core, `head` the word syntax knows it by.

    `name` is the proper name in it, empty for a description, whose noun `noun` is; `offices` what it calls that person;
    `country` ISO 3166-1 alpha-2, empty where it tells none; `owner` the head of the possessive before it ("the
    ministry's report"); `leaning` a gender that the sound of a given name makes likely where nothing tells it; `age` in
    years; `sentence` the first token of its sentence; `definite` whether it points at something known ("the", "his",
    a bare office in a headline). `at` is where the phrase stands, block, then token, by which the phrases of a report
    are ordered.
    """

    at: At
    passage: Passage
    tokens: TokenSpan
    head: Token
    form: MentionForm
    kind: ActorKind
    name: str = ""
    noun: str = ""
    offices: tuple[Office, ...] = ()
    country: str = ""
    owner: Token | None = None
    number: Number = Number.OPEN
    gender: str = ""
    leaning: str = ""
    age: int | None = None
    definite: bool = False
    sentence: int = 0

    def beside(self, token: Token) -> At:
        """Where the phrase headed by another token of the same block would stand."""
        return self.at[0], token.i
