"""Estimate what governing words say of their complements, from rated sentences.

usage: python training/factuality/signatures.py ROWS.jsonl OUT.tsv

ROWS holds predicates with a factuality from -3 to 3 (form: benchmarks' factuality task). Only rows whose predicate
hangs directly on the main verb of its sentence, with no other operator than a negation of that verb, tell something of
the verb alone; their mean, drawn towards the frame's default, is the verb's value. Sentences are not kept.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from statistics import fmean

from spacy.tokens import Doc, Token

from sayso.extract.factuality.governors import DEFAULTS, link, word_frames
from sayso.extract.factuality.operators import operators
from sayso.extract.parse import language_model
from sayso.extract.syntax import predicate

# Sets made to measure verbs; rated sentences of the web answer another question (did it happen yet?).
SETS = ("MV2", "RP", "CB")
PRIOR = 1.0  # how many ratings the default counts for
FRAMES = frozenset({"that", "to", "object-to", "be-to", "be-that", "ing"})
Key = tuple[str, str]

HEADER = """\
# What governing words say of what they govern, -3 to 3, where they are affirmed and where denied: means of people's
# ratings of sentences, drawn towards the mean of the frame. Made by training/factuality/signatures.py from the train
# part of MegaVeridicality 2 (White and Rawlins 2018), RP (Ross and Pavlick 2019) and CommitmentBank (de Marneffe et
# al. 2019) as collected by Jiang and de Marneffe (TACL 2021, MIT). Figures only, no text of theirs.
word	frame	positive	negative
"""


def observations(rows: list[dict[str, object]]) -> Iterator[tuple[Key, bool, float]]:
    """Each rating that tells something of one governing word: its key, whether it is denied, the rating."""
    docs = language_model().pipe((str(row["text"]) for row in rows), batch_size=64)
    for row, doc in zip(rows, docs, strict=True):
        target = _target(doc, row["span"])
        above = None if target is None else link(target)
        if target is None or above is None or above.governor is None or above.signature is None:
            continue
        if above.governor.dep_ != "ROOT" or any(operators(target)):
            continue
        found = list(operators(above.governor))
        if all(operator.negates and operator.degree == 3.0 for operator in found):
            key = next(word_frames(predicate(above.governor), target))
            if key[1] in FRAMES:
                yield key, bool(found), float(str(row["score"]))


def _target(doc: Doc, span: object) -> Token | None:
    start, end = span if isinstance(span, list) else (0, 0)
    tokens = doc.char_span(start, end, alignment_mode="expand")
    return None if tokens is None else tokens.root


def estimate(found: list[tuple[Key, bool, float]]) -> dict[Key, tuple[float, float]]:
    """The value of each word and frame, affirmed and denied."""
    frames: dict[tuple[str, bool], list[float]] = defaultdict(list)
    words: dict[tuple[Key, bool], list[float]] = defaultdict(list)
    for key, denied, score in found:
        frames[key[1], denied].append(score)
        words[key, denied].append(score)
    out = {}
    for key in sorted({key for key, _, _ in found}):
        pair = []
        for denied in (False, True):
            default = fmean(frames[key[1], denied]) if frames[key[1], denied] else DEFAULTS["that"].positive
            scores = words[key, denied]
            pair.append(round((sum(scores) + PRIOR * default) / (len(scores) + PRIOR), 2))
        out[key] = (pair[0], pair[1])
    return out


def main(source: str, target: str) -> None:
    """Read rows, write the table, say what it holds."""
    lines = Path(source).read_text(encoding="utf8").splitlines()
    rows = [row for row in map(json.loads, lines) if str(row["id"]).startswith(SETS)]
    found = list(observations(rows))
    table = estimate(found)
    body = (f"{word}\t{frame}\t{positive}\t{negative}\n" for (word, frame), (positive, negative) in table.items())
    Path(target).write_text(HEADER + "".join(body), encoding="utf8")
    print(f"{len(rows)} rows, {len(found)} used, {len(table)} words in a frame")


if __name__ == "__main__":
    main(*sys.argv[1:])
