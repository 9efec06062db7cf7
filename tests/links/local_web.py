"""A web on this computer, for tests: pages of any host, without contacting one."""
# ruff: noqa: TID251 - a server for tests, and no part of the program, which opens no connection

import socket
import ssl
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPResponse
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.request import HTTPSHandler, ProxyHandler, Request

from tests.links.asking import Ask, asker


@dataclass
class Web:
    """Pages of any host, each with its status and headers; and what was asked for."""

    pages: dict[str, tuple[int, Mapping[str, str]]] = field(default_factory=dict)
    asked: list[tuple[str, str]] = field(default_factory=list)
    agents: set[str | None] = field(default_factory=set)
    slow: set[str] = field(default_factory=set)
    closed: threading.Event = field(default_factory=threading.Event)
    port: int = 0

    def put(self, address: str, status: int = 200, location: str = "", **headers: str) -> None:
        named = {"Location": location} if location else {}
        self.pages[address] = (status, named | headers)

    def ask(self, patience: float = 20.0) -> Ask:
        return asker(ProxyHandler({}), ToThisComputer(self.port), patience=patience)


class ToThisComputer(HTTPSHandler):
    """Leads every https address to a server of the test, which need not speak TLS."""

    def __init__(self, port: int, tls: ssl.SSLContext | None = None) -> None:
        super().__init__()
        self._port = port
        self._tls = tls

    def https_open(self, req: Request) -> HTTPResponse:
        port, tls = self._port, self._tls

        class Connection(HTTPConnection):
            def connect(self) -> None:
                plain = socket.create_connection(("127.0.0.1", port), self.timeout)
                self.sock = plain
                if tls is not None:
                    with plain:
                        self.sock = tls.wrap_socket(plain, server_hostname=self.host)

        return self.do_open(Connection, req)


@contextmanager
def local_web() -> Iterator[Web]:
    """Serve pages until the test is over."""
    made = Web()

    class Pages(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            address = f"https://{self.headers['Host']}{self.path}"
            made.asked.append((self.command, address))
            made.agents.add(self.headers["User-Agent"])
            if address in made.slow:
                made.closed.wait()
                return
            keys = (f"{self.command} {address}", f"{self.headers['Cookie']} {address}", address)
            found = (made.pages[key] for key in keys if key in made.pages)
            status, headers = next(found, (404, {}))
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()

        do_HEAD = do_GET  # noqa: N815 - the standard library's name

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Pages) as server:
        made.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield made
        made.closed.set()
        server.shutdown()
        thread.join()
