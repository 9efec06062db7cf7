"""Dates as people write them."""

from datetime import date, datetime

from PySide6.QtCore import QDate

from optout_desktop.base.locales import short_date, written_date, written_time
from optout_desktop.guides.format.dates import rough_of, rough_words


def written(fact_date: str) -> str:
    """Write a date as exact as it is known: "3 November 2025", "about November 2025" or "2025"."""
    rough, day = rough_of(fact_date)
    return rough_words(rough, written_date(day)) if rough else written_date(day)


def short(fact_date: str) -> str:
    """Write a date for a narrow place: "3 Nov 2025"."""
    rough, day = rough_of(fact_date)
    return rough_words(rough, short_date(day)) if rough else short_date(day)


def clock_time(moment: str) -> str:
    """Write the time of day of an ISO moment: "10:42"."""
    return written_time(datetime.fromisoformat(moment).astimezone())


def today(moment: datetime) -> QDate:
    """Turn a moment into Qt's date."""
    day: date = moment.date()
    return QDate(day.year, day.month, day.day)
