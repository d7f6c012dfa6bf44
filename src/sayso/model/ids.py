"""Names that follow from content: the same content has the same id on every machine."""

from __future__ import annotations

from hashlib import sha256

ID_LENGTH = 24  # hexadecimal digits: 96 bits, no accidental collision below 10**12 items


def content_id(*parts: str | bytes) -> str:
    """A 24-digit hexadecimal id of `parts`, in their order; ("ab", "c") and ("a", "bc") differ."""
    digest = sha256()
    for part in parts:
        # surrogatepass: a lone surrogate in a damaged text must still get an id
        data = part if isinstance(part, bytes) else part.encode("utf8", "surrogatepass")
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.hexdigest()[:ID_LENGTH]
