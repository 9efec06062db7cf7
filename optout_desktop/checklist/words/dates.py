"""Dates of facts in words, as exact as they are known."""

from collections.abc import Callable

from optout_desktop.base.languages import _
from optout_desktop.base.locales import short_date, written_date
from optout_desktop.guides.format.dates import rough_of


def written(date: str) -> str:
    """Return a date in words: "3 November 2025", "about November 2025", "2025 or earlier"."""
    return _written(date, written_date)


def short(date: str) -> str:
    """Return a date in words for a narrow place: "3 Nov 2025"."""
    return _written(date, short_date)


def _written(date: str, write: Callable[[str], str]) -> str:
    rough, day = rough_of(date)
    words = {"": "{date}", "about": _("about {date}"), "by": _("{date} or earlier")}[rough]
    return words.format(date=write(day))
