"""The guides on this computer: their outlines for the list, and one of them when it is opened.

The list comes from the prebuilt index; only guides that it does not know are read as TOML, and
what that needs is imported only then.
"""

import os
import re
import zlib
from pathlib import Path
from stat import S_ISREG
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from optout_desktop.base.errors import OptoutError
from optout_desktop.guides.format.files import (
    GUIDE_FILE,
    SHARED_FOLDER,
    folder_of_guides,
    guide_file,
    guide_files,
    may_hold_guide,
    slug_of,
)
from optout_desktop.guides.library.outline import Outline, read_outline
from optout_desktop.guides.library.renamed import renamed

if TYPE_CHECKING:
    from optout_desktop.guides.format.shape import Guide

INDEX_FORMAT = 2

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LONGEST_SLUG = 40


class Index(Struct, frozen=True):
    """The prebuilt outlines of all shipped guides: the file resources/index.json.

    ``crc`` is the CRC-32 of the bytes of ``outlines``: what is decoded late has to be sound too.
    """

    format: int
    crc: int
    outlines: msgspec.Raw


def outlines(folder: Path, index: Path) -> tuple[Outline, ...]:
    """List the guides of ``folder`` by name.

    The index is believed where name and size of a file agree, and of the shared files that it
    refers to; everything else is read afresh. A
    guide that cannot be read is listed with its ``problem``. Nothing is raised.
    """
    known = {outline.folder: outline for outline in _read_index(index)}
    shared = _shared_sizes(folder)
    found = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                size = _size(entry)
                if size is None:
                    continue
                indexed = known.get(entry.name)
                if (
                    indexed is None
                    or indexed.size != size
                    or any(shared.get(name) != size for name, size in indexed.shared)
                ):
                    indexed = _read_outline(guide_file(folder, entry.name))
                found.append(indexed)
    except OSError:
        return ()
    return _by_name(found)


def open_guide(folder: Path, slug: str) -> "Guide":
    """Read one guide of ``folder``, also by a slug that it had before; raises BadGuide."""
    from optout_desktop.guides.format.read import no_such_guide, read_guide

    # Checked before it becomes part of a path.
    if not _is_slug(slug):
        raise no_such_guide()
    file = guide_file(folder, slug)
    if not file.exists():
        file = guide_file(folder, renamed(mentioning(folder, slug)).get(slug, slug))
    return read_guide(file)


def mentioning(folder: Path, slug: str) -> tuple[Outline, ...]:
    """Read by name the guides that hold a slug anywhere: the few that may have or had it."""
    return _by_name([_read_outline(file) for file in guide_files(folder) if _mentions(file, slug)])


def _mentions(file: Path, slug: str) -> bool:
    from optout_desktop.guides.format.read import read_bytes

    try:
        return slug_of(file) == slug or slug.encode() in read_bytes(file, folder_of_guides(file))
    except OptoutError:
        return False


def _by_name(found: list[Outline]) -> tuple[Outline, ...]:
    return tuple(sorted(found, key=lambda outline: (outline.name.casefold(), outline.folder)))


def _is_slug(text: str) -> bool:
    return len(text) <= _LONGEST_SLUG and _SLUG.fullmatch(text) is not None


def _read_index(file: Path) -> tuple[Outline, ...]:
    try:
        index = msgspec.json.decode(file.read_bytes(), type=Index)
        if index.format != INDEX_FORMAT or index.crc != zlib.crc32(index.outlines):
            return ()
        return msgspec.json.decode(index.outlines, type=tuple[Outline, ...])
    except (OSError, ValueError, msgspec.MsgspecError, RecursionError):
        return ()


def _size(entry: os.DirEntry[str]) -> int | None:
    """Return the bytes of the guide in a folder; -1 where a link is on the way, None for no guide.

    A link is never believed: reading the guide afresh finds out where it leads.
    """
    if not may_hold_guide(entry.name):
        return None
    file = os.path.join(entry.path, GUIDE_FILE)  # noqa: PTH118 - a Path for each of a thousand takes time
    try:
        about = os.lstat(file)
    except OSError:
        return None
    return about.st_size if S_ISREG(about.st_mode) and not entry.is_symlink() else -1


def _shared_sizes(folder: Path) -> dict[str, int]:
    """Find the size of every shared file that is no link, by its name."""
    shared = folder / SHARED_FOLDER
    if shared.is_symlink():
        return {}
    try:
        with os.scandir(shared) as entries:
            return {
                entry.name.removesuffix(".toml"): entry.stat(follow_symlinks=False).st_size
                for entry in entries
                if entry.name.endswith(".toml") and entry.is_file(follow_symlinks=False)
            }
    except OSError:
        return {}


def _read_outline(file: Path) -> Outline:
    from optout_desktop.base.text import shown

    try:
        return read_outline(file)
    except (OptoutError, OSError) as error:
        name = slug_of(file)
        # Two folders with unusable names must not become one row.
        slug = name if _is_slug(name) else f"folder-{zlib.crc32(os.fsencode(name)):08x}"
        return Outline(slug, shown(name), name, 0, problem=str(error))
