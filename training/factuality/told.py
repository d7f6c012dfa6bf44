"""Weigh syntax, cue words and the encoder's head against each other: the trees of `sayso.extract.factuality.told`.

usage: python -m training.factuality.told --eval FOLDER [--out FILE]

Learnt from the factuality rows of FOLDER/train, from the open half of the project's own sentences of news, and from
sentences of FOLDER/train/attribution.jsonl that nobody has rated: there the rules stand in for raters, so that in news
the trees keep to the cue words, and to the head only where it was learnt. Texts are not kept. A few minutes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Annotated

import numpy as np
import typer
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingRegressor
from spacy.tokens import Token

from benchmarks.meaning.sentences import read_sentences
from benchmarks.predict import one_block
from benchmarks.rows import read_rows
from sayso.extract.encoding.encoder import Encoding, encode
from sayso.extract.encoding.heads import told_as_fact
from sayso.extract.events.codes import noun_code
from sayso.extract.factuality.traits import REGISTER, WIDTH, traits
from sayso.extract.parse import Passage, language_model, parse_all
from sayso.extract.syntax import VERBAL
from sayso.model import Span
from training.page.lay_trees import lay_trees

Floats = NDArray[np.float64]
Asked = tuple[Span, float]  # a predicate and its degree

SENTENCES = 3_500  # of news that nobody has rated
# What one predicate of unrated news, of our own, and of our own dealt registers of news counts beside a rated one.
UNRATED, OWN, DEALT_OWN = 0.6, 30.0, 10.0
SHARE_OF_RULES = 0.8  # in unrated news the rules have it, the head gets the rest
LEAST, MOST = 40, 700  # characters of a paragraph that is taken
RULES = 2  # the column of the innermost source's degree
DEALT = 5  # how many registers each of our own sentences is given
HELD = 40  # one sentence in so many was kept from the encoder too: figures are taken on these


def main(
    evaluation: Annotated[Path, typer.Option("--eval", help="folder with train/")],
    out: Annotated[Path, typer.Option(help="the file to write")] = Path("src/sayso/resources/factuality/told.npz"),
) -> None:
    """Fit the trees, write them, print Pearson's r where nothing was learnt."""
    rated = list(_rated(evaluation / "train" / "factuality.jsonl"))
    taught = _table([sentence for i, sentence in enumerate(rated) if i % HELD])
    held = _table(rated[::HELD])
    news = _unrated(islice(_news(evaluation / "train" / "attribution.jsonl"), SENTENCES))
    own = {half: _own(half) for half in ("open", "held")}
    dealt = _dealt(own["open"], news)
    fitted = _fit([(taught, 1.0), (news, UNRATED), (own["open"], OWN), (dealt, DEALT_OWN / DEALT)])
    lay_trees([fitted], out)
    print(f"{len(taught[1])} rated, {len(news[1])} unrated, {len(own['open'][1])} own predicates")
    for name, (columns, gold) in {"rated, held": held, "own, open": own["open"], "own, held": own["held"]}.items():
        said = fitted.predict(columns)
        three = ((said, "together"), (columns[:, 0], "head"), (columns[:, RULES], "rules"))
        print(f"{name:12}", *(f"{who} {np.corrcoef(one, gold)[0, 1]:.3f}" for one, who in three))


Table = tuple[Floats, Floats]  # columns and degrees


def _fit(parts: Sequence[tuple[Table, float]]) -> HistGradientBoostingRegressor:
    trees = HistGradientBoostingRegressor(
        max_iter=250, learning_rate=0.06, max_leaf_nodes=12, min_samples_leaf=20, l2_regularization=1.0, random_state=1
    )
    weights = [np.full(len(degrees), weight) for (_, degrees), weight in parts]
    columns, degrees = (np.concatenate([table[i] for table, _ in parts]) for i in (0, 1))
    return trees.fit(columns, degrees, sample_weight=np.concatenate(weights))


def _rated(path: Path) -> Iterator[tuple[str, list[Asked]]]:
    """Each sentence once, with its predicates."""
    found: dict[str, list[Asked]] = {}
    for row in read_rows(path):
        found.setdefault(row["text"], []).append((Span(*row["span"]), float(row["score"])))
    yield from found.items()


def _news(path: Path) -> Iterator[str]:
    """Sentences of every third paragraph of news."""
    lines = (line for row in read_rows(path) for line in row["text"].splitlines() if LEAST < len(line) < MOST)
    for doc in language_model().pipe(islice(lines, 0, None, 9), batch_size=64):
        yield from (sentence.text for sentence in doc.sents)


def _unrated(texts: Iterable[str]) -> Table:
    """Every verb and every noun of a deed, with what the rules say of it, and the head a little."""
    columns = np.concatenate([_columns(passage, head, _deeds(passage)) for passage, head in _read(texts)])
    return columns, SHARE_OF_RULES * columns[:, RULES] + (1 - SHARE_OF_RULES) * columns[:, 0]


def _deeds(passage: Passage) -> Iterator[Token]:
    for token in passage.doc:
        helper = token.dep_ in {"aux", "auxpass", "amod"}
        if (token.pos_ in VERBAL and not helper) or (token.pos_ == "NOUN" and noun_code(token) is not None):
            yield token


def _table(sentences: Sequence[tuple[str, Sequence[Asked]]]) -> Table:
    rows, degrees = [], []
    for (passage, encoding), (_, asked) in zip(_read(text for text, _ in sentences), sentences, strict=True):
        tokens = [passage.tokens(span) for span, _ in asked]
        rows.append(_columns(passage, encoding, [found.root for found in tokens if found is not None]))
        degrees += [degree for found, (_, degree) in zip(tokens, asked, strict=True) if found is not None]
    return np.concatenate(rows), np.array(degrees)


def _read(texts: Iterable[str]) -> Iterator[tuple[Passage, Encoding]]:
    for parsed in parse_all(one_block(text) for text in texts):
        yield parsed.passages[0], encode(parsed)


def _columns(passage: Passage, encoding: Encoding, tokens: Iterable[Token]) -> Floats:
    rows = [traits(token, told_as_fact(encoding, passage.span(token)) or 0.0) for token in tokens]
    return np.array(rows, dtype=np.float64).reshape(len(rows), WIDTH)


def _own(half: str) -> Table:
    return _table([(sentence.text, sentence.predicates) for sentence in read_sentences() if sentence.half == half])


def _dealt(own: Table, news: Table) -> Table:
    """Our own predicates as if they stood in sentences of news: ours are shorter and name fewer."""
    chance = np.random.default_rng(1)
    columns = np.tile(own[0], (DEALT, 1))
    columns[:, -REGISTER:] = news[0][chance.integers(len(news[0]), size=len(columns)), -REGISTER:]
    return columns, np.tile(own[1], DEALT)


if __name__ == "__main__":
    typer.run(main)
