"""What syntax, names, quotation marks and the rules' links say of each word, as numbers.

The trained model reads these beside the encoder's states; training reads the same tables, so that both see one thing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Token

from sayso.extract.attributions.links import Link
from sayso.extract.attributions.quotes import quotations
from sayso.extract.encoding.words import Words
from sayso.extract.parse import Parsed, language_model
from sayso.model import BlockKind, Span, Spans, hull

Ints = NDArray[np.int64]

ROLES = ("source", "cue", "content")
COLUMNS = ("dep", "tag", "ent", "quote", "begin", "rule_source", "rule_cue", "rule_content", "inner", "kind")
RULED = [COLUMNS.index(name) for name in ("rule_source", "rule_cue", "rule_content", "inner")]
_NO_MARK, _INSIDE, _MARK, _OPEN = range(4)
_BEGIN, _GO_ON = 1, 2
_KINDS = (BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.PARAGRAPH, BlockKind.CAPTION)


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleLink:
    """A link of the rules by the numbers of its words; `outer` where its content lies in no other's."""

    source: tuple[int, ...]
    cue: tuple[int, ...]
    content: tuple[int, ...]
    outer: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The words of a report with a row of `columns` each, in the order of COLUMNS, and the links of the rules."""

    words: Words
    columns: Ints
    links: tuple[RuleLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """The parser's label sets in a fixed order; number 0 stands for none and for a label not in the list."""

    dep: tuple[str, ...]
    tag: tuple[str, ...]
    ent: tuple[str, ...]

    def sizes(self) -> tuple[int, ...]:
        """How many values each of COLUMNS may take."""
        return len(self.dep) + 1, len(self.tag) + 1, 2 * len(self.ent) + 1, 4, 3, 3, 3, 3, 3, len(_KINDS)


def parser_labels() -> Labels:
    """The label sets of the installed language model, sorted."""
    pipes = language_model().pipe_labels
    dep, tag, ent = (tuple(sorted(pipes[pipe])) for pipe in ("parser", "tagger", "ner"))
    return Labels(dep=dep, tag=tag, ent=ent)


def tabulate(parsed: Parsed, words: Words, links: Sequence[Link], labels: Labels) -> Table:
    """The table of `parsed`, whose words are `words`, with what `links` of the rules say of them."""
    columns = np.zeros((len(words.texts), len(COLUMNS)), dtype=np.int64)
    tokens = [token for passage in parsed.passages for token in passage.doc if not token.is_space]
    dep, tag, ent = ({label: i for i, label in enumerate(names, 1)} for names in (labels.dep, labels.tag, labels.ent))
    if tokens:
        columns[:, 0] = [dep.get(token.dep_, 0) for token in tokens]
        columns[:, 1] = [tag.get(token.tag_, 0) for token in tokens]
        columns[:, 2] = [_entity(token, ent) for token in tokens]
        columns[:, 4] = [1 + bool(token.i) if token.is_sent_start else 0 for token in tokens]
    for passage in parsed.passages:
        block = passage.block
        columns[words.touched([block.span]), 9] = _KINDS.index(block.kind)
        for quotation in quotations(parsed.report.text, block.span):
            columns[words.touched([quotation.outer]), 3] = _MARK
            columns[words.touched([quotation.inner]), 3] = _INSIDE if quotation.closed else _OPEN
    return Table(words=words, columns=columns, links=tuple(_rule_links(words, columns, links)))


def _entity(token: Token, numbers: dict[str, int]) -> int:
    name = numbers.get(token.ent_type_, 0)
    return name and 2 * name - (token.ent_iob_ == "B")


def _rule_links(words: Words, columns: Ints, links: Sequence[Link]) -> list[RuleLink]:
    """`links` by the numbers of their words, which are marked in `columns`."""
    found = []
    for link, outer in zip(links, outermost([link.content for link in links]), strict=True):
        parts = dict(zip(ROLES, (link.source, link.cue, link.content), strict=True))
        for role, spans in parts.items():
            if outer:
                _mark(words, columns[:, COLUMNS.index(f"rule_{role}")], spans)
            elif role != "content":
                columns[words.touched(spans), COLUMNS.index("inner")] = 1 + ROLES.index(role)
        source, cue, content = (tuple(words.touched(parts[role])) for role in ROLES)
        found.append(RuleLink(source=source, cue=cue, content=content, outer=outer))
    return found


def _mark(words: Words, column: Ints, spans: Spans) -> None:
    for span in spans:
        places = words.touched([span])
        column[places] = _GO_ON
        column[places[:1]] = _BEGIN


def outermost(contents: Sequence[Spans]) -> list[bool]:
    """For each content whether it lies in no other's extent; equal extents do not count as within one another."""
    around = [hull(content) for content in contents]
    return [not _within(own, around) for own in around]


def _within(own: Span, around: Sequence[Span]) -> bool:
    return any(other != own and other.contains(own) for other in around)
