"""The app on a port of this computer, and a browser in front of it."""

from __future__ import annotations

import errno
import socket
import threading
import webbrowser
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import uvicorn

from starling.model.problem import UsageError
from starling.web.app import make_app
from starling.web.security import Policy

PORT = 4321
_WAITING = 128
"""Connections that wait while the app is still being loaded: who clicks at once is answered, not refused."""
_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_TAKEN = (errno.EADDRINUSE, errno.EACCES)
"""The port is the reason; another one may be free."""


@dataclass(frozen=True, slots=True)
class Door:
    """Where the app listens; without a port at the usual one or the next that is free."""

    host: str
    port: int | None
    browser: bool


def serve(folder: Path, environ: Mapping[str, str], door: Door, say: Callable[[str], None]) -> None:
    """Serve a prep folder until Ctrl-C, and say where it is open."""
    host, browser = door.host, door.browser
    listener = _listen(host, door.port)
    where = f"http://{_shown(host)}:{listener.getsockname()[1]}/"
    local = host in _LOOPBACK
    hosts = Policy().hosts if local else Policy().hosts | {_shown(host).lower()}
    say(f"Starling is open at {where}  (Ctrl-C ends it)")
    if not local:
        say(f"It listens on {host}: everybody who can reach this computer there can read your stories.")
    if browser:
        threading.Timer(0.3, webbrowser.open, [where]).start()
    app = make_app(folder, environ, Policy(hosts=hosts), local=local)
    config = uvicorn.Config(app, log_level="warning", server_header=False, lifespan="off")
    uvicorn.Server(config).run(sockets=[listener])


def _shown(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _listen(host: str, port: int | None) -> socket.socket:
    """A listening socket on the port, or without one on the first free of some."""
    ports = [port] if port is not None else [*range(PORT, PORT + 20), 0]
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    for each in ports:
        # asyncio sends at once only on a socket that says it is TCP; others wait 40 ms for the browser
        listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, each))
            listener.listen(_WAITING)
        except OSError as error:
            listener.close()
            if each == ports[-1] or error.errno not in _TAKEN:
                raise _refused(host, each, error) from error
        else:
            return listener
    raise AssertionError("unreachable: the last port either binds or raises")


def _refused(host: str, port: int, error: OSError) -> UsageError:
    why = (error.strerror or str(error)).lower()
    if error.errno in _TAKEN:
        return UsageError(
            f"Port {port} of {host} cannot be used: {why}.", try_this="Choose another: --port 8765"
        )
    advice = "Leave out --host to be reached from this computer alone."
    return UsageError(f"This computer does not answer to {host}: {why}.", try_this=advice)
