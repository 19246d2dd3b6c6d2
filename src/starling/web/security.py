"""Who may talk to the app: this computer's own pages, and nobody who only pretends to be one of them."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

FILES = 200
"""Files of one form that are read at all; a page may take fewer, and says so."""

LARGEST = 20_000_000
"""Bytes of one request: far more than a person's notes, far less than a laptop's memory."""

_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
    " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": _POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(self)",
}


@dataclass(frozen=True)
class Policy:
    """The names the app answers to (host without port, lower case), and the token every write carries."""

    hosts: frozenset[str] = frozenset({"localhost", "127.0.0.1", "[::1]"})
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24))

    def refusal(self, method: str, headers: Mapping[str, str]) -> str | None:
        """Why a request is refused, or None where it may go on; header names in lower case.

        A foreign Host is DNS rebinding; a write from a foreign page shows in
        Sec-Fetch-Site or, in browsers without it, in Origin.
        """
        host = headers.get("host", "")
        if _name(host) not in self.hosts:
            return f"This app answers only to {', '.join(sorted(self.hosts))}, not to “{host[:80]}”."
        if method in _SAFE:
            return None
        site, origin = headers.get("sec-fetch-site"), headers.get("origin")
        foreign = site not in (None, "same-origin", "none")
        if foreign or (origin is not None and urlsplit(origin).netloc != host):
            return "This was sent from another site. Open the page here and send it again."
        return None

    def knows(self, token: str) -> bool:
        """Whether a write carries the token of this app."""
        return secrets.compare_digest(token.encode(), self.token.encode())


def _name(host: str) -> str:
    """A Host header without its port: ``[::1]:8000`` is ``[::1]``."""
    host = host.strip().lower()
    return host[: host.find("]") + 1] if host.startswith("[") else host.partition(":")[0]


class Guard:
    """The outermost layer of the app: refuses what it must, limits sizes, sets the headers."""

    def __init__(self, app: ASGIApp, policy: Policy) -> None:
        self._app = app
        self._policy = policy

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        why = self._policy.refusal(scope["method"], headers)
        if why is not None:
            await PlainTextResponse(why, 403, HEADERS)(scope, receive, send)
        else:
            room = LARGEST if _size(headers) <= LARGEST else 0
            await self._pass(scope, receive, send, room)

    async def _pass(self, scope: Scope, receive: Receive, send: Send, room: int) -> None:
        async def counted() -> Message:
            nonlocal room
            message = await receive()
            room -= len(message.get("body", b""))
            if room < 0:
                raise HTTPException(413)
            return message

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                held = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    held.setdefault(name, value)
            await send(message)

        await self._app(scope, counted, with_headers)


def _size(headers: Headers) -> int:
    said = headers.get("content-length", "0")
    return int(said) if said.isascii() and said.isdigit() else 0
