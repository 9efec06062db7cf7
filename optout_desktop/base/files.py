"""Files that survive a crash, a full disk and a second window."""

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import FileIO
from pathlib import Path

from optout_desktop.base.errors import OptoutError
from optout_desktop.base.languages import _

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_DISK_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_NOT_ALLOWED = {errno.EACCES, errno.EPERM, errno.EROFS}
_CANNOT_SYNC_FOLDERS = {errno.EACCES, errno.EBADF, errno.EINVAL, errno.ENOTSUP}

_REPLACE_ATTEMPTS = 20
_PAUSE = 0.02
"""Seconds between two attempts at something that another program holds."""


def no_such_file(file: Path, hint: str = "") -> OptoutError:
    """Return the error for a file that is not there, which a person named."""
    return OptoutError(_("There is no file {file}.").format(file=file), hint)


def no_such_folder(folder: Path, hint: str) -> OptoutError:
    """Return the error for a folder that is not there, where a file should be written."""
    return OptoutError(_("There is no folder {folder}.").format(folder=folder), hint)


def read_bytes(file: Path) -> bytes:
    """Return the bytes of a file; of one that is not there, none."""
    with telling(file):
        try:
            return file.read_bytes()
        except FileNotFoundError:
            return b""


def entries(folder: Path) -> list[os.DirEntry[str]]:
    """Return what lies in a folder; one that is not there is empty."""
    with telling(folder):
        try:
            with os.scandir(folder) as found:
                return list(found)
        except FileNotFoundError:
            return []


def nearest_folder(path: Path) -> Path:
    """Return a folder, or as long as it is not there, the next one above that is."""
    while not path.is_dir() and path != path.parent:
        path = path.parent
    return path


def append_line(file: Path, line: bytes) -> None:
    """Add a line, or several joined by newlines, and return when it is on the disk.

    A torn last line is left as it is and a new one begun. Where this fails, the file is cut back
    to what it was, so callers hold ``locked(file)`` if others write to it too.
    """
    with telling(file):
        _make_folders(file.parent)
        with open(file, "a+b", buffering=0, opener=_privately) as stream:
            size = stream.seek(0, os.SEEK_END)
            try:
                _write(stream, _end_of_torn_line(stream, size) + line + b"\n")
            except BaseException:
                with suppress(OSError):
                    stream.truncate(size)
                raise
        if size == 0:
            _sync_folder(file.parent)


def write_atomically(file: Path, data: bytes) -> None:
    """Write a whole file, so that a crash leaves either the old or the new one."""
    part = file.with_name(f".{file.name}.{os.urandom(4).hex()}.part")
    with telling(file):
        _make_folders(file.parent)
        try:
            with open(part, "xb", buffering=0, opener=_privately) as stream:
                _write(stream, data)
            _replace(part, file)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
        _sync_folder(file.parent)


def set_aside(file: Path, data: bytes, line: int = 1) -> Path | None:
    """Keep damaged bytes in ``<name>.damaged-<line>-<hash>`` beside the file they were found in.

    Returns where they are, or None if they had been set aside before and so were told already.
    """
    import hashlib

    fingerprint = hashlib.sha256(data).hexdigest()[:12]
    kept = file.with_name(f"{file.stem}.damaged-{line}-{fingerprint}")
    if kept.exists():
        return None
    write_atomically(kept, data)
    return kept


@contextmanager
def locked(file: Path, *, wait: float = 5.0) -> Iterator[None]:
    """Keep other writers of ``file`` away, those in other processes too.

    The lock lies on ``<file>.lock``, which stays. Raises OptoutError after ``wait`` seconds.
    """
    with telling(file):
        _make_folders(file.parent)
        stream = open(  # noqa: SIM115 - closed below, where errors are the caller's own
            file.with_name(f"{file.name}.lock"), "ab", buffering=0, opener=_privately
        )
    with stream:
        until = time.monotonic() + wait
        while not _take(stream, file):
            if time.monotonic() >= until:
                raise OptoutError(
                    _("Another window is writing at this moment."),
                    _("Try again in a moment. If this stays, close the other window."),
                )
            time.sleep(_PAUSE)
        try:
            yield
        finally:
            _release(stream)


@contextmanager
def telling(file: Path) -> Iterator[None]:
    """Raise an OptoutError that explains what the system has against using ``file``."""
    try:
        yield
    except OSError as error:
        if error.errno in _DISK_FULL:
            raise OptoutError(
                _("The disk is full, so this could not be saved: {file}").format(file=file),
                _("Free some space and try again. What was saved before is still there."),
            ) from error
        if error.errno in _NOT_ALLOWED:
            raise OptoutError(
                _("This program may not use the file {file}").format(file=file),
                _("Allow it to write there, or choose another folder for your data."),
            ) from error
        raise OptoutError(
            _("The file {file} cannot be used.").format(file=file),
            _("The system says: {reason}").format(reason=error.strerror or error),
        ) from error


def _privately(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _write(stream: FileIO, data: bytes) -> None:
    # Unbuffered, so that closing after an error cannot write the rest.
    rest = memoryview(data)
    while rest:
        rest = rest[stream.write(rest) :]
    os.fsync(stream.fileno())


def _end_of_torn_line(stream: FileIO, size: int) -> bytes:
    if size == 0:
        return b""
    stream.seek(-1, os.SEEK_END)
    return b"" if stream.read(1) == b"\n" else b"\n"


def _make_folders(folder: Path) -> None:
    missing = [each for each in (folder, *folder.parents) if not each.is_dir()]
    for each in reversed(missing):
        each.mkdir(mode=0o700, exist_ok=True)
        _sync_folder(each.parent)


def _sync_folder(folder: Path) -> None:
    """Put the names in a folder on the disk; Windows does so by itself."""
    if sys.platform != "win32":
        try:
            descriptor = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
        except OSError as error:
            # Some network file systems cannot; the file itself is safe by then.
            if error.errno not in _CANNOT_SYNC_FOLDERS:
                raise


def _replace(part: Path, file: Path) -> None:
    for attempt in range(_REPLACE_ATTEMPTS):
        try:
            part.replace(file)
        except PermissionError:
            # On Windows a virus scanner may hold the file for a moment.
            if attempt == _REPLACE_ATTEMPTS - 1:
                raise
            time.sleep(_PAUSE)
        else:
            return


def _take(stream: FileIO, file: Path) -> bool:
    with telling(file):
        try:
            if sys.platform == "win32":
                msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
            else:
                fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except (BlockingIOError, PermissionError):
            return False
        return True


def _release(stream: FileIO) -> None:
    if sys.platform == "win32":
        msvcrt.locking(stream.fileno(), msvcrt.LK_UNLCK, 1)
    else:
        fcntl.flock(stream, fcntl.LOCK_UN)
