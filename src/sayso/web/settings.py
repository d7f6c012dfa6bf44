"""What whoever starts a server may set."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.errors import UsageError

LOOPBACK = ("localhost", "127.0.0.1", "::1")
SHORTEST_TOKEN = 16  # characters: a word that somebody thinks of is found by trying


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How a ledger is served.

    `token` is what a request that writes must show; without one nothing is written. `hosts` are the names and
    addresses, without port, under which the server is asked for; a request for any other is refused. `largest` is the
    most bytes that the body of a request may have.
    """

    token: str | None = None
    hosts: tuple[str, ...] = LOOPBACK
    largest: int = 20_000_000

    def __post_init__(self) -> None:
        if self.token is not None and (len(self.token) < SHORTEST_TOKEN or not _is_visible(self.token)):
            raise UsageError(f"a token needs {SHORTEST_TOKEN} characters at least, ASCII, no blank among them")


def _is_visible(token: str) -> bool:
    return token.isascii() and token.isprintable() and " " not in token
