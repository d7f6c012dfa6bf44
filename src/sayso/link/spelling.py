"""Whether two full names are one written in Latin letters in two ways: "Sergei Lavrentyev" and "Sergey Lavrentiev".

Every word must have the same key: what romanisations disagree on (BGN/PCGN, ISO 9, ALA-LC and the habits of the press)
is written one way, all else is kept. Inner "a" and "o" stay apart, for they tell Ramon from Roman, and so do endings,
which tell Maria from Mario and Petrov from Petrova.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

LEAST = 4  # letters of a word that may be written in two ways: "Jon" and "Jan" are two names
# Letters that folding leaves, or that a habit writes as two: first come, first served
_LETTERS = (
    ("ß", "ss"),
    ("ł", "l"),
    ("ø", "o"),
    ("ð", "d"),
    ("þ", "th"),
    ("æ", "a"),
    ("œ", "o"),
    ("ı", "i"),
    ("ue", "u"),
    ("oe", "o"),
    ("ae", "a"),
    ("sch", "sh"),
    ("kh", "k"),
    ("gh", "k"),
    ("ck", "k"),
    ("ph", "f"),
    ("x", "ks"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
)
_CLASSES = str.maketrans({"g": "k", "q": "k", "c": "k", "w": "v", "e": "i", "y": "i", "j": "i", "o": "u"})
# One given name in as many spellings as newspapers have
_MUHAMMAD = re.compile(r"m[ou]h+am+[ae]d")


def same_spelling(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names of at least two words, in lower case, differ in their spelling at most."""
    if len(one) != len(other) or len(one) < 2:
        return False
    return all(a == b or _alike(a, b) for a, b in zip(one, other, strict=True))


def _alike(one: str, other: str) -> bool:
    return min(len(one), len(other)) >= LEAST and spelling_key(one) == spelling_key(other)


@lru_cache(maxsize=100_000)
def spelling_key(word: str) -> str:
    """The same for all spellings of a word in lower case."""
    plain = word
    for letters, written in _LETTERS:
        plain = plain.replace(letters, written)
    plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    if _MUHAMMAD.fullmatch(plain):
        return "muhammad"
    ending = plain[-1:] if plain[-1:] in {"a", "o", "e"} else ""
    first = "a" if plain[:1] in {"a", "o"} else ""  # "Oleksandr" and "Aleksandr"
    inner = plain[len(first) : len(plain) - len(ending)].translate(_CLASSES)
    inner = re.sub(r"[aiu]*([aiu])", r"\1", inner)  # of several vowels the last is heard: "Moammar", "Muammar"
    return first + re.sub(r"(.)\1+", r"\1", inner) + ending
