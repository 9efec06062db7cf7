"""The time, handed in so that tests can stop it."""

from collections.abc import Callable
from datetime import datetime

Clock = Callable[[], datetime]


def system_clock() -> datetime:
    """Return the time with the zone of this computer."""
    return datetime.now().astimezone()


def as_iso(moment: datetime) -> str:
    """Return a moment in ISO 8601 with its offset, to the second: ``2026-11-23T10:42:00+01:00``."""
    return moment.isoformat(timespec="seconds")
