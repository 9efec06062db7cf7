"""One step on the screen: a tick box, its title, and when it is open, all that helps to do it."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from optout_desktop.base.languages import _
from optout_desktop.checklist.words.outcome import reply_words
from optout_desktop.gui.dates import written
from optout_desktop.gui.page.requests import Requests
from optout_desktop.gui.page.step_details import StepDetails
from optout_desktop.gui.parts.focus import follow
from optout_desktop.gui.parts.label import Label
from optout_desktop.gui.parts.surface import Surface
from optout_desktop.gui.parts.tick_box import TickBox
from optout_desktop.gui.parts.wrapped_button import WrappedButton
from optout_desktop.gui.theme import MEDIUM, SMALL, TINY
from optout_desktop.guides.format.tasks import Step, Task
from optout_desktop.progress.state import StepState


class StepTitle(WrappedButton):
    """The title of a step, as a button that opens it."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, bold=True, parent=parent)
        self.setAccessibleName(_("Show the step: {title}").format(title=text))


class StepRow(Surface):
    """One step; its details are shown while it is open."""

    def __init__(
        self,
        task: Task,
        step: Step,
        requests: Requests,
        *,
        optional: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(None, parent=parent)
        self._optional = optional
        self._requests = requests
        self._done = False
        self.task, self.step = task, step
        self.details: StepDetails | None = None
        self.box = TickBox(step.title, self)
        self.box.setObjectName(f"tick {task.id} {step.id}")
        self.box.clicked.connect(self._on_box_clicked)
        self.title = StepTitle(self._shown_title(), self)
        self.title.setObjectName(f"title {task.id} {step.id}")
        self.title.clicked.connect(self._on_title_clicked)
        self._status = Label("", "caption", "mute")
        self._status.setContentsMargins(TINY, 0, 0, TINY)
        self._status.hide()
        grid = QGridLayout(self)
        grid.setContentsMargins(SMALL, TINY, MEDIUM, TINY)
        grid.setHorizontalSpacing(SMALL)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.box, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.title, 0, 1)
        grid.addWidget(self._status, 1, 1)
        self._grid = grid

    @property
    def key(self) -> tuple[str, str]:
        """Name the step as (task, step)."""
        return (self.task.id, self.step.id)

    def show_state(self, state: StepState) -> None:
        """Show what stands of this step."""
        self._done = state.done
        self.box.setChecked(state.done)
        words = _status_words(state)
        self._status.setText(words)
        self._status.setVisible(bool(words))
        self.box.setAccessibleDescription(words)
        if self.details is not None:
            self.details.show_state(state)

    def open(self, details: StepDetails) -> None:
        """Open the step with all that helps to do it."""
        self.close_details()
        self.details = details
        self._grid.addWidget(details, 2, 1)
        follow(self.title, details)
        self.set_fill("soft")
        self.title.setAccessibleDescription(_("This step is open."))

    def close_details(self) -> None:
        """Show the title alone."""
        if self.details is None:
            return
        self.details.keep_note()
        self._grid.removeWidget(self.details)
        self.details.hide()
        self.details.deleteLater()
        self.details = None
        self.set_fill(None)
        self.title.setAccessibleDescription("")

    def _shown_title(self) -> str:
        if self._optional:
            return _("{title} (optional)").format(title=self.step.title)
        if self.step.either:
            return _("{title} (one of several ways)").format(title=self.step.title)
        return self.step.title

    @Slot(bool)
    def _on_box_clicked(self, checked: bool) -> None:
        (self._requests.ticked if checked else self._requests.unticked).emit(*self.key)
        # The box shows what stands, which was told meanwhile: some ticks are asked about first.
        self.box.setChecked(self._done)

    @Slot()
    def _on_title_clicked(self) -> None:
        self._requests.opened.emit(*self.key)


def _status_words(state: StepState) -> str:
    if state.could_not_find:
        return _("You could not find this.")
    objection = state.objection
    if objection is None or not state.done:
        return ""
    if objection.answer:
        return _("{answer}: {date}.").format(
            answer=reply_words(objection.answer), date=written(objection.answered)
        )
    if objection.reference:
        return _("Sent on {date}, case number {reference}.").format(
            date=written(objection.sent), reference=objection.reference
        )
    return _("Sent on {date}.").format(date=written(objection.sent))
