"""Asking a server for a page: politely, honestly, and without following where it points to."""
# ruff: noqa: TID251 - for developers, and no part of the program, which never opens a connection

import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from http.client import HTTPMessage
from typing import IO
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import (
    BaseHandler,
    HTTPCookieProcessor,
    HTTPRedirectHandler,
    Request,
    build_opener,
)

from optout_desktop import __version__

PAUSE = 5.0
"""Seconds between the end of one request to a host and the next."""

PATIENCE = 20.0
"""Seconds to wait for a server."""

USER_AGENT = f"OptoutDesktop-links/{__version__} (checks the links of its guides)"

_TOO_MANY = 429
_FIRST_ERROR = 400


@dataclass(frozen=True, slots=True)
class Reply:
    """What a server said: the HTTP status, and where it points to if it redirects."""

    status: int
    location: str = ""


Ask = Callable[[str, str], Reply]
"""Sends one request, an address and a method. Raises OSError, HTTPException or ValueError where no
answer comes."""


class SilentHostError(OSError):
    """A host is left alone for now, as it did not answer, or asked for fewer requests."""


class _StayHere(HTTPRedirectHandler):
    """Gives redirects back as they are."""

    def http_error_302(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage
    ) -> None:
        """Follow nothing: where a redirect leads is looked at before it is asked."""

    http_error_301 = http_error_303 = http_error_307 = http_error_308 = http_error_302


def asker(*handlers: BaseHandler, patience: float = PATIENCE) -> Ask:
    """Make what sends requests, with ``handlers`` of urllib.request beside the usual ones."""
    # Some pages send everybody without their cookie round in circles. It is kept for this run.
    opener = build_opener(_StayHere, HTTPCookieProcessor, *handlers)
    opener.addheaders = [("User-Agent", USER_AGENT), ("Accept", "text/html,*/*;q=0.8")]

    def ask(address: str, method: str) -> Reply:
        request = Request(address, method=method)  # noqa: S310 - checked by base.links before
        try:
            with opener.open(request, timeout=patience) as page:
                return Reply(page.status)
        except HTTPError as error:
            with error:
                return Reply(error.code, error.headers.get("Location", ""))

    return ask


def polite(
    ask: Ask,
    clock: Callable[[], float] = time.monotonic,
    wait: Callable[[float], None] = time.sleep,
) -> Ask:
    """Let every host rest between two requests, and leave alone the one that wants no more."""
    asked: dict[str, float] = {}
    silent: set[str] = set()

    def ask_politely(address: str, method: str) -> Reply:
        host = urlsplit(address).netloc
        if host in silent:
            raise SilentHostError(host)
        rest = asked.get(host, -math.inf) + PAUSE - clock()
        if rest > 0:
            wait(rest)
        silent.add(host)
        try:
            reply = ask(address, method)
        finally:
            asked[host] = clock()
        if reply.status != _TOO_MANY:
            silent.discard(host)
        return reply

    return ask_politely


def ask_twice(ask: Ask, address: str) -> Reply:
    """Ask for the head of a page, and for the page where a server refuses that."""
    reply = ask(address, "HEAD")
    return ask(address, "GET") if reply.status >= _FIRST_ERROR else reply
