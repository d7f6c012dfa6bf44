"""Training, from checkpoint to checkpoint: an epoch's batches depend on the seed and the epoch alone."""

from __future__ import annotations

import json
import math
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from sayso.extract.encoding.windows import Window
from training.encoder.batches import LONGEST, FactBatch, Item, LinkBatch, cue_words, cut, fact_batch, link_batch
from training.encoder.model import Network

_BUCKET = 8  # batches among which windows are sorted by length
Fact = tuple[str, list[tuple[tuple[int, int], float]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """How long and how fast; rates are those at the top, behind a warm-up of `warm` of all steps."""

    epochs: int = 6
    windows: int = 16
    sentences: int = 32
    encoder_rate: float = 1e-4
    head_rate: float = 6e-4
    decay: float = 0.01
    warm: float = 0.06
    average: float = 0.995
    masked: float = 0.06
    seed: int = 20


def train(
    network: Network,
    items: Sequence[Item],
    facts: Sequence[Fact],
    tokenizer: Tokenizer,
    course: Course,
    folder: Path,
) -> Iterator[tuple[int, Network]]:
    """Train `network`, on from the checkpoint in `folder`; after each epoch, its number and the averaged network."""
    known = cue_words(items)
    averaged = AveragedModel(network, multi_avg_fn=get_ema_multi_avg_fn(course.average), use_buffers=True)
    steps = len(_batches(items, tokenizer, course.windows, random.Random(course.seed)))
    optimizer = torch.optim.AdamW(_groups(network, course), weight_decay=course.decay)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _rate(step / (steps * course.epochs), course))
    done = _resume(folder / "checkpoint.pt", network, averaged, optimizer, schedule)
    log = (folder / "log.jsonl").open("a", encoding="utf8")
    for epoch in range(done, course.epochs):
        rng = random.Random(course.seed * 1000 + epoch)
        torch.manual_seed(course.seed * 1000 + epoch)
        network.train()
        for step, drawn in enumerate(_batches(items, tokenizer, course.windows, rng)):
            start = time.monotonic()
            batch = link_batch(drawn, known, rng)
            batch = replace(batch, pieces=_masked(batch.pieces, course.masked, tokenizer))
            sentences = fact_batch(tokenizer, rng.sample(facts, course.sentences))
            parts = _losses(network, batch, sentences)
            optimizer.zero_grad()
            sum(parts.values(), torch.zeros(())).backward()  # type: ignore[no-untyped-call]
            norm = nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            averaged.update_parameters(network)
            row = {"epoch": epoch, "step": step, "seconds": round(time.monotonic() - start, 2), "norm": float(norm)}
            log.write(json.dumps(row | {name: round(part.item(), 4) for name, part in parts.items()}) + "\n")
            log.flush()
        _save(folder / "checkpoint.pt", epoch + 1, network, averaged, optimizer, schedule)
        yield epoch, cast("Network", averaged.module).eval()


def _batches(
    items: Sequence[Item], tokenizer: Tokenizer, size: int, rng: random.Random
) -> list[list[tuple[Item, Window]]]:
    """Batches of windows in a new order, their borders moved; windows of like length stand together."""
    found = [(item, w) for item in items for w in cut(tokenizer, item, rng.randint(LONGEST // 4, LONGEST))]
    rng.shuffle(found)
    near = size * _BUCKET
    found = [drawn for at in range(0, len(found), near) for drawn in sorted(found[at : at + near], key=_length)]
    batches = [found[at : at + size] for at in range(0, len(found) - size + 1, size)]
    rng.shuffle(batches)
    return batches


def _length(drawn: tuple[Item, Window]) -> int:
    return len(drawn[1].pieces)


def _masked(pieces: Tensor, share: float, tokenizer: Tokenizer) -> Tensor:
    """`pieces` with some words hidden, so that no single word is leaned on; marks and padding stay."""
    marks = [tokenizer.token_to_id(mark) for mark in ("[PAD]", "[CLS]", "[SEP]")]
    hide = (torch.rand(pieces.shape) < share) & ~torch.isin(pieces, torch.tensor(marks))
    return pieces.masked_fill(hide, tokenizer.token_to_id("[MASK]"))


def _groups(network: Network, course: Course) -> list[dict[str, object]]:
    """Parameters with their rates: the encoder learns more slowly than what starts from nothing."""
    encoder = [p for name, p in network.named_parameters() if name.startswith("encoder.")]
    heads = [p for name, p in network.named_parameters() if not name.startswith("encoder.")]
    return [{"params": encoder, "lr": course.encoder_rate}, {"params": heads, "lr": course.head_rate}]


def _rate(progress: float, course: Course) -> float:
    """Up in a line, down along a cosine."""
    if progress < course.warm:
        return progress / course.warm
    return 0.5 * (1 + math.cos(math.pi * min(1.0, (progress - course.warm) / (1 - course.warm))))


def _losses(network: Network, batch: LinkBatch, facts: FactBatch) -> dict[str, Tensor]:
    """The parts of the loss, each a mean over what it is of."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        states = network.states(batch.pieces)
        words, cues, roles = network.words(states, batch.firsts, batch.parents, batch.columns, ~batch.inside)
        tags, scores = network.links(words[batch.of], batch.marks, *batch.ways, batch.inside[batch.of].float())
        vectors = network.sentence_vectors(states, batch.sentence_share)
        known = network.predicate_factuality(network.states(facts.pieces), facts.share, facts.rows)
    inside = batch.inside[batch.of]
    links = batch.is_link.sum().clamp(min=1)
    each_role = nn.functional.cross_entropy(roles.float().transpose(1, 2), batch.role_tags, reduction="none")
    # that a wrong cue makes no link is for its score to tell; its tags teach little
    weight = batch.is_link + 0.1 * (1 - batch.is_link)
    return {
        "cue": network.cue_chain(cues.float(), batch.cue_tags, batch.inside).sum() / links,
        "role": 0.1 * (each_role * batch.inside).sum() / links,
        "link": (network.link_chain(tags.float(), batch.link_tags, inside) * weight).sum() / links,
        "score": 2 * nn.functional.binary_cross_entropy_with_logits(scores.float(), batch.is_link),
        "meaning": 2 * (1 - (vectors.float() * batch.sentence_vectors).sum(1)).mean(),
        "factuality": 5 * nn.functional.smooth_l1_loss(known.float(), facts.scores, beta=0.2),
    }


def _resume(path: Path, network: Network, averaged: AveragedModel, *others: object) -> int:
    if not path.exists():
        return 0
    state = torch.load(path, weights_only=True)
    for part, saved in zip((network, averaged, *others), state["parts"], strict=True):
        part.load_state_dict(saved)  # type: ignore[attr-defined]
    return int(state["epochs"])


def _save(path: Path, epochs: int, *parts: object) -> None:
    """Write the checkpoint beside the old one, then put it in its place: a stopped run never leaves half of one."""
    fresh = path.with_suffix(".new")
    torch.save({"epochs": epochs, "parts": [part.state_dict() for part in parts]}, fresh)  # type: ignore[attr-defined]
    fresh.replace(path)
