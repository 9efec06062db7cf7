"""Text on the screen: always plain, always wrapping, always at its type step."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from optout_desktop.gui.theme import LINE_CHARACTERS, ROLES, Role, TypeStep, type_font


class Label(QLabel):
    """A plain text of one type step and one colour role; it never reads markup."""

    def __init__(
        self,
        text: str = "",
        step: TypeStep = "text",
        role: Role = "ink",
        *,
        bold: bool = False,
        wrap: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._step: TypeStep = step
        self._bold = bold
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setForegroundRole(ROLES[role])
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        self.size_text()
        self.setText(text)

    def heightForWidth(self, arg__1: int) -> int:
        # A layout asks for the width that it has; the label takes no more than its maximum.
        return super().heightForWidth(min(arg__1, self.maximumWidth()))

    def size_text(self) -> None:
        """Take the size of the application's text; a font of its own would not follow it."""
        self.setFont(type_font(self._step, bold=self._bold))
        if self.wordWrap():
            self.setMaximumWidth(self.fontMetrics().averageCharWidth() * LINE_CHARACTERS)
            self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 8)
