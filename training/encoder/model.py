"""The network: a small sentence encoder, and heads for attribution, factuality and sentence vectors on its states."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from transformers import PreTrainedModel

CUE_TAGS, LINK_TAGS = 3, 5  # O B I; O, B and I of the source, B and I of the content
FORBIDDEN = -1e4


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """How many values each table column and each kind of pair may take, and the widths of the heads."""

    columns: tuple[int, ...]
    branches: int
    distances: int
    rules: int
    states: int = 384
    width: int = 256
    pair_width: int = 128


class Words(nn.Module):
    """States of words from states of pieces and the table's columns, and the tags that need no cue."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.own = nn.Linear(sizes.states, sizes.width)
        self.parent = nn.Linear(sizes.states, sizes.width)
        self.columns = nn.ModuleList(nn.Embedding(n, sizes.width) for n in sizes.columns)
        self.parent_columns = nn.ModuleList(nn.Embedding(n, sizes.width) for n in sizes.columns[:2])
        self.norm = nn.LayerNorm(sizes.width)
        layer = nn.TransformerEncoderLayer(
            sizes.width, 4, 2 * sizes.width, dropout=0.1, activation="gelu", batch_first=True, norm_first=True
        )
        self.layers = nn.TransformerEncoder(layer, 2, enable_nested_tensor=False)
        self.cue = nn.Linear(sizes.width, CUE_TAGS)
        self.roles = nn.Linear(sizes.width, LINK_TAGS)
        self.drop = nn.Dropout(0.15)
        for parameter in (*self.columns.parameters(), *self.parent_columns.parameters()):
            nn.init.normal_(parameter, std=0.05)

    def forward(
        self, states: Tensor, firsts: Tensor, parents: Tensor, columns: Tensor, padding: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Words, cue tags and role tags of `states` [windows, pieces, states]; `padding` is true where no word is."""
        spread = firsts.unsqueeze(-1).expand(-1, -1, states.shape[-1])
        own = self.drop(states.gather(1, spread))
        above = own.gather(1, parents.unsqueeze(-1).expand_as(own))
        mixed = self.own(own) + self.parent(above)
        for i, table in enumerate(self.columns):
            mixed = mixed + table(columns[:, :, i])
        for i, table in enumerate(self.parent_columns):
            mixed = mixed + table(columns[:, :, i].gather(1, parents))
        words = self.layers(self.norm(mixed), src_key_padding_mask=padding)
        return words, self.cue(self.drop(words)), self.roles(self.drop(words))


class Mix(nn.Conv1d):
    """A convolution over the words of [rows, words, width]."""

    def forward(self, words: Tensor) -> Tensor:
        """Each word mixed with those beside it."""
        return super().forward(words.transpose(1, 2)).transpose(1, 2)


class Links(nn.Module):
    """For one cue, which words are its source and its content, and whether it makes a link at all."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        width = sizes.pair_width
        self.word = nn.Linear(sizes.width, width)
        self.cue = nn.Linear(sizes.width, width)
        self.branch = nn.Embedding(sizes.branches, width)
        self.distance = nn.Embedding(sizes.distances, width)
        self.rule = nn.Embedding(sizes.rules, width)
        self.norm = nn.LayerNorm(width)
        self.mix = nn.ModuleList(Mix(width, width, 5, padding=2) for _ in range(3))
        self.tags = nn.Linear(width, LINK_TAGS)
        self.score = nn.Sequential(nn.Linear(2 * width, width), nn.GELU(), nn.Linear(width, 1))
        self.drop = nn.Dropout(0.15)
        for table in (self.branch, self.distance, self.rule):
            nn.init.normal_(table.weight, std=0.1)

    def forward(
        self, words: Tensor, cues: Tensor, branches: Tensor, distances: Tensor, rules: Tensor, inside: Tensor
    ) -> tuple[Tensor, Tensor]:
        """Tags [cues, words, tags] and scores [cues] for `words` [cues, words, width], those around each cue.

        `cues` is 1 at the words of the cue, `inside` 1 where a word is and 0 behind the last.
        """
        share = cues / cues.sum(1, keepdim=True)
        cue = self.cue((words * share.unsqueeze(-1)).sum(1))
        return self.weigh(self.word(words), cue, branches, distances, rules, inside)

    def weigh(
        self, words: Tensor, cue: Tensor, branches: Tensor, distances: Tensor, rules: Tensor, inside: Tensor
    ) -> tuple[Tensor, Tensor]:
        """`forward`, where the words and the `cue` have the width of pairs already."""
        pair = words + cue.unsqueeze(1) + self.branch(branches) + self.distance(distances) + self.rule(rules)
        mask = inside.unsqueeze(-1)
        flow = nn.functional.gelu(self.norm(pair)) * mask
        for mix in self.mix:
            flow = flow + nn.functional.gelu(mix(self.drop(flow))) * mask
        pooled = (flow - (1 - mask) * 1e4).amax(1)
        score = self.score(torch.cat([nn.functional.gelu(cue), pooled], -1)).squeeze(-1)
        return self.tags(self.drop(flow)), score


class Chain(nn.Module):
    """A linear-chain conditional random field (Lafferty et al. 2001) over tags, with tags that may not follow."""

    def __init__(self, tags: int, forbidden: list[tuple[int, int]], not_first: list[int]) -> None:
        super().__init__()
        self.step = nn.Parameter(torch.zeros(tags, tags))
        self.first = nn.Parameter(torch.zeros(tags))
        steps, first = torch.zeros(tags, tags), torch.zeros(tags)
        for a, b in forbidden:
            steps[a, b] = FORBIDDEN
        first[not_first] = FORBIDDEN
        self.register_buffer("never", steps)
        self.register_buffer("never_first", first)

    def steps(self) -> tuple[Tensor, Tensor]:
        """Scores of one tag behind another, and of a first tag."""
        never, never_first = self.get_buffer("never"), self.get_buffer("never_first")
        return self.step + never, self.first + never_first

    def forward(self, scores: Tensor, gold: Tensor, inside: Tensor) -> Tensor:
        """Negative log-likelihood of each row of `gold` tags; `inside` is true where a word is."""
        step, first = self.steps()
        at = scores.gather(2, gold.unsqueeze(-1)).squeeze(-1)
        moves = step[gold[:, :-1], gold[:, 1:]]
        right = (at * inside).sum(1) + first[gold[:, 0]] + (moves * inside[:, 1:]).sum(1)
        total = first + scores[:, 0]
        for i in range(1, scores.shape[1]):
            ahead = torch.logsumexp(total.unsqueeze(2) + step, 1) + scores[:, i]
            total = torch.where(inside[:, i, None], ahead, total)
        return torch.logsumexp(total, 1) - right


def cue_chain() -> Chain:
    """Tags O, B, I."""
    return Chain(CUE_TAGS, [(0, 2)], [2])


def link_chain() -> Chain:
    """Tags O, B and I of the source (1, 2), B and I of the content (3, 4)."""
    return Chain(LINK_TAGS, [(a, b) for a in range(5) for b in (2, 4) if a not in (b, b - 1)], [2, 4])


class Network(nn.Module):
    """All that is trained together."""

    def __init__(self, encoder: PreTrainedModel, sizes: Sizes) -> None:
        super().__init__()
        self.encoder = encoder
        self.words = Words(sizes)
        self.links = Links(sizes)
        self.cue_chain = cue_chain()
        self.link_chain = link_chain()
        self.meaning = nn.Linear(sizes.states, sizes.states)
        nn.init.eye_(self.meaning.weight)
        nn.init.zeros_(self.meaning.bias)
        self.factuality = nn.Sequential(
            nn.Dropout(0.1), nn.Linear(2 * sizes.states, 256), nn.GELU(), nn.Dropout(0.1), nn.Linear(256, 1)
        )

    def states(self, pieces: Tensor) -> Tensor:
        """The encoder's last states; piece 0 is padding."""
        found: Tensor = self.encoder(input_ids=pieces, attention_mask=(pieces != 0).long()).last_hidden_state
        return found

    def sentence_vectors(self, states: Tensor, share: Tensor) -> Tensor:
        """Vectors of sentences: `share` [sentences, windows * pieces] averages the pieces of each."""
        pooled = share @ states.reshape(-1, states.shape[-1])
        return nn.functional.normalize(self.meaning(pooled), dim=-1)

    def predicate_factuality(self, states: Tensor, share: Tensor, rows: Tensor) -> Tensor:
        """Factuality in thirds, -1 to 1, of predicates: `share` averages the pieces of each, `rows` is its sentence."""
        pooled = share @ states.reshape(-1, states.shape[-1])
        found: Tensor = self.factuality(torch.cat([pooled, states[rows, 0]], -1)).squeeze(-1)
        return found
