"""The log of what nobody foresaw: it says where it happened, and nothing that a person wrote."""

import errno
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import FunctionType
from typing import Literal

import msgspec
import pytest

from optout_desktop import __version__
from optout_desktop.base.errors import OptoutError
from optout_desktop.base.log import LOG_LIMIT, add_to_log, described, log_file
from optout_desktop.base.paths import Folders

NOTE = "My boss must not know that"
"""What a person wrote."""


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders(tmp_path / "data", tmp_path / "settings", tmp_path / "computer")


def raised(act: Callable[[], object]) -> BaseException:
    with pytest.raises(BaseException) as caught:  # noqa: PT011 - of whatever kind
        act()
    return caught.value


def read_a_number() -> int:
    return int(NOTE)


def write_a_document() -> None:
    raise OSError(errno.ENOSPC, NOTE, f"/home/ada/{NOTE}.doc")


def break_the_rule_of_os_errors() -> None:
    raise OSError(NOTE, NOTE)


def decode() -> str:
    return NOTE.encode("utf-16").decode("utf-8")


def check_a_type() -> object:
    return msgspec.convert(NOTE, Literal["yes", "no"])


def look_up() -> str:
    known: dict[str, str] = {}
    return known[NOTE]


def add_a_remark() -> None:
    error = ValueError()
    error.add_note(NOTE)
    raise error


def raise_because_of_another() -> None:
    try:
        read_a_number()
    except ValueError as error:
        raise OptoutError(NOTE, NOTE) from error


def fail_while_failing() -> None:
    try:
        read_a_number()
    except ValueError:
        look_up()


def recurse() -> None:
    recurse()


QUOTING = (
    read_a_number,
    write_a_document,
    break_the_rule_of_os_errors,
    decode,
    check_a_type,
    look_up,
    add_a_remark,
    raise_because_of_another,
    fail_while_failing,
)


@pytest.mark.parametrize("act", QUOTING)
def test_a_record_never_quotes_what_a_person_wrote(act: FunctionType) -> None:
    error = raised(act)
    carried = f"{error} {error.args} {getattr(error, '__notes__', '')}"
    assert "boss" in carried.replace("\\x00", "")
    record = described(error)
    assert not any(word in record for word in ("boss", "ada", ".doc"))
    assert f"in {act.__name__}" in record


def test_a_record_names_versions_and_the_way_to_the_error() -> None:
    versions, kind, *calls, last = described(raised(read_a_number)).splitlines()
    assert versions.startswith(f"Optout Desktop {__version__}, Python 3.")
    assert "msgspec 0." in versions
    assert kind == "ValueError"
    assert calls
    line = read_a_number.__code__.co_firstlineno + 1
    assert last.endswith(f"test_log:{line} in read_a_number")


def test_a_record_says_what_led_to_the_error() -> None:
    lines = described(raised(raise_because_of_another)).splitlines()
    assert "optout_desktop.base.errors.OptoutError" in lines
    assert "Because of ValueError" in lines[lines.index("optout_desktop.base.errors.OptoutError") :]
    assert "Because of ValueError" in described(raised(fail_while_failing)).splitlines()


def test_what_the_system_says_is_told() -> None:
    assert "OSError: ENOSPC, No space left on device" in described(raised(write_a_document))


def test_an_endless_recursion_fits_on_a_page() -> None:
    record = described(raised(recurse))
    assert "RecursionError" in record
    assert " more)" in record
    assert len(record.splitlines()) < 80


def test_the_folder_that_names_a_person_is_shortened(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(variable, str(Path("/home/ada")))
    file = Path("/home/ada/program/x.py")
    record = described(ImportError(f"cannot import name 'x' from 'y' ({file})"))
    assert str(Path("~/program/x.py")) in record
    assert "ada" not in record


def test_the_log_gets_one_record_after_another(folders: Folders) -> None:
    assert not log_file(folders).exists()
    assert add_to_log(folders, "one\n  more")
    assert add_to_log(folders, "two")
    first, one, more, gap, second, two, *rest = log_file(folders).read_text().split("\n")
    assert first.endswith("+00:00")
    assert second.endswith("+00:00")
    assert [one, more, gap, two, *rest] == ["one", "  more", "", "two", "", ""]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_the_log_is_for_the_person_alone(folders: Folders) -> None:
    add_to_log(folders, "one")
    assert stat.S_IMODE(log_file(folders).stat().st_mode) == 0o600


def test_three_files_of_a_megabyte_are_the_most_that_is_kept(folders: Folders) -> None:
    for number in range(7):
        assert add_to_log(folders, f"{number}" * (LOG_LIMIT // 2))
    logs = sorted(folders.computer.glob("*.txt"))
    assert [file.name for file in logs] == ["log.1.txt", "log.2.txt", "log.txt"]
    assert all(file.stat().st_size <= LOG_LIMIT for file in logs)
    assert [file.read_text().splitlines()[1][0] for file in logs] == ["5", "4", "6"]


def test_without_a_place_for_the_log_the_program_goes_on(folders: Folders) -> None:
    folders.computer.write_text("not a folder")
    assert not add_to_log(folders, "one")


def test_several_processes_can_write_at_once(folders: Folders) -> None:
    code = """
import sys
from pathlib import Path
from optout_desktop.base.log import add_to_log
from optout_desktop.base.paths import Folders
for number in range(20):
    while not add_to_log(Folders(*map(Path, sys.argv[2:])), sys.argv[1] + str(number)):
        pass
"""
    places = (folders.data, folders.settings, folders.computer)
    processes = [
        subprocess.Popen([sys.executable, "-c", code, name, *map(str, places)]) for name in "ab"
    ]
    assert [process.wait() for process in processes] == [0, 0]
    records = log_file(folders).read_text().splitlines()[1::3]
    assert sorted(records) == sorted(f"{name}{number}" for name in "ab" for number in range(20))
