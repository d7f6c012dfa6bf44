"""Where a content says that it happened, in its own words: the names behind "near", "in", "outside"."""

from __future__ import annotations

import re
from functools import cache

from sayso.link.telling import sentence_at
from sayso.link.terms import is_country, listed, name_key
from sayso.model import GAP, Appearance, Span


@cache
def _pattern() -> re.Pattern[str]:
    """A word of place, perhaps a side of the sky or "the village of", then a name."""
    before, sides = ("|".join(sorted(listed(name))) for name in ("locating", "sides"))
    return re.compile(
        rf"\b(?i:{before})\s+(?:the\s+)?(?:(?:{sides})\s+)?(?:\w+\s+of\s+)?((?:[^\W\d_a-z][\w'’-]+)(?:\s+[^\W\d_a-z][\w'’-]+)*)"
    )


def localities_of(appearance: Appearance) -> frozenset[str]:
    """The localities of a content, or where it names none and the outlet says it, those that its sentence named before
    it: of "Near Sisak, one patrol met fire and another lost a vehicle" both parts were near Sisak. What is named before
    somebody's words may be where they were said.
    """
    content, context = appearance.statement.content.text, appearance.context
    own = localities(content)
    at = context.find(content.split(GAP)[0])
    if own or appearance.chain or at < 0:
        return own
    return localities(context[sentence_at(context, Span(0, len(context)), at).start : at])


def localities(content: str) -> frozenset[str]:
    """The words of the names of places that `content` gives as where it happened, as compared; countries, months and
    days of the week are none.
    """
    found = (name_key(word.casefold()) for match in _pattern().finditer(content) for word in match.group(1).split())
    return frozenset(word for word in found if not is_country(word) and word not in listed("dated"))
