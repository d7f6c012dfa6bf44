"""Learn what contents mean: `python -m training.meaning --work FOLDER`.

A sentence encoder that puts the statements of one claim near each other and other claims on the same event apart, by a
contrastive loss over all statements of a few events at once (Khosla et al., Supervised Contrastive Learning, NeurIPS
2020). Learnt from `groups/`, which was written for this project. After each epoch it prints how well the statements of
`tests/cases/claims` are told apart and keeps a checkpoint, from which it goes on; at the end it writes the file that
ships.
"""

from __future__ import annotations

import json
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, Any

import torch
import typer
from tokenizers import Tokenizer
from torch import Tensor, nn
from transformers import PreTrainedModel

from benchmarks.cases.gold import HALVES
from benchmarks.likeness import CASES, Event, average_precision, ranking, read_events
from training.encoder.base import base_encoder, base_tokenizer
from training.encoder.export import quantised, states, written
from training.meaning.loss import contrast

GROUPS = Path(__file__).parent / "groups"
SHIPPED = Path("src/sayso/resources/encoder/meaning.onnx")
LONGEST = 64  # pieces of a statement
AT_ONCE = 32  # statements of like length that are encoded together
EVENTS = 3  # of a batch
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
    rows = [tokenizer.encode(statement).ids[:LONGEST] for statement in statements]
    order = sorted(range(len(rows)), key=lambda row: len(rows[row]))
    parts = [_vectors(encoder, [rows[i] for i in order[at : at + AT_ONCE]]) for at in range(0, len(order), AT_ONCE)]
    return torch.cat(parts)[torch.argsort(torch.tensor(order))]


def _vectors(encoder: PreTrainedModel, rows: Sequence[Sequence[int]]) -> Tensor:
    pieces = nn.utils.rnn.pad_sequence([torch.tensor(row) for row in rows], batch_first=True)
    inside = (pieces != 0).float()
    with torch.autocast("cpu", dtype=torch.bfloat16):
        found = encoder(input_ids=pieces, attention_mask=inside.long()).last_hidden_state
    means = (found.float() * inside[..., None]).sum(1) / inside.sum(1, keepdim=True)
    return nn.functional.normalize(means, dim=-1)


def batches(events: Sequence[Event], rng: random.Random) -> Iterator[tuple[list[str], Tensor]]:
    """Statements of a few events at once, and which of them are of one claim [statements, statements]."""
    drawn = rng.sample(events, len(events))
    for at in range(0, len(drawn) - EVENTS + 1, EVENTS):
        told = [
            (statement, {(number, claim) for claim in claims})
            for number, event in enumerate(drawn[at : at + EVENTS])
            for statement, claims in event.statements.items()
        ]
        yield [statement for statement, _ in told], torch.tensor([[bool(a & b) for _, b in told] for _, a in told])


def epoch(encoder: PreTrainedModel, tokenizer: Tokenizer, optimizer: Any, schedule: Any, seed: int) -> float:
    """Learn from each event once; the mean loss."""
    events = [event for file in sorted(GROUPS.glob("*.txt")) for event in read_events(file)]
    losses: list[float] = []
    encoder.train()
    for statements, same in batches(events, random.Random(seed)):
        loss = contrast(vectors(encoder, tokenizer, statements), same)
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(encoder.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        losses.append(float(loss))
    return sum(losses) / len(losses)


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
    steps = epochs * (sum(len(read_events(file)) for file in GROUPS.glob("*.txt")) // EVENTS)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, steps + 1, pct_start=0.1)
    kept, begin = work / "checkpoint.pt", 0
    if kept.exists():
        saved = torch.load(kept, weights_only=True)
        begin = saved["epochs"]
        for part, state in zip((encoder, optimizer, schedule), saved["parts"], strict=True):
            part.load_state_dict(state)
    for number in range(begin, epochs):
        started = time.time()
        loss = epoch(encoder, tokenizer, optimizer, schedule, number)
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
