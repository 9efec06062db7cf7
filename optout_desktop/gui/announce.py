"""Tells a screen reader what happened away from where the keyboard is."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent


def announce(speaker: QObject, words: str) -> None:
    """Let a screen reader say ``words`` (Qt's QAccessibleAnnouncementEvent, since Qt 6.8)."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(speaker, words))
