"""The words by which parts of a heading, and entries of a log, claim something without a verb."""

from __future__ import annotations

from functools import cache

from sayso import resources


@cache
def happenings() -> frozenset[str]:
    """Nouns that tell a happening, by lemma."""
    return frozenset(resources.lists("statements/headings.toml")["happenings"])


@cache
def states() -> frozenset[str]:
    """What somebody or something is after a happening."""
    return frozenset(resources.lists("statements/headings.toml")["states"])
