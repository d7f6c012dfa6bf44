"""The trained network as the files that ship: ONNX graphs, the encoder's weights in eight bits, and what reads them."""

from __future__ import annotations

import json
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer
from torch import Tensor, nn

from sayso.extract.attributions.table import Labels
from training.encoder.heads import plain
from training.encoder.model import Network, Sizes

_OPSET = 18


class _States(nn.Module):
    """The encoder on one row of pieces without padding."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, pieces: Tensor) -> Tensor:
        return self.network.states(pieces)


class _Words(nn.Module):
    """Words and cue tags of one window."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.words = network.words

    def forward(self, states: Tensor, firsts: Tensor, parents: Tensor, columns: Tensor) -> tuple[Tensor, Tensor]:
        words, cues, _ = self.words(states, firsts, parents, columns, None)
        return words, cues


class _Links(nn.Module):
    """Link tags and scores of the cues of one window."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.links = network.links

    def forward(
        self, words: Tensor, cues: Tensor, branches: Tensor, distances: Tensor, rules: Tensor
    ) -> tuple[Tensor, Tensor]:
        many = words.unsqueeze(0).expand(cues.shape[0], -1, -1)
        found: tuple[Tensor, Tensor] = self.links(many, cues, branches, distances, rules, torch.ones_like(cues))
        return found


class _Meaning(nn.Module):
    """The vector of a sentence from the states of its pieces."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.meaning = network.meaning

    def forward(self, states: Tensor) -> Tensor:
        return nn.functional.normalize(self.meaning(states.mean(0)), dim=-1)


class _Factuality(nn.Module):
    """The factuality in thirds of a predicate, from the states of its pieces and of the row's first mark."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.factuality = network.factuality

    def forward(self, states: Tensor, first: Tensor) -> Tensor:
        found: Tensor = self.factuality(torch.cat([states.mean(0), first])).squeeze(-1)
        return found


def export(network: Network, sizes: Sizes, labels: Labels, tokenizer: Tokenizer, folder: Path) -> None:
    """Write the files of `network` to `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    network.eval()
    n, c, p = 12, 3, 17
    states = torch.zeros(1, p, sizes.states)
    numbers = torch.zeros(1, n, dtype=torch.long)
    ways = [torch.zeros(c, n, dtype=torch.long) for _ in range(3)]
    cues = torch.zeros(c, n)
    cues[:, 2] = 1
    pieces, words = torch.export.Dim("pieces", min=2, max=512), torch.export.Dim("words", min=2, max=512)
    count = torch.export.Dim("cues", min=1, max=512)
    _write(
        _States(network),
        {"pieces": torch.ones(1, p, dtype=torch.long)},
        {"pieces": {1: pieces}},
        ["states"],
        folder / "encoder.onnx",
    )
    _quantise(folder / "encoder.onnx")
    columns = torch.zeros(1, n, len(sizes.columns), dtype=torch.long)
    _write(
        _Words(network),
        {"states": states, "firsts": numbers, "parents": numbers.clone(), "columns": columns},
        {"states": {1: pieces}, "firsts": {1: words}, "parents": {1: words}, "columns": {1: words}},
        ["words", "cues"],
        folder / "words.onnx",
    )
    shape = {0: count, 1: words}
    _write(
        _Links(network),
        {"words": torch.zeros(n, sizes.width), "cues": cues}
        | dict(zip(("branches", "distances", "rules"), ways, strict=True)),
        {"words": {0: words}} | dict.fromkeys(("cues", "branches", "distances", "rules"), shape),
        ["tags", "scores"],
        folder / "links.onnx",
    )
    row = torch.zeros(p, sizes.states)
    _write(_Meaning(network), {"states": row}, {"states": {0: pieces}}, ["vector"], folder / "meaning.onnx")
    _write(
        _Factuality(network),
        {"states": row, "first": row[0]},
        {"states": {0: pieces}, "first": None},
        ["thirds"],
        folder / "factuality.onnx",
    )
    tokenizer.save(str(folder / "tokenizer.json"))
    chains = {name: plain(chain) for name, chain in (("cue", network.cue_chain), ("link", network.link_chain))}
    known = {
        "labels": {"dep": labels.dep, "tag": labels.tag, "ent": labels.ent},
        "chains": {
            name: {"step": _rounded(chain.step.tolist()), "first": _rounded(chain.first.tolist())}
            for name, chain in chains.items()
        },
    }
    (folder / "network.json").write_text(json.dumps(known, indent=1) + "\n", encoding="utf8")


def _rounded(numbers: object) -> object:
    if isinstance(numbers, list):
        return [_rounded(number) for number in numbers]
    return round(numbers, 5) if isinstance(numbers, float) else numbers


def _write(
    module: nn.Module,
    inputs: dict[str, Tensor],
    dynamic: dict[str, object],
    outputs: list[str],
    path: Path,
) -> None:
    with torch.no_grad():
        torch.onnx.export(
            module.eval(),
            (),
            path,
            kwargs=inputs,
            output_names=outputs,
            dynamic_shapes=dynamic,
            dynamo=True,
            opset_version=_OPSET,
            external_data=False,
            verbose=False,
        )
    model = onnx.load(path)
    # the exporter writes where its source lay: no business of those who get the file
    for node in model.graph.node:
        del node.metadata_props[:]
        node.doc_string = ""
    del model.graph.value_info[:]
    onnx.save(model, path)


def _quantise(path: Path) -> None:
    """Weights in eight bits, of which seven are used: with all eight, processors that lack VNNI overflow, and the same
    text would give other states there.
    """
    whole = path.with_suffix(".float")
    path.rename(whole)
    quantize_dynamic(
        whole,
        path,
        per_channel=True,
        reduce_range=True,
        weight_type=QuantType.QInt8,
        op_types_to_quantize=["MatMul", "Gather"],
    )
    whole.unlink()
