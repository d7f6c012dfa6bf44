"""The trained network as the files that ship: ONNX graphs, the encoder's weights in eight bits, and what reads them."""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer
from torch import Tensor, nn
from transformers import PreTrainedModel

from sayso.extract.attributions.table import Labels
from training.encoder.heads import plain
from training.encoder.model import Network, Sizes

_OPSET = 20  # the first with an operator for GELU


class _States(nn.Module):
    """The encoder on one row of pieces."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.encoder = network.encoder

    def forward(self, pieces: Tensor) -> Tensor:
        return states(self.encoder, pieces)


class _Words(nn.Module):
    """Words and cue tags of one window."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.words = network.words

    def forward(self, states: Tensor, firsts: Tensor, parents: Tensor, columns: Tensor) -> tuple[Tensor, Tensor]:
        words, cues, _ = self.words(states, firsts, parents, columns, None)
        return words, cues


class _MixAsProduct(nn.Module):
    """A `Mix` as a product of matrices, which ONNX Runtime can do in eight bits."""

    def __init__(self, mix: nn.Conv1d) -> None:
        super().__init__()
        self.side, self.steps = mix.kernel_size[0] // 2, mix.kernel_size[0]
        self.weight = nn.Parameter(mix.weight.detach().permute(2, 1, 0).reshape(-1, mix.out_channels).clone())
        self.bias = mix.bias

    def forward(self, words: Tensor) -> Tensor:
        wide = nn.functional.pad(words, (0, 0, self.side, self.side))
        beside = torch.cat([wide[:, at : at + words.shape[1]] for at in range(self.steps)], -1)
        return beside @ self.weight + self.bias


class _Links(nn.Module):
    """Link tags and scores of the cues of one window, from the words around each."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.links = deepcopy(network.links)
        self.links.mix = nn.ModuleList(_MixAsProduct(mix) for mix in network.links.mix)

    def forward(  # noqa: PLR0913, PLR0917 - the names of the inputs of the file
        self,
        words: Tensor,
        cues: Tensor,
        places: Tensor,
        inside: Tensor,
        branches: Tensor,
        distances: Tensor,
        rules: Tensor,
    ) -> tuple[Tensor, Tensor]:
        links = self.links
        cue = links.cue((cues / cues.sum(1, keepdim=True)) @ words)
        found: tuple[Tensor, Tensor] = links.weigh(links.word(words)[places], cue, branches, distances, rules, inside)
        return found


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
    n, c, k, p = 12, 3, 7, 17
    states = torch.zeros(1, p, sizes.states)
    numbers = torch.zeros(1, n, dtype=torch.long)
    cues = torch.zeros(c, n)
    cues[:, 2] = 1
    pieces, words = torch.export.Dim("pieces", min=2, max=512), torch.export.Dim("words", min=2, max=512)
    count, near = torch.export.Dim("cues", min=1, max=512), torch.export.Dim("near", min=2, max=512)
    written(
        _States(network),
        {"pieces": torch.ones(1, p, dtype=torch.long)},
        {"pieces": {1: pieces}},
        ["states"],
        folder / "encoder.onnx",
    )
    quantised(folder / "encoder.onnx", "Gather")
    columns = torch.zeros(1, n, len(sizes.columns), dtype=torch.long)
    written(
        _Words(network),
        {"states": states, "firsts": numbers, "parents": numbers.clone(), "columns": columns},
        {"states": {1: pieces}, "firsts": {1: words}, "parents": {1: words}, "columns": {1: words}},
        ["words", "cues"],
        folder / "words.onnx",
    )
    quantised(folder / "words.onnx", "Gemm")
    ways = {name: torch.zeros(c, k, dtype=torch.long) for name in ("places", "branches", "distances", "rules")}
    written(
        _Links(network),
        {"words": torch.zeros(n, sizes.width), "cues": cues, "inside": torch.ones(c, k), **ways},
        {"words": {0: words}, "cues": {0: count, 1: words}} | {name: {0: count, 1: near} for name in (*ways, "inside")},
        ["tags", "scores"],
        folder / "links.onnx",
    )
    quantised(folder / "links.onnx")
    row = torch.zeros(p, sizes.states)
    written(
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


def states(encoder: PreTrainedModel, pieces: Tensor) -> Tensor:
    """The states of one row of pieces without padding, with one operator for all that attention is: no mask, fewer
    passes over the numbers.
    """
    found: Tensor = encoder.embeddings(input_ids=pieces)
    for layer in encoder.encoder.layer:
        own = layer.attention.self
        rows = [part(found) for part in (own.query, own.key, own.value)]
        seen = torch.onnx.ops.symbolic(
            "com.microsoft::MultiHeadAttention",
            rows,
            {"num_heads": encoder.config.num_attention_heads},
            dtype=found.dtype,
            shape=found.shape,
        )
        found = layer.attention.output(seen, found)
        found = layer.output(layer.intermediate(found), found)
    return found


def _rounded(numbers: object) -> object:
    if isinstance(numbers, list):
        return [_rounded(number) for number in numbers]
    return round(numbers, 5) if isinstance(numbers, float) else numbers


def written(
    module: nn.Module,
    inputs: dict[str, Tensor],
    dynamic: dict[str, object],
    outputs: list[str],
    path: Path,
) -> None:
    """Write `module` as an ONNX graph, with the names of its inputs and which of their sizes vary."""
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


def quantised(path: Path, *others: str) -> None:
    """Weights of products, and of `others`, in eight bits, of which seven are used: with all eight, processors that
    lack VNNI overflow, and the same text would give other states there.
    """
    whole = path.with_suffix(".float")
    path.rename(whole)
    quantize_dynamic(
        whole,
        path,
        per_channel=True,
        reduce_range=True,
        weight_type=QuantType.QInt8,
        op_types_to_quantize=["MatMul", *others],
        # what stands behind an operator of ONNX Runtime's own has no type that the tool can tell
        extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
    )
    whole.unlink()
