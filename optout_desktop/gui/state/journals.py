"""What the person did everywhere: shown at once, and saved on a background thread."""

from collections.abc import Container, Iterable, Mapping

from msgspec import Struct
from msgspec.structs import astuple
from PySide6.QtCore import QObject, Signal, Slot

from optout_desktop.base.errors import OptoutError
from optout_desktop.base.languages import _
from optout_desktop.base.paths import Folders
from optout_desktop.gui.state.saver import Result, Saved, Saver
from optout_desktop.progress.events import Entry
from optout_desktop.progress.journal import Journal
from optout_desktop.progress.log import check_entry
from optout_desktop.progress.log_key import LogKey, log_keys
from optout_desktop.progress.toml_files import Tell


class Unsaved(Struct, frozen=True):
    """Something that the person did and that is not on the disk."""

    key: LogKey
    entry: Entry


class Journals(QObject):
    """All journals that were read, by their keys.

    ``changed`` carries the key of a journal in which something else stands now. ``saved`` carries
    the moment (ISO 8601) of the newest thing once all is on the disk, ``not_saved`` the number of
    things that are not. ``failed`` carries why something could not be written: a title, a hint and
    the record of an error that nobody foresaw. What could not be read goes to ``tell``.
    """

    changed = Signal(object)
    saved = Signal(str)
    not_saved = Signal(int)
    failed = Signal(str, str, str)

    def __init__(self, folders: Folders, tell: Tell, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folders, self._tell = folders, tell
        self._journals: dict[LogKey, Journal] = {}
        self._unreadable: set[str] = set()
        self.reason = ""
        """Why something could not be saved last, and what to do."""
        self._saver = Saver(folders, self)
        self._saver.ended.connect(self._on_ended)

    def journal(self, key: LogKey) -> Journal:
        """Return the journal of a key, an empty one where nothing was done."""
        return self._journals.get(key) or Journal(key)

    def keep(self, journal: Journal) -> None:
        """Take a journal in which the person did something, and save it soon."""
        before = self.journal(journal.key).waiting
        self._journals[journal.key] = journal
        self.changed.emit(journal.key)
        self._hand_over(journal.key)
        for entry in journal.waiting:
            if entry not in before:
                self._check(entry)

    def look(self, keys: Iterable[LogKey]) -> None:
        """Read the journals again whose logs others have changed."""
        for key in keys:
            journal = self.journal(key)
            # What is in flight comes back with all that the logs hold then.
            if not journal.in_flight:
                self._look(journal)

    def look_around(
        self, person: str, renamed: Mapping[str, str], services: Container[str]
    ) -> None:
        """Read all of a person's journals at some services that others have changed or begun."""
        known = (key for key in self._journals if key.person == person)
        try:
            everywhere = {*known, *log_keys(self._folders, person, renamed)}
        except OptoutError as error:
            self._tell_unreadable(error)
            return
        self.look(sorted((one for one in everywhere if one.service in services), key=astuple))

    def forget(self) -> None:
        """Start again after everything was deleted."""
        self._journals = {
            key: journal for key, journal in self._journals.items() if journal.in_flight
        }

    def try_again(self) -> None:
        """Save what could not be saved."""
        for key, journal in list(self._journals.items()):
            if journal.waiting:
                self._hand_over(key)

    def unsaved(self) -> tuple[Unsaved, ...]:
        """Return what is neither on the disk nor on its way there."""
        return tuple(
            Unsaved(key, entry)
            for key, journal in self._journals.items()
            for entry in journal.waiting[journal.in_flight :]
        )

    def tell_saved(self, moment: str) -> None:
        """Say that something was saved, and what was not."""
        failed = len(self.unsaved())
        if failed:
            self.not_saved.emit(failed)
            # What could be written shows that the rest may be, too.
            self.try_again()
        else:
            self.saved.emit(moment)

    def finish(self) -> tuple[Unsaved, ...]:
        """Save all that waits, and return what could not be saved."""
        self.try_again()
        while any(journal.in_flight for journal in self._journals.values()):
            self._settle(self._saver.wait())
        self._saver.finish()
        return self.unsaved()

    def _check(self, entry: Entry) -> None:
        try:
            check_entry(entry)
        except OptoutError as error:
            self._tell_not_saved(error)

    def _look(self, before: Journal) -> None:
        try:
            if not before.is_behind(self._folders):
                return
            after = before.reread(self._folders)
        except OptoutError as error:
            self._tell_unreadable(error)
            return
        self._take(before, after)

    def _tell_unreadable(self, error: OptoutError) -> None:
        """Tell once that something cannot be read: it is looked at often."""
        if str(error) not in self._unreadable:
            self._unreadable.add(str(error))
            self._tell(error)

    def _take(self, before: Journal, after: Journal) -> None:
        """Take what others wrote."""
        self._journals[after.key] = after
        if after.history.damage:
            self._tell(
                OptoutError(
                    _("A part of what you did could not be read. Everything else is here."),
                    _("The damaged lines were kept in {file}.").format(
                        file=after.history.damage[0].kept
                    ),
                )
            )
        if len(after.events) != len(before.events):
            self.changed.emit(after.key)

    def _hand_over(self, key: LogKey) -> None:
        """Save what waits, unless more of the journal is in flight: that keeps the order."""
        if not self._journals[key].in_flight:
            self._hand_over_to_saver(self._journals[key].hand_over())

    def _hand_over_to_saver(self, journal: Journal) -> None:
        self._journals[journal.key] = journal
        if journal.in_flight:
            self._saver.save(journal.key, journal.waiting[: journal.in_flight])

    @Slot()
    def _on_ended(self) -> None:
        for result in self._saver.results():
            self._settle(result)

    def _settle(self, result: Result) -> None:
        before = self._journals[result.key]
        if isinstance(result, Saved):
            self._take(before, before.written(result.history))
            self._hand_over(result.key)
            self.look([result.key])
            self.tell_saved(before.waiting[before.in_flight - 1].at)
            return
        again = before.not_written().hand_over()
        if again.in_flight > before.in_flight:
            # More was done meanwhile, and all of it waits for this.
            self._hand_over_to_saver(again)
            return
        self._journals[result.key] = before.not_written()
        error = OptoutError(result.title, result.hint)
        self._tell_not_saved(error, result.details)

    def _tell_not_saved(self, error: OptoutError, details: str = "") -> None:
        self.reason = str(error)
        self.not_saved.emit(len(self.unsaved()))
        self.failed.emit(error.title, error.hint, details)
