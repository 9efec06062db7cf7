"""The one way out: a checked link opens in the person's own browser, a letter in their mail."""

from collections.abc import Collection

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication  # noqa: TID251 - the one module

from optout_desktop.base.links import Link, check_link, mailto


def open_link(url: str, links: Collection[str]) -> Link:
    """Open an address that is one of ``links`` in the browser, after a last check.

    Raises OptoutError where the address is refused. Whether a browser really opened cannot be
    known on every system, so the link can always be copied too.
    """
    link = check_link(url, (), links)
    QDesktopServices.openUrl(QUrl(link.url, QUrl.ParsingMode.StrictMode))
    return link


def open_letter(address: str, subject: str, body: str) -> None:
    """Open a letter in the person's own mail program; nothing is sent before they send it.

    Raises OptoutError where the address is refused.
    """
    letter = mailto(address, subject, body)
    QDesktopServices.openUrl(QUrl(letter, QUrl.ParsingMode.StrictMode))


def copy_text(text: str) -> None:
    """Put a text on the clipboard."""
    QGuiApplication.clipboard().setText(text)
