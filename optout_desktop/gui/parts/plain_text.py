"""Texts of guides and persons where Qt would read more into them than letters."""

from html import escape

from PySide6.QtGui import Qt


def without_shortcut(text: str) -> str:
    """Write a text for a button so that "R&D" is shown as it is and makes no shortcut."""
    return text.replace("&", "&&")


def plain_tip(text: str) -> str:
    """Write a text for a tool tip, which Qt would show as markup if it looks like it."""
    if not Qt.mightBeRichText(text):
        return text
    return f"<p>{escape(text)}</p>"


def isolated(text: str) -> str:
    """Write a text so that its direction cannot disturb what stands around it (UAX 9, FSI)."""
    return f"\N{FIRST STRONG ISOLATE}{text}\N{POP DIRECTIONAL ISOLATE}"
