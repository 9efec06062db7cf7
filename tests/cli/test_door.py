"""The door: a window, a command, or a word on why there is no window."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def started(*arguments: str, data: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name not in DISPLAYS}
    return subprocess.run(
        [sys.executable, "-m", "optout_desktop", *arguments],
        env={**environment, "OPTOUT_DATA_DIR": str(data), "PYTHONUTF8": "1", **variables},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_a_command_needs_no_window(tmp_path: Path) -> None:
    code = (
        "import sys\nsys.argv = ['optout-desktop', *sys.argv[1:]]\n"
        "from optout_desktop.__main__ import main\nmain()\nprint(*sys.modules)"
    )
    command = (sys.executable, "-c", code, "--data-dir", str(tmp_path), "list")
    modules = set(subprocess.check_output(command, encoding="utf-8").splitlines()[-1].split())
    assert "optout_desktop.cli.list" in modules
    assert "PySide6" not in modules


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a display is certain elsewhere")
@pytest.mark.parametrize("arguments", [(), ("--service", "linkedin"), ("--person=me",)])
def test_without_a_display_the_list_is_shown(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    done = started(*arguments, data=tmp_path)
    assert done.returncode == 0
    assert done.stderr == ""
    first, *rest = done.stdout.splitlines()
    assert first.startswith("There is no display for the window")
    assert [line for line in rest if line.startswith("LinkedIn (linkedin): ")]


@pytest.mark.parametrize("arguments", [("--service",), ("--person", "--service"), ("--wrong",)])
def test_what_is_not_about_the_window_is_explained(
    tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    done = started(*arguments, data=tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith("usage: optout-desktop")


@pytest.mark.parametrize("name", ["Ada", ""])
def test_a_wrong_name_opens_nobodys_checklist(tmp_path: Path, name: str) -> None:
    done = started("--person", name, data=tmp_path, QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 1
    assert done.stderr.splitlines() == [f"There is no person “{name}”.", "There are: me."]


def test_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "optout_desktop", "show", "linkedin"],
        env={**os.environ, "OPTOUT_DATA_DIR": str(tmp_path)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


def test_a_terminal_of_few_characters_stops_nothing(tmp_path: Path) -> None:
    done = started(
        "show", "linkedin", data=tmp_path, PYTHONIOENCODING="ascii", PYTHONUTF8="0", LC_ALL="C"
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.isascii()
