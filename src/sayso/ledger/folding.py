"""Names, titles and searched words in the form in which they are compared."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from sayso.model import Span

LONGEST_WORD = 100  # code points: what is longer is no word that anybody looks for

# Characters that are words by themselves: Chinese and Japanese put no blanks between words.
_ALONE = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
# Marks above and below letters, of Latin, Hebrew and Arabic script; they are no letters, and divide no word.
_MARKS = (
    "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
)
_WORD = re.compile(rf"[{_ALONE}]|[^\W_{_ALONE}](?:[^\W_{_ALONE}]|[{_MARKS}])*")


def words_in(text: str) -> Iterator[tuple[str, Span]]:
    """The words of `text` without case, accents and punctuation, each with where it stands."""
    for found in _WORD.finditer(text):
        word = found[0]
        if word.isascii():
            yield word.lower()[:LONGEST_WORD], Span(*found.span())
        else:
            for part in _plain(word):
                yield part, Span(*found.span())


def fold(text: str) -> str:
    """The words of `text` without case, accents and punctuation, one blank between."""
    return " ".join(word for word, _ in words_in(text))


def key(text: str) -> str:
    """`text` folded, with a blank at both ends, so that `" minister "` is found in it as a whole word only."""
    return f" {fold(text)} "


@lru_cache(maxsize=50_000)
def _plain(word: str) -> tuple[str, ...]:
    """The words that one becomes: a character such as ½ stands for several, with no letter between them."""
    # twice: some signs show their capitals only when they are taken apart, and some capitals their marks only as small
    small = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", word).casefold())
    bare = "".join(c for c in small if not unicodedata.combining(c))
    return tuple(part[:LONGEST_WORD] for part in _WORD.findall(bare))
