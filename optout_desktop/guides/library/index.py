"""The index: the outlines of a folder's guides in one file, so that a start reads no TOML.

One index is made when the program is built, and travels with its guides. Others are kept in the
computer's cache folder, for the guides of a checkout or of a folder of one's own. Whatever is wrong
with an index costs time and nothing else: what it does not know, or knows as it was before, is read
from the guides.
"""

import os
import time
import zlib
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from stat import S_ISDIR, S_ISREG

import msgspec
from msgspec import Struct

from optout_desktop import __version__
from optout_desktop.base.errors import OptoutError
from optout_desktop.base.files import write_atomically
from optout_desktop.guides.format.files import (
    GUIDE_FILE,
    SHARED_FOLDER,
    guide_file,
    may_hold_guide,
)
from optout_desktop.guides.format.types import is_slug
from optout_desktop.guides.library.outline import Outline, outline_of

Stamp = tuple[int, int]
"""The size of a file in bytes, and the time of its last change in nanoseconds.

The time is 0 where it says nothing, as in a wheel. The size is -1 for a link, and for whatever else
is no plain file.
"""

Files = dict[str, Stamp]
"""The TOML files of a folder, by name."""

Entries = dict[str, "Entry"]
"""What an index knows, by the slug of each guide."""

_LARGEST = 100_000_000
"""Bytes of the largest index that is read; one of a thousand guides has a tenth of that."""

_SETTLED = 2_000_000_000
"""Nanoseconds after which another change gives a file another time, even on FAT."""


class Entry(Struct, frozen=True, array_like=True):
    """An outline, and what it was made of: the files of its own folder, and the shared ones.

    ``changed`` is the time at which a file last came to the folder or went from it.
    """

    changed: int
    own: Files
    shared: Files
    outline: Outline

    def is_current(self, folder: str, shared: Files) -> bool:
        """Return whether the guide's folder and the shared files are as they were then."""
        return (
            _is_same(self.changed, _time_of(folder))
            and all(_fits(was, _stamp(f"{folder}/{name}")) for name, was in self.own.items())
            and all(_fits(was, shared.get(name)) for name, was in self.shared.items())
        )

    def is_settled(self, now: int) -> bool:
        """Return whether a change of the files after ``now``, in nanoseconds, would be noticed."""
        stamps = (*self.own.values(), *self.shared.values())
        return max(self.changed, *(time for _size, time in stamps)) + _SETTLED < now


class _Head(Struct, frozen=True):
    """The first line of the file. ``crc`` is the CRC-32 of the entries, which follow.

    It guards those parts of them that are decoded late.
    """

    made_by: int
    crc: int


def names_of_guides(folder: Path) -> list[str]:
    """Return the names of what may be the guides of a folder; none where there is no folder."""
    try:
        with os.scandir(folder) as found:
            return sorted(entry.name for entry in found if may_hold_guide(entry.name))
    except OSError:
        return []


def shared_files(folder: Path) -> Files:
    """Return the shared files of a folder of guides."""
    return _toml_files(folder / SHARED_FOLDER)


def read_entry(folder: Path, name: str, shared: Files) -> Entry | None:
    """Return the entry of a guide; None where the folder ``name`` holds none. Raises BadGuide."""
    from optout_desktop.guides.format.read import read_guide

    # Looked at before they are read: what changes meanwhile is read again the next time.
    changed, own = _time_of(str(folder / name)), _toml_files(folder / name)
    if GUIDE_FILE not in own:
        return None
    guide = read_guide(guide_file(folder, name))
    names = {f"{one.file}.toml" for one in guide.shared}
    used = {name: stamp for name, stamp in shared.items() if name in names}
    return Entry(changed, own, used, outline_of(guide))


def read_shipped(file: Path) -> Entries:
    """Return what the index that came with the program knows."""
    return _read(file, _version())


