"""The words by which headings, entries of a log and participles claim something without a verb that has a tense."""

from __future__ import annotations

from functools import cache

from sayso import resources


@cache
def happenings() -> frozenset[str]:
    """Nouns that tell a happening, by lemma."""
    return frozenset(resources.lists("statements/claiming.toml")["happenings"])


@cache
def states() -> frozenset[str]:
    """What somebody or something is after a happening."""
    return frozenset(resources.lists("statements/claiming.toml")["states"])


@cache
def outcomes() -> frozenset[str]:
    """Verbs that tell, as a participle behind a claim, what came of it."""
    return frozenset(resources.lists("statements/claiming.toml")["outcomes"])


@cache
def given() -> frozenset[str]:
    """What a line gives that begins with such a word and a colon."""
    return frozenset(resources.lists("statements/claiming.toml")["given"])
