"""Learn the head of `sayso.extract.events.head`: what somebody does to somebody, from the encoder's states.

usage: python -m training.events --eval FOLDER [--out FILE]

Learnt from the event rows of FOLDER/dev, the only ones there are, and from the phrases beside this file, with names
filled in. Prints what five folds of the rows give (each answered by a head that saw none of its fold), with the rules
alone beside it, then fits on all and writes. The project's own sentences (`benchmarks events`) take no part. Minutes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import numpy as np
import typer
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import StratifiedKFold

from benchmarks.predict import parsed_text
from benchmarks.rows import read_rows
from sayso.extract.encoding.encoder import encode
from sayso.extract.events.head import NOTHING, Weights, traits, weighed
from sayso.extract.events.step import codes_between
from sayso.model import Span
from training.events.phrases import Told, told_phrases

Floats = NDArray[np.float32]

ROOTS_OF_YIELD = ("CONCEDE", "RETREAT")  # which the rows do not tell apart
PHRASE = 0.3  # what a made-up sentence counts beside a row
RULES = 4.0  # how much less the rules' answer is shrunk than the states
SHRINKING = 0.02  # scikit-learn's C
FOLDS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A row each: traits, what the rules say, the root that is right."""

    traits: Floats
    said: NDArray[np.str_]
    right: NDArray[np.str_]

    def part(self, chosen: NDArray[np.bool_]) -> Table:
        """The chosen rows."""
        return Table(traits=self.traits[chosen], said=self.said[chosen], right=self.right[chosen])


def main(
    evaluation: Annotated[Path, typer.Option("--eval", help="folder with dev/event.jsonl")],
    out: Annotated[Path, typer.Option(help="the file to write")] = Path("src/sayso/resources/events/head.npz"),
) -> None:
    """Print the folds' figures, fit on all, write."""
    rows = _table(_told_rows(evaluation / "dev" / "event.jsonl"))
    made = _table(told_phrases())
    print(f"{len(rows.right)} rows, {len(made.right)} made-up sentences")
    answers = np.empty(len(rows.right), dtype=rows.right.dtype)
    for learnt, asked in StratifiedKFold(FOLDS, shuffle=True, random_state=0).split(rows.traits, rows.right):
        fitted = fit(rows.part(np.isin(np.arange(len(answers)), learnt)), made)
        answers[asked] = [_deed(fitted, rows.traits[i], rows.said[i]) for i in asked]
    print("rules alone  ", _figures(rows.right, rows.said))
    print("by the folds ", _figures(rows.right, answers))
    apart = fit(made, made)
    unseen = [_deed(apart, row, said) for row, said in zip(rows.traits, rows.said, strict=True)]
    print("phrases alone", _figures(rows.right, unseen))
    write(fit(rows, made), out)


def _told_rows(path: Path) -> Iterator[Told]:
    for row in read_rows(path):
        actor, recipient = (Span(*row[role]) if row.get(role) else None for role in ("actor", "recipient"))
        yield Told(text=row["text"], actor=actor, recipient=recipient, root=row["plover"])


def _table(told: Iterator[Told]) -> Table:
    columns, said, right = [], [], []
    for one in told:
        parsed = parsed_text(one.text)
        encoding = encode(parsed)
        row = traits(encoding, one.actor, one.recipient)
        if row is None:
            continue
        codes = codes_between(parsed.passages[0], one.actor, one.recipient)
        rules = codes[0].plover if codes else NOTHING
        columns.append(row)
        said.append(rules)
        right.append(_apart(one.root, rules))
    return Table(traits=np.stack(columns), said=np.array(said), right=np.array(right))


def _apart(root: str, rules: str) -> str:
    """YIELD as one of the two roots that the rows fold into it: the rules', else the commoner."""
    if root != "YIELD":
        return root
    return rules if rules in ROOTS_OF_YIELD else ROOTS_OF_YIELD[0]


def fit(rows: Table, made: Table) -> Weights:
    """Softmax regression on standardised traits and the rules' answer."""
    columns = np.concatenate([rows.traits, made.traits])
    right = np.concatenate([rows.right, made.right])
    said = np.concatenate([rows.said, made.said])
    middle, spread = columns.mean(axis=0), columns.std(axis=0) + 1e-6
    roots = tuple(sorted({*right.tolist(), NOTHING}))
    asked = np.hstack([(columns - middle) / spread, RULES * _marks(said, roots)])
    shares = np.concatenate([np.ones(len(rows.right)), np.full(len(made.right), PHRASE)])
    fitted = LogisticRegression(C=SHRINKING, max_iter=150).fit(asked, right, sample_weight=shares)
    if fitted.classes_.tolist() != list(roots):
        raise ValueError(f"learnt {fitted.classes_.tolist()}, not {roots}")
    width = columns.shape[1]
    states = fitted.coef_[:, :width].T / spread[:, None]
    return Weights(
        roots=roots,
        states=states.astype(np.float32),
        rules=(RULES * fitted.coef_[:, width:].T).astype(np.float32),
        constant=(fitted.intercept_ - middle @ states).astype(np.float32),
    )


def _marks(said: NDArray[np.str_], roots: Sequence[str]) -> Floats:
    marks: Floats = (said[:, None] == np.array(roots)[None, :]).astype(np.float32)
    return marks


def _deed(weights: Weights, row: Floats, said: str) -> str:
    likely = weighed(weights, row, said)
    return max((root for root in likely if root != NOTHING), key=likely.__getitem__)


def _figures(right: Sequence[str] | NDArray[np.str_], said: Sequence[str] | NDArray[np.str_]) -> str:
    """Macro F1 over the roots as the rows fold them, and accuracy, in percent."""
    folded = [np.array(["YIELD" if root in ROOTS_OF_YIELD else root for root in roots]) for roots in (right, said)]
    labels = sorted(set(folded[0].tolist()))
    macro = f1_score(folded[0], folded[1], labels=labels, average="macro", zero_division=0)
    return f"macro F1 {100 * macro:.1f}  accuracy {100 * float(np.mean(folded[0] == folded[1])):.1f}"


def write(weights: Weights, path: Path) -> None:
    """Write `weights` in half precision."""
    np.savez_compressed(
        path,
        roots=np.array(weights.roots),
        states=weights.states.astype(np.float16),
        rules=weights.rules.astype(np.float16),
        constant=weights.constant,
    )


if __name__ == "__main__":
    typer.run(main)
