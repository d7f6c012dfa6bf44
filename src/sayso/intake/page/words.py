"""The word lists by which lines of a page are told apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from sayso import resources

WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class WordLists:
    """`function`: the commonest words of many languages; `phrases`: first word → (words, name of the list)."""

    function: frozenset[str]
    phrases: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    names: tuple[str, ...]


def tokens(text: str) -> list[str]:
    """The words of `text` in lower case."""
    return WORD.findall(text.replace("’", "'").lower())


def _entries(table: dict[str, dict[str, str]]) -> Iterator[tuple[tuple[str, ...], str]]:
    for group, lists in table.items():
        if group == "function":
            continue
        for name, line in lists.items():
            label = group if name == "words" else name
            for entry in line.split(","):
                yield tuple(tokens(entry)), label


@cache
def word_lists() -> WordLists:
    """The lists of `resources/page/words.toml`, read once."""
    table = resources.lists("page/words.toml")
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    names: dict[str, None] = {}
    for entry, name in _entries(table):
        names[name] = None
        phrases.setdefault(entry[0], []).append((entry, name))
    function = frozenset(word for line in table["function"].values() for word in line.split())
    return WordLists(function, {first: tuple(found) for first, found in phrases.items()}, tuple(names))


def listed(words: list[str]) -> Iterator[tuple[str, int]]:
    """Each phrase of the lists in `words`: the name of its list and its length in words."""
    phrases = word_lists().phrases
    for at, word in enumerate(words):
        for entry, name in phrases.get(word, ()):
            if len(entry) == 1 or tuple(words[at : at + len(entry)]) == entry:
                yield name, len(entry)
