"""Moments on the screen."""

from datetime import date, datetime

from PySide6.QtCore import QDate

from optout_desktop.base.locales import written_time


def clock_time(moment: str) -> str:
    """Write the time of day of an ISO moment: "10:42"."""
    return written_time(datetime.fromisoformat(moment).astimezone())


def today(moment: datetime) -> QDate:
    """Turn a moment into Qt's date."""
    day: date = moment.date()
    return QDate(day.year, day.month, day.day)
