"""The main window: what is where, and what happens when the person does something."""

from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QVBoxLayout,
    QWidget,
)

from optout_desktop.base.errors import OptoutError
from optout_desktop.base.languages import _
from optout_desktop.gui.bars import Footer, TopBar
from optout_desktop.gui.commands import add_menus
from optout_desktop.gui.dates import today
from optout_desktop.gui.keeping import Keeping
from optout_desktop.gui.messages import MessageBar
from optout_desktop.gui.parts.focus import follow
from optout_desktop.gui.side import Side
from optout_desktop.gui.store import Store
from optout_desktop.gui.watcher import Watcher
from optout_desktop.guides.library import open_guide
from optout_desktop.progress.events import Event
from optout_desktop.progress.people import accounts_of, with_account
from optout_desktop.progress.state import Objection

if TYPE_CHECKING:
    from optout_desktop.gui.dialogs.not_found import NotFoundDialog
    from optout_desktop.gui.guide_page import GuidePage
    from optout_desktop.guides.shape import Guide, Step

SIDE_WIDTH = 300
_NARROW, _ONE_PAGE = 1000, 760
_TEXT_STEP = 10
_SIZE = (1280, 800)
_LEAST_SIZE = (480, 400)
_PLACE = 5
"""x, y, width, height, maximised."""


