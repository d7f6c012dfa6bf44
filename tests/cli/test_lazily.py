"""Commands start without what they do not need."""

from __future__ import annotations

import subprocess
import sys

import pytest

from sayso.cli.lazily import lazily

HEAVY = ("spacy", "trafilatura", "scipy", "fastapi", "uvicorn")
LOADED = f"import sys, sayso.cli; print([name for name in {HEAVY} if name in sys.modules])"


def test_the_program_starts_without_a_language_model() -> None:
    """A list takes a fraction of a second; loading what reads and parses takes seconds."""
    done = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.strip() == "[]"


def test_what_is_loaded_already_is_the_same_module() -> None:
    assert lazily("sys") is sys


def test_no_such_module() -> None:
    with pytest.raises(ModuleNotFoundError):
        lazily("sayso.no_such_module")
