"""Tells a screen reader what happened away from where the keyboard is."""

from PySide6.QtCore import QObject


def announce(speaker: QObject, words: str) -> None:
    """Let a screen reader say ``words`` (Qt's QAccessibleAnnouncementEvent, since Qt 6.8)."""
    # Imported late: 2 ms that a start need not pay.
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(speaker, words))
