"""One account at one service: what is on the disk, what waits to be written, undo and redo.

The terminal and the window both use it: the one writes at once, the other in the background.
"""

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from optout_desktop.base.errors import OptoutError
from optout_desktop.base.languages import _
from optout_desktop.base.paths import Folders
from optout_desktop.progress.events import Draft, Entry, Event
from optout_desktop.progress.log import History, append, check_entry, logs, read
from optout_desktop.progress.log_key import LogKey
from optout_desktop.progress.state import ServiceState, fold, redo_of, standing

_WAITING = "waiting"
"""Stands for the computer of an event that has no number of any computer yet."""


class Journal(Struct, frozen=True):
    """What a person did with one account at one service; every act returns a new journal.

    ``history`` is on the disk as far as this program has looked. ``waiting`` is not; the first
    ``in_flight`` of it are being written at this moment. ``state`` is what all of it adds up to.
    """

    key: LogKey
    history: History = History()
    waiting: tuple[Entry, ...] = ()
    in_flight: int = 0
    state: ServiceState = ServiceState()

    @property
    def events(self) -> tuple[Event, ...]:
        """All that was done; what waits counts as the newest."""
        return (*self.history.events, *self._unnumbered())

    def record(self, drafts: Iterable[Draft], at: str, revision: int) -> "Journal":
        """Return the journal with what was done at ``at`` (ISO 8601), by a guide's revision.

        A note replaces one of the same step that is not being written yet.
        """
        new = tuple(Entry(draft, at, revision) for draft in drafts)
        noted = {(one.draft.task, one.draft.step) for one in new if one.draft.what == "note"}
        kept = [
            entry
            for entry in self.waiting[self.in_flight :]
            if entry.draft.what != "note" or (entry.draft.task, entry.draft.step) not in noted
        ]
        return self._with(waiting=(*self.waiting[: self.in_flight], *kept, *new))

    def undo(self, at: str, revision: int) -> "Journal":
        """Return the journal with the newest act undone; the same journal where that cannot be."""
        return self._take_back(self.state.last, at, revision)

    def redo(self, at: str, revision: int) -> "Journal":
        """Return the journal with the last undo taken back, if nothing was done since."""
        return self._take_back(redo_of(self.events), at, revision)

    def undo_step(self, task: str, step: str, at: str, revision: int) -> "Journal":
        """Return the journal with the newest act on a step undone.

        Raises OptoutError where nothing was said of the step.
        """
        stands, undone = self.state.step(task, step), self
        for event in reversed(standing(self.events)):
            if (event.task, event.step) == (task, step):
                undone = undone._take_back(event, at, revision)
                if undone.state.step(task, step) != stands:
                    return undone
        raise OptoutError(
            _("Nothing has been said about this step yet."), _("So there is nothing to take back.")
        )

    # Between here and the disk

    def hand_over(self) -> "Journal":
        """Return the journal with all that waits in flight, except what cannot be written."""
        fit = tuple(entry for entry in self.waiting if _is_writable(entry))
        rest = tuple(entry for entry in self.waiting if entry not in fit)
        return self._with(waiting=(*fit, *rest), in_flight=len(fit))

    def written(self, history: History) -> "Journal":
        """Return the journal with what the log held right after what was in flight was written."""
        return self._with(history=history, waiting=self.waiting[self.in_flight :], in_flight=0)

    def not_written(self) -> "Journal":
        """Return the journal with what was in flight waiting again."""
        return replace(self, in_flight=0)

    def is_behind(self, folders: Folders) -> bool:
        """Return whether the logs are others than those that were read."""
        return logs(folders, self.key) != self.history.seen

    def reread(self, folders: Folders) -> "Journal":
        """Return the journal with what the logs hold now."""
        return self._with(history=read(folders, self.key))

    def _take_back(self, event: Event | None, at: str, revision: int) -> "Journal":
        if event is None or self.in_flight:
            # What is being written has no number yet by which an undo could name it.
            return self
        if event.computer == _WAITING:
            number = self._unnumbered().index(event)
            return self._with(waiting=(*self.waiting[:number], *self.waiting[number + 1 :]))
        return self.record([Draft("undo", event.task, event.step, value=event.id)], at, revision)

    def _unnumbered(self) -> tuple[Event, ...]:
        first = self.history.newest + 1
        return tuple(
            entry.event(count, _WAITING) for count, entry in enumerate(self.waiting, first)
        )

    def _with(self, **changes: object) -> "Journal":
        changed = replace(self, **changes)
        return replace(changed, state=fold(changed.events))


def read_journal(folders: Folders, key: LogKey) -> Journal:
    """Return what was done with one account at one service."""
    return Journal(key).reread(folders)


def write(folders: Folders, journal: Journal) -> Journal:
    """Write all that waits, and return the journal with it on the disk. Raises OptoutError."""
    if not journal.waiting:
        return replace(journal, history=replace(journal.history, damage=()))
    history = append(folders, journal.key, journal.waiting)
    return replace(journal, in_flight=len(journal.waiting)).written(history)


def _is_writable(entry: Entry) -> bool:
    try:
        check_entry(entry)
    except OptoutError:
        return False
    return True
