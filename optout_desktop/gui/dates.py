"""Dates as people write them."""

from datetime import date, datetime

from PySide6.QtCore import QDate, QLocale, QTime

from optout_desktop.base.languages import _
from optout_desktop.guides.format.dates import rough_of, rough_words

_PARTS_OF_A_DAY, _PARTS_OF_A_MONTH = 3, 2


def written(fact_date: str) -> str:
    """Write a date as exact as it is known: "3 November 2025", "about November 2025" or "2025"."""
    rough, fact_date = rough_of(fact_date)
    if rough:
        return rough_words(rough, written(fact_date))
    parts = [int(part) for part in fact_date.split("-")]
    locale = QLocale()
    if len(parts) == _PARTS_OF_A_DAY:
        return locale.toString(QDate(*parts), _("d MMMM yyyy"))
    if len(parts) == _PARTS_OF_A_MONTH:
        return locale.toString(QDate(parts[0], parts[1], 1), _("MMMM yyyy"))
    return fact_date


def short(fact_date: str) -> str:
    """Write a date for a narrow place: "3 Nov 2025"."""
    rough, fact_date = rough_of(fact_date)
    if rough:
        return rough_words(rough, short(fact_date))
    parts = [int(part) for part in fact_date.split("-")]
    if len(parts) == _PARTS_OF_A_DAY:
        return QLocale().toString(QDate(*parts), _("d MMM yyyy"))
    return written(fact_date)


def clock_time(moment: str) -> str:
    """Write the time of day of an ISO moment: "10:42"."""
    at = datetime.fromisoformat(moment).astimezone()
    return QLocale().toString(QTime(at.hour, at.minute), "HH:mm")


def today(moment: datetime) -> QDate:
    """Turn a moment into Qt's date."""
    day: date = moment.date()
    return QDate(day.year, day.month, day.day)
