"""A real PostgreSQL server of our own: in a temporary folder, on a socket in it, ended with the tests."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import psycopg

from sayso.ledger import open_ledger

_DEBIAN = Path("/usr/lib/postgresql")  # where Debian keeps the programs of each version, outside of PATH
_NOT_ROOT = "postgres"  # the server refuses to run as root; Debian's package makes this user
_FAST = ("fsync=off", "full_page_writes=off", "synchronous_commit=off", "listen_addresses=", "max_connections=60")


@dataclass(frozen=True, slots=True)
class Server:
    """A server that runs; `folder` holds its socket."""

    folder: Path
    numbers: Iterator[int]

    def url(self, database: str) -> str:
        """The URL of one of its databases."""
        return f"postgresql+psycopg://{_NOT_ROOT}@/{database}?host={self.folder}"

    def database(self, template: str = "template1") -> str:
        """The URL of a new database that begins as a copy of `template`."""
        name = f"ledger{next(self.numbers)}"
        with psycopg.connect(host=str(self.folder), user=_NOT_ROOT, dbname="postgres", autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
        return self.url(name)

    def ledger(self) -> str:
        """The URL of a new and empty ledger."""
        return self.database(template="empty")


def programs() -> Path | None:
    """The folder of the newest server that is installed."""
    found = sorted(_DEBIAN.glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    known = shutil.which("initdb")
    return found[-1].parent if found else Path(known).parent if known else None


@contextmanager
def server(bin_folder: Path) -> Iterator[Server]:
    """Start a server; it ends with the `with` block, and its data with it."""
    user = _NOT_ROOT if os.geteuid() == 0 else None
    with tempfile.TemporaryDirectory(prefix="sayso-pg-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        if user:
            shutil.chown(folder, user)
        data, log = str(folder / "data"), str(folder / "log")

        def run(program: str, *words: str) -> None:
            command = [str(bin_folder / program), "-D", data, *words]
            subprocess.run(command, user=user, cwd=folder, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - our own

        run("initdb", "--no-sync", "--auth=trust", f"--username={_NOT_ROOT}", "--encoding=UTF8", "--locale=C.UTF-8")
        options = " ".join(f"-c {setting}" for setting in (*_FAST, f"unix_socket_directories={folder}"))
        run("pg_ctl", "start", "--wait", "--silent", f"--log={log}", f"--options={options}")
        try:
            yield _with_template(Server(folder, count(1)))
        finally:
            run("pg_ctl", "stop", "--silent", "--mode=immediate")


def _with_template(started: Server) -> Server:
    """Make an empty ledger once, of which every other begins as a copy."""
    with psycopg.connect(host=str(started.folder), user=_NOT_ROOT, dbname="postgres", autocommit=True) as connection:
        connection.execute("CREATE DATABASE empty")
    open_ledger(started.url("empty"), create=True).close()
    return started
