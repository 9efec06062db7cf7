"""The whole job through AT-SPI, by accessible names alone, in the real program on a display."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from optout_desktop.base.clock import system_clock

HERE = Path(__file__).parent
SCRIPT = HERE / "screen_reader.py"
SYSTEM_PYTHON = Path("/usr/bin/python3")
PATIENCE = 300
"""Seconds for the whole way; far more than it needs."""


def missing() -> list[str]:
    """Name the Debian packages of what is not here."""
    programs = {"Xvfb": "xvfb", "dbus-run-session": "dbus"}
    packages = [package for program, package in programs.items() if not shutil.which(program)]
    launchers = [Path("/usr/libexec", "at-spi-bus-launcher"), *Path("/usr/lib").glob("at-spi2*/*")]
    if not any(launcher.exists() for launcher in launchers):
        packages.append("at-spi2-core")
    if not can_import("pyatspi"):
        packages.append("python3-pyatspi")
    return packages


def can_import(module: str) -> bool:
    code = f"from importlib.util import find_spec; raise SystemExit(find_spec({module!r}) is None)"
    if not SYSTEM_PYTHON.exists():
        return False
    return subprocess.run([SYSTEM_PYTHON, "-c", code], check=False).returncode == 0


@pytest.fixture
def display(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    packages = missing()
    if packages:
        pytest.skip(f"AT-SPI cannot be tried: the packages {', '.join(packages)} are missing")
    monkeypatch.syspath_prepend(str(HERE.parent / "bench"))
    from display import virtual_display

    with virtual_display() as name:
        yield name


@pytest.fixture
def environment(display: str, tmp_path: Path) -> dict[str, str]:
    """Describe a session of its own: display, D-Bus and home, with accessibility switched on."""
    runtime = tmp_path / "runtime"
    runtime.mkdir(mode=0o700)
    inherited = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    return {
        **inherited,
        "DISPLAY": display,
        "HOME": str(tmp_path),
        "XDG_RUNTIME_DIR": str(runtime),
        "QT_QPA_PLATFORM": "xcb",
        "QT_ACCESSIBILITY": "1",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "PYTHONUTF8": "1",
    }


def run_in_session(command: list[str], environment: dict[str, str], output: Path) -> int:
    """Run a command in a D-Bus session, and let nothing of the session stay."""
    with (
        output.open("wb") as said,
        subprocess.Popen(
            ["dbus-run-session", "--", *command],
            cwd=HERE.parents[1],
            env=environment,
            stdout=said,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        ) as session,
    ):
        try:
            return session.wait(PATIENCE)
        finally:
            os.killpg(session.pid, signal.SIGKILL)


def test_the_whole_way_by_accessible_names(environment: dict[str, str], tmp_path: Path) -> None:
    report, output = tmp_path / "report.html", tmp_path / "output.txt"
    sent = (system_clock() - timedelta(days=3)).date()
    program = [sys.executable, "-m", "optout_desktop", "--data-dir", str(tmp_path / "data")]
    day = f"{sent.day} {sent:%B} {sent.year}"
    command = [str(SYSTEM_PYTHON), str(SCRIPT), str(report), day, *program]
    assert run_in_session(command, environment, output) == 0, output.read_text(errors="replace")

    html = report.read_text(encoding="utf-8")
    assert f"Objection sent on {day}, case number 4711-2026." in html
    assert "Switched off, according to the person" in html
    assert "Objection accepted, according to the person" in html
