"""The main window: what is where, and what happens when the person does something."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QMessageBox,
    QVBoxLayout,
    QWidget,
)

from optout_desktop.base.errors import OptoutError
from optout_desktop.base.languages import _
from optout_desktop.base.paths import Folders
from optout_desktop.gui.frame.closing import Closing
from optout_desktop.gui.frame.columns import Columns
from optout_desktop.gui.frame.command_finder import CommandFinder
from optout_desktop.gui.frame.commands import about_words, add_menus
from optout_desktop.gui.frame.exports import Exports
from optout_desktop.gui.frame.footer import Footer
from optout_desktop.gui.frame.link_actions import LinkActions
from optout_desktop.gui.frame.messages import MessageBar
from optout_desktop.gui.frame.open_step import OpenStep
from optout_desktop.gui.frame.person_actions import PersonActions
from optout_desktop.gui.frame.place import place_of, put
from optout_desktop.gui.frame.step_actions import StepActions
from optout_desktop.gui.frame.top_bar import TopBar
from optout_desktop.gui.frame.view_settings import ViewSettings
from optout_desktop.gui.parts.focus import reached
from optout_desktop.gui.services.sidebar import Sidebar
from optout_desktop.gui.state.state import State
from optout_desktop.gui.state.watcher import Watcher
from optout_desktop.guides.library.library import Library

if TYPE_CHECKING:
    from optout_desktop.gui.page.guide_page import GuidePage

_LEAST_SIZE = (480, 400)


class MainWindow(QMainWindow):
    """The window. ``guide_shown`` carries the slug when a guide can be used."""

    guide_shown = Signal(str)

    def __init__(self, state: State, folders: Folders, library: Library) -> None:
        super().__init__()
        self.state = state
        self.setObjectName("main_window")
        self.setWindowTitle(_("Optout Desktop"))
        self.setMinimumSize(*_LEAST_SIZE)
        self._watcher = Watcher(state, self)
        self._page: GuidePage | None = None
        self._build()
        self.open_step = OpenStep(state, self)
        self.exports = Exports(state, folders, library, self)
        self.people = PersonActions(state, self.open_step, self)
        self.links = LinkActions(self.open_step, self.messages, self)
        self.steps = StepActions(state, self.open_step, self.links, self.messages, self)
        self._view = ViewSettings(state, self)
        self._closing = Closing(state, self.open_step, self)
        self._finder = CommandFinder(state, self)
        self.commands = add_menus(self, self._does())
        self._finder.commands = list(self.commands.values())
        self._view.mark(self.commands)
        self._connect()
        put(self, state.settings.window)
        self._show_person()
        for problem in state.problems:
            self.messages.show_trouble(problem.title, problem.hint)

    def _build(self) -> None:
        self.top_bar = TopBar()
        self.messages = MessageBar()
        self.side = Sidebar(self.state)
        self._columns = Columns(self.state, self.side)
        self.footer = Footer()
        central = QWidget()
        column = QVBoxLayout(central)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top_bar)
        column.addWidget(self.messages)
        column.addWidget(self._columns, 1)
        column.addWidget(self.footer)
        self.setCentralWidget(central)

    def _connect(self) -> None:
        state = self.state
        state.service_changed.connect(self._on_service_changed)
        state.person_changed.connect(self._show_person)
        state.saved.connect(self.footer.show_saved)
        state.not_saved.connect(self.footer.show_not_saved)
        state.trouble.connect(self.messages.show_trouble)
        state.failed.connect(self.messages.show_not_saved)
        state.saved.connect(self.messages.forget_not_saved)
        self.side.service_chosen.connect(self.open_service)
        self.top_bar.back.clicked.connect(self.show_list)
        self.top_bar.export.clicked.connect(self.exports.export_report)
        self.footer.try_again.clicked.connect(state.try_again)
        self.footer.undo.clicked.connect(self.steps.undo)
        self.footer.person.clicked.connect(self.people.ask_person)
        self.exports.told.connect(self.messages.show_news)
        self.exports.trouble.connect(self.messages.show_trouble)
        self.exports.unforeseen.connect(self.messages.show_unforeseen)
        self._finder.service_chosen.connect(self.open_service)
        self.open_step.moved.connect(self._on_moved)
        self._columns.list_hidden.connect(self.top_bar.back.setVisible)

    def _does(self) -> dict[str, Callable[[], object]]:
        """Name what each command of frame.commands does."""
        return {
            "export_report": self.exports.export_report,
            "my_data": self.exports.show_my_data,
            "quit": self.close,
            "undo": self.steps.undo,
            "redo": self.steps.redo,
            "find": self.show_search,
            "find_command": self._finder.ask,
            "tick": self.steps.toggle,
            "next_step": self.steps.go_on,
            "open_link": self.links.open_of_step,
            "copy_link": self.links.copy_of_step,
            "not_found": self.steps.not_found,
            "person": self.people.ask_person,
            "account": self.people.ask_account,
            "larger": self._view.larger,
            "smaller": self._view.smaller,
            "normal_size": self._view.normal_size,
            "colours_system": self._view.colours_system,
            "colours_light": self._view.colours_light,
            "colours_dark": self._view.colours_dark,
            "all_services": self.show_list,
            "about": self.show_about,
        }

    # Services and steps

    @property
    def page(self) -> "GuidePage":
        """The page of the guide; made when it is first asked for, after the list is painted."""
        if self._page is None:
            from optout_desktop.gui.page.guide_page import GuidePage

            self._page = page = GuidePage()
            self.steps.serve(page.requests)
            self.links.serve(page.requests)
            self.people.serve(page.requests)
            page.requests.service.connect(self.open_service)
            page.shown.connect(self.guide_shown)
            page.changed.connect(self._order_tabs)
            self._columns.add_page(page)
        return self._page

    @property
    def slug(self) -> str:
        """The service that is shown, or nothing."""
        return self.open_step.service

    @Slot(str)
    def open_service(self, slug: str) -> None:
        """Show the guide of a service."""
        if slug != self.slug:
            try:
                self.state.open_guide(slug)
            except OptoutError as error:
                self.messages.show_trouble(
                    _(
                        "The guide on {name} cannot be read. If you did not change it yourself, "
                        "install the program again; your progress stays."
                    ).format(name=self.state.outlines[slug].name),
                    f"{error.title} {error.hint}".strip(),
                )
                self.side.choose(self.slug)
                return
            self.show_service(slug)
        self.side.choose(slug)
        self._columns.show_page()

    def show_service(self, slug: str) -> None:
        """Show a guide that was read, where the person goes on."""
        self._keep_note()
        self.open_step.start(slug)
        self._watcher.follow()
        self.side.choose(slug)
        self._show_page()

    @Slot(str)
    def _on_service_changed(self, slug: str) -> None:
        self._show_numbers()
        if slug == self.slug:
            self._refresh_page()

    @Slot(bool, bool)
    def _on_moved(self, focus: bool, scroll: bool) -> None:
        self._show_page()
        self.page.go_to_step(focus=focus, scroll=scroll)

    @Slot()
    def _refresh_page(self) -> None:
        """Show what stands now at the service that is open."""
        if self.slug in self.state.outlines:
            self.open_step.stay()
            self._show_page()

    def _show_page(self) -> None:
        if self.page.open_key != self.open_step.key:
            self._keep_note()
        self.page.show_guide(self.open_step.shown())
        self._show_undo()

    @Slot()
    def show_search(self) -> None:
        """Go to the search."""
        self._columns.show_list()
        self.side.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.side.search.selectAll()

    @Slot()
    def show_list(self) -> None:
        """Go back to the list."""
        self._columns.show_list()
        self.side.show_all()
        self.side.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def _order_tabs(self) -> None:
        """Let Tab go from the list through the page to the footer, whatever was made later."""
        before: QWidget = self.side.list
        for widget in (*self.page.in_reading_order(), *reached(self.footer)):
            QWidget.setTabOrder(before, widget)
            before = widget

    @Slot()
    def show_about(self) -> None:
        """Say what this program is."""
        QMessageBox.about(self, _("About Optout Desktop"), about_words())

    # The window's shape

    @Slot()
    def _show_person(self) -> None:
        self.footer.show_person(self.state.person)
        self._show_numbers()
        self._refresh_page()

    def _show_numbers(self) -> None:
        self.side.refresh()
        self.top_bar.show_numbers(self.state.statuses().values())

    def _show_undo(self) -> None:
        last = self.state.progress(self.slug).last if self.slug else None
        found = self.open_step.find((last.task, last.step)) if last else None
        words = found[1].title if found else _("the last change")
        self.footer.show_undo(words if last else "")
        self.commands["undo"].setEnabled(last is not None)

    def changeEvent(self, event: QEvent) -> None:
        """Draw pictures in the new colours or text size."""
        super().changeEvent(event)
        kinds = {QEvent.Type.ApplicationFontChange, QEvent.Type.PaletteChange}
        if event.type() in kinds and self._page is not None:
            QTimer.singleShot(0, self, self._redraw)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            # Not every network drive says that something on it has changed.
            self.state.look_around()

    @Slot()
    def _redraw(self) -> None:
        self._columns.arrange()
        if self._page is not None:
            self._page.redraw()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Write all that waits, and keep the window's place; stay where something would be lost."""
        if not (self._closing.is_forced or self.keep()):
            event.ignore()
            self._closing.ask(self.state.unsaved())
            return
        if not self.state.is_forgotten:
            self.state.change_settings(window=place_of(self), last_service=self.slug)
        super().closeEvent(event)

    def keep(self) -> bool:
        """Write all that was done and typed; return whether it is on the disk."""
        QApplication.setOverrideCursor(Qt.CursorShape.BusyCursor)
        self._keep_note()
        self.exports.finish()
        unsaved = self.state.finish()
        QApplication.restoreOverrideCursor()
        return not unsaved

    def _keep_note(self) -> None:
        if self._page is not None:
            self._page.keep_note()
