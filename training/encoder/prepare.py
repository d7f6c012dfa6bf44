"""From rows to what training reads: parsed once, kept beside the checkpoints."""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from transformers import PreTrainedModel

from benchmarks.rows import Row, article_report, read_rows
from sayso.extract.attributions.rules import rule_links
from sayso.extract.attributions.table import Labels, Table, parser_labels, tabulate
from sayso.extract.encoding.windows import pieces_of
from sayso.extract.encoding.words import words_of
from sayso.extract.parse import parse
from training.encoder.batches import Item
from training.encoder.gold import gold_links

Tables = list[tuple[Row, Table]]


def tables(rows: Path, kept: Path) -> Tables:
    """Each row of `rows` with its table, from the file `kept` where it is there."""
    if kept.exists():
        with kept.open("rb") as file:
            saved: tuple[Labels, Tables] = pickle.load(file)
        return saved[1]
    labels = parser_labels()
    found = [(row, _table(row, labels)) for row in read_rows(rows)]
    with kept.open("wb") as file:
        pickle.dump((labels, found), file)
    return found


def _table(row: Row, labels: Labels) -> Table:
    parsed = parse(article_report(row))
    return tabulate(parsed, words_of(parsed), rule_links(parsed)[0], labels)


def items(found: Tables, tokenizer: Tokenizer, base: PreTrainedModel) -> Iterator[Item]:
    """What training reads of each report."""
    for row, table in found:
        pieces = pieces_of(tokenizer, table.words.texts)
        yield Item(
            id=str(row["id"]),
            table=table,
            pieces=pieces,
            gold=gold_links(table, row),
            vectors=_vectors(base, tokenizer, list(_sentences(table, pieces))),
        )


def _sentences(table: Table, pieces: list[list[int]]) -> Iterator[list[int]]:
    bounds = np.flatnonzero(np.diff(table.words.sentences, prepend=-1, append=-1)).tolist()
    for start, end in pairwise(bounds):
        yield [p for word in pieces[start:end] for p in word][:126]


def _vectors(base: PreTrainedModel, tokenizer: Tokenizer, sentences: Iterable[list[int]]) -> NDArray[np.float16]:
    """Mean-pooled, normalised vectors, as the base makes them of single sentences."""
    cls, sep = tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]")
    rows = [torch.tensor([cls, *ids, sep]) for ids in sentences]
    if not rows:
        return np.zeros((0, 384), dtype=np.float16)
    order = sorted(range(len(rows)), key=lambda i: len(rows[i]))
    out = np.zeros((len(rows), 384), dtype=np.float16)
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        for at in range(0, len(order), 32):
            some = order[at : at + 32]
            ids = torch.nn.utils.rnn.pad_sequence([rows[i] for i in some], batch_first=True)
            mask = (ids != 0).long()
            states = base(input_ids=ids, attention_mask=mask).last_hidden_state.float()
            pooled = (states * mask.unsqueeze(-1)).sum(1) / mask.sum(1, keepdim=True)
            out[some] = torch.nn.functional.normalize(pooled, dim=-1).numpy().astype(np.float16)
    return out
