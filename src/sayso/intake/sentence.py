"""Whether words are running text at all."""

from __future__ import annotations

import re

# Seven words in a row, or a full stop after a letter; a bare menu has neither. The stops are those of Latin, Arabic,
# Devanagari and Chinese script.
_SENTENCE = re.compile(r"(?:\S+[^\S\n]+){6}\S|\w[\"'”’»)\]]?[.!?…。؟।]")


def has_sentence(text: str) -> bool:
    """Whether a line of `text` reads as a sentence."""
    return _SENTENCE.search(text) is not None
