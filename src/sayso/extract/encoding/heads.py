"""What other steps ask of the encoder's states: those of words, and how far a happening is told as a fact."""

from __future__ import annotations

import numpy as np

from sayso.extract.encoding.encoder import Encoding, Floats, session
from sayso.model import Span


def told_as_fact(encoding: Encoding, span: Span) -> float | None:
    """How far the happening named by the words of `span` is told as a fact, from -3 (surely not) to 3 (surely), on the
    scale of FactBank-like annotations (Stanovsky et al. 2017); None where `span` touches no word.
    """
    words = encoding.words.touched([span])
    if not words:
        return None
    at = next(i for i, window in enumerate(encoding.windows) if window.start <= words[0] < window.end)
    states = _states(encoding, words[0], words[-1] + 1)
    return 3 * float(_run("factuality.onnx", states=states, first=encoding.states[at][0]))


def word_states(encoding: Encoding, start: int, end: int) -> Floats:
    """The state of each word from `start` to `end` [words, width], the mean of its pieces'."""
    rows = []
    for window, states in zip(encoding.windows, encoding.states, strict=True):
        first, last = max(start, window.start) - window.start, min(end, window.end) - window.start
        if first < last:
            bounds = np.array((*window.firsts, len(window.pieces) - 1)[first : last + 1])
            sums = np.add.reduceat(states[: bounds[-1]], bounds[:-1])
            rows.append(sums / np.diff(bounds)[:, None].astype(np.float32))
    return np.concatenate(rows)


def _states(encoding: Encoding, start: int, end: int) -> Floats:
    """The states of the pieces of words `start` to `end`, whichever windows they are in."""
    rows = []
    for window, states in zip(encoding.windows, encoding.states, strict=True):
        first, last = max(start, window.start), min(end, window.end)
        if first < last:
            firsts = (*window.firsts, len(window.pieces) - 1)
            rows.append(states[firsts[first - window.start] : firsts[last - window.start]])
    return np.concatenate(rows)


def _run(name: str, **inputs: Floats) -> Floats:
    (found,) = session(name).run(None, inputs)
    out: Floats = found
    return out
