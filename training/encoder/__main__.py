"""`python -m training.encoder --eval FOLDER --work FOLDER`: train the encoder and its heads."""

from __future__ import annotations

import argparse
import json
import pickle
import random
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import torch
from tokenizers import Tokenizer

from benchmarks.rows import read_rows
from sayso.extract.attributions.pairs import DISTANCES, RULES, branch_count
from sayso.extract.attributions.table import parser_labels
from training.encoder import evaluate
from training.encoder.base import base_encoder, base_tokenizer
from training.encoder.batches import Item, fact_sentences
from training.encoder.heads import TorchHeads
from training.encoder.model import Network, Sizes
from training.encoder.prepare import Tables, items, tables
from training.encoder.train import Course, train

HELD_OUT = 42  # reports of the training rows on which floors are chosen: never trained on
FLOORS = (0.3, 0.4, 0.5, 0.6)


def sizes() -> Sizes:
    """Sizes that fit the installed parser."""
    labels = parser_labels()
    return Sizes(
        columns=labels.sizes(),
        branches=branch_count(len(labels.dep)),
        distances=DISTANCES,
        rules=RULES,
    )


def split(found: Tables) -> tuple[Tables, Tables]:
    """Rows to train on, and rows held out of the training rows."""
    order = list(range(len(found)))
    random.Random(7).shuffle(order)
    return [found[i] for i in sorted(order[HELD_OUT:])], [found[i] for i in sorted(order[:HELD_OUT])]


def _items(found: Tables, tokenizer: Tokenizer, kept: Path) -> list[Item]:
    if kept.exists():
        with kept.open("rb") as file:
            saved: list[Item] = pickle.load(file)
        return saved
    made = list(items(found, tokenizer, base_encoder().eval()))
    with kept.open("wb") as file:
        pickle.dump(made, file)
    return made


def main(arguments: Sequence[str] | None = None) -> None:
    """Train, from the last checkpoint in the work folder if there is one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--eval", type=Path, required=True, help="folder with train/, dev/ and score.py")
    parser.add_argument("--work", type=Path, required=True, help="folder for tables, checkpoints and the log")
    parser.add_argument("--epochs", type=int, default=Course().epochs)
    parser.add_argument("--threads", type=int, default=2)
    chosen = parser.parse_args(arguments)
    torch.set_num_threads(chosen.threads)
    chosen.work.mkdir(parents=True, exist_ok=True)
    tokenizer = base_tokenizer()
    learn, tune = split(tables(chosen.eval / "train/attribution.jsonl", chosen.work / "tables.pkl"))
    course = Course(epochs=chosen.epochs)
    torch.manual_seed(course.seed)
    network = Network(base_encoder(), sizes())
    facts = fact_sentences(read_rows(chosen.eval / "train/factuality.jsonl"))
    held, facts = facts[::40], [fact for i, fact in enumerate(facts) if i % 40]
    predicates = [{"text": text, "span": span, "score": score} for text, found in held for span, score in found]
    print(json.dumps(asdict(course)), flush=True)
    made = _items(learn, tokenizer, chosen.work / "items.pkl")
    for epoch, averaged in train(network, made, facts, tokenizer, course, chosen.work):
        torch.save(averaged.state_dict(), chosen.work / "averaged.pt")
        figures = evaluate.attribution(TorchHeads(averaged), tokenizer, tune, chosen.eval / "score.py", FLOORS)
        r = evaluate.factuality(averaged, tokenizer, predicates)
        print(json.dumps({"epoch": epoch, "held_out": figures, "factuality_r": r}), flush=True)


if __name__ == "__main__":
    main()
