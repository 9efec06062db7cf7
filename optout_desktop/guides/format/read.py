"""Reading a guide: one TOML file becomes a value, or a BadGuide that says why not.

A file may come from anybody. It is read as data only, within limits of size and depth.
"""

import math
import re
import stat
import tomllib
from datetime import date, time
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec.structs import replace

from optout_desktop.base.errors import OptoutError
from optout_desktop.base.languages import _
from optout_desktop.base.text import shown
from optout_desktop.guides.format.files import (
    GUIDE_FILE,
    SHARED_FOLDER,
    folder_of_guides,
    is_guide,
    shared_file,
    slug_of,
)
from optout_desktop.guides.format.invariants import broken_promises
from optout_desktop.guides.format.problems import Problem, written
from optout_desktop.guides.format.shape import FORMAT, Guide, SharedFile
from optout_desktop.guides.format.sharing import in_order, joined, sharing_problems

MAXIMUM_BYTES = 1_000_000

# tomllib needs a time that grows with the square of a key's parts: one key of 500,000 parts takes
# an hour. The largest guide has a thousand times fewer dots than these allow.
_MOST_DOTS_IN_A_LINE = 100
_MOST_SQUARED_DOTS = 5_000_000
_LARGEST_NUMBER = 2**63 - 1

_Kind = TypeVar("_Kind", Guide, SharedFile)


class BadGuide(OptoutError):  # noqa: N818 - a guide that is bad, not an error in this program
    """A guide that cannot be used; ``line`` is where, counted from 1."""

    def __init__(self, title: str, hint: str = "", line: int = 1) -> None:
        super().__init__(title, hint)
        self.line = line


def read_guide(file: Path) -> Guide:
    """Read a guide from its file; the slug must be the name of its folder. Raises BadGuide."""
    refuse_loose(file)
    folder = folder_of_guides(file)
    guide = parse_guide(read_bytes(file, folder), folder)
    if guide.slug != slug_of(file):
        raise BadGuide(
            _("The guide calls itself by another name than its folder."),
            _("Name the folder {name}.").format(name=guide.slug),
        )
    return guide


def refuse_loose(file: Path) -> None:
    """Raise BadGuide if a file cannot be a guide because of its name or its folder."""
    if not is_guide(file):
        raise BadGuide(
            _("A guide is a file {name} in a folder of its own.").format(name=GUIDE_FILE),
            _("Move it to {file}.").format(file=f"{_own_folder(file)}/{GUIDE_FILE}"),
        )


def _own_folder(file: Path) -> str:
    name = file.stem if file.name != GUIDE_FILE else _("my-service")
    return shown(name)


def parse_guide(data: bytes, folder: Path | None = None) -> Guide:
    """Read a guide from the bytes of a TOML file; what it shares lies in ``folder``.

    What comes back keeps what guides.format.invariants demands, holds the shared tasks as its
    own, and gives a task without rules those of the guide. Raises BadGuide.
    """
    guide = _read(data, Guide)
    if guide.shared:
        files = read_shared_files(guide, folder)
        for problem in sharing_problems(guide, files):
            raise _because_of(problem)
        guide = joined(guide, files)
    for problem in broken_promises(guide):
        raise _because_of(problem)
    return with_rules(in_order(guide) if guide.shared else guide)


def with_rules(guide: Guide) -> Guide:
    """Give the rules of a guide to each of its tasks that has none."""
    tasks = (task if task.applies else replace(task, applies=guide.applies) for task in guide.tasks)
    return replace(guide, tasks=tuple(tasks))


def read_shared_files(guide: Guide, folder: Path | None) -> dict[str, SharedFile]:
    """Read the shared files that a guide refers to, by name, from its folder. Raises BadGuide."""
    files: dict[str, SharedFile] = {}
    for name in dict.fromkeys(shared.file for shared in guide.shared):
        try:
            if folder is None:
                raise no_such_guide()
            files[name] = _read(read_bytes(shared_file(folder, name), folder), SharedFile)
        except BadGuide as error:
            raise BadGuide(
                _("The shared file {name} cannot be used: {reason}").format(
                    name=f"{SHARED_FOLDER}/{name}.toml", reason=error.title
                ),
                error.hint,
            ) from error
    return files


def read_bytes(file: Path, folder: Path) -> bytes:
    """Read the bytes of a guide's file, if it is a plain file and small enough.

    It must lie in ``folder``, the folder of guides, also when it is a link. Raises BadGuide.
    """
    try:
        real = file.resolve(strict=True)
        if not real.is_relative_to(folder.resolve()):
            raise BadGuide(
                _("The file is a link that leads out of the folder of guides."),
                _("Put the guide itself into the folder."),
            )
        about = real.stat()
        if not stat.S_ISREG(about.st_mode):
            raise BadGuide(
                _("This is not a file that can be read."), _("A guide is a plain text file.")
            )
        if about.st_size > MAXIMUM_BYTES:
            raise _too_large()
        with real.open("rb") as opened:
            return opened.read(MAXIMUM_BYTES + 1)
    except FileNotFoundError as error:
        raise no_such_guide() from error
    except (OSError, RuntimeError, ValueError) as error:
        raise BadGuide(
            _("The file cannot be read."),
            _("Look whether you may open it, and whether it is still there."),
        ) from error


