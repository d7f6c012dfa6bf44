"""What contents mean, each by itself, as vectors: those of one claim are near each other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import numpy as np

from sayso.extract.encoding.encoder import session, tokenizer
from sayso.extract.encoding.windows import LIMIT, pieces_of

LENGTH = 127  # of a vector in signed bytes; a number of it is rarely above a third of that
_WORD = re.compile(r"\w+|[^\w\s]")


def meanings(contents: Iterable[str]) -> Iterator[bytes]:
    """A vector for each content, a signed byte a number, `LENGTH` long but for rounding.

    A content is read without its surroundings, by an encoder of its own: the same words have the same vector in every
    report. Statements of one claim lie near each other, its denial among them; likeness is no sameness all the same.
    """
    for content in contents:
        yield _meaning(content)


def _meaning(content: str) -> bytes:
    before, behind = tokenizer().encode("").ids  # the two marks around whatever is read
    # a lone surrogate, half a character of a broken page, is nothing that the tokenizer takes
    words = _WORD.findall(content.encode("utf8", "replace").decode("utf8")) or [""]
    pieces = [piece for word in pieces_of(tokenizer(), words) for piece in word][:LIMIT]
    (vector,) = session("meaning.onnx").run(None, {"pieces": np.array([[before, *pieces, behind]], dtype=np.int64)})
    scaled = LENGTH * vector / max(float(np.linalg.norm(vector)), 1e-9)
    return bytes(np.rint(scaled).clip(-LENGTH, LENGTH).astype(np.int8).tobytes())
