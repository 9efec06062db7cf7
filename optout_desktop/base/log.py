"""The log of what nobody foresaw: made to be sent, so it holds no word that a person wrote.

The message of an exception can quote a note (that of ``int("my note")`` does) or name a document,
and so can what Qt says. A record therefore names the kind of the error, where in the code it was
raised, and versions; a message stands in it only where the system or Python itself wrote it.
"""

import errno
import os
import platform
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from optout_desktop import __version__
from optout_desktop.base.clock import as_iso
from optout_desktop.base.errors import OptoutError
from optout_desktop.base.files import append_line, locked, telling
from optout_desktop.base.paths import Folders

LOG_LIMIT = 1_000_000
"""Bytes of one log file; older records move to ``log.1.txt``, then to ``log.2.txt``."""

_OLDER = 2
_WAIT = 0.5
"""Seconds that a record may keep the window waiting for another process that writes one."""
_LIBRARIES = ("PySide6", "msgspec")
_FRAMES = 30
"""Shown of a longer list of calls, such as that of an endless recursion: as many at its end."""


def log_file(folders: Folders) -> Path:
    """Return where the log lies, whether or not there is one yet."""
    return folders.computer / "log.txt"


def log_error(folders: Folders, error: BaseException) -> str:
    """Add an error to the log, if that is possible, and return its record."""
    record = described(error)
    add_to_log(folders, record)
    return record


def add_to_log(folders: Folders, record: str) -> bool:
    """Add a record with the time in UTC; return whether the log could be written to."""
    file = log_file(folders)
    entry = f"{as_iso(datetime.now(UTC))}\n{record}\n".encode(errors="backslashreplace")
    try:
        with locked(file, wait=_WAIT):
            _make_room(file, len(entry))
            append_line(file, entry)
    except OptoutError:
        return False
    return True


def described(error: BaseException) -> str:
    """Return a record of an error: versions, its kind, where it was raised, and what led to it."""
    return "\n".join((versions(), *_chain(error)))


def versions() -> str:
    """Return a line with the versions of the program, of what it has loaded and of the system."""
    loaded = (sys.modules[name] for name in _LIBRARIES if name in sys.modules)
    return ", ".join(
        (
            f"Optout Desktop {__version__}",
            f"Python {platform.python_version()}",
            *(f"{library.__name__} {library.__version__}" for library in loaded),
            f"{platform.system()} {platform.release()} {platform.machine()}",
        )
    )


def _make_room(file: Path, size: int) -> None:
    """Move full files one number on; the oldest goes."""
    with telling(file):
        if not file.exists() or file.stat().st_size + size <= LOG_LIMIT:
            return
        older = [file.with_name(f"log.{number}.txt") for number in range(1, _OLDER + 1)]
        for newer, full in reversed([*zip((file, *older), older, strict=False)]):
            if newer.exists():
                newer.replace(full)


def _chain(error: BaseException) -> Iterator[str]:
    """Yield a line on an error, then on the one because of which it was raised, and so on."""
    thread = threading.current_thread()
    if thread is not threading.main_thread():
        yield f"In the thread {thread.name}:"
    seen: set[int] = set()
    reason: BaseException | None = error
    while reason is not None and id(reason) not in seen:
        yield f"Because of {_kind(reason)}" if seen else _kind(reason)
        yield from _calls(reason.__traceback__)
        seen.add(id(reason))
        context = None if reason.__suppress_context__ else reason.__context__
        reason = reason.__cause__ or context


def _kind(error: BaseException) -> str:
    """Return the type of an error, and what the system or the import said."""
    name = f"{type(error).__module__}.{type(error).__qualname__}".removeprefix("builtins.")
    number = error.errno if isinstance(error, OSError) else None
    # Both of its own are whatever was given to it; this is what the system calls the number.
    if isinstance(number, int) and number in errno.errorcode:
        return f"{name}: {errno.errorcode[number]}, {os.strerror(number)}"
    if isinstance(error, ImportError):
        return f"{name}: {_without_home(str(error))}"
    return name


def _calls(traceback: TracebackType | None) -> list[str]:
    """Return the calls that led to an error as module, line and function; none names a folder."""
    calls = []
    while traceback is not None:
        frame = traceback.tb_frame
        module = frame.f_globals.get("__name__", "?")
        calls.append(f"  {module}:{traceback.tb_lineno} in {frame.f_code.co_qualname}")
        traceback = traceback.tb_next
    if len(calls) > 2 * _FRAMES:
        calls[_FRAMES:-_FRAMES] = [f"  ({len(calls) - 2 * _FRAMES} more)"]
    return calls


def _without_home(text: str) -> str:
    """Return a text with the person's own folder as ``~``; its path holds their name."""
    with suppress(RuntimeError):  # there is no such folder
        home = Path.home()
        if home != home.parent:
            return text.replace(str(home), "~")
    return text