def parse_table(data: bytes) -> dict[str, object]:
    """Read TOML into plain values: dates become ISO 8601 texts, texts lose a last line break.

    Raises BadGuide with the line.
    """
    if len(data) > MAXIMUM_BYTES:
        raise _too_large()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadGuide(
            _("The file holds bytes that are not text."),
            _("Save the file with the encoding UTF-8."),
            1 + data.count(b"\n", 0, error.start),
        ) from error
    dots = [line.count(".") for line in text.split("\n")]
    if (
        max(dots) > _MOST_DOTS_IN_A_LINE
        or sum(count * count for count in dots) > _MOST_SQUARED_DOTS
    ):
        raise BadGuide(
            _("This line has more dots than any text or key needs."),
            _("Break the line, or write fewer dots."),
            1 + dots.index(max(dots)),
        )
    try:
        return {key: _plain(value) for key, value in tomllib.loads(text).items()}
    except RecursionError as error:
        raise BadGuide(
            _("Lists or tables lie inside each other too deeply."),
            _("A guide needs no more than six levels: guide, task, step, way, picture, part."),
        ) from error
    except ValueError as error:
        raise _not_toml(error, text) from error


def refuse_future_format(raw: dict[str, object]) -> None:
    """Raise BadGuide if the guide's format number is greater than the one known here."""
    number = raw.get("format")
    if isinstance(number, int) and number > FORMAT:
        raise BadGuide(
            _("This guide is made for a newer version of Optout Desktop."),
            _("Install the newest version of the program to use it."),
        )


def no_such_guide() -> BadGuide:
    """Say that there is no guide of the name that was asked for."""
    return BadGuide(_("There is no such guide."), _("Look for its name in the list."))


def _plain(value: object) -> object:
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, str):
        # Python's $ lets one last line break pass the patterns of the shape.
        return value.rstrip("\n")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, int) and abs(value) > _LARGEST_NUMBER:
        # Not a whole number to TOML; and Python would fail later, when it is to be shown.
        return math.inf
    return value


def _read(data: bytes, kind: type[_Kind]) -> _Kind:
    raw = parse_table(data)
    refuse_future_format(raw)
    try:
        return msgspec.convert(raw, kind)
    except (msgspec.ValidationError, RecursionError) as error:
        raise _not_a_guide(raw, kind, str(error)) from error


def _too_large() -> BadGuide:
    return BadGuide(
        _("The file is larger than 1 MB, so it was not read."),
        _("A guide is a text of a few pages. Look whether this is the right file."),
    )


def _not_toml(error: ValueError, text: str) -> BadGuide:
    # tomllib tells the place in its message alone before Python 3.14.
    place = re.search(r"\(at line (\d+), column \d+\)$", str(error))
    line = int(place[1]) if place else 1 + text.rstrip("\n").count("\n")
    if re.search(r"=\s*\d{4}-\d{2}\s*(#.*)?$", text.split("\n")[line - 1]):
        return BadGuide(
            _("A month without a day cannot stand alone here."),
            _('Put it between quotation marks: "2026-08".'),
            line,
        )
    if re.search(r"=\s*\d{4}-\d{1,2}-\d{1,2}\s*(#.*)?$", text.split("\n")[line - 1]):
        return BadGuide(_("This date does not exist."), _("Write it as 2026-08-21."), line)
    if re.match(r'[^"#]*=\s*"[^"]*"[^"#]+"', text.split("\n")[line - 1]):
        return BadGuide(
            _("A text ends before its line does."),
            _('Is there a straight " inside it? Write “ and ”, or put a \\ before it.'),
            line,
        )
    return BadGuide(*_in_plain_words(str(error).rpartition(" (at ")[0] or str(error)), line)


def _in_plain_words(message: str) -> tuple[str, str]:
    if message.startswith(("Cannot overwrite", "Cannot declare", "Duplicate", "Cannot mutate")):
        return (
            _("This name is used twice in the same place."),
            _("To begin one more, write [[name]] in double brackets. Else give it another name."),
        )
    if message.startswith("Invalid date"):
        return (
            _("This date does not exist."),
            _("Write year, month and day: 2026-08-21."),
        )
    if message.startswith(
        ("Unterminated string", "Expected \"'", "Expected '\"", "Illegal character")
    ):
        return (
            _("A text does not end where it should, or holds a character that it cannot have."),
            _('Put texts of one line between " and ", longer ones between """ and """.'),
        )
    if message.startswith("Invalid value"):
        return (
            _("What stands after the = sign cannot be read."),
            _('Put texts between " and ". Write true, false and numbers without them.'),
        )
    return (
        _("This line is not valid TOML: {detail}.").format(detail=shown(message.rstrip("."), 120)),
        _("Each line must look like: name = value"),
    )


def _not_a_guide(raw: dict[str, object], kind: type[msgspec.Struct], detail: str) -> BadGuide:
    # Imported late: good guides never need it.
    from optout_desktop.guides.format.shape_errors import misfits

    for problem in misfits(raw, kind):
        return _because_of(problem)
    return BadGuide(_("The file is not a guide: {detail}").format(detail=shown(detail, 200)))


def _because_of(problem: Problem) -> BadGuide:
    return BadGuide(
        _("There is a mistake at {place}: {message}").format(
            place=written(problem.path), message=problem.message
        ),
        problem.hint,
    )
