"""Paragraphs below each other, of which only those change that say something else."""

from collections import Counter
from collections.abc import Hashable, Iterable
from typing import NamedTuple

from PySide6.QtWidgets import QVBoxLayout

from optout_desktop.base.palette import Role
from optout_desktop.gui.parts.label import Label
from optout_desktop.gui.parts.notice import Notice
from optout_desktop.gui.parts.rows import Rows
from optout_desktop.gui.theme import TypeStep


class Text(NamedTuple):
    """A paragraph; ``above`` is the space before it, a ``notice`` what should not be missed."""

    words: str
    role: Role = "ink"
    step: TypeStep = "text"
    bold: bool = False
    notice: bool = False
    above: int = 0


def quiet(words: str) -> Text:
    """Return a paragraph that stands back."""
    return Text(words, "mute")


def small(words: str) -> Text:
    """Return a paragraph in small letters, such as where something comes from."""
    return Text(words, "mute", "caption")


def notice(words: str) -> Text:
    """Return a paragraph that the person should not miss."""
    return Text(words, notice=True)


class Texts(QVBoxLayout):
    """A column of paragraphs; empty ones are left out."""

    def __init__(self, spacing: int) -> None:
        super().__init__()
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)
        self._rows = Rows(self, _made, _show)

    def show(self, texts: Iterable[Text]) -> None:
        """Show these paragraphs, in the widgets of their kind that are there already."""
        seen: Counter[Hashable] = Counter()
        values: dict[Hashable, Text] = {}
        for text in texts:
            if text.words:
                kind = text._replace(words="")
                seen[kind] += 1
                values[kind, seen[kind]] = text
        self._rows.show(values)


def _made(text: Text) -> Label | Notice:
    if text.notice:
        return Notice(text.words)
    label = Label(text.words, text.step, text.role, bold=text.bold)
    label.setContentsMargins(0, text.above, 0, 0)
    return label


def _show(widget: Label | Notice, text: Text) -> None:
    label = widget.label if isinstance(widget, Notice) else widget
    label.setText(text.words)
