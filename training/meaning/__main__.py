"""Learn what contents mean: `python -m training.meaning --work FOLDER`.

A sentence encoder that puts the statements of one claim near each other and other claims on the same event apart, by a
contrastive loss over all statements of a few events at once (Khosla et al., Supervised Contrastive Learning, NeurIPS
2020). Learnt from `groups/`, which was written for this project; where `training.meaning.teacher` has left its vectors
in the work folder, from their likenesses as well (Park et al., Relational Knowledge Distillation, CVPR 2019). After
each epoch it prints how well the statements of `tests/cases/claims` are told apart and keeps a checkpoint, from which
it goes on; at the end it writes the file that ships.
"""

from __future__ import annotations

import json
import random
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import numpy as np
import torch
import typer
from tokenizers import Tokenizer
from torch import Tensor, nn
from transformers import PreTrainedModel

from benchmarks.cases.gold import HALVES
from benchmarks.likeness import CASES, average_precision, ranking, read_events
from training.encoder.base import base_encoder, base_tokenizer
from training.encoder.export import quantised, states, written
from training.meaning.loss import contrast, imitation
from training.meaning.teacher import VECTORS
from training.meaning.wordings import batches, events, in_order

SHIPPED = Path("src/sayso/resources/encoder/meaning.onnx")
LONGEST = 64  # pieces of a statement
RATE = 5e-5


class Meaning(nn.Module):
    """Pieces of one content as its vector: the mean of its states, of length 1."""

    def __init__(self, encoder: PreTrainedModel) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, pieces: Tensor) -> Tensor:
        """The vector [width] of one row of pieces without padding."""
        return nn.functional.normalize(states(self.encoder, pieces)[0].mean(0), dim=-1)


def vectors(encoder: PreTrainedModel, tokenizer: Tokenizer, statements: Sequence[str]) -> Tensor:
    """The vectors of statements, [statements, width]."""
    return in_order([tokenizer.encode(one).ids[:LONGEST] for one in statements], lambda rows: _vectors(encoder, rows))


def _vectors(encoder: PreTrainedModel, rows: Sequence[Sequence[int]]) -> Tensor:
    pieces = nn.utils.rnn.pad_sequence([torch.tensor(row) for row in rows], batch_first=True)
    inside = (pieces != 0).float()
    with torch.autocast("cpu", dtype=torch.bfloat16):
        found = encoder(input_ids=pieces, attention_mask=inside.long()).last_hidden_state
    means = (found.float() * inside[..., None]).sum(1) / inside.sum(1, keepdim=True)
    return nn.functional.normalize(means, dim=-1)


@dataclass(frozen=True, slots=True)
class Learner:
    """What is taught, and how its weights are moved."""

    encoder: PreTrainedModel
    tokenizer: Tokenizer
    optimizer: Any
    schedule: Any


def epoch(learner: Learner, teacher: Mapping[str, Tensor], seed: int) -> float:
    """Learn from each event once, and from the `teacher`'s vectors of those of its statements that it has; the mean
    loss.
    """
    losses: list[float] = []
    learner.encoder.train()
    for statements, same in batches(events(), random.Random(seed)):
        found = vectors(learner.encoder, learner.tokenizer, statements)
        loss = contrast(found, same)
        known = [place for place, statement in enumerate(statements) if statement in teacher]
        if known:
            loss = loss + imitation(found[known], torch.stack([teacher[statements[place]] for place in known]))
        learner.optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(learner.encoder.parameters(), 1.0)
        learner.optimizer.step()
        learner.schedule.step()
        losses.append(float(loss))
    return sum(losses) / len(losses)


def taught_by(file: Path) -> dict[str, Tensor]:
    """The teacher's vectors by their statements; none where there is no such file."""
    if not file.exists():
        return {}
    with np.load(file) as kept:
        rows = torch.tensor(kept["vectors"]).float()
        return dict(zip(kept["statements"].tolist(), nn.functional.normalize(rows, dim=-1), strict=True))


def judged(encoder: PreTrainedModel, tokenizer: Tokenizer) -> dict[str, float]:
    """The average precision on the written cases."""
    encoder.eval()
    with torch.no_grad():
        return {
            half: average_precision(
                ranking(
                    read_events(CASES / f"{half}.txt"), lambda told: vectors(encoder, tokenizer, told).double().numpy()
                )
            )
            for half in HALVES
        }


def main(
    work: Annotated[Path, typer.Option(help="folder for the checkpoint and the log")],
    out: Annotated[Path, typer.Option(help="the file that ships")] = SHIPPED,
    epochs: int = 4,
    threads: int = 2,
) -> None:
    """Train, from the last checkpoint in the work folder if there is one, and write the file that ships."""
    torch.manual_seed(0)
    torch.set_num_threads(threads)
    work.mkdir(parents=True, exist_ok=True)
    encoder, tokenizer = base_encoder(), base_tokenizer()
    optimizer = torch.optim.AdamW(encoder.parameters(), lr=RATE, weight_decay=0.01)
    steps = epochs * sum(1 for _ in batches(events(), random.Random(0)))
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, steps + 1, pct_start=0.1)
    learner, teacher = Learner(encoder, tokenizer, optimizer, schedule), taught_by(work / VECTORS)
    kept, begin = work / "checkpoint.pt", 0
    if kept.exists():
        saved = torch.load(kept, weights_only=True)
        begin = saved["epochs"]
        for part, state in zip((encoder, optimizer, schedule), saved["parts"], strict=True):
            part.load_state_dict(state)
    for number in range(begin, epochs):
        started = time.time()
        loss = epoch(learner, teacher, number)
        torch.save({"epochs": number + 1, "parts": [p.state_dict() for p in (encoder, optimizer, schedule)]}, kept)
        told = {"epoch": number + 1, "loss": loss, "seconds": time.time() - started, **judged(encoder, tokenizer)}
        with (work / "log.jsonl").open("a", encoding="utf8") as log:
            print(json.dumps(told), file=log)
        print(told, flush=True)
    pieces = torch.ones(1, 9, dtype=torch.long)
    shape: dict[str, object] = {"pieces": {1: torch.export.Dim("pieces", min=2, max=512)}}
    written(Meaning(encoder), {"pieces": pieces}, shape, ["vector"], out)
    quantised(out, "Gather")


if __name__ == "__main__":
    typer.run(main)
