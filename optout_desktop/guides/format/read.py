"""Reading a guide: one TOML file becomes a value, or a BadGuide that says why not.

A file may come from anybody. It is read as data only, within limits of size and depth.
"""

import math
import stat
import tomllib
from collections.abc import Iterable, Mapping
from datetime import date, time
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec.structs import replace

from optout_desktop.base.errors import OptoutError
from optout_desktop.base.languages import _
from optout_desktop.base.text import shown
from optout_desktop.guides.format.beside import Files, files_beside, merged, misplaced
from optout_desktop.guides.format.expand import Dates, Table, as_written, expand, tables
from optout_desktop.guides.format.files import (
    GUIDE_FILE,
    SHARED_FOLDER,
    folder_of_guides,
    is_guide,
    shared_file,
    slug_of,
)
from optout_desktop.guides.format.freshness import date_of
from optout_desktop.guides.format.invariants import broken_promises
from optout_desktop.guides.format.problems import Problem, written
from optout_desktop.guides.format.shape import FORMAT, Guide, SharedFile
from optout_desktop.guides.format.shape_errors import misfits
from optout_desktop.guides.format.sharing import in_order, joined, sharing_problems
from optout_desktop.guides.format.toml_errors import toml_error
from optout_desktop.guides.format.types import is_slug

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
    """Return the guide in a file; its slug must be the name of its folder. Raises BadGuide."""
    refuse_loose(file)
    folder = folder_of_guides(file)
    guide = _whole(read_files(file), folder)
    if guide.slug != slug_of(file):
        raise BadGuide(*other_slug(guide.slug, file))
    return guide


def other_slug(slug: str, file: Path) -> tuple[str, str]:
    """Return what is wrong with a guide whose slug is not its folder's name, and what is right."""
    return (
        _("The slug of the guide is not the name of its folder."),
        _('Rename the folder to “{slug}”, or write: slug = "{name}"').format(
            slug=shown(slug), name=shown(slug_of(file))
        ),
    )


def refuse_loose(file: Path) -> None:
    """Raise BadGuide if a file cannot be a guide because of its name or its folder."""
    if not is_guide(file):
        raise BadGuide(
            _("A guide is a file {name} in a folder of its own.").format(name=GUIDE_FILE),
            _("Move the file to {file}.").format(file=f"{_own_folder(file)}/{GUIDE_FILE}"),
        )


def _own_folder(file: Path) -> str:
    name = file.stem if file.name != GUIDE_FILE else _("my-service")
    return shown(name)


def parse_guide(data: bytes, folder: Path | None = None) -> Guide:
    """Return the guide in the bytes of a TOML file; what it shares is in ``folder``.

    What comes back keeps what guides.format.invariants demands, holds the shared tasks as its
    own, and gives a task without rules those of the guide. Raises BadGuide.
    """
    return _whole({GUIDE_FILE: parse_table(data)}, folder)


def read_files(file: Path) -> Files:
    """Return what a guide's file and those beside it say. Raises BadGuide."""
    folder = folder_of_guides(file)
    files = {GUIDE_FILE: parse_table(read_bytes(file, folder))}
    for place in files_beside(file):
        try:
            files[place.name] = parse_table(read_bytes(place, folder))
        except BadGuide as error:
            words = _("The file {name} cannot be used: {reason}")
            raise _unusable(words, place.name, error) from error
    return files


def _whole(files: Files, folder: Path | None) -> Guide:
    raw = merged(files)
    refuse_future_format(raw)
    for _name, problem in misplaced(files):
        raise _because_of(problem, raw)
    shared = read_shared_files(shared_names(raw), folder)
    guide = shaped(raw, Guide, shared_dates(shared))
    if guide.shared:
        for problem in sharing_problems(guide, shared):
            raise _because_of(problem, raw)
        guide = joined(guide, shared)
    for problem in broken_promises(guide):
        raise _because_of(problem, raw)
    return with_rules(in_order(guide) if guide.shared else guide)


