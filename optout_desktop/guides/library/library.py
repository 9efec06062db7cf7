"""The guides on this computer: their outlines for the list, and one of them when it is opened.

The list comes from the prebuilt index; only guides that it does not know are read as TOML, and
what that needs is imported only then.
"""

import os
import re
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from optout_desktop.base.errors import OptoutError
from optout_desktop.guides.format.types import SHARED_FOLDER
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
    known = {outline.file: outline for outline in _read_index(index)}
    shared = _shared_sizes(folder)
    found = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.endswith(".toml") and not entry.name.startswith("."):
                    indexed = known.get(entry.name)
                    if (
                        indexed is None
                        or not _unchanged(entry, indexed.size)
                        or any(shared.get(name) != size for name, size in indexed.shared)
                    ):
                        indexed = _read_outline(folder / entry.name)
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
    file = folder / f"{slug}.toml"
    if not file.exists():
        present = renamed(mentioning(folder, slug)).get(slug, slug)
        file = folder / f"{present}.toml"
    return read_guide(file)


def mentioning(folder: Path, slug: str) -> tuple[Outline, ...]:
    """Read by name the guides that hold a slug anywhere: the few that may have or had it."""
    files = (file for file in folder.glob("*.toml") if not file.name.startswith("."))
    return _by_name([_read_outline(file) for file in files if _mentions(file, slug)])


def _mentions(file: Path, slug: str) -> bool:
    from optout_desktop.guides.format.read import read_bytes

    try:
        return file.stem == slug or slug.encode() in read_bytes(file)
    except OptoutError:
        return False


def _by_name(found: list[Outline]) -> tuple[Outline, ...]:
    return tuple(sorted(found, key=lambda outline: (outline.name.casefold(), outline.file)))


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


def _unchanged(entry: os.DirEntry[str], size: int) -> bool:
    # A link is never believed: reading it afresh finds out where it leads.
    return (
        entry.is_file(follow_symlinks=False) and entry.stat(follow_symlinks=False).st_size == size
    )


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
        stem = file.stem
        # Two files with unusable names must not become one row.
        slug = stem if _is_slug(stem) else f"file-{zlib.crc32(os.fsencode(file.name)):08x}"
        return Outline(slug, shown(stem), file.name, 0, problem=str(error))
