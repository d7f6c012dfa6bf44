"""The language model's syntax and names, found step by step for all passages of a report at once.

spaCy finds them by the same steps without the interpreter's lock, and its functions ask for that lock some hundred
times a word, which takes longer than the steps; here the lock is kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from spacy.tokens import Doc
from thinc.api import set_dropout_rate


@dataclass(frozen=True, slots=True)
class Stepping:
    """A part of a spaCy pipeline that sets the same as `parser`, whose search must be greedy."""

    parser: Any  # spaCy's have no types

    def __call__(self, doc: Doc) -> Doc:
        """`doc` with what the parser sets."""
        return next(self.pipe([doc]))

    def pipe(self, docs: Iterable[Doc], *, batch_size: int = 256) -> Iterator[Doc]:
        """Each of `docs` with what the parser sets, `batch_size` of them side by side."""
        left = iter(docs)
        while batch := list(islice(left, batch_size)):
            self._parse(batch)
            yield from batch

    def _parse(self, docs: Sequence[Doc]) -> None:
        states = self.parser.moves.init_batch(docs)
        unfinished = [state for state in states if not state.is_final()]
        if unfinished:
            set_dropout_rate(self.parser.model, 0.0)
            steps = self.parser.model.predict(docs)
            while unfinished:
                unfinished = self.parser.transition_states(unfinished, steps.predict(unfinished))
            steps.clear_memory()
        self.parser.set_annotations(docs, states)
