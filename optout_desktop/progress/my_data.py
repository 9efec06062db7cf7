"""All files of a person's data: listed, taken along as one archive, deleted."""

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from optout_desktop.base.errors import OptoutError
from optout_desktop.base.files import read_bytes, telling, write_atomically
from optout_desktop.base.languages import _
from optout_desktop.base.paths import Folders


def my_files(folders: Folders) -> tuple[Path, ...]:
    """List every file of the program, sorted; of a symbolic link the link itself."""
    return tuple(sorted(set(_found(folders))))


def export(folders: Folders, file: Path) -> None:
    """Write one zip archive of all files, except symbolic links; equal data give equal bytes."""
    archive = BytesIO()
    with ZipFile(archive, "w") as zipped:
        for each in my_files(folders):
            if not each.is_symlink():
                # Without the time of the file, which is not part of what the person did.
                zipped.writestr(ZipInfo(_name(folders, each)), read_bytes(each), ZIP_DEFLATED)
    write_atomically(file, archive.getvalue())


def delete(folders: Folders, files: Sequence[Path]) -> None:
    """Delete these files, which ``my_files`` listed, and the folders that are empty then.

    Raises OptoutError, before anything is deleted, if one of them is not the program's.
    """
    ours = set(my_files(folders))
    for file in files:
        if file not in ours and os.path.lexists(file):
            raise OptoutError(
                _("The file {file} does not belong to this program.").format(file=file),
                _("Nothing was deleted."),
            )
    for file in files:
        with telling(file):
            file.unlink(missing_ok=True)
    for folder in _folders_of(folders, files):
        with suppress(OSError):
            folder.rmdir()


def _found(folders: Folders) -> Iterator[Path]:
    # A chosen data folder may hold other files of the person: only ours are named.
    for name in ("progress", "people", "computers"):
        yield from _below(folders.data / name)
    yield from _below(folders.computer)
    for pattern in ("settings.toml", "settings.toml.lock", "settings.damaged-*", ".settings.*"):
        yield from folders.settings.glob(pattern)


def _below(folder: Path) -> Iterator[Path]:
    if folder.is_symlink():
        yield folder
        return
    for path, names, files in os.walk(folder):
        links = [name for name in names if Path(path, name).is_symlink()]
        yield from (Path(path, name) for name in (*files, *links))


def _name(folders: Folders, file: Path) -> str:
    """Name a file inside the archive: ``data/people/me.toml``."""
    roots = {"data": folders.data, "settings": folders.settings, "computer": folders.computer}
    kind = next(kind for kind, root in roots.items() if file.is_relative_to(root))
    name = f"{kind}/{file.relative_to(roots[kind]).as_posix()}"
    return os.fsencode(name).decode(errors="backslashreplace")


def _folders_of(folders: Folders, files: Sequence[Path]) -> list[Path]:
    """Find the folders that may be empty now, the deepest first; a person's own ones stay."""
    own = {folders.data, folders.settings}
    return sorted(
        {
            folder
            for file in files
            for folder in file.parents
            if folder not in own
            and (folder.is_relative_to(folders.data) or folder.is_relative_to(folders.computer))
        },
        key=lambda folder: len(folder.parts),
        reverse=True,
    )
