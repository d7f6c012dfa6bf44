"""What the product's own workflow makes of pages: read into a fresh ledger, and taken out as a user takes it out."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Iterable

from sayso.export.document import Ledger, decode, write_json
from sayso.ledger import open_ledger
from sayso.workflow import read


def ledger_of(inputs: Iterable[str]) -> Ledger:
    """The ledger of these files and folders, as `sayso export --format json` prints it."""
    with tempfile.TemporaryDirectory() as folder:
        store = open_ledger(f"{folder}/sayso.db", create=True)
        read(inputs, store, stdin=io.BytesIO())
        out = io.BytesIO()
        with store.view() as view:
            write_json(view, out)
        store.close()
    return decode(out.getvalue())
