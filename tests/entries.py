"""What a person did, as tests write it."""

from msgspec.structs import replace

from optout_desktop.base.paths import Folders
from optout_desktop.progress.events import Draft, Entry, Event, What
from optout_desktop.progress.log import append
from optout_desktop.progress.log_key import LogKey

AT = "2026-11-23T10:42:00+01:00"


def entry(
    what: What = "tick",
    task: str = "ai-toggle",
    step: str = "open",
    at: str = AT,
    *,
    revision: int = 1,
    **said: str,
) -> Entry:
    """Return an act of 23 November 2026; ``said`` are further fields of a draft."""
    return Entry(Draft(what, task, step, **said), at, revision)


def written(folders: Folders, place: LogKey, *entries: Entry) -> tuple[Event, ...]:
    """Write entries, and return the events that they became."""
    return append(folders, place, entries).events[-len(entries) :]


def events(*entries: Entry) -> list[Event]:
    """Return what one computer did, one thing a minute."""
    return [
        replace(one, at=f"2026-11-23T09:{count:02}:00+01:00").event(count, "aaaaaaaa")
        for count, one in enumerate(entries, 1)
    ]
