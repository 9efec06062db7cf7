"""Dates in words, as exact as they are known."""

import re
from collections.abc import Callable
from datetime import datetime

from optout_desktop.base.languages import _
from optout_desktop.base.locales import short_date, written_date, written_moment
from optout_desktop.guides.format.dates import as_date, rough_of

_DATE = re.compile(r"((about|by) )?[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")


def written(date: str) -> str:
    """Return a date in words: "3 November 2025", "about November 2025", "2025 or earlier".

    What is no date stands as it is: a log may hold what another program wrote.
    """
    return _written(date, written_date)


def short(date: str) -> str:
    """Return a date in words for a narrow place, "3 Nov 2025"; else as ``written``."""
    return _written(date, short_date)


def moment_words(at: str) -> str:
    """Return a moment (ISO 8601 with offset) in words: "23 November 2026, 10:42 (UTC+01:00)".

    What is no moment stands as it is.
    """
    try:
        moment = datetime.fromisoformat(at)
    except ValueError:
        return at
    words = written_moment(moment)
    offset = f"{moment:%z}"
    if not offset:
        return words
    # Translators: a moment, and how far the clock there is from Coordinated Universal Time
    return _("{moment} (UTC{offset})").format(moment=words, offset=f"{offset[:3]}:{offset[3:5]}")


def _written(date: str, write: Callable[[str], str]) -> str:
    if not _DATE.fullmatch(date) or as_date(date) is None:
        return date
    rough, day = rough_of(date)
    words = {"": "{date}", "about": _("about {date}"), "by": _("{date} or earlier")}[rough]
    return words.format(date=write(day))
