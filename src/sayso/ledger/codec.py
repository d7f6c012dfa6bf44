"""Things of the model as JSON text and back: what goes in comes out equal."""

from __future__ import annotations

import json
from typing import Any, TypeVar

import msgspec

Thing = TypeVar("Thing")

# A lone surrogate (half a character, left over by a broken page) and the zero byte are legal in a Python string and in
# escaped JSON, but not in a database's text column.
_UNSTORABLE = dict.fromkeys((0, *range(0xD800, 0xE000)), "\ufffd")


def dumps(thing: Any) -> str:
    """`thing` as JSON; the same thing gives the same text."""
    try:
        return msgspec.json.encode(thing).decode()
    except UnicodeEncodeError:
        # only the standard library escapes lone surrogates
        return json.dumps(msgspec.to_builtins(thing))


def loads(payload: str, kind: type[Thing]) -> Thing:
    """The thing of this kind that `payload` was made from; msgspec.DecodeError or ValidationError if none is."""
    try:
        return msgspec.json.decode(payload, type=kind)
    except msgspec.ValidationError:
        raise
    except msgspec.DecodeError:
        return msgspec.convert(json.loads(payload), kind)


def storable(text: str) -> str:
    """`text` as every database takes it, one character for one."""
    return text.translate(_UNSTORABLE)
