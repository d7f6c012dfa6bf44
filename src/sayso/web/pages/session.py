"""Who may write from a page: whoever has shown the server's token, from a form that this server made.

A session is a cookie that the server has signed with a key made from its token; nothing is kept at the server. The
cookie is for pages alone: the API takes the token itself, and no cookie, so no page of another site can use it.
"""

from __future__ import annotations

import hmac
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as NotBase64
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from secrets import token_hex

import msgspec
from fastapi import HTTPException, Request, Response

COOKIE = "sayso_session"
LIFETIME = timedelta(days=7)
LONGEST_NAME = 200

_READERS_KEY = token_hex(32)  # of a server without a token: it signs what nobody may use to write


class Session(msgspec.Struct, frozen=True, kw_only=True):
    """A visit: `who` is empty until the token was shown; `seed` is what its forms are signed by; `until` is when it
    ends, in seconds since 1970.
    """

    who: str = ""
    seed: str
    until: int


@dataclass(frozen=True, slots=True)
class Signer:
    """Signs sessions and forms with the server's token."""

    token: str | None

    def begin(self, who: str) -> Session:
        """A new visit of somebody, or of nobody yet."""
        return Session(who=who, seed=token_hex(16), until=int((datetime.now(UTC) + LIFETIME).timestamp()))

    def sealed(self, session: Session) -> str:
        """The value of the cookie."""
        told = urlsafe_b64encode(msgspec.json.encode(session)).decode()
        return f"{told}.{self._signature('session', told)}"

    def opened(self, value: str) -> Session | None:
        """The session of a cookie; None where this server never gave it, or it has ended."""
        told, _, signature = value.partition(".")
        if not _same(signature, self._signature("session", told)):
            return None
        try:
            found = msgspec.json.decode(urlsafe_b64decode(told), type=Session)
        except (NotBase64, ValueError, msgspec.DecodeError):
            return None
        return found if found.until > datetime.now(UTC).timestamp() else None

    def form_token(self, session: Session) -> str:
        """What a form of this session must send back; another one each time, so that a packed page does not tell it."""
        salt = token_hex(8)
        return f"{salt}.{self._signature('form', f'{session.seed}.{salt}')}"

    def is_form_token(self, session: Session, told: str) -> bool:
        """Whether a form of this session sent that."""
        salt, _, signature = told.partition(".")
        return _same(signature, self._signature("form", f"{session.seed}.{salt}"))

    def _signature(self, use: str, told: str) -> str:
        key = sha256(f"sayso pages {use}\n{self.token or _READERS_KEY}".encode()).digest()
        return hmac.new(key, told.encode("utf8", "surrogatepass"), sha256).hexdigest()


def _same(a: str, b: str) -> bool:
    # the time that comparing takes must not tell how much is right
    return hmac.compare_digest(a.encode("utf8", "surrogatepass"), b.encode())


def session_of(request: Request, signer: Signer) -> Session | None:
    """The visit that a request belongs to."""
    return signer.opened(request.cookies.get(COOKIE, ""))


def give(response: Response, request: Request, session: Session, signer: Signer) -> None:
    """Let the browser keep the session, for pages of this server alone."""
    response.set_cookie(
        COOKIE,
        signer.sealed(session),
        max_age=int(LIFETIME.total_seconds()),
        httponly=True,
        samesite="strict",
        secure=request.url.scheme == "https",
        path="/",
    )


def refuse_foreign(request: Request) -> None:
    """HTTPException 403 where a browser says that the form was another site's."""
    origin = request.headers.get("origin")
    here = f"{request.url.scheme}://{request.headers.get('host', '')}"
    # behind a proxy that ends TLS the scheme differs: the name and port must be the same
    foreign = origin is not None and origin.partition("://")[2] != here.partition("://")[2]
    if foreign or request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        raise HTTPException(403, "This form was sent from another site.")
