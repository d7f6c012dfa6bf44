"""Where a command's data goes: a file, or standard output."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import BinaryIO, cast

from sayso.errors import UsageError


@contextmanager
def output(path: Path | None) -> Iterator[BinaryIO]:
    """The file that takes the place of `path`, or standard output where there is none."""
    if path is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
    else:
        with replacing(path) as out:
            yield out


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A file that takes the place of `path` when it is complete; a failure leaves what was there.

    Raises UsageError where the folder cannot be written to.
    """
    try:
        with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as out:
            part = Path(out.name)
            try:
                yield cast("BinaryIO", out)
            except BaseException:
                part.unlink()
                raise
        part.chmod(0o644)  # a temporary file is made readable by its owner alone
        part.replace(path)
    except OSError as error:
        raise UsageError(f"{path}: cannot be written: {error.strerror}") from error
