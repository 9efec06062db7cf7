"""An error that nobody foresaw, in the real command: a sentence, a log, an exit code of its own."""

import os
import subprocess
import sys
from pathlib import Path

NOTE = "My boss must not know that"
BROKEN = f"""
import sys
import optout_desktop.cli.command as command

def read_settings(*_):
    return int({NOTE!r})

command.read_settings = read_settings
from optout_desktop.__main__ import main
sys.exit(main())
"""


def broken(
    *arguments: str, python: tuple[str, ...] = (), **variables: str
) -> subprocess.CompletedProcess[str]:
    """Run the command where reading the settings fails as nobody foresaw."""
    return subprocess.run(
        [sys.executable, *python, "-c", BROKEN, *arguments],
        env={**os.environ, "PYTHONUTF8": "1", **variables},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_the_person_reads_a_sentence_and_the_log_holds_the_rest(tmp_path: Path) -> None:
    done = broken("list", OPTOUT_DATA_DIR=str(tmp_path))
    (log,) = tmp_path.rglob("log.txt")
    assert (done.returncode, done.stdout) == (70, "")
    (sentence,) = done.stderr.splitlines()
    assert sentence.startswith("Something went wrong that should not have. What was saved is safe.")
    assert str(log) in sentence
    record = log.read_text()
    assert "ValueError" in record
    assert "optout_desktop.cli.command:" in record
    assert "boss" not in record


def test_the_log_lies_in_the_folder_that_was_named(tmp_path: Path) -> None:
    done = broken("--data-dir", str(tmp_path / "mine"), "list", OPTOUT_DATA_DIR=str(tmp_path / "x"))
    (log,) = (tmp_path / "mine").rglob("log.txt")
    assert str(log) in done.stderr
    assert not (tmp_path / "x").exists()


def test_where_no_log_can_be_written_the_terminal_shows_the_record(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    done = broken("list", OPTOUT_DATA_DIR=str(tmp_path / "file"))
    assert done.returncode == 70
    assert "optout_desktop.cli.command:" in done.stderr
    assert "boss" not in done.stderr


def test_developers_see_the_traceback(tmp_path: Path) -> None:
    done = broken("list", python=("-X", "dev"), OPTOUT_DATA_DIR=str(tmp_path))
    assert "Traceback" in done.stderr
    assert NOTE in done.stderr
