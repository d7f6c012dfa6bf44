"""The program as a person runs it, and how long a property may take."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from sayso.cli import main
from tests.postgresql import Server, programs, server

# A slow machine is no failure: speed is measured by benchmarks/speed.
settings.register_profile("sayso", deadline=None)
settings.load_profile("sayso")


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Server]:
    """A PostgreSQL server, started once; on a person's machine without one, the tests that need it are left out."""
    found = programs()
    if found is None:
        reason = "no PostgreSQL server is installed (Debian's package is called postgresql)"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    with server(found) as started:
        yield started


@dataclass(frozen=True, slots=True)
class Done:
    """What a command left behind."""

    status: int
    out: bytes
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        return [json.loads(line) for line in self.out.splitlines()]


Run = Callable[..., Done]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path) -> Run:
    """Run `sayso` with these words in an empty folder, in this process: the models are loaded once for all tests."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SAYSO_LEDGER", raising=False)

    def run(*words: str, stdin: bytes = b"") -> Done:
        monkeypatch.setattr(sys, "argv", ["sayso", *words])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        with pytest.raises(SystemExit) as stopped:
            main()
        sys.stdout.flush()
        captured = capfdbinary.readouterr()
        status = stopped.value.code
        return Done(status if isinstance(status, int) else 0, captured.out, captured.err.decode())

    return run
