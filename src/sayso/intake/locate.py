"""From what a person names to single inputs: files, folders, patterns, `-`, addresses. Opens none of them."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from sayso.intake.source import unreadable
from sayso.model import Drop

STANDARD_INPUT = "-"


class InputKind(StrEnum):
    """Where the bytes of an input come from."""

    FILE = "file"
    URL = "url"
    STANDARD_INPUT = "standard_input"


@dataclass(frozen=True, slots=True)
class Input:
    """One thing to read, not opened yet; `uri` is the path (with forward slashes, not made absolute) or the address."""

    uri: str
    kind: InputKind = InputKind.FILE


def expand(names: Iterable[str]) -> Iterator[Input | Drop]:
    """The inputs that `names` stand for, in order: a folder's files and a pattern's matches sorted by path.

    Names whose first letter is a dot are left out of folders, as a shell's patterns leave them out. Cheap: it lists
    folders and opens nothing, so it can be run once before reading, for a total.
    """
    for name in names:
        if name == STANDARD_INPUT:
            yield Input(name, InputKind.STANDARD_INPUT)
        elif name.lower().startswith(("http://", "https://")):
            yield Input(name, InputKind.URL)
        else:
            yield from _files(name)


def _files(name: str) -> Iterator[Input | Drop]:
    if "\0" in name:
        yield unreadable(name.replace("\0", "\\0"), "a path cannot hold a NUL")
    elif os.path.lexists(name):
        yield from _walk(Path(name))
    elif glob.has_magic(name):
        matches = sorted(glob.glob(name, recursive=True))
        # a recursive pattern names folders as well as the files in them: those would be read twice
        files = [match for match in matches if not Path(match).is_dir()] if "**" in name else matches
        for match in files:
            yield from _walk(Path(match))
        if not files:
            yield unreadable(name, "no file matches this pattern")
    else:
        yield unreadable(name, "no such file or folder")


def _walk(path: Path) -> Iterator[Input | Drop]:
    """`path` itself, or the files under it; a link to a folder inside a folder is not followed, as it may lead back."""
    waiting = [path]
    while waiting:
        here = waiting.pop()
        if not here.is_dir():
            yield Input(here.as_posix())
            continue
        try:
            entries = sorted(here.iterdir())
        except OSError as error:
            yield unreadable(here.as_posix(), f"the folder cannot be listed: {error.strerror}")
            continue
        waiting += [e for e in reversed(entries) if not e.name.startswith(".") and not (e.is_symlink() and e.is_dir())]
