"""The index: the outlines of a folder's guides in one file, so that a start reads no TOML.

One index is made when the program is built, and travels with its guides. Others are kept in the
computer's cache folder, for the guides of a checkout or of a folder of one's own. Whatever is wrong
with an index costs time and nothing else: what it does not know, or knows as it was before, is read
from the guides.
"""

import os
import time
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec import Raw, Struct

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

Files = dict[str, tuple[int, int]]
"""The TOML files of a folder by name: the size of each in bytes, and the time of its last change in
nanoseconds. The time is 0 where it says nothing, as in a wheel; the size is -1 for a link, and for
whatever else is no plain file."""

Entries = dict[str, "Entry"]
"""What an index knows, by the slug of each guide."""

_LARGEST = 100_000_000
"""Bytes of the largest index that is read; one of a thousand guides has a tenth of that."""

_SETTLED = 2_000_000_000
"""Nanoseconds after which another change gives a file another time, even on FAT."""


class Entry(Struct, frozen=True, array_like=True):
    """An outline, and the files that it was made of: its own folder's, and the shared ones."""

    own: Files
    shared: Files
    outline: Outline

    def fits(self, own: Files, shared: Files) -> bool:
        """Return whether the files are as they were when the outline was made."""
        return (
            self.own.keys() == own.keys()
            and all(_unchanged(was, own[name]) for name, was in self.own.items())
            and all(_unchanged(was, shared.get(name)) for name, was in self.shared.items())
        )

    def is_settled(self, now: int) -> bool:
        """Return whether a change of the files after ``now``, in nanoseconds, would be noticed."""
        times = (time for files in (self.own, self.shared) for _size, time in files.values())
        return all(time + _SETTLED < now for time in times)


class _Index(Struct, frozen=True):
    """The file. ``crc`` is the CRC-32 of ``entries``, as parts of them are decoded late."""

    made_by: int
    crc: int
    entries: Raw


def folders_of_guides(folder: Path) -> Iterator[tuple[str, Files]]:
    """Yield the name of each guide's own folder in a folder of guides, with its files, by name."""
    try:
        with os.scandir(folder) as found:
            names = sorted(entry.name for entry in found if may_hold_guide(entry.name))
    except OSError:
        return
    for name in names:
        files = toml_files(folder / name)
        if GUIDE_FILE in files:
            yield name, files


def toml_files(folder: Path) -> Files:
    """Return the TOML files of a folder, but for hidden ones; none where there is no folder."""
    is_link = folder.is_symlink()
    files: Files = {}
    with suppress(OSError), os.scandir(folder) as found:
        for entry in found:
            if entry.name.endswith(".toml") and not entry.name.startswith("."):
                about = entry.stat(follow_symlinks=False)
                is_plain = entry.is_file(follow_symlinks=False) and not is_link
                files[entry.name] = (about.st_size if is_plain else -1, about.st_mtime_ns)
    return files


def shared_files(folder: Path) -> Files:
    """Return the shared files of a folder of guides."""
    return toml_files(folder / SHARED_FOLDER)


def read_entry(folder: Path, name: str, own: Files, shared: Files) -> Entry:
    """Read a guide, whose files were looked at before, and outline it. Raises BadGuide."""
    # Imported late: what comes from an index needs no TOML.
    from optout_desktop.guides.format.read import read_guide

    guide = read_guide(guide_file(folder, name))
    names = {f"{one.file}.toml" for one in guide.shared}
    used = {name: about for name, about in shared.items() if name in names}
    return Entry(own, used, outline_of(guide))


def read_shipped(file: Path) -> Entries:
    """Return what the index that came with the program knows."""
    return _read(file, _version())


def read_cached(cache: Path, folder: Path) -> Entries:
    """Return what is known of a folder of guides from an earlier start."""
    return _read(_cache_file(cache, folder), _code())


def write_cached(cache: Path, folder: Path, entries: Iterable[Entry]) -> None:
    """Keep what is known of a folder of guides for the next start, if that can be."""
    now = time.time_ns()
    settled = [entry for entry in entries if entry.is_settled(now)]
    with suppress(OptoutError):
        write_atomically(_cache_file(cache, folder), _written(settled, _code()))


def shipped_index(folder: Path) -> bytes:
    """Make the index that travels with the guides of a folder; equal guides give equal bytes.

    Times are left out, as an installer sets others. Raises BadGuide, so that none is shipped.
    """
    shared = _timeless(shared_files(folder))
    entries = (
        read_entry(folder, name, _timeless(own), shared) for name, own in folders_of_guides(folder)
    )
    return _written(entries, _version())


def _read(file: Path, made_by: int) -> Entries:
    try:
        if not file.is_file() or file.stat().st_size > _LARGEST:
            return {}
        index = msgspec.json.decode(file.read_bytes(), type=_Index)
        if index.made_by != made_by or index.crc != zlib.crc32(index.entries):
            return {}
        entries = msgspec.json.decode(index.entries, type=tuple[Entry, ...])
    except (OSError, ValueError, msgspec.MsgspecError, RecursionError):
        return {}
    return {entry.outline.slug: entry for entry in entries if is_slug(entry.outline.slug)}


def _written(entries: Iterable[Entry], made_by: int) -> bytes:
    lines = b"[\n%b\n]" % b",\n".join(map(msgspec.json.encode, entries))
    return b'{"made_by":%d,"crc":%d,"entries":%b}\n' % (made_by, zlib.crc32(lines), lines)


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


def _unchanged(was: tuple[int, int], now: tuple[int, int] | None) -> bool:
    # A link is never believed: reading the guide finds out where it leads.
    return now is not None and was[0] == now[0] >= 0 and was[1] in {0, now[1]}


def _timeless(files: Files) -> Files:
    return {name: (size, 0) for name, (size, _time) in files.items()}
