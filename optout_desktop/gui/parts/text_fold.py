"""Paragraphs that fold away."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from optout_desktop.gui.parts.fold import Fold
from optout_desktop.gui.parts.texts import Text, Texts
from optout_desktop.gui.theme import LARGE, SMALL


class TextFold(Fold):
    """Some paragraphs below a button."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        inside = QWidget()
        self._texts = Texts(SMALL)
        self._texts.setContentsMargins(LARGE, 0, 0, 0)
        inside.setLayout(self._texts)
        super().__init__(title, inside, parent)
        self.set_foldable(True)

    def show_texts(self, texts: Iterable[Text]) -> None:
        """Show these paragraphs."""
        self._texts.show(texts)
