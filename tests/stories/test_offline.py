"""The whole job under a trace of system calls: no network, and no file written but the person's."""

import os
import platform
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.stories.person import REPORTS

ROOT = Path(__file__).parents[2]
LINKING = ("link", "linkat", "symlink", "symlinkat")
# What can change a file; a question mark lets strace pass over what this processor does not have.
CHANGING = (
    *("open", "openat", "openat2", "creat", "truncate", "rename", "renameat", "renameat2"),
    *("mkdir", "mkdirat", "rmdir", "unlink", "unlinkat", *LINKING),
    *("mknod", "mknodat", "chmod", "fchmodat", "chown", "lchown", "fchownat"),
)
TRACED = f"trace=%network,{','.join(f'?{call}' for call in CHANGING)}"

SOCKET = re.compile(r"socket(?:pair)?\((\w+)")
TO_WRITE = re.compile(r"\bO_(?:WRONLY|RDWR|CREAT|TRUNC|APPEND)\b")
PATHS = re.compile(r'(?:\w+<([^>]*)>, )?"((?:[^"\\]|\\.)*)"')
LOCAL_SOCKETS = {"AF_UNIX", "AF_NETLINK"}
"""To the display and the desktop, and to ask the kernel for its devices; none leaves."""
HARMLESS = ("/dev/null", "/dev/tty", "/dev/dri/")
"""Devices, which keep nothing."""


def commands(reports: Path) -> Iterator[tuple[str, ...]]:
    """List the same jobs in a terminal."""
    yield ("list", "linked in")
    yield ("show", "linkedin", "--region", "DE")
    yield ("tick", "linkedin", "ai-toggle", "open")
    yield ("tick", "linkedin", "ai-toggle", "find", "--could-not-find", "other-words")
    yield ("report", "--format", "html", "-o", str(reports / "terminal.html"))
    yield ("guides", "check")
    yield ("picture", "linkedin", "ai-toggle", "switch", "--state", "after")
    yield ("where", "--json")
    yield ("my-data", "list")


@pytest.fixture
def strace() -> str:
    program = shutil.which("strace")
    if program is None:
        pytest.skip("system calls cannot be traced: strace is not installed")
    tried = subprocess.run(
        [program, "-f", "--seccomp-bpf", "-o", os.devnull, sys.executable, "-c", ""],
        capture_output=True,
        text=True,
        check=False,
    )
    if tried.returncode:
        pytest.skip(f"system calls cannot be traced: strace is refused ({tried.stderr.strip()})")
    return program


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, str]]:
    """Describe a home of its own, and a real display where there can be one."""
    monkeypatch.syspath_prepend(str(ROOT / "tests" / "bench"))
    from display import virtual_display

    runtime = tmp_path / "runtime"
    runtime.mkdir(mode=0o700)
    inherited = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    described = {
        **inherited,
        "HOME": str(tmp_path / "home"),
        "XDG_RUNTIME_DIR": str(runtime),
        # Without one, Qt would start a D-Bus session that outlives the test.
        "DBUS_SESSION_BUS_ADDRESS": f"unix:path={runtime}/none",
        "OPTOUT_DATA_DIR": str(tmp_path / "data"),
        "PYTHONUTF8": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
        "QT_QPA_PLATFORM": "offscreen",
    }
    with ExitStack() as stack:
        if shutil.which("Xvfb"):
            display = stack.enter_context(virtual_display())
            described |= {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        yield described


class Tracer:
    """Runs our Python under strace and keeps what it did."""

    def __init__(self, strace: str, environment: dict[str, str], file: Path) -> None:
        self.command = (
            strace,
            "-f",
            "--seccomp-bpf",
            "-y",
            "-qq",
            "-s",
            "4096",
            "-o",
            str(file),
            "-e",
            TRACED,
        )
        self.environment = environment
        self.file = file

    def run(self, *arguments: str) -> list[str]:
        done = subprocess.run(
            [*self.command, "--", sys.executable, *arguments],
            cwd=ROOT,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return self.file.read_text(encoding="utf-8", errors="replace").splitlines()


@pytest.fixture
def tracer(strace: str, environment: dict[str, str], tmp_path: Path) -> Tracer:
    return Tracer(strace, environment, tmp_path / "calls.txt")


def socket_families(calls: Sequence[str]) -> set[str]:
    return {family for call in calls for family in SOCKET.findall(call)}


def written(calls: Sequence[str]) -> set[Path]:
    """Find what was opened for writing, made, renamed, removed or changed."""
    found = set()
    for call in calls:
        name, _, rest = re.sub(r"^\d+ +", "", call).partition("(")
        if name not in CHANGING or (name.startswith("open") and not TO_WRITE.search(rest)):
            continue
        if " = -1 " in rest:
            continue
        paths = PATHS.findall(rest)
        # A link changes where it is made, not what it leads to.
        for folder, path in paths[-1:] if name in LINKING else paths:
            found.add(Path(os.path.normpath(Path(folder or ROOT, path))))
    return found


def strangers(calls: Sequence[str], *known: Path) -> set[Path]:
    """Find what was written to that is neither known nor harmless."""
    return {
        path
        for path in written(calls)
        if not any(path == one or one in path.parents for one in known)
        and not str(path).startswith(HARMLESS)
    }


pytestmark = pytest.mark.skipif(platform.system() != "Linux", reason="strace is for Linux alone")


def test_the_whole_way_in_the_window(tracer: Tracer, tmp_path: Path) -> None:
    data, reports = tmp_path / "data", tmp_path / "reports"
    reports.mkdir()
    calls = tracer.run("-m", "tests.stories.person", str(data), str(reports))
    assert socket_families(calls) <= LOCAL_SOCKETS
    assert {reports / name for name in REPORTS} <= written(calls)
    assert any(path.suffix == ".jsonl" for path in written(calls))
    assert strangers(calls, data, reports) == set()


def test_the_same_jobs_in_a_terminal(tracer: Tracer, tmp_path: Path) -> None:
    data, reports = tmp_path / "data", tmp_path / "reports"
    reports.mkdir()
    calls = [
        call
        for arguments in commands(reports)
        for call in tracer.run("-m", "optout_desktop", *arguments)
    ]
    assert socket_families(calls) <= LOCAL_SOCKETS
    assert reports / "terminal.html" in written(calls)
    assert strangers(calls, data, reports) == set()


@pytest.mark.parametrize("family", ["AF_INET", "AF_INET6"])
def test_a_socket_would_be_seen(tracer: Tracer, family: str) -> None:
    calls = tracer.run("-c", f"import socket; socket.socket(socket.{family}, socket.SOCK_DGRAM)")
    assert family in socket_families(calls)


def test_a_stray_file_would_be_seen(tracer: Tracer, tmp_path: Path) -> None:
    script = """
import os, sys
os.chdir(sys.argv[1])
folder = os.open(".", os.O_RDONLY)
open("made", "w").close()
os.rename("made", "renamed")
os.mkdir("folder", dir_fd=folder)
os.symlink("/nowhere", "link")
os.unlink("link")
open("renamed").close()
open(os.devnull, "w").close()
"""
    place = tmp_path / "place"
    place.mkdir()
    calls = tracer.run("-c", script, str(place))
    assert strangers(calls, tmp_path / "elsewhere") >= {place / "folder"}
    assert strangers(calls, place, ROOT) == set()
