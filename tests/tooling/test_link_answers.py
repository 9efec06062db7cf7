"""What the link checker asks, how politely, and what it makes of the answers.

All against a server on this computer; no other address is ever contacted.
"""
# ruff: noqa: TID251 - a test of what is no part of the program, which opens no connection

import contextlib
import shutil
import socket
import ssl
import subprocess
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.request import ProxyHandler

import pytest

from tests.links.asking import PAUSE, USER_AGENT, asker, polite
from tests.links.following import MOST_REDIRECTS, Answer, Word, follow
from tests.links.links import Link, in_turns
from tests.links.local_web import ToThisComputer, Web, local_web

PAGE = "https://www.example.com/page"
FINE = Answer("fine", 200, "www.example.com/page")
SILENT = Answer("not reached", 0, "www.example.com/page")


@pytest.fixture
def web() -> Iterator[Web]:
    with local_web() as made:
        yield made


def source(address: str = PAGE) -> Link:
    return Link(address, ("example",), is_source=True)


def step(address: str = PAGE) -> Link:
    return Link(address, ("example",), is_source=False)


# What servers answer


@pytest.mark.parametrize(
    ("status", "of_a_source", "of_a_step"),
    [
        (200, "fine", "fine"),
        (204, "fine", "fine"),
        (304, "cannot tell", "cannot tell"),
        (401, "cannot tell", "cannot tell"),
        (403, "cannot tell", "cannot tell"),
        (404, "gone", "cannot tell"),
        (405, "cannot tell", "cannot tell"),
        (410, "gone", "gone"),
        (429, "not reached", "not reached"),
        (451, "cannot tell", "cannot tell"),
        (500, "not reached", "not reached"),
        (503, "not reached", "not reached"),
        (999, "cannot tell", "cannot tell"),
    ],
)
def test_a_status_is_judged_by_what_the_link_is(
    web: Web, status: int, of_a_source: Word, of_a_step: Word
) -> None:
    web.put(PAGE, status)
    end = "www.example.com/page"
    assert follow(source(), web.ask()) == Answer(of_a_source, status, end)
    assert follow(step(), web.ask()) == Answer(of_a_step, status, end)


