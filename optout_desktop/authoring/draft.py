"""A guide that somebody is writing: its files, and the library that it belongs to."""

from pathlib import Path

from optout_desktop.guides.format.beside import files_beside
from optout_desktop.guides.format.files import GUIDE_FILE, folder_of_guides, slug_of
from optout_desktop.guides.library.library import Library


def draft_file(path: Path) -> Path:
    """Return the guide's file: what ``path`` names, or the guide in the folder that it names."""
    return path / GUIDE_FILE if path.is_dir() else path


def draft_files(file: Path) -> tuple[Path, ...]:
    """Return the guide's file and those beside it that are read with it."""
    return (file, *files_beside(file))


def draft_slug(file: Path) -> str:
    """Return the name that the guide's folder gives it."""
    return slug_of(file)


def draft_library(file: Path, cache: Path | None = None) -> Library:
    """Return the library of the folder that the guide is in; its index is kept in ``cache``."""
    return Library((folder_of_guides(file),), cache=cache)
