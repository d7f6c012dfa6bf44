"""The shipped network's heads for attribution, run by ONNX Runtime: see `trained` for what they are asked."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

import numpy as np

from sayso import resources
from sayso.extract.attributions.chain import Chain, Floats
from sayso.extract.attributions.table import Ints, Labels
from sayso.extract.attributions.trained import Around
from sayso.extract.encoding.encoder import session


@dataclass(frozen=True, slots=True, kw_only=True)
class ShippedHeads:
    """`trained.Heads` of the package's own weights, and the parser's labels that they were trained with."""

    cue_chain: Chain
    link_chain: Chain
    labels: Labels

    def read(self, states: Floats, firsts: Ints, parents: Ints, columns: Ints) -> tuple[Floats, Floats]:
        """See `trained.Heads.read`."""
        inputs = {"states": states[None], "firsts": firsts[None], "parents": parents[None], "columns": columns[None]}
        words, cues = session("words.onnx").run(None, inputs)
        return words[0], cues[0]

    def link(self, words: Floats, cues: Floats, around: Around) -> tuple[Floats, Floats]:
        """See `trained.Heads.link`."""
        near = {field.name: getattr(around, field.name) for field in fields(around)}
        tags, scores = session("links.onnx").run(None, {"words": words, "cues": cues, **near})
        return tags, scores


@cache
def shipped_heads() -> ShippedHeads:
    """The heads that ship with the package."""
    known: dict[str, Any] = json.loads(resources.text("encoder/network.json"))
    labels = {name: tuple(labels) for name, labels in known["labels"].items()}
    chains = known["chains"]
    return ShippedHeads(cue_chain=_chain(chains["cue"]), link_chain=_chain(chains["link"]), labels=Labels(**labels))


def _chain(scores: dict[str, Any]) -> Chain:
    return Chain(step=np.array(scores["step"], dtype=np.float32), first=np.array(scores["first"], dtype=np.float32))