class MainWindow(QMainWindow):
    """The window. ``guide_shown`` carries the slug when a guide can be used."""

    guide_shown = Signal(str)

    def __init__(self, store: Store) -> None:
        super().__init__()
        self.store = store
        self.setObjectName("main_window")
        self.setWindowTitle(_("Optout Desktop"))
        self.setMinimumSize(*_LEAST_SIZE)
        self._page_open = False
        self._watcher = Watcher(store, self)
        self._keeping = Keeping(store, self)
        self.actions_by_name = add_menus(self)
        self._page: GuidePage | None = None
        self._build()
        self._connect()
        self._restore_place()
        self._show_person()
        self._show_colours()
        for problem in store.problems:
            self.messages.show_trouble(problem.title, problem.hint)

    @property
    def service_list(self) -> QWidget:
        """The list of services."""
        return self.side.list

    def _build(self) -> None:
        self.top_bar = TopBar()
        self.messages = MessageBar()
        self.side = Side(self.store)
        self.side.setMinimumWidth(SIDE_WIDTH)
        self.footer = Footer()
        central = QWidget()
        column = QVBoxLayout(central)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top_bar)
        column.addWidget(self.messages)
        self._row = QHBoxLayout()
        self._row.setSpacing(0)
        self._row.addWidget(self.side, 3)
        self._rest = QWidget()
        self._row.addWidget(self._rest, 10)
        column.addLayout(self._row, 1)
        column.addWidget(self.footer)
        self.setCentralWidget(central)

    def _connect(self) -> None:
        store = self.store
        store.service_changed.connect(self._on_service_changed)
        store.person_changed.connect(self._show_person)
        store.saved.connect(self.footer.show_saved)
        store.settings_changed.connect(self._show_colours)
        store.trouble.connect(self.messages.show_trouble)
        self.side.service_chosen.connect(self.open_service)
        self.top_bar.back.clicked.connect(self.on_all_services)
        self.top_bar.export.clicked.connect(self.on_export_report)
        self.footer.undo_requested.connect(self.on_undo)
        self.footer.person_requested.connect(self.on_person)
        self._keeping.told.connect(self.messages.show_news)
        self._keeping.trouble.connect(self.messages.show_trouble)

    # Services and steps

    @property
    def page(self) -> "GuidePage":
        """The page of the guide; made when it is first asked for, after the list is painted."""
        if self._page is None:
            from optout_desktop.gui.guide_page import make_page

            self._page = page = make_page(self.store)
            page.ticked.connect(self._on_ticked)
            page.unticked.connect(self._on_unticked)
            page.record_requested.connect(self._ask_record)
            page.not_found_requested.connect(self._ask_not_found)
            page.note_written.connect(self._on_note)
            page.outcome_stated.connect(self._on_outcome)
            page.open_requested.connect(self._open)
            page.copy_requested.connect(self._copy)
            page.where_requested.connect(self.on_person)
            page.account_chosen.connect(self._on_account)
            page.situation_answered.connect(self._on_situation)
            page.shown.connect(self.guide_shown)
            page.built.connect(self._on_built)
            self._row.replaceWidget(self._rest, page)
            self._rest.deleteLater()
            self._arrange()
        return self._page

    @property
    def slug(self) -> str:
        """The service that is shown, or nothing."""
        return self._page.guide.slug if self._page and self._page.guide else ""

    @Slot(str)
    def open_service(self, slug: str) -> None:
        """Show the guide of a service."""
        self._page_open = True
        if slug != self.slug:
            try:
                guide = open_guide(self.store.guides, slug)
            except OptoutError as error:
                self.messages.show_trouble(error.title, error.hint)
                return
            self.store.learn(guide)
            self.show_guide(guide)
        self.side.choose(slug)
        self._arrange()
        self._show_undo()

    def show_guide(self, guide: "Guide") -> None:
        """Show a guide that was read already."""
        self._page_open = True
        self.page.show_guide(guide)
        self._watcher.watch(guide.slug)
        self.side.choose(guide.slug)

    @Slot(str)
    def _on_service_changed(self, slug: str) -> None:
        self.side.refresh()
        self.top_bar.show_numbers(self.store.overviews())
        if slug == self.slug:
            self.page.refresh()
            self._show_undo()

    @Slot(str, str)
    def _on_ticked(self, task: str, step: str) -> None:
        if self._step(task, step).records:
            self.page.refresh()
            self._ask_record(task, step)
            return
        self.store.record(self.slug, Event(0, "", "", "tick", task, step))
        self.page.after_tick((task, step))

    @Slot(str, str)
    def _on_unticked(self, task: str, step: str) -> None:
        self.store.record(self.slug, Event(0, "", "", "untick", task, step))

    @Slot(str, str, str)
    def _on_note(self, task: str, step: str, text: str) -> None:
        if text != self.store.state(self.slug).step(task, step).note:
            self.store.record(self.slug, Event(0, "", "", "note", task, step, note=text))

    @Slot(str, str)
    def _on_outcome(self, task: str, outcome: str) -> None:
        self.store.record(self.slug, Event(0, "", "", "outcome", task, value=outcome))

    @Slot(str, str)
    def _ask_record(self, task: str, step: str) -> None:
        asked = self._step(task, step)
        from optout_desktop.gui.dialogs.objection import AnswerDialog, SentDialog

        known = self.store.state(self.slug).step(task, step).objection or Objection()
        dialog = SentDialog if asked.records == "sent" else AnswerDialog
        self._asked: SentDialog | AnswerDialog | NotFoundDialog = dialog(
            task, asked, known, today(self.store.clock()), self
        )
        self._asked.accepted.connect(self._on_stated)
        self._asked.open()

    @Slot(str, str)
    def _ask_not_found(self, task: str, step: str) -> None:
        guide = self.page.guide
        if guide is None:
            return
        from optout_desktop.gui.dialogs.not_found import NotFoundDialog

        dialog = NotFoundDialog(guide, task, self._step(task, step), self)
        dialog.open_requested.connect(self._open)
        dialog.copy_requested.connect(self._copy)
        self._asked = dialog
        self._asked.accepted.connect(self._on_stated)
        self._asked.open()

    @Slot()
    def _on_stated(self) -> None:
        event = self._asked.stated()
        self.store.record(self.slug, event)
        if event.what != "could-not-find":
            self.page.after_tick((event.task, event.step))

    def _step(self, task: str, step: str) -> "Step":
        row = self.page.row((task, step))
        if row is None:
            raise KeyError(task, step)
        return row.step

    # Links

    @Slot(str)
    def _open(self, url: str) -> None:
        guide = self.page.guide
        if guide is None:
            return
        from optout_desktop.gui.opener import open_link

        sources = [source.url for source in guide.sources if source.url]
        try:
            link = open_link(url, guide.domains, sources)
        except OptoutError as error:
            self.messages.show_trouble(error.title, error.hint)
            return
        self.messages.show_news(
            _("{host} opens in your browser. If nothing opens, use “Copy link”.").format(
                host=link.host
            )
        )

    @Slot(str)
    def _copy(self, text: str) -> None:
        from optout_desktop.gui.opener import copy_text

        copy_text(text)
        self.messages.show_news(_("Copied. Paste it where you need it."))

    # Commands of the menu

    @Slot()
    def on_export_report(self) -> None:
        """Export the report."""
        self._keeping.export_report()

    @Slot()
    def on_my_data(self) -> None:
        """Show all that is kept."""
        self._keeping.show_my_data()

    @Slot()
    def on_quit(self) -> None:
        """Close the window."""
        self.close()

    @Slot()
    def on_undo(self) -> None:
        """Take back what was done last at this service."""
        undone = self.store.undo(self.slug) if self.slug else None
        if undone is not None:
            self.page.open_step((undone.task, undone.step), focus=True)

    @Slot()
    def on_redo(self) -> None:
        """Do again what was undone last."""
        if self.slug:
            self.store.redo(self.slug)

    @Slot()
    def on_find(self) -> None:
        """Go to the search."""
        self._page_open = self._page_open and not self._one_page()
        self._arrange()
        self.side.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.side.search.selectAll()

    @Slot()
    def on_find_command(self) -> None:
        """Find a command or a service by a few letters."""
        from optout_desktop.gui.dialogs.find_command import FindCommandDialog

        actions = list(self.actions_by_name.values())
        self._finder = FindCommandDialog(actions, self)
        self._finder.accepted.connect(self._on_command_found)
        self._finder.open()

    @Slot()
    def _on_command_found(self) -> None:
        if self._finder.chosen is not None:
            self._finder.chosen.trigger()

    @Slot()
    def on_tick(self) -> None:
        """Tick the open step, or take its tick back."""
        row = self.page.row(self.page.current)
        if row is not None:
            row.box.click()

    @Slot()
    def on_next_step(self) -> None:
        """Go to the next open step."""
        if self.slug:
            self.page.open_step(self.store.overview(self.slug).next_step, focus=True)

    @Slot()
    def on_open_link(self) -> None:
        """Open the page of the open step."""
        row = self.page.row(self.page.current)
        if row is not None and row.step.url:
            self._open(row.step.url)

    @Slot()
    def on_copy_link(self) -> None:
        """Copy the link of the open step."""
        row = self.page.row(self.page.current)
        if row is not None and row.step.url:
            self._copy(row.step.url)

    @Slot()
    def on_not_found(self) -> None:
        """Say that the open step is not what the person sees."""
        if self.page.current:
            self._ask_not_found(*self.page.current)

    @Slot()
    def on_person(self) -> None:
        """Ask for whom this is, and where they live."""
        from optout_desktop.gui.dialogs.person import PersonDialog

        self._person_dialog = PersonDialog(self.store.people, self.store.person, self)
        self._person_dialog.accepted.connect(self._on_person_chosen)
        self._person_dialog.open()

    @Slot()
    def _on_person_chosen(self) -> None:
        person = self._person_dialog.chosen()
        self.store.keep_person(person)
        self.store.choose_person(person.id)

    @Slot()
    def on_account(self) -> None:
        """Add an account at this service."""
        if not self.slug:
            return
        from PySide6.QtWidgets import QInputDialog

        name, given = QInputDialog.getText(
            self,
            _("Another account"),
            _("A name for the account, such as its e-mail address:"),
        )
        if given and name.strip():
            person = with_account(self.store.person, self.slug, name.strip())
            self.store.keep_person(person)
            self._on_account(accounts_of(person, self.slug)[-1].id)

    @Slot(str)
    def _on_account(self, account: str) -> None:
        self.store.choose_account(self.slug, account)
        self._watcher.watch(self.slug)
        self._rebuild_page()

    @Slot()
    def _on_built(self) -> None:
        """Let Tab come to the footer last: the page was made after it."""
        follow(self.page.facts.sources.button, self.footer)

    @Slot(str, str)
    def _on_situation(self, question: str, answer: str) -> None:
        self.store.answer(self.slug, question, answer)

    @Slot()
    def on_larger(self) -> None:
        """Make all text larger."""
        self._set_text_size(self.store.settings.text_size + _TEXT_STEP)

    @Slot()
    def on_smaller(self) -> None:
        """Make all text smaller."""
        self._set_text_size(self.store.settings.text_size - _TEXT_STEP)

    @Slot()
    def on_normal_size(self) -> None:
        """Bring text back to its usual size."""
        self._set_text_size(100)

    def _set_text_size(self, percent: int) -> None:
        size = max(100, min(200, percent))
        self.store.change_settings(replace(self.store.settings, text_size=size))

    @Slot()
    def on_colours_system(self) -> None:
        """Follow the system's colours."""
        self.store.change_settings(replace(self.store.settings, colours="system"))

    @Slot()
    def on_colours_light(self) -> None:
        """Use light colours."""
        self.store.change_settings(replace(self.store.settings, colours="light"))

    @Slot()
    def on_colours_dark(self) -> None:
        """Use dark colours."""
        self.store.change_settings(replace(self.store.settings, colours="dark"))

    @Slot()
    def _show_colours(self) -> None:
        self.actions_by_name[f"colours_{self.store.settings.colours}"].setChecked(True)

    @Slot()
    def on_all_services(self) -> None:
        """Go back to the list."""
        if self._one_page():
            self._page_open = False
            self._arrange()
        self.side.show_all()
        self.side.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def on_about(self) -> None:
        """Say what this program is."""
        from PySide6.QtWidgets import QMessageBox

        QMessageBox.about(self, _("About Optout Desktop"), about_words())

    # The window's shape

    @Slot()
    def _show_person(self) -> None:
        self.footer.show_person(self.store.person)
        self.side.refresh()
        self.top_bar.show_numbers(self.store.overviews())
        self._rebuild_page()

    def _rebuild_page(self) -> None:
        if self._page is not None and self._page.guide is not None:
            self._page.show_guide(self._page.guide)
            self._show_undo()

    def _show_undo(self) -> None:
        last = self.store.state(self.slug).last if self.slug else None
        row = self.page.row((last.task, last.step)) if last else None
        words = row.step.title if row else ""
        if last and not words:
            words = _("the last change")
        self.footer.show_undo(words)
        self.actions_by_name["undo"].setEnabled(last is not None)

    def _scale(self) -> float:
        return self.store.settings.text_size / 100

    def _one_page(self) -> bool:
        return self.width() < _ONE_PAGE * self._scale()

    def _arrange(self) -> None:
        """Fit the window's width: three columns, two, or one page at a time."""
        one_page = self._one_page()
        self.side.setMaximumWidth(
            16_777_215 if one_page else round(SIDE_WIDTH * self._scale() ** 0.7)
        )
        self.side.setMinimumWidth(0 if one_page else SIDE_WIDTH)
        self.side.setVisible(not (one_page and self._page_open))
        if self._page is not None:
            self._page.set_narrow(self.width() < _NARROW * self._scale())
            self._page.setVisible(not (one_page and not self._page_open))
        self.top_bar.back.setVisible(one_page and self._page_open)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the new width."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Draw pictures in the new colours or text size."""
        super().changeEvent(event)
        kinds = {QEvent.Type.ApplicationFontChange, QEvent.Type.PaletteChange}
        if event.type() in kinds and self._page is not None:
            QTimer.singleShot(0, self._redraw)

    @Slot()
    def _redraw(self) -> None:
        self._arrange()
        if self._page is not None:
            self._page.redraw()

    def _restore_place(self) -> None:
        place = self.store.settings.window
        screen = QGuiApplication.primaryScreen().availableGeometry()
        if len(place) == _PLACE and screen.intersects(QRect(*place[:4])):
            self.setGeometry(*place[:4])
            if place[4]:
                self.setWindowState(Qt.WindowState.WindowMaximized)
        else:
            self.resize(*(min(a, b) for a, b in zip(_SIZE, screen.size().toTuple(), strict=True)))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Write all that waits, and keep the window's place."""
        QApplication.setOverrideCursor(Qt.CursorShape.BusyCursor)
        focused = self.focusWidget()
        if focused is not None:
            focused.clearFocus()
        self._keeping.finish()
        self.store.finish()
        box = self.normalGeometry()
        place = (box.x(), box.y(), box.width(), box.height(), int(self.isMaximized()))
        self.store.change_settings(
            replace(self.store.settings, window=place, last_service=self.slug)
        )
        QApplication.restoreOverrideCursor()
        super().closeEvent(event)


def about_words() -> str:
    """Say what the program is, what it does not do, and what it is not."""
    return _(
        "Optout Desktop takes you through opting out of AI training, service by service.\n\n"
        "It works offline and sends nothing. What you tick and write stays on this computer.\n\n"
        "It explains and reminds; it is not legal advice."
    )