def with_rules(guide: Guide) -> Guide:
    """Return a guide with its own rules in each of its tasks that has none."""
    tasks = (task if task.applies else replace(task, applies=guide.applies) for task in guide.tasks)
    return replace(guide, tasks=tuple(tasks))


def shared_names(raw: Table) -> list[str]:
    """Return the names of the shared files that a guide refers to, each once; only usable ones."""
    names = (shared.get("file") for shared in tables(raw.get("shared")))
    return [*dict.fromkeys(name for name in names if isinstance(name, str) and is_slug(name))]


def read_shared_files(names: Iterable[str], folder: Path | None) -> dict[str, SharedFile]:
    """Return the shared files of a folder of guides, by name. Raises BadGuide."""
    files: dict[str, SharedFile] = {}
    for name in names:
        try:
            if folder is None:
                raise no_such_guide()
            raw = parse_table(read_bytes(shared_file(folder, name), folder))
            refuse_future_format(raw)
            files[name] = shaped(raw, SharedFile, {})
        except BadGuide as error:
            words = _("The shared file {name} cannot be used: {reason}")
            raise _unusable(words, f"{SHARED_FOLDER}/{name}.toml", error) from error
    return files


def shared_dates(files: Mapping[str, SharedFile]) -> dict[str, str]:
    """Return the newest date of each source of shared files, as guides.format.expand has them."""
    sources = (source for file in files.values() for source in file.sources)
    dated = ((source.id, date_of(source)) for source in sources if source.kind != "own")
    return {name: day for name, day in dated if day}


def shaped(raw: Table, kind: type[_Kind], dates: Dates) -> _Kind:
    """Return what a table says, in the full form; ``dates`` are those of the sources it takes.

    Raises BadGuide.
    """
    full = raw
    try:
        full = expand(raw, dates)
        return msgspec.convert(full, kind)
    except (msgspec.ValidationError, RecursionError) as error:
        raise _not_a_guide(raw, full, kind, str(error)) from error


def read_bytes(file: Path, folder: Path) -> bytes:
    """Return the bytes of a guide's file, if it is a plain file and small enough.

    It must be in ``folder``, the folder of guides, also when it is a link. Raises BadGuide.
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
            _("Check whether you may open it and whether it is still there."),
        ) from error


def parse_table(data: bytes) -> Table:
    """Return TOML as plain values: dates become ISO 8601 texts, texts lose a last line break.

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
            _("Lists or tables are nested too deeply."),
            _("A guide needs no more than six levels: guide, task, step, way, picture, part."),
        ) from error
    except ValueError as error:
        raise BadGuide(*toml_error(error, text)) from error


def refuse_future_format(raw: Table) -> None:
    """Raise BadGuide if the guide's format number is greater than the one known here."""
    number = raw.get("format")
    if isinstance(number, int) and number > FORMAT:
        raise BadGuide(
            _("This guide is made for a newer version of Optout Desktop."),
            _("Install the newest version of the program to use it."),
        )


def no_such_guide() -> BadGuide:
    """Return the error for a name that no guide has."""
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


def _unusable(words: str, name: str, error: BadGuide) -> BadGuide:
    return BadGuide(words.format(name=name, reason=error.title), error.hint)


def _too_large() -> BadGuide:
    return BadGuide(
        _("The file is larger than 1 MB, so it was not read."),
        _("A guide is a text of a few pages. Check whether this is the right file."),
    )


def _not_a_guide(raw: Table, full: Table, kind: type[msgspec.Struct], detail: str) -> BadGuide:
    for problem in misfits(full, kind):
        return _because_of(problem, raw)
    return BadGuide(_("The file is not a guide: {detail}").format(detail=shown(detail, 200)))


def _because_of(problem: Problem, raw: Table) -> BadGuide:
    return BadGuide(
        _("There is a mistake at {place}: {message}").format(
            place=written(as_written(problem.path, raw)), message=problem.message
        ),
        problem.hint,
    )
