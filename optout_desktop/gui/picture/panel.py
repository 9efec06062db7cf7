"""The picture of a step, before and after, with what is seen said in words."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from optout_desktop.base.languages import _
from optout_desktop.checklist.tasks import Step
from optout_desktop.gui.parts.button import Button
from optout_desktop.gui.parts.flow import FlowLayout
from optout_desktop.gui.parts.label import Label
from optout_desktop.gui.picture.view import PictureView
from optout_desktop.gui.theme import MEDIUM
from optout_desktop.pictures.states import has_two_states
from optout_desktop.pictures.vocabulary import Picture, State
from optout_desktop.pictures.words import state_words


class PicturePanel(QWidget):
    """The picture of the open step with its words and the two buttons."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[str, str, Picture, State] | None = None
        self._state: State = "before"
        self.view = PictureView(self)
        self._words = Label("", "caption", "mute")
        self.before = Button(_("Before"), "segment")
        self.after = Button(_("After"), "segment")
        group = QButtonGroup(self)
        self._buttons = QWidget()
        row = FlowLayout(self._buttons)
        for button in (self.before, self.after):
            button.setCheckable(True)
            group.addButton(button)
            row.addWidget(button)
        self.before.setChecked(True)
        self.before.clicked.connect(self._on_before)
        self.after.clicked.connect(self._on_after)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MEDIUM)
        column.addWidget(self.view)
        column.addWidget(self._words)
        column.addWidget(self._buttons)

    def show_step(self, service: str, step: Step | None) -> None:
        """Show the picture of a step: what it looks like now, as far as the person said.

        Which side the person chose to look at stays until something of the step changes.
        """
        picture = step.picture if step else None
        self.setVisible(picture is not None)
        if step is None or picture is None:
            self._shown = None
            return
        state: State = "after" if step.is_done else "before"
        shown = (service, step.id, picture, state)
        if shown != self._shown:
            self._shown = shown
            self._show(state)

    def redraw(self) -> None:
        """Draw again, after a change of colours or text size."""
        self._show(self._state)

    def _show(self, state: State) -> None:
        self._state = state
        if self._shown is None:
            return
        service, _step, picture, _state = self._shown
        (self.after if state == "after" else self.before).setChecked(True)
        self.view.show_picture(picture, state)
        self._words.setText(
            _(
                "What you will see. {words} A drawing, not a screenshot: {service} may look a "
                "little different."
            ).format(words=state_words(picture, state), service=service)
        )
        self._buttons.setVisible(has_two_states(picture))

    @Slot()
    def _on_before(self) -> None:
        self._show("before")

    @Slot()
    def _on_after(self) -> None:
        self._show("after")
