"""Dates as guides write them: as exact as they are known, or only about, or at the latest."""

from datetime import date

from optout_desktop.base.languages import _

_YEAR_ONLY, _MONTH_ONLY = 4, 7


def as_date(written: str) -> date | None:
    """Return the first day that a date, as exact as it is known, may mean; None if impossible."""
    _rough, day = rough_of(written)
    missing = {_YEAR_ONLY: "-01-01", _MONTH_ONLY: "-01"}.get(len(day), "")
    try:
        return date.fromisoformat(day + missing)
    except ValueError:
        return None


def rough_of(written: str) -> tuple[str, str]:
    """Return "about" and "2024-08" for "about 2024-08"; the first is empty for a plain date."""
    rough, _space, day = written.rpartition(" ")
    return rough, day


def future_words(written: str) -> str:
    """Return the sentence on a date that is in the future and should not be."""
    return _("The date {date} is in the future.").format(date=written)


def date_hint() -> str:
    """Return how a guide writes a date that is certain."""
    return _('Write a date as 2026-08-21, "2026-08" or "2026".')
