"""Following a link, and judging where it leads."""
# ruff: noqa: TID251 - for developers, and no part of the program, which never opens a connection

import re
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPException
from ssl import SSLCertVerificationError
from typing import Literal
from urllib.error import URLError
from urllib.parse import quote, urljoin, urlsplit

from tests.links.asking import Ask, ask_twice
from tests.links.links import Link, may_be_asked

Word = Literal[
    "fine",
    "moved",
    "login page",
    "cannot tell",
    "not reached",
    "other host",
    "gone",
    "in circles",
    "not safe",
]
TO_LOOK_AT = frozenset[Word](("other host", "gone", "in circles", "not safe"))
"""What a person has to look at."""

MOST_REDIRECTS = 5

_LOGIN = re.compile(
    r"(?<![a-z])(log[-_]?[io]n|sign[-_]?in|service_?login|o?auth2?|authwall|checkpoint|sso)(?![a-z])"
)
_SERVER_ERRORS = 5
_NOT_NOW = frozenset(
    (HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.TOO_EARLY, HTTPStatus.TOO_MANY_REQUESTS)
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a link: the last HTTP status (0 without one), and host and path of the end."""

    word: Word
    status: int
    end: str

    def __str__(self) -> str:
        return f"{self.word} ({self.status}), {self.end}"


def follow(link: Link, ask: Ask) -> Answer:
    """Follow a link as far as its own site goes; another site is named, and not asked."""
    here, status = link.address, 0
    for _ in range(MOST_REDIRECTS):
        try:
            reply = ask_twice(ask, here)
        except (OSError, HTTPException, ValueError) as error:
            return Answer(_failure(error), 0, _place(here))
        status = reply.status
        if not (HTTPStatus.MULTIPLE_CHOICES <= status < HTTPStatus.BAD_REQUEST and reply.location):
            return Answer(_judged(link, here, status), status, _place(here))
        there = urljoin(here, quote(reply.location, safe="%/:=&?~#+!$,;'@()*"))
        if end := _end(here, there):
            return Answer(end, status, _place(there))
        here = there
    return Answer("in circles", status, _place(here))


def _end(here: str, there: str) -> Word | None:
    """Say why a redirect is not followed, if it is not."""
    if not may_be_asked(there):
        return "not safe"
    if _site(there) != _site(here):
        return "other host"
    return "login page" if _LOGIN.search(_place(there).lower()) else None


def _judged(link: Link, end: str, status: int) -> Word:
    """Judge the page where the redirects ended."""
    if status // 100 == _SERVER_ERRORS or status in _NOT_NOW:
        # The server speaks of itself and of this moment, and not of the page.
        return "not reached"
    if status == HTTPStatus.GONE or (status == HTTPStatus.NOT_FOUND and link.is_source):
        return "gone"
    if status >= HTTPStatus.MULTIPLE_CHOICES:
        # Some refuse programs, and some say of pages behind a login that they are not there.
        return "cannot tell"
    if _host(end) != _host(link.address):
        return "other host"
    return "fine" if _place(end) == _place(link.address) else "moved"


def _failure(error: Exception) -> Word:
    is_certificate = isinstance(error, URLError) and isinstance(
        error.reason, SSLCertVerificationError
    )
    return "not safe" if is_certificate else "not reached"


def _place(address: str) -> str:
    """Name host and path; the rest may differ from visit to visit."""
    parts = urlsplit(address)
    return parts.netloc + parts.path


def _host(address: str) -> str:
    """Name the host; www before it makes no other one."""
    return urlsplit(address).netloc.removeprefix("www.")


def _site(address: str) -> str:
    """Name the part of the host that one owner has, roughly: example.com, example.co.uk."""
    labels = _host(address).split(".")
    in_country = len(labels[-1]) == len("uk") and len(labels[-2]) <= len("org")
    return ".".join(labels[-3 if in_country else -2 :])
