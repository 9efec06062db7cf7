"""The style check refuses every module that could open a connection or a browser."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def findings(code: str, path: str) -> str:
    style = ("ruff", "check", "--select", "TID251", "--output-format", "concise")
    done = subprocess.run(
        [sys.executable, "-m", *style, "--stdin-filename", path, "-"],
        input=code,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout


@pytest.mark.parametrize(
    "code",
    [
        "import socket",
        "import ssl",
        "import http.client",
        "from http import client",
        "import urllib.request",
        "from urllib import request",
        "from urllib.request import urlopen",
        "from PySide6 import QtNetwork",
        "from PySide6.QtNetwork import QTcpSocket",
        "import webbrowser",
        "from PySide6.QtGui import QDesktopServices",
    ],
)
@pytest.mark.parametrize("room", ["base", "gui"])
def test_modules_that_reach_out_are_refused(code: str, room: str) -> None:
    assert "TID251" in findings(code, f"optout_desktop/{room}/example.py")


def test_other_modules_are_not() -> None:
    assert "TID251" not in findings("from urllib.parse import urlsplit", "optout_desktop/x.py")
