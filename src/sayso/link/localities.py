"""Where a content says that it happened, in its own words: the names behind "near", "in", "outside"."""

from __future__ import annotations

import re
from functools import cache

from sayso.link.terms import is_country, listed, name_key


@cache
def _pattern() -> re.Pattern[str]:
    """A word of place, perhaps a side of the sky or "the village of", then a name."""
    before, sides = ("|".join(sorted(listed(name))) for name in ("locating", "sides"))
    return re.compile(
        rf"\b(?i:{before})\s+(?:the\s+)?(?:(?:{sides})\s+)?(?:\w+\s+of\s+)?((?:[^\W\d_a-z][\w'’-]+)(?:\s+[^\W\d_a-z][\w'’-]+)*)"
    )


def localities(content: str) -> frozenset[str]:
    """The words of the names of places that `content` gives as where it happened, as compared; countries, months and
    days of the week are none.
    """
    found = (name_key(word.casefold()) for match in _pattern().finditer(content) for word in match.group(1).split())
    return frozenset(word for word in found if not is_country(word) and word not in listed("dated"))
