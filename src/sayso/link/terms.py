"""The words of a content as linking compares them: stems, kin of meaning joined, each with its rarity in news."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType

import snowballstemmer

from sayso import resources

UNSEEN = 6.5  # rarity of a word that the table does not hold: as of one report in 700
NUMBER_RARITY = 3.0
_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+")
_BRITISH = tuple(
    (re.compile(british), american)
    for british, american in (
        (r"our", "or"),  # harbour
        (r"is(e|ed|es|er|ers|ing|ation|ations)$", r"iz\1"),  # organise
        (r"ys(e|ed|es|er|ers|ing)$", r"yz\1"),  # analyse
        (r"enc(e|es)$", r"ens\1"),  # defence
        (r"tre(s?)$", r"ter\1"),  # centre
        (r"ll(ed|er|ers|ing)$", r"l\1"),  # travelled
        (r"mme(s?)$", r"m\1"),  # programme
        (r"ogue(s?)$", r"og\1"),  # catalogue
        (r"[ao]e", "e"),  # paediatric
    )
)


@dataclass(frozen=True, slots=True)
class Term:
    """One content word: its key for comparison, its rarity in natural logarithms, whether it is a name or a number."""

    key: str
    rarity: float
    name: bool = False
    number: bool = False

    def __hash__(self) -> int:
        return hash(self.key)  # terms are counted by the million, and few share a key


@cache
def _stemmer() -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer("english")


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The stem of a lower-case English word (Snowball, Porter 2)."""
    return str(_stemmer().stemWord(word))


@cache
def _rarity() -> Mapping[str, tuple[float, bool]]:
    return MappingProxyType(
        {key: (int(tenths) / 10, name == "1") for key, tenths, name in resources.rows("link/rarity.tsv")}
    )


@cache
def _kin() -> Mapping[str, str]:
    """Stem to the first word of its group: words that news uses for one another."""
    table: dict[str, str] = {}
    for (line,) in resources.rows("link/kin.tsv"):
        group = line.split()
        stems = {stem(word) for word in either(group)}
        table.update(dict.fromkeys(stems - table.keys(), "~" + group[0]))
    return MappingProxyType(table)


@cache
def _countries() -> Mapping[str, str]:
    """What is of a country, or in its capital's name, to the country ("iranian" to "iran")."""
    return MappingProxyType(
        {word: country for country, words in resources.rows("link/demonyms.tsv") for word in words.split()}
    )


@cache
def _passing() -> frozenset[str]:
    """Words that say nothing of what is claimed: function words, words of saying and of doubt, stemmed and plain."""
    plain = {word for (line,) in resources.rows("link/passing.tsv") for word in line.split()}
    return frozenset(plain | {stem(word) for word in plain})


@cache
def _listed() -> Mapping[str, tuple[str, ...]]:
    lists = resources.lists("link/words.toml")
    return MappingProxyType({name: tuple(words.split()) for name, words in lists.items()})


@cache
def listed(name: str) -> frozenset[str]:
    """The words of one of the small lists in `link/words.toml`, in either spelling."""
    return either(_listed()[name])


@cache
def _spelled() -> Mapping[str, str]:
    """Number words to figures."""
    return MappingProxyType({word: str(value) for value, word in enumerate(_listed()["numbers"])})


@cache
def _kindred() -> Mapping[str, Mapping[str, float]]:
    """The near keys of each key with their nearness, from 0 to 1, in both directions: by vectors, then by hand."""
    table: dict[str, dict[str, float]] = {}
    for key, near in (*resources.rows("link/kindred.tsv"), *resources.rows("link/near.tsv")):
        for other, hundredths in (pair.rsplit(":", 1) for pair in near.split()):
            table.setdefault(key, {})[other] = table.setdefault(other, {})[key] = int(hundredths) / 100
    return MappingProxyType(table)


