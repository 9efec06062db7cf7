"""Dates as guides write them: as exact as they are known, or only about, or at the latest."""

from datetime import date

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