@pytest.mark.parametrize(
    ("location", "word", "end"),
    [
        ("/new", "moved", "www.example.com/new"),
        ("new", "moved", "www.example.com/new"),
        ("?again=1", "fine", "www.example.com/page"),
        ("https://example.com/page", "moved", "example.com/page"),
        ("https://help.example.com/page", "other host", "help.example.com/page"),
        ("https://elsewhere.example.net/", "other host", "elsewhere.example.net/"),
        ("https://www.example.com.evil.net/", "other host", "www.example.com.evil.net/"),
        ("/login?next=page", "login page", "www.example.com/login"),
        ("/uas/login", "login page", "www.example.com/uas/login"),
        ("/authwall", "login page", "www.example.com/authwall"),
        ("/checkpoint/lg", "login page", "www.example.com/checkpoint/lg"),
        ("https://id.example.com/ServiceLogin", "login page", "id.example.com/ServiceLogin"),
        ("https://login.example.com/x", "login page", "login.example.com/x"),
        ("https://login.example.net/x", "other host", "login.example.net/x"),
        ("/blogindex", "moved", "www.example.com/blogindex"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_judged_by_where_it_leads(
    web: Web, status: int, location: str, word: str, end: str
) -> None:
    web.put(PAGE, status, location)
    for address in ("www.example.com/new", "www.example.com/page?again=1", "example.com/page"):
        web.put(f"https://{address}")
    web.put("https://help.example.com/page")
    web.put("https://www.example.com/blogindex")
    answer = follow(source(), web.ask())
    assert (answer.word, answer.end) == (word, end)


def test_one_owner_in_a_country_has_three_labels(web: Web) -> None:
    web.put("https://www.example.co.uk/page", 302, "https://login.other.co.uk/login")
    assert follow(source("https://www.example.co.uk/page"), web.ask()).word == "other host"
    web.put("https://www.example.co.uk/page", 302, "https://login.example.co.uk/login")
    assert follow(source("https://www.example.co.uk/page"), web.ask()).word == "login page"


def test_neither_login_pages_nor_other_sites_are_asked(web: Web) -> None:
    web.put(PAGE, 302, "/login")
    follow(step(), web.ask())
    web.put(PAGE, 302, "https://elsewhere.example.net/")
    follow(step(), web.ask())
    assert web.asked == [("HEAD", PAGE)] * 2


@pytest.mark.parametrize(
    "location",
    [
        "http://www.example.com/page",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "ftp://www.example.com/",
        "https://127.0.0.1/",
        "https://localhost/",
        "https://www.example.com:8443/",
        "https://name@www.example.com/",
        "https://[bad/",
        "https://xn--exmple-cua.com/",
        "/\x1b[31mred",
        "/tab\there",
        "/" + "long" * 600,
    ],
)
def test_what_the_program_would_not_open_is_not_asked(web: Web, location: str) -> None:
    web.put(PAGE, 302, location)
    answer = follow(source(), web.ask())
    # A part that is only strange is asked for in percent signs, and is not there.
    assert answer.word in {"not safe", "gone"}
    assert "\t" not in answer.end
    assert answer.end.isprintable()
    assert all(address.startswith("https://www.example.com/") for _, address in web.asked)


def test_redirects_end(web: Web) -> None:
    web.put(PAGE, 302, "/other")
    web.put("https://www.example.com/other", 302, "/page")
    assert follow(source(), web.ask()).word == "in circles"
    assert len(web.asked) == MOST_REDIRECTS


def test_a_page_that_wants_its_cookie_back_gets_it(web: Web) -> None:
    web.put(PAGE, 302, "/page", **{"Set-Cookie": "seen=1; Path=/"})
    web.put(f"seen=1 {PAGE}")
    assert follow(source(), web.ask()) == FINE


def test_a_server_that_refuses_head_is_asked_for_the_page(web: Web) -> None:
    web.put(f"HEAD {PAGE}", 405)
    web.put(f"GET {PAGE}")
    assert follow(source(), web.ask()) == FINE
    assert web.asked == [("HEAD", PAGE), ("GET", PAGE)]
    assert web.agents == {USER_AGENT}
    assert USER_AGENT.startswith("OptoutDesktop-links/")


def test_who_does_not_answer_in_time_was_not_reached(web: Web) -> None:
    web.slow.add(PAGE)
    assert follow(source(), web.ask(patience=0.1)) == SILENT


def test_who_hangs_up_was_not_reached(web: Web) -> None:
    web.slow.add(PAGE)
    web.closed.set()
    assert follow(source(), web.ask()) == SILENT


def test_who_is_not_there_was_not_reached() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    assert follow(source(), asker(ProxyHandler({}), ToThisComputer(port))) == SILENT


def test_a_certificate_that_nobody_vouches_for_is_told(tmp_path: Path) -> None:
    program = shutil.which("openssl")
    if program is None:
        pytest.skip("openssl, which makes the certificate, is not installed")
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    new = ("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=www.example.com")
    command = (program, *new, "-keyout", key, "-out", certificate)
    subprocess.run(command, check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)

    def serve(server: socket.socket) -> None:
        plain, _ = server.accept()
        with (
            plain,
            contextlib.suppress(ssl.SSLError),
            context.wrap_socket(plain, server_side=True),
        ):
            pass

    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(20)
        thread = threading.Thread(target=serve, args=(server,))
        thread.start()
        local = ToThisComputer(server.getsockname()[1], ssl.create_default_context())
        answer = follow(source(), asker(ProxyHandler({}), local))
        thread.join()
    assert answer == Answer("not safe", 0, "www.example.com/page")


# Manners


@dataclass
class Time:
    """A clock that only moves when somebody waits, or a page takes its time."""

    now: float = 0.0
    waits: list[float] = field(default_factory=list)

    def wait(self, seconds: float) -> None:
        assert seconds > 0
        self.waits.append(seconds)
        self.now += seconds


def test_hosts_have_turns() -> None:
    links = [source(f"https://{place}") for place in ("a.com/1", "a.com/2", "b.com/1", "a.com/3")]
    assert [link.address[8:] for link in in_turns({link.address: link for link in links})] == [
        "a.com/1",
        "b.com/1",
        "a.com/2",
        "a.com/3",
    ]


def test_a_host_rests_between_two_requests(web: Web) -> None:
    time = Time()
    ask = polite(web.ask(), lambda: time.now, time.wait)
    pages = ["https://a.com/1", "https://b.com/1", "https://a.com/2"]
    for page in pages:
        web.put(page)
        ask(page, "HEAD")
        time.now += 2
    # Two hosts do not wait for each other; one has rested for 4 seconds while the other was asked.
    assert time.waits == [PAUSE - 4]
    ask("https://a.com/1", "GET")
    assert time.waits[1:] == [PAUSE - 2]
    assert web.asked == [*(("HEAD", page) for page in pages), ("GET", "https://a.com/1")]


def test_redirects_and_second_questions_rest_too(web: Web) -> None:
    time = Time()
    web.put(PAGE, 302, "/other")
    assert follow(source(), polite(web.ask(), lambda: time.now, time.wait)).word == "gone"
    assert [method for method, _ in web.asked] == ["HEAD", "HEAD", "GET"]
    assert time.waits == [PAUSE, PAUSE]


@pytest.mark.parametrize("status", [429, None])
def test_a_host_that_wants_no_more_is_left_alone(web: Web, status: int | None) -> None:
    if status is None:
        web.slow.add(PAGE)
        web.closed.set()
    else:
        web.put(PAGE, status)
    web.put("https://www.example.com/next")
    web.put("https://www.example.net/page")
    time = Time()
    ask = polite(web.ask(), lambda: time.now, time.wait)
    assert follow(source(), ask).word == "not reached"
    assert follow(source("https://www.example.com/next"), ask).word == "not reached"
    assert follow(source("https://www.example.net/page"), ask).word == "fine"
    assert web.asked == [("HEAD", PAGE), ("HEAD", "https://www.example.net/page")]
