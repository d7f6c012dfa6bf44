"""A source-cue-content link while it is being found: the seam between what finds links and what makes attributions.

Whatever finds links - rules here, a trained model beside them - gives these, and nothing after it asks which it was.
"""

from __future__ import annotations

from dataclasses import dataclass

from sayso.extract.attributions.cues import CueKind
from sayso.model import Manner, Span, Spans


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One link. Spans are of the report's text; `source_head` is the head word of the source, by which its actor is
    found; `score` is how often links of this make are right, from 0 to 1; `settled` links are drawn otherwise than in
    the annotation that the trained model learnt from, so that it has no say in them.
    """

    source: Spans = ()
    source_head: Span | None = None
    cue: Spans = ()
    lemma: str = ""
    kind: CueKind = CueKind.SAY
    content: Spans
    manner: Manner = Manner.INDIRECT
    score: float = 0.5
    settled: bool = False
