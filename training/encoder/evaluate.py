"""Figures while training, by the scorer that comes with the rows."""

from __future__ import annotations

import runpy
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer

from benchmarks.rows import Row
from sayso.extract.attributions.table import Table
from sayso.extract.attributions.trained import Found, read_window
from sayso.extract.encoding.windows import pieces_of, windows
from training.encoder.batches import fact_batch, fact_sentences
from training.encoder.heads import TorchHeads
from training.encoder.model import Network


def read_table(heads: TorchHeads, tokenizer: Tokenizer, table: Table) -> list[Found]:
    """What the model weighs as links of a report."""
    words = table.words
    cuts = windows(tokenizer, pieces_of(tokenizer, words.texts), words.sentences.tolist(), words.passages.tolist())
    return [link for window in cuts for link in read_window(heads, table, window, heads.states(window.pieces))]


def answer(row: Row, table: Table, found: Sequence[Found], floor: float) -> Row:
    """The scorer's row: the links that are at least as likely as `floor`."""

    def spans(stretches: Sequence[tuple[int, int]]) -> list[list[int]]:
        return [list(table.words.span(start, end)) for start, end in stretches]

    links = [
        {"source": spans(link.source) or None, "cue": spans([link.cue]), "content": spans(link.content)}
        for link in found
        if link.score >= floor
    ]
    return {"id": row["id"], "attributions": links}


def attribution(
    heads: TorchHeads, tokenizer: Tokenizer, tables: Sequence[tuple[Row, Table]], scorer: Path, floors: Sequence[float]
) -> dict[float, dict[str, float]]:
    """The scorer's figures for the model's links alone, at each floor."""
    score = runpy.run_path(str(scorer))["attribution"]
    read = [(row, table, read_table(heads, tokenizer, table)) for row, table in tables]
    return {floor: score([(row, answer(row, table, found, floor)) for row, table, found in read]) for floor in floors}


def factuality(network: Network, tokenizer: Tokenizer, rows: Sequence[dict[str, Any]]) -> float:
    """Pearson's r of the factuality of predicates."""
    gold: list[float] = []
    said: list[float] = []
    sentences = fact_sentences(rows)
    network.eval()
    for at in range(0, len(sentences), 32):
        batch = fact_batch(tokenizer, sentences[at : at + 32])
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            found = network.predicate_factuality(network.states(batch.pieces), batch.share, batch.rows)
        gold += batch.scores.tolist()
        said += found.float().tolist()
    return float(np.corrcoef(gold, said)[0, 1])
