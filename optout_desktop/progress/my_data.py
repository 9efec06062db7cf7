"""All files of a person's data: listed, taken along as one archive, deleted."""

import os
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from optout_desktop.base.errors import OptoutError
from optout_desktop.base.files import entries, read_bytes, telling, write_atomically
from optout_desktop.base.languages import _, ngettext
from optout_desktop.base.locales import and_list, written_number
from optout_desktop.base.paths import Folders

_SETTINGS = re.compile(r"settings\.toml(\.lock)?|settings\.damaged-.*|\.settings\..*")
"""Our files among others in the folder of settings."""


def my_files(folders: Folders) -> tuple[Path, ...]:
    """Return every file of the program, sorted; of a symbolic link the link itself.

    Raises OptoutError where a folder cannot be read, so that nothing is left out unseen.
    """
    return tuple(sorted(set(_found(folders))))


def export(folders: Folders, file: Path) -> None:
    """Write one zip archive of all files but those of the cache; equal data give equal bytes.

    Raises OptoutError, and writes nothing, if anything would be left out: what cannot be read, and
    links, which may lead to what is not the program's.
    """
    files = [each for each in my_files(folders) if not _is_cached(folders, each)]
    left_out = [str(each) for each in files if os.path.lexists(each) and not _is_plain(each)]
    if left_out:
        raise OptoutError(
            _("Nothing was written, because not all of your data can be exported."),
            _("These are links, or not files: {files}. Replace each with what it leads to.").format(
                files=and_list(left_out)
            ),
        )
    archive = BytesIO()
    with ZipFile(archive, "w") as zipped:
        for each in files:
            content = read_bytes(each)
            # What is gone by now was there for a moment only, such as the new part of a file.
            if content or each.exists():
                # Without the time of the file, which is not part of what the person did.
                zipped.writestr(ZipInfo(_name(folders, each)), content, ZIP_DEFLATED)
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
    if folders.cache is not None:
        yield from _below(folders.cache)
    for entry in entries(folders.settings):
        if _SETTINGS.fullmatch(entry.name):
            yield Path(entry.path)


def _below(folder: Path) -> Iterator[Path]:
    if folder.is_symlink():
        yield folder
        return
    for entry in entries(folder):
        if entry.is_dir(follow_symlinks=False):
            yield from _below(Path(entry.path))
        else:
            yield Path(entry.path)


def _is_cached(folders: Folders, file: Path) -> bool:
    return folders.cache is not None and file.is_relative_to(folders.cache)


def _is_plain(file: Path) -> bool:
    return file.is_file() and not file.is_symlink()


def deleted_words(number: int) -> str:
    """Return the sentence that says how many files were deleted."""
    words = ngettext("{number} file was deleted.", "{number} files were deleted.", number)
    return words.format(number=written_number(number))


def _name(folders: Folders, file: Path) -> str:
    """Return the name of a file inside the archive: ``data/people/me.toml``."""
    roots = {"data": folders.data, "settings": folders.settings, "computer": folders.computer}
    kind = next(kind for kind, root in roots.items() if file.is_relative_to(root))
    name = f"{kind}/{file.relative_to(roots[kind]).as_posix()}"
    return os.fsencode(name).decode(errors="backslashreplace")


def _folders_of(folders: Folders, files: Sequence[Path]) -> list[Path]:
    """Return the folders that may be empty now, each after those inside; a person's own stay."""
    own = {folders.data, folders.settings}
    roots = (folders.data, folders.computer, folders.cache)
    return sorted(
        {
            folder
            for file in files
            for folder in file.parents
            if folder not in own
            and any(folder.is_relative_to(root) for root in roots if root is not None)
        },
        reverse=True,
    )
