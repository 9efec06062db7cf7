"""One step on the screen: a tick box, its title, and when it is open, all that helps to do it."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from optout_desktop.base.languages import _
from optout_desktop.checklist.tasks import Step, Task
from optout_desktop.checklist.words.step import objection_words
from optout_desktop.gui.page.requests import Requests
from optout_desktop.gui.page.shown import StepKey
from optout_desktop.gui.page.step_details import StepDetails
from optout_desktop.gui.parts.focus import follow
from optout_desktop.gui.parts.label import Label
from optout_desktop.gui.parts.surface import Surface
from optout_desktop.gui.parts.tick_box import TickBox
from optout_desktop.gui.parts.wrapped_button import WrappedButton
from optout_desktop.gui.theme import MEDIUM, SMALL, TINY


class StepTitle(WrappedButton):
    """The title of a step, as a button that opens it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", bold=True, parent=parent)

    def set_words(self, text: str) -> None:
        super().set_words(text)
        self.setAccessibleName(_("Show the step: {title}").format(title=text))


class StepRow(Surface):
    """One step; its details are shown while it is open."""

    def __init__(self, key: StepKey, requests: Requests, parent: QWidget | None = None) -> None:
        super().__init__(None, parent=parent)
        self.key = key
        self._requests = requests
        self._is_done = False
        self.details: StepDetails | None = None
        self.box = TickBox("", self)
        self.box.setObjectName(f"tick {' '.join(key)}")
        self.box.clicked.connect(self._on_box_clicked)
        self.title = StepTitle(self)
        self.title.setObjectName(f"title {' '.join(key)}")
        self.title.clicked.connect(self._on_title_clicked)
        self._status = Label("", "caption", "mute")
        self._status.setContentsMargins(TINY, 0, 0, TINY)
        grid = QGridLayout(self)
        grid.setContentsMargins(SMALL, TINY, MEDIUM, TINY)
        grid.setHorizontalSpacing(SMALL)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.box, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.title, 0, 1)
        grid.addWidget(self._status, 1, 1)
        self._grid = grid

    def show_step(self, task: Task, step: Step) -> None:
        """Show what stands of a step, with its title alone."""
        self.setVisible(not step.answer.folds)
        self._is_done = step.is_done
        self.box.setChecked(step.is_done)
        self.box.setAccessibleName(step.title)
        self.title.set_words(_title(step))
        words = _status_words(task, step)
        self._status.setText(words)
        self._status.setVisible(bool(words))
        self.box.setAccessibleDescription(words)

    def open(self, details: StepDetails) -> None:
        """Open the step with all that helps to do it."""
        self.details = details
        self._grid.addWidget(details, 2, 1)
        follow(self.title, details)
        self.set_fill("soft")
        self.title.setAccessibleDescription(_("This step is open."))

    def close_details(self) -> None:
        """Show the title alone."""
        if self.details is None:
            return
        self._grid.removeWidget(self.details)
        self.details.hide()
        self.details.deleteLater()
        self.details = None
        self.set_fill(None)
        self.title.setAccessibleDescription("")

    @Slot(bool)
    def _on_box_clicked(self, checked: bool) -> None:
        (self._requests.ticked if checked else self._requests.unticked).emit(*self.key)
        # The box shows what stands, which was told meanwhile: some ticks are asked about first.
        self.box.setChecked(self._is_done)

    @Slot()
    def _on_title_clicked(self) -> None:
        self._requests.opened.emit(*self.key)


def _title(step: Step) -> str:
    if step.optional:
        return _("{title} (optional)").format(title=step.title)
    if step.is_one_way:
        return _("{title} (one of several ways)").format(title=step.title)
    return step.title


def _status_words(task: Task, step: Step) -> str:
    if step.standing == "could-not-find":
        return _("You could not find this.")
    return " ".join(objection_words(step.objection, task.asks)) if step.is_done else ""
