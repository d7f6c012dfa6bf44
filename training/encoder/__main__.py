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
from training.encoder.export import export
from training.encoder.heads import TorchHeads
from training.encoder.model import Network, Sizes
from training.encoder.prepare import Tables, items, tables
from training.encoder.train import Course, train

HELD_OUT = 42  # reports of the training rows on which floors are chosen: never trained on
FLOORS = (0.3, 0.4, 0.5, 0.6)
GOALS = ("source_exact_f1", "cue_exact_f1", "content_exact_f1", "link_f1")


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


def _keep_best(network: Network, goal: float, path: Path) -> None:
    """Keep the weights of the epoch that is best on the reports held out."""
    if not path.exists() or goal > torch.load(path, weights_only=True)["goal"]:
        torch.save({"goal": goal, "weights": network.state_dict()}, path)


def _arguments(given: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--eval", type=Path, required=True, help="folder with train/ and score.py")
    parser.add_argument("--work", type=Path, required=True, help="folder for tables, checkpoints and the log")
    shipped = Path("src/sayso/resources/encoder")
    parser.add_argument("--out", type=Path, default=shipped, help="folder of the shipped files")
    parser.add_argument("--epochs", type=int, default=Course().epochs)
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args(given)


def main(given: Sequence[str] | None = None) -> None:
    """Train, from the last checkpoint in the work folder if there is one, and write the files that ship."""
    chosen = _arguments(given)
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
    kept = chosen.work / "best.pt"
    for epoch, averaged in train(network, made, facts, tokenizer, course, chosen.work):
        figures = evaluate.attribution(TorchHeads(averaged), tokenizer, tune, chosen.eval / "score.py", FLOORS)
        r = evaluate.factuality(averaged, tokenizer, predicates)
        print(json.dumps({"epoch": epoch, "held_out": figures, "factuality_r": r}), flush=True)
        _keep_best(averaged, sum(figures[0.5][name] for name in GOALS), kept)
    network.load_state_dict(torch.load(kept, weights_only=True)["weights"])
    export(network, sizes(), parser_labels(), tokenizer, chosen.out)


if __name__ == "__main__":
    main()
