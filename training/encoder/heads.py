"""The network while it is trained, seen as the product sees the exported one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

import numpy as np
import torch

from sayso.extract.attributions.chain import Chain, Floats
from sayso.extract.attributions.table import Ints
from sayso.extract.attributions.trained import Around
from training.encoder import model
from training.encoder.model import Network


class TorchHeads:
    """`sayso.extract.attributions.trained.Heads` run by the network itself, in evaluation mode."""

    def __init__(self, network: Network) -> None:
        self._network = network.eval()
        self.cue_chain = plain(network.cue_chain)
        self.link_chain = plain(network.link_chain)

    def states(self, pieces: Sequence[int]) -> Floats:
        """The encoder's last states of one row of pieces."""
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            found: Floats = self._network.states(torch.tensor([pieces]))[0].float().numpy()
        return found

    def read(self, states: Floats, firsts: Ints, parents: Ints, columns: Ints) -> tuple[Floats, Floats]:
        """See `Heads`."""
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            words, cues, _ = self._network.words(
                torch.from_numpy(states)[None],
                torch.from_numpy(firsts)[None],
                torch.from_numpy(parents)[None],
                torch.from_numpy(columns)[None],
                torch.zeros(1, len(firsts), dtype=torch.bool),
            )
        return words[0].float().numpy(), cues[0].float().numpy()

    def link(self, words: Floats, cues: Floats, around: Around) -> tuple[Floats, Floats]:
        """See `Heads`."""
        rows = {name: torch.from_numpy(row) for name, row in asdict(around).items()}
        places = rows.pop("places")
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            tags, scores = self._network.links(
                torch.from_numpy(words)[places], torch.from_numpy(cues).gather(1, places), **rows
            )
        return tags.float().numpy(), scores.float().numpy()


def plain(chain: model.Chain) -> Chain:
    """The scores of `chain` as the product keeps them."""
    step, first = chain.steps()
    return Chain(step=step.detach().numpy().astype(np.float32), first=first.detach().numpy().astype(np.float32))
