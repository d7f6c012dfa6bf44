"""The encoder that ships with the package: the words of a report as vectors that know their surroundings.

Run by ONNX Runtime, one window at a time and on one thread: its int8 arithmetic measures the values of what it is given
at once, so that anything beside a window would change its states.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from sayso import resources
from sayso.extract.encoding.windows import Window, pieces_of, windows
from sayso.extract.encoding.words import Words, words_of
from sayso.extract.parse import Parsed

Floats = NDArray[np.float32]
_FOLDER = "encoder"
_SLOWER = ["SkipLayerNormFusion"]  # on processors the fused operator takes four times what its parts take


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoding:
    """A report as the encoder reads it: `states[i]` are the states [pieces, width] of `windows[i]`."""

    words: Words
    windows: tuple[Window, ...]
    states: tuple[Floats, ...]


def encode(parsed: Parsed) -> Encoding:
    """The words of `parsed` and their states; each window is read by itself."""
    words = words_of(parsed)
    pieces = pieces_of(tokenizer(), words.texts)
    found = tuple(windows(tokenizer(), pieces, words.sentences.tolist(), words.passages.tolist()))
    return Encoding(words=words, windows=found, states=tuple(states(window.pieces) for window in found))


def states(pieces: Sequence[int]) -> Floats:
    """The encoder's last states of one row of pieces, marks included."""
    (found,) = session("encoder.onnx").run(None, {"pieces": np.array([pieces], dtype=np.int64)})
    out: Floats = found[0]
    return out


@cache
def tokenizer() -> Tokenizer:
    """The tokenizer that the encoder was trained with; it neither cuts nor pads."""
    return Tokenizer.from_str(resources.text(f"{_FOLDER}/tokenizer.json"))


@cache
def session(name: str) -> onnxruntime.InferenceSession:
    """One of the network's parts, ready to run."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(
        resources.data(f"{_FOLDER}/{name}"), options, ["CPUExecutionProvider"], disabled_optimizers=_SLOWER
    )