def read_cached(cache: Path, folder: Path) -> Entries:
    """Return what is known of a folder of guides from an earlier start."""
    entries = _read(_cache_file(cache, folder), _code())
    try:
        # Decoded now, as others than this program could have written it.
        for entry in entries.values():
            _ = entry.outline.tasks
    except (msgspec.MsgspecError, RecursionError):
        return {}
    return entries


def write_cached(cache: Path, folder: Path, entries: Iterable[Entry]) -> None:
    """Keep what is known of a folder of guides for the next start, if that can be."""
    now = time.time_ns()
    settled = [entry for entry in entries if entry.is_settled(now)]
    with suppress(OptoutError):
        write_atomically(_cache_file(cache, folder), _written(settled, _code()))


def shipped_index(folder: Path) -> bytes:
    """Return the index that travels with the guides of a folder; equal guides give equal bytes.

    Times are left out, as an installer sets others. Raises BadGuide, so that none is shipped.
    """
    shared = shared_files(folder)
    found = (read_entry(folder, name, shared) for name in names_of_guides(folder))
    return _written((_timeless(entry) for entry in found if entry), _version())


def _read(file: Path, made_by: int) -> Entries:
    try:
        if not file.is_file() or file.stat().st_size > _LARGEST:
            return {}
        first, _newline, rest = file.read_bytes().partition(b"\n")
        if msgspec.json.decode(first, type=_Head) != _Head(made_by, zlib.crc32(rest)):
            return {}
        entries = msgspec.json.decode(rest, type=tuple[Entry, ...])
    except (OSError, ValueError, msgspec.MsgspecError, RecursionError):
        return {}
    return {entry.outline.slug: entry for entry in entries if is_slug(entry.outline.slug)}


def _written(entries: Iterable[Entry], made_by: int) -> bytes:
    lines = b"[\n%b\n]\n" % b",\n".join(map(msgspec.json.encode, entries))
    return msgspec.json.encode(_Head(made_by, zlib.crc32(lines))) + b"\n" + lines


def _toml_files(folder: Path) -> Files:
    """Return the TOML files of a folder, but for hidden ones; none where there is no folder."""
    files = [file for file in folder.glob("*.toml") if not file.name.startswith(".")]
    if folder.is_symlink():
        return {file.name: (-1, 0) for file in files}
    return {file.name: _stamp(str(file)) for file in files}


def _stamp(file: str) -> Stamp:
    try:
        about = os.lstat(file)
    except OSError:
        return (-1, 0)
    return (about.st_size if S_ISREG(about.st_mode) else -1, about.st_mtime_ns)


def _time_of(folder: str) -> int:
    """Return when a file last came to a folder or went from it; -1 for a link."""
    try:
        about = os.lstat(folder)
    except OSError:
        return -1
    return about.st_mtime_ns if S_ISDIR(about.st_mode) else -1


def _is_same(was: int, now: int) -> bool:
    # A link is never believed: reading the guide finds out where it leads.
    return now >= 0 and was in {0, now}


def _fits(was: Stamp, now: Stamp | None) -> bool:
    return now is not None and was[0] == now[0] >= 0 and was[1] in {0, now[1]}


def _timeless(entry: Entry) -> Entry:
    own, shared = (
        {name: (size, 0) for name, (size, _time) in files.items()}
        for files in (entry.own, entry.shared)
    )
    return Entry(0, own, shared, entry.outline)


def _cache_file(cache: Path, folder: Path) -> Path:
    return cache / f"guides-{zlib.crc32(os.fsencode(folder.absolute())):08x}.json"


def _version() -> int:
    return zlib.crc32(__version__.encode())


def _code() -> int:
    """Return a number that changes with the code that makes outlines, as it does in a checkout."""
    modules = [
        (file.name, about.st_size, about.st_mtime_ns)
        for file in sorted(Path(__file__).parents[1].glob("*/*.py"))
        for about in (file.stat(),)
    ]
    return zlib.crc32(repr((__version__, modules)).encode())
