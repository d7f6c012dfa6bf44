"""`sayso serve` as a person starts it."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from sayso.ledger import open_ledger
from tests.conftest import Run
from tests.factory import report

TOKEN = "correct-horse-battery"  # noqa: S105 - of no server
_PATIENCE = 60.0  # seconds until a slow machine has loaded everything


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a server of a ledger of one report answers."""
    where, port = tmp_path_factory.mktemp("served") / "sayso.db", free_port()
    with open_ledger(str(where), create=True).write() as writer:
        writer.add(report("The bridge is closed."))
    command = [sys.executable, "-m", "sayso", "serve", "--ledger", str(where), "--port", str(port)]
    with subprocess.Popen(command, env={**os.environ, "SAYSO_TOKEN": TOKEN}) as server:  # noqa: S603
        found = f"http://127.0.0.1:{port}/api/v1/"
        _wait_for(found, server)
        yield found
        server.send_signal(signal.SIGINT)
        assert server.wait(timeout=_PATIENCE) in (0, 130, -signal.SIGINT)


def _wait_for(address: str, server: subprocess.Popen[bytes] | subprocess.Popen[str]) -> None:
    until = time.monotonic() + _PATIENCE
    while server.poll() is None and time.monotonic() < until:
        try:
            httpx.get(address)
        except httpx.TransportError:
            time.sleep(0.1)
        else:
            return
    pytest.fail("the server did not start")


def test_it_answers(address: str) -> None:
    answer = httpx.get(f"{address}reports")
    assert (answer.status_code, len(answer.json()["items"])) == (200, 1)
    assert "server" not in answer.headers


def test_it_listens_at_this_machine_alone(address: str) -> None:
    port = httpx.URL(address).port
    others = {info[4][0] for info in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)} - {"127.0.0.1"}
    for other in others:
        with pytest.raises(OSError, match="refused"):
            socket.create_connection((str(other), port or 0), timeout=5)


def test_the_token_of_the_environment_opens_it(address: str) -> None:
    wish = {"do": "note", "who": "Ann", "target": "Example Post", "why": "ask"}
    assert httpx.post(f"{address}judgements", json=wish).status_code == 401
    shown = {"Authorization": f"Bearer {TOKEN}"}
    assert httpx.post(f"{address}judgements", json=wish, headers=shown).status_code == 201


def test_a_request_under_another_name_is_refused(address: str) -> None:
    assert httpx.get(address, headers={"Host": "evil.example"}).status_code == 421


def test_without_a_token_the_terminal_has_a_link_to_judge_by(tmp_path: Path) -> None:
    where, port = tmp_path / "sayso.db", free_port()
    open_ledger(str(where), create=True).close()
    command = [sys.executable, "-m", "sayso", "serve", "--ledger", str(where), "--port", str(port)]
    plain = {name: value for name, value in os.environ.items() if name != "SAYSO_TOKEN"}
    with subprocess.Popen(command, env={**plain, "SAYSO_BY": "Ann"}, stderr=subprocess.PIPE, text=True) as server:  # noqa: S603
        here = f"http://127.0.0.1:{port}/"
        _wait_for(here, server)
        assert server.stderr
        told = [server.stderr.readline() for _ in range(2)]
        with httpx.Client() as browser:
            slip = browser.get(told[1].split()[-1]).text
            sent = dict(re.findall(r'name="(form_token|who|token)"[^>]*value="([^"]*)"', slip))
            entered = browser.post(f"{here}sign-in", data=sent)
            signed = "Ann" in browser.get(f"{here}claims").text
        server.send_signal(signal.SIGINT)
    assert here in told[0]
    assert (entered.status_code, signed) == (303, True)


def test_a_short_token_is_refused(run: Run, tmp_path: Path) -> None:
    done = run("serve", "--token", "secret", "--ledger", str(tmp_path / "sayso.db"))
    assert (done.status, "16 characters" in done.err) == (2, True)


def test_a_port_that_is_taken_is_told_before_any_address(run: Run, tmp_path: Path) -> None:
    where = tmp_path / "sayso.db"
    open_ledger(str(where), create=True).close()
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = run("serve", "--port", port, "--ledger", str(where))
    assert done.status == 2
    assert done.err.strip() == f"sayso: cannot listen at 127.0.0.1, port {port}: Address already in use"


def test_without_a_ledger_there_is_nothing_to_serve(run: Run) -> None:
    done = run("serve")
    assert (done.status, "there is no such ledger" in done.err) == (1, True)
