"""How a place name is written so that its spellings meet: the keys of the gazetteer."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# What spellings of one name differ in without being another name; apostrophes stand for soft signs and glottals.
_DROPPED = re.compile("['’‘`´ʼʻʹ.]")
_JOINTS = re.compile(r"[\s\-‐‑–_/]+")
_SHORT = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort", "pt": "point", "hts": "heights"}
_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss", "ə": "a"})


@lru_cache(maxsize=20_000)
def fold(name: str) -> str:
    """`name` in lower case without diacritics, full stops or apostrophes, hyphens as blanks, "St." as "saint"."""
    plain = _JOINTS.sub(" ", _DROPPED.sub("", name)).strip().casefold()
    if not plain.isascii():
        bare = unicodedata.normalize("NFKD", plain.translate(_LETTERS))
        plain = " ".join("".join(c for c in bare if not unicodedata.combining(c)).split())
    first, _, rest = plain.partition(" ")
    return f"{_SHORT[first]} {rest}" if rest and first in _SHORT else plain
