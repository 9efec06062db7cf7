"""The library: the guides on this computer, for the list and for opening one of them."""

import os
import zlib
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from optout_desktop.base.errors import OptoutError
from optout_desktop.base.paths import guides_folder, index_file
from optout_desktop.base.text import shown
from optout_desktop.guides.format.files import guide_file, guide_files, slug_of
from optout_desktop.guides.format.types import is_slug
from optout_desktop.guides.library.index import (
    Entries,
    names_of_guides,
    read_cached,
    read_entry,
    read_shipped,
    shared_files,
    write_cached,
)
from optout_desktop.guides.library.outline import Outline
from optout_desktop.guides.library.renamed import renamed

if TYPE_CHECKING:
    from optout_desktop.guides.format.shape import Guide


class Library(Struct, frozen=True, dict=True):
    """The guides of one folder or of several.

    Of two guides with one slug, that of the later folder counts. ``shipped`` is the index that came
    with the guides of the first folder, ``cache`` the folder in which indexes of all are kept. The
    outlines are those of the moment in which somebody first asks for them.
    """

    folders: tuple[Path, ...]
    shipped: Path | None = None
    cache: Path | None = None

    @property
    def home(self) -> Path:
        """The first folder, to which authors add guides."""
        return self.folders[0]

    @cached_property
    def outlines(self) -> tuple[Outline, ...]:
        """The outlines of all guides, by name; that of one which cannot be read has a problem."""
        found = {
            outline.slug: outline
            for number, folder in enumerate(self.folders)
            for outline in _outlines(folder, None if number else self.shipped, self.cache)
        }
        return tuple(sorted(found.values(), key=_by_name))

    @cached_property
    def renamed(self) -> dict[str, str]:
        """Where the old slugs of renamed services lead: ``{"grammarly": "superhuman"}``."""
        return renamed(self.outlines)

    def files(self) -> tuple[Path, ...]:
        """Return the files of all guides, by slug."""
        files = {slug_of(file): file for folder in self.folders for file in guide_files(folder)}
        return tuple(files[slug] for slug in sorted(files))

    def file(self, slug: str) -> Path:
        """Return the file of a guide, also by a slug that it had before. Raises BadGuide."""
        from optout_desktop.guides.format.read import no_such_guide

        # Looked at before it becomes part of a path.
        if is_slug(slug):
            for name in (slug, *self._led_to(slug)):
                for folder in reversed(self.folders):
                    file = guide_file(folder, name)
                    if file.exists():
                        return file
        raise no_such_guide()

    def open(self, slug: str) -> "Guide":
        """Return a guide, also by a slug that it had before. Raises BadGuide."""
        from optout_desktop.guides.format.read import read_guide

        return read_guide(self.file(slug))

    def _led_to(self, slug: str) -> Iterator[str]:
        """Yield the slug to which an old one leads; only then are the outlines needed."""
        if slug in self.renamed:
            yield self.renamed[slug]


def shipped_library(cache: Path | None = None) -> Library:
    """Return the guides that came with the program."""
    return Library((guides_folder(),), index_file(), cache)


def _outlines(folder: Path, shipped: Path | None, cache: Path | None) -> list[Outline]:
    """Return the outlines of one folder: from an index where one knows the files as they are."""
    shared = shared_files(folder)
    names = names_of_guides(folder)

    def current(entries: Entries) -> Entries:
        return {
            name: entries[name]
            for name in names
            if name in entries and entries[name].is_current(f"{folder}/{name}", shared)
        }

    known = current(read_shipped(shipped)) if shipped else {}
    names = [name for name in names if name not in known]
    cached = read_cached(cache, folder) if cache and names else {}
    kept = current(cached)
    unreadable = []
    for name in names:
        if name not in kept:
            try:
                entry = read_entry(folder, name, shared)
            except (OptoutError, OSError) as error:
                unreadable.append(_unreadable(name, str(error)))
            else:
                if entry is not None:
                    kept[name] = entry
    if cache and kept != cached:
        write_cached(cache, folder, kept.values())
    return [*(entry.outline for entry in (known | kept).values()), *unreadable]


def _unreadable(name: str, problem: str) -> Outline:
    # Two folders with unusable names must not become one row.
    slug = name if is_slug(name) else f"folder-{zlib.crc32(os.fsencode(name)):08x}"
    return Outline(slug, shown(name), problem=problem)


def _by_name(outline: Outline) -> tuple[str, str]:
    return outline.name.casefold(), outline.slug
