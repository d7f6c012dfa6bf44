"""Makes the weights by which the lines of a copied page are told: `python -m training.page.train --help`.

Needs scikit-learn, which sayso itself does not. The same files give the same weights.
"""

from __future__ import annotations

import argparse
import json
import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier

from sayso.intake.page.features import page_features
from sayso.intake.page.labels import likeliest
from sayso.intake.page.pieces import whole_lines
from training.page.label_lines import body_f1, label_lines
from training.page.lay_trees import lay_trees

Floats = NDArray[np.float32]

FOLDS = 4
ALIGNED = 0.85  # F1 that the labelled lines must reach against the body: below, the alignment failed
BELIEVED = (
    0.75  # F1 of a silver page under a model that has not seen its site: below, the silver body is taken for wrong
)
GOLD_WEIGHT = 7.5  # a line of a gold page against one of a silver page
SEEDS = (0, 1)  # the shipped weights are the mean of models with these seeds
PLAIN_SHARE = 0.2  # of chrome lines of up to four words this share is kept, at a weight that makes up for it


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page to train on."""

    site: str
    gold: bool
    texts: tuple[str, ...]
    labels: NDArray[np.int64]
    features: Floats
    body: str


def site(row_id: str) -> str:
    """Whose page it is, so that no site is in training and test: a Fundus publisher, a domain, else the page itself."""
    fundus = re.match(r"fundus/(\w+?)_\d", row_id)
    domain = re.match(r"silver/(?:www\.)?([a-z0-9-]+\.[a-z.]+?)[-.][A-Za-z-]+\.html", row_id)
    found = fundus or domain
    return found[1].lower() if found else row_id


def pages(path: Path, *, gold: bool) -> Iterator[Page]:
    """The usable pages of a file of rows with `id`, `page_text` and `body`, each id once."""
    seen: set[str] = set()
    for row in map(json.loads, path.read_text(encoding="utf8").strip().split("\n")):
        lines = whole_lines(row["page_text"])
        if not lines or row["id"] in seen:
            continue
        seen.add(row["id"])
        texts = tuple(line.text for line in lines)
        labels = np.array(label_lines(texts, row["body"]))
        told = "\n".join(text for text, label in zip(texts, labels, strict=True) if label)
        if gold or (labels.sum() >= 3 and body_f1(row["body"], told) >= ALIGNED):
            features = page_features(lines).astype(np.float32)
            yield Page(site=site(row["id"]), gold=gold, texts=texts, labels=labels, features=features, body=row["body"])


def fit(train: Sequence[Page], seed: int) -> Any:
    """Boosted trees on all lines; long lines and gold pages weigh more, plain chrome is thinned."""
    chance = np.random.RandomState(seed)
    rows, labels, weights = [], [], []
    for page in train:
        plain = (page.features[:, 1] <= 4) & (page.labels == 0)
        kept = ~plain | (chance.rand(len(plain)) < PLAIN_SHARE)
        length = np.minimum(page.features[:, 0], 600) ** 0.5
        weight = length / length.sum() ** 0.5 * np.where(plain, 1 / PLAIN_SHARE, 1.0)
        rows.append(page.features[kept])
        labels.append(page.labels[kept])
        weights.append((weight * (GOLD_WEIGHT if page.gold else 1.0))[kept])
    joined = np.concatenate(weights)
    model = HistGradientBoostingClassifier(
        max_iter=90, max_leaf_nodes=24, max_depth=6, learning_rate=0.1, min_samples_leaf=40, l2_regularization=3.0,
        max_features=0.3, early_stopping=False, random_state=seed,
    )  # fmt: skip
    return model.fit(np.vstack(rows), np.concatenate(labels), sample_weight=joined / joined.mean())


def unseen(data: Sequence[Page]) -> list[Floats]:
    """What a model says of each page that has seen no page of its site."""
    fold = [zlib.crc32(page.site.encode()) % FOLDS for page in data]
    out: list[Floats] = [np.zeros(0, dtype=np.float32)] * len(data)
    for held in range(FOLDS):
        model = fit([page for page, own in zip(data, fold, strict=True) if own != held], SEEDS[0])
        for at in (at for at in range(len(data)) if fold[at] == held):
            out[at] = model.predict_proba(data[at].features)[:, 1]
    return out


def score(page: Page, belief: Floats) -> float:
    """F1 of the lines that the belief gives against the page's body."""
    marks = likeliest(np.array([len(text) for text in page.texts]), belief.astype(np.float64))
    return body_f1(page.body, "\n".join(text for text, mark in zip(page.texts, marks, strict=True) if mark))


def main() -> None:
    """Read pages, leave out those whose silver body seems wrong, write the weights, print what they reach."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--silver", type=Path, required=True, help="rows whose body was found by a program")
    parser.add_argument("--gold", type=Path, required=True, help="rows whose body was found by people")
    parser.add_argument("--out", type=Path, required=True, help="the file of weights to write")
    options = parser.parse_args()
    data = [*pages(options.gold, gold=True), *pages(options.silver, gold=False)]
    reached = [score(page, belief) for page, belief in zip(data, unseen(data), strict=True)]
    kept = [page for page, f1 in zip(data, reached, strict=True) if page.gold or f1 >= BELIEVED]
    lay_trees([fit(kept, seed) for seed in SEEDS], options.out)
    gold = [f1 for page, f1 in zip(data, reached, strict=True) if page.gold]
    print(f"{len(data)} pages, {len(kept)} kept")
    print(f"body F1 {100 * np.mean(gold):.1f} on {len(gold)} gold pages by models that saw no page of their sites")


if __name__ == "__main__":
    main()
