"""The logs of events: one file for each person, service, account and computer.

Each computer writes to its own log alone, so file synchronisation never finds two versions of one
file; reading takes the union of all. Lines are only ever added.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import get_args

from msgspec import MsgspecError, Struct, ValidationError
from msgspec.json import Decoder, encode
from msgspec.structs import replace

from optout_desktop.base.errors import OptoutError
from optout_desktop.base.files import (
    append_line,
    locked,
    read_bytes,
    set_aside,
    telling,
)
from optout_desktop.base.languages import _
from optout_desktop.base.paths import Folders
from optout_desktop.progress.computer import computer_id
from optout_desktop.progress.events import Entry, Event, What
from optout_desktop.progress.log_key import LogKey, folder_of, folders_of, logs_in
from optout_desktop.progress.state import in_order

LINE_LIMIT = 64 * 1024
"""Bytes of one event."""
LOG_LIMIT = 64 * 1024 * 1024
"""Bytes of one log: far more than a person can tick, and little enough to read at once."""
COUNT_LIMIT = 2**53
"""The largest count that every reader of JSON keeps exactly."""

_FORMER_END = "."
"""Stands between a former name and a computer; neither can hold it."""
_KNOWN = frozenset(get_args(What))
_DAMAGE = (MsgspecError, ValueError, RecursionError)


class Damage(Struct, frozen=True):
    """A line that could not be used: its log, its number from 1, and where its bytes are kept."""

    file: Path
    line: int
    kept: Path


class Stamp(Struct, frozen=True):
    """By what a log that grew or was replaced is known: its bytes, and when they were written."""

    size: int
    modified: int


class History(Struct, frozen=True):
    """All events of one account in their order.

    ``damage`` is what is new since the last reading. ``newer`` is true if a newer version of the
    program wrote something that this one cannot count. ``newest`` is the greatest count of all.
    ``seen`` are the logs as they were when they were read.
    """

    events: tuple[Event, ...] = ()
    damage: tuple[Damage, ...] = ()
    newer: bool = False
    newest: int = 0
    seen: Mapping[Path, Stamp] = {}


class _Newer(Struct, frozen=True):
    """As much of an event from a newer version as this one has to know."""

    count: int
    computer: str
    at: str
    what: str


_events = Decoder(Event)
_newer = Decoder(_Newer)


def read(folders: Folders, key: LogKey) -> History:
    """Return what all computers wrote; what is damaged is set aside and reported once."""
    return _history(folders, key, _settled)


def logs(folders: Folders, key: LogKey) -> dict[Path, Stamp]:
    """Return the logs as they are now, without reading them."""
    return {log: _stamp(log) for folder in folders_of(folders, key) for log in logs_in(folder)}


def append(folders: Folders, key: LogKey, entries: Sequence[Entry]) -> History:
    """Write entries, and return the history that ends with them.

    All of them are on the disk when this returns, and none if it raises OptoutError. The logs are
    read once, under the lock: what others wrote is in the history too.
    """
    if not entries:
        return read(folders, key)
    computer = computer_id(folders)
    own = folder_of(folders, key) / f"{computer}.jsonl"

    def look(log: Path) -> tuple[Stamp, bytes]:
        return _content(log) if log == own else _settled(log)

    with locked(own):
        before = _history(folders, key, look)
        events = tuple(
            entry.event(count, computer) for count, entry in enumerate(entries, before.newest + 1)
        )
        append_line(own, b"\n".join(map(_line, events)))
        seen = {**before.seen, own: _stamp(own)}
    return replace(
        before,
        events=(*before.events, *events),
        newest=before.newest + len(events),
        seen=seen,
    )


def check_entry(entry: Entry) -> None:
    """Raise OptoutError if an entry could not be read again, whatever its number will be."""
    _line(entry.event(COUNT_LIMIT - 1, "00000000"))


def _lying_under(former: str, event: Event) -> Event:
    """Return an event with the former name it was under: two logs may have counted alike."""
    if not former:
        return event
    undone = event.what == "undo" and _FORMER_END not in event.value
    return replace(
        event,
        computer=f"{former}{_FORMER_END}{event.computer}",
        value=f"{former}{_FORMER_END}{event.value}" if undone else event.value,
    )


def _history(folders: Folders, key: LogKey, look: Callable[[Path], tuple[Stamp, bytes]]) -> History:
    events: dict[Event, None] = {}
    damage: list[Damage] = []
    newer, newest = False, 0
    seen: dict[Path, Stamp] = {}
    for former, folder in zip(("", *key.former), folders_of(folders, key), strict=True):
        for log in logs_in(folder):
            seen[log], content = look(log)
            for number, line in enumerate(content.split(b"\n"), 1):
                if not line.strip():
                    continue
                found = _parsed(line)
                if found is not None:
                    newest = max(newest, found.count)
                if isinstance(found, Event):
                    events[_lying_under(former, found)] = None
                elif found is not None:
                    newer = True
                elif (kept := _kept(log, line, number)) is not None:
                    damage.append(Damage(log, number, kept))
    return History(tuple(in_order(events)), tuple(damage), newer, newest, seen)


def _stamp(log: Path) -> Stamp:
    with telling(log):
        found = log.stat()
    return Stamp(found.st_size, found.st_mtime_ns)


def _content(log: Path) -> tuple[Stamp, bytes]:
    """Return a log with its stamp, which is older than the content, so nothing can be missed."""
    stamp = _stamp(log)
    if stamp.size > LOG_LIMIT:
        raise OptoutError(
            _("The file {file} is too large to be a log of yours.").format(file=log),
            _("Move it to another folder, and start the program again."),
        )
    return stamp, read_bytes(log)


def _settled(log: Path) -> tuple[Stamp, bytes]:
    """Return a log with its stamp, once any writer of its last line is done."""
    found = _content(log)
    if found[1] and not found[1].endswith(b"\n"):
        try:
            with locked(log):
                return _content(log)
        except OptoutError:
            return found
    return found


def _parsed(line: bytes) -> Event | _Newer | None:
    """Return the event in one line; None if it is damaged."""
    try:
        return _strictly(line)
    except _DAMAGE:
        return None


def _strictly(line: bytes) -> Event | _Newer:
    if len(line) > LINE_LIMIT:
        raise ValueError
    line.decode()  # msgspec does not look into fields that it skips
    found: Event | _Newer
    try:
        found = _events.decode(line)
    except ValidationError:
        found = _newer.decode(line)
        if found.what in _KNOWN:
            raise
    if not 0 < found.count < COUNT_LIMIT or datetime.fromisoformat(found.at).tzinfo is None:
        raise ValueError
    if isinstance(found, Event) and found.date:
        date.fromisoformat(found.date)
    return found


def _line(event: Event) -> bytes:
    """Return the line of one event; raises OptoutError if it could not be read again."""
    try:
        line = encode(event)
        _strictly(line)
    except _DAMAGE as error:
        raise OptoutError(
            _("This cannot be saved as it is."),
            _("It is too long, or holds a character or a date that cannot be written down."),
        ) from error
    return line


def _kept(log: Path, line: bytes, number: int) -> Path | None:
    """Set a damaged line aside and return where it is; None if that was done before."""
    try:
        return set_aside(log, line, number)
    except OptoutError:
        # The folder cannot be written to: the bytes stay where they are.
        return log
