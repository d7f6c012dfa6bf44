"""Names and titles in the form in which they are compared."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"\w+")


def fold(text: str) -> str:
    """The words of `text` without case, accents and punctuation, one blank between."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(_WORD.findall(plain))


def key(text: str) -> str:
    """`text` folded, with a blank at both ends, so that `" minister "` is found in it as a whole word only."""
    return f" {fold(text)} "
