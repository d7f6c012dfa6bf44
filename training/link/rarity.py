"""Make `src/sayso/resources/link/rarity.tsv`: how rare an English word is in news.

    python -m training.link.rarity TEXTS.jsonl > src/sayso/resources/link/rarity.tsv

TEXTS holds one JSON object a line with a `text` field: English news reports. Only figures leave this program: of each
stem found in at least three reports, its rarity (natural logarithm of reports by reports that have it, in tenths) and
whether it is mostly written with a capital inside sentences.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable
from math import log
from pathlib import Path

from sayso.link.terms import stem

LEAST = 3  # reports: a word of fewer may be one report's own
NAME_SHARE = 0.8  # of the uses inside sentences
_INSIDE = re.compile(r"(?<=[a-z,;] )[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+")


def table(texts: Iterable[str]) -> list[tuple[str, int, int]]:
    """Rows of stem, rarity in tenths, 1 for a name, in order of stem."""
    seen: Counter[str] = Counter()
    inside: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    total = 0
    for text in texts:
        total += 1
        seen.update({stem(word.casefold()) for word in _WORD.findall(text)})
        for word in _INSIDE.findall(text):
            key = stem(word.casefold())
            inside[key] += 1
            capital[key] += word[0].isupper()
    return [
        (key, round(10 * log(total / count)), int(inside[key] > 0 and capital[key] >= NAME_SHARE * inside[key]))
        for key, count in sorted(seen.items())
        if count >= LEAST and len(key) > 1
    ]


def main() -> None:
    """Read the texts named on the command line; write the table to standard output."""
    lines = Path(sys.argv[1]).read_text(encoding="utf8").splitlines()
    rows = table(json.loads(line)["text"] for line in lines)
    print(
        "# Made by training/link/rarity.py: figures counted in 840 English news reports (PolNeAR 1.0, training part)."
    )
    print("# stem<TAB>rarity in tenths of a natural logarithm<TAB>1 if mostly written with a capital inside sentences")
    for row in rows:
        print(*row, sep="\t")


if __name__ == "__main__":
    main()
