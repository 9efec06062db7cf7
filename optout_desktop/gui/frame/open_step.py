"""What is open: one service, and the one step of it that a person is at."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from optout_desktop.gui.state.state import State
from optout_desktop.progress.people import accounts_of

if TYPE_CHECKING:
    from optout_desktop.checklist.checklist import Checklist
    from optout_desktop.checklist.tasks import Step, Task
    from optout_desktop.gui.page.shown import Shown, StepKey


class OpenStep(QObject):
    """The service that is open, and its open step in ``key``: None where nothing is to be seen.

    ``moved`` says that another step was asked for: whether the keyboard goes there, and whether it
    is brought into sight.
    """

    moved = Signal(bool, bool)

    def __init__(self, state: State, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self.service = ""
        self.key: StepKey | None = None
        self._whose = ("", "")
        self._is_visible = False

    @property
    def checklist(self) -> "Checklist":
        """The checklist of the service that is open."""
        return self._state.checklist(self.service)

    def shown(self) -> "Shown":
        """Return all that the page shows of it."""
        from optout_desktop.gui.page.shown import Shown

        checklist, outlines = self.checklist, self._state.outlines
        accounts = accounts_of(self._state.person, self.service)
        return Shown(
            checklist,
            self.key,
            self._state.person.id,
            self._state.account(self.service),
            tuple((account.id, account.name) for account in accounts),
            tuple((slug, outlines[slug].name) for slug in checklist.see if slug in outlines),
        )

    def start(self, service: str) -> None:
        """Open a service where the person goes on, or at the first step that is not folded away."""
        # What cannot be opened leaves open what was open before.
        following = self._state.checklist(service).next_step
        self._state.keep_only(service)
        self.service = service
        self._whose = (self._state.person.id, self._state.account(service))
        self._take(following or next(iter(self._visible()), None))

    def stay(self) -> None:
        """Keep the step open after a change.

        It starts again for another person or account, and where the change folded the step away.
        """
        is_there = self.key is not None and self.find(self.key) is not None
        is_folded = self._is_visible and self.key not in self._visible()
        whose = (self._state.person.id, self._state.account(self.service))
        if not is_there or is_folded or whose != self._whose:
            self.start(self.service)

    def open(self, key: "StepKey | None", *, focus: bool = False, scroll: bool = True) -> None:
        """Open a step; the one before closes."""
        if key is not None and self.find(key) is not None:
            self._take(key)
            self.moved.emit(focus, scroll)

    def _take(self, key: "StepKey | None") -> None:
        self.key = key
        self._is_visible = key in self._visible()

    def find(self, key: "StepKey") -> "tuple[Task, Step] | None":
        """Return a step with its task, or None where the guide does not have it."""
        if not self.service:
            return None
        return next(
            (
                (task, step)
                for task in self.checklist.tasks
                for step in task.steps
                if (task.id, step.id) == key
            ),
            None,
        )

    def go_on(self) -> None:
        """Open the next open step of the service."""
        if self.service:
            self.open(self.checklist.next_step, focus=True)

    def after_tick(self, key: "StepKey") -> None:
        """Open what is next after a tick: in the same task first, then at the service."""
        following = self._following(key[0]) or self.checklist.next_step
        if following != key:
            self.open(following, focus=True)

    def _following(self, task: str) -> "StepKey | None":
        """Find what is open in a task; an answer that is awaited is no step to do."""
        following = self.checklist.task(task).next_step
        if not following or self.checklist.step(task, following).records == "answer":
            return None
        return task, following

    def _visible(self) -> "list[StepKey]":
        """List the steps that are not folded away."""
        return [
            (task.id, step.id)
            for task in self.checklist.tasks
            if task.status != "not-for-you"
            for step in task.steps
            if not step.answer.folds
        ]
