"""What is open: one service, and the one step of it that a person is at."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from optout_desktop.gui.state.state import State
from optout_desktop.plan.overview import next_step
from optout_desktop.plan.task import TaskOverview
from optout_desktop.situation.rules import applies

if TYPE_CHECKING:
    from optout_desktop.guides.format.shape import Guide
    from optout_desktop.guides.format.tasks import Step, Task

StepKey = tuple[str, str]
"""A step, as the ids of its task and of itself."""


class OpenStep(QObject):
    """The guide that is open, and its open step in ``key``: None where nothing is to be seen.

    ``moved`` says that another step was asked for: whether the keyboard goes there, and whether it
    is brought into sight.
    """

    moved = Signal(bool, bool)

    def __init__(self, state: State, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self.guide: Guide | None = None
        self.key: StepKey | None = None

    @property
    def service(self) -> str:
        """The slug of the service that is open, or nothing."""
        return self.guide.slug if self.guide else ""

    def show(self, guide: "Guide") -> None:
        """Open a guide where the person goes on, or at the first step that is not folded away."""
        self.guide = guide
        self.key = self._state.overview(guide.slug).next_step or self._first()

    def open(self, key: StepKey | None, *, focus: bool = False, scroll: bool = True) -> None:
        """Open a step; the one before closes."""
        if key is not None and self.find(key) is not None:
            self.key = key
            self.moved.emit(focus, scroll)

    def find(self, key: StepKey) -> "tuple[Task, Step] | None":
        """Return a task and a step of it, or None where the guide does not have them."""
        tasks = self.guide.tasks if self.guide else ()
        return next(
            ((task, step) for task in tasks for step in task.steps if (task.id, step.id) == key),
            None,
        )

    def task(self, task: str) -> TaskOverview:
        """Return where the person stands with a task of the service."""
        overview = self._state.overview(self.service)
        return next(one for one in overview.tasks if one.task.id == task)

    def go_on(self) -> None:
        """Open the next open step of the service."""
        if self.service:
            self.open(self._state.overview(self.service).next_step, focus=True)

    def after_tick(self, key: StepKey) -> None:
        """Open what is next after a tick: in the same task first, then at the service."""
        following = self._following(key) or self._state.overview(self.service).next_step
        if following != key:
            self.open(following, focus=True)

    def _following(self, key: StepKey) -> StepKey | None:
        """Find what is open in the task of a step; an answer that is awaited is no step to do."""
        following = next_step(
            (self.task(key[0]),),
            self._state.progress(self.service),
            self._state.situation(self.service),
        )
        found = self.find(following) if following else None
        return None if found is None or found[1].records == "answer" else following

    def _first(self) -> StepKey | None:
        """Find what to show where nothing is next; what is folded away stays so."""
        situation = self._state.situation(self.service)
        return next(
            (
                (overview.task.id, step.id)
                for overview in self._state.overview(self.service).tasks
                if overview.status != "not-for-you"
                for step in overview.task.steps
                if not applies(step.applies, situation).folds
            ),
            None,
        )
