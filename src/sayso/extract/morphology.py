"""Parts of speech, forms and lemmas by the language model's own rules, each kind of token asked once.

The rules look at a token's tag, its letters and its place in the syntax, the lemmas hang on what the rules set; asking
for both at every token takes a fifth of the time of a parse, though most tokens are of kinds that were seen before.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokens import Doc, Token

_KEY: list[int | str] = ["TAG", "ORTH", "DEP"]
_SET: list[int | str] = ["TAG", "POS", "MORPH", "LEMMA", "DEP"]
_MOST = 500_000  # kinds of token that are remembered: about 100 MB


@dataclass(frozen=True, slots=True)
class _Kind:
    """What is set for tokens of one kind, and whether a rule about several tokens may begin with one."""

    values: Sequence[int]
    begins: bool


def remembering(ruler: AttributeRuler, lemmatizer: Lemmatizer) -> Callable[[Doc], Doc]:
    """What sets the same as `ruler` and after it `lemmatizer`, faster; a passage in which a rule about several tokens
    applies is left to them.
    """
    several, firsts = _matchers(ruler)
    known: dict[tuple[int, ...], _Kind] = {}

    def kind(key: tuple[int, ...], token: Token) -> _Kind:
        if key not in known:
            if len(known) >= _MOST:
                known.clear()
            alone = Doc(token.vocab, words=[token.text], tags=[token.tag_], deps=[token.dep_], heads=[0])
            begins = bool(firsts(alone, allow_missing=True))
            known[key] = _Kind(lemmatizer(ruler(alone)).to_array(_SET)[0].tolist(), begins)
        return known[key]

    def rule(doc: Doc) -> Doc:
        keys = map(tuple, doc.to_array(_KEY).tolist())
        kinds = [kind(key, token) for key, token in zip(keys, doc, strict=True)]
        if any(found.begins for found in kinds) and several(doc, allow_missing=True):
            return lemmatizer(ruler(doc))
        values: Any = np.array([found.values for found in kinds], dtype=np.uint64)
        return doc.from_array(_SET, values) if kinds else doc

    return rule


def _matchers(ruler: AttributeRuler) -> tuple[Matcher, Matcher]:
    """Rules about several tokens, and about the first of these alone."""
    several, firsts = Matcher(ruler.vocab), Matcher(ruler.vocab)
    rules: Any = ruler.patterns
    patterns = [pattern for rule in rules for pattern in rule["patterns"] if len(pattern) > 1]
    if patterns:
        several.add("several", patterns)
        firsts.add("first", [pattern[:1] for pattern in patterns])
    return several, firsts