def nearness(key: str, others: AbstractSet[str]) -> float:
    """How near the nearest of `others` is to `key` in meaning: 1 for `key` itself, 0 where nothing near is known."""
    if key in others:
        return 1.0
    near = _kindred().get(key)
    common = near.keys() & others if near else None
    return max([near[other] for other in common]) if near and common else 0.0


@lru_cache(maxsize=100_000)
def kindred(key: str, least: float) -> frozenset[str]:
    """`key` and all keys of at least this nearness to it."""
    return frozenset({key, *(other for other, near in _kindred().get(key, {}).items() if near >= least)})


@lru_cache(maxsize=100_000)
def name_key(word: str) -> str:
    """The key of a word of a name, in lower case and American spelling: a demonym gives its country."""
    return _countries().get(word) or _countries().get(word.removesuffix("s")) or spelled(word)


@lru_cache(maxsize=100_000)
def spelled(word: str) -> str:
    """A lower-case word as it is spelled in the United States, whose news the table of rarity counts: "defence" as
    "defense". A word that the table holds, or does not hold in either spelling, stays as it is.
    """
    if stem(word) in _rarity():
        return word
    american = (pattern.sub(other, word) for pattern, other in _BRITISH if pattern.search(word))
    return next((other for other in american if stem(other) in _rarity()), word)


def either(words: Iterable[str]) -> frozenset[str]:
    """`words`, and as they are spelled in the United States: what is compared may be either."""
    told = [*words]
    return frozenset((*told, *map(spelled, told)))


@cache
def _longer() -> tuple[re.Pattern[str], Mapping[str, str]]:
    """What finds names of two words, or of initials, and the one word that each goes by."""
    told = [(key, name) for key, names in resources.rows("link/longer_names.tsv") for name in names.split("|")]
    keys = {spelling: key for key, name in told for spelling in (name.upper(), name)}  # mastheads are in capitals
    found = "|".join(re.escape(name) for name in sorted(keys, key=len, reverse=True))
    return re.compile(rf"(?<![\w.])(?:{found})(?!\w)"), MappingProxyType(keys)


def in_one_word(text: str) -> str:
    """`text` with names of two words and of initials as one: "the U.S." and "the United States" as "the American"."""
    pattern, keys = _longer()
    return pattern.sub(lambda name: keys[name.group()], text)


def is_country(name: str) -> bool:
    """Whether `name` is that of a country (of one word; longer ones are not known)."""
    return name.casefold() in _country_names()


@cache
def _country_names() -> frozenset[str]:
    return frozenset(_countries().values())


@lru_cache(maxsize=200_000)
def term(word: str) -> Term | None:
    """The term of one word as written; None for a word that says nothing of what is claimed."""
    low = word.casefold()
    if word[0].isdigit() or low in _spelled():
        return Term(_spelled().get(low, low.replace(",", "")), NUMBER_RARITY, number=True)
    if len(low) < 2 or low in _passing() or (word[0].isupper() and low in listed("titles")):
        return None
    country = name_key(low)
    root = stem(spelled(low))
    rarity, usual_name = _rarity().get(root, (UNSEEN, word[0].isupper()))
    if country in _country_names():
        return Term(country, min(rarity, 4.0), name=True)
    if root in _kin() and not (word[0].isupper() and usual_name):
        return Term(_kin()[root], max(1.5, min(rarity, 4.0)))
    if root in _passing():
        return None
    named = usual_name and word[0].isupper()
    return Term(low.removesuffix("'s") if named else root, rarity, name=named)


def running_terms(text: str) -> list[Term]:
    """The terms of `text` in order, repeated ones too."""
    return [t for t in map(term, _WORD.findall(in_one_word(text))) if t is not None]


def terms(text: str) -> dict[str, Term]:
    """The terms of `text` by key, in order of first use."""
    return {t.key: t for t in running_terms(text)}


def plain(text: str) -> str:
    """`text` as lower-case words with single blanks, for comparing wording."""
    return " ".join(_WORD.findall(text.casefold()))
