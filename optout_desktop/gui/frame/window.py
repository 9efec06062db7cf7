"""The main window: what is where, and what happens when the person does something."""

from typing import TYPE_CHECKING

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
from optout_desktop.gui.frame.bars import Footer, TopBar
from optout_desktop.gui.frame.exports import Keeping
from optout_desktop.gui.frame.menu import Menu
from optout_desktop.gui.frame.messages import MessageBar
from optout_desktop.gui.parts.focus import follow
from optout_desktop.gui.services.sidebar import Side
from optout_desktop.gui.state.state import State
from optout_desktop.gui.state.watcher import Watcher
from optout_desktop.guides.library.library import open_guide

if TYPE_CHECKING:
    from optout_desktop.gui.page.guide_page import GuidePage
    from optout_desktop.guides.format.shape import Guide

SIDE_WIDTH = 300
_NARROW, _ONE_PAGE = 1000, 760
_SIZE = (1280, 800)
_LEAST_SIZE = (480, 400)
_PLACE = 5
"""x, y, width, height, maximised."""


class MainWindow(QMainWindow):
    """The window. ``guide_shown`` carries the slug when a guide can be used."""

    guide_shown = Signal(str)

    def __init__(self, state: State) -> None:
        super().__init__()
        self.state = state
        self.setObjectName("main_window")
        self.setWindowTitle(_("Optout Desktop"))
        self.setMinimumSize(*_LEAST_SIZE)
        self._page_open = False
        self._watcher = Watcher(state, self)
        self.keeping = Keeping(state, self)
        self.menu = Menu(self)
        self._page: GuidePage | None = None
        self._build()
        self._connect()
        self._restore_place()
        self._show_person()
        for problem in state.problems:
            self.messages.show_trouble(problem.title, problem.hint)

    def _build(self) -> None:
        self.top_bar = TopBar()
        self.messages = MessageBar()
        self.side = Side(self.state)
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
        state = self.state
        state.service_changed.connect(self._on_service_changed)
        state.person_changed.connect(self._show_person)
        state.saved.connect(self.footer.show_saved)
        state.not_saved.connect(self.footer.show_not_saved)
        state.trouble.connect(self.messages.show_trouble)
        self.side.service_chosen.connect(self.open_service)
        self.top_bar.back.clicked.connect(self.show_list)
        self.top_bar.export.clicked.connect(self.menu.on_export_report)
        self.footer.undo_requested.connect(self.menu.on_undo)
        self.footer.person_requested.connect(self.menu.on_person)
        self.keeping.told.connect(self.messages.show_news)
        self.keeping.trouble.connect(self.messages.show_trouble)

    # Services and steps

    @property
    def page(self) -> "GuidePage":
        """The page of the guide; made when it is first asked for, after the list is painted."""
        if self._page is None:
            from optout_desktop.gui.frame.step_actions import Acts
            from optout_desktop.gui.page.guide_page import GuidePage

            self._page = page = GuidePage(self.state)
            self.acts = Acts(self.state, page, self.messages, self)
            page.where_requested.connect(self.menu.on_person)
            page.account_chosen.connect(self.choose_account)
            page.situation_answered.connect(self._on_situation)
            page.service_requested.connect(self.open_service)
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
                guide = open_guide(self.state.guides, slug)
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
            self.state.learn(guide)
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
        self.top_bar.show_numbers(self.state.statuses().values())
        if slug == self.slug:
            self.page.refresh()
            self._show_undo()

    def show_search(self) -> None:
        """Go to the search."""
        self._page_open = self._page_open and not self._one_page()
        self._arrange()
        self.side.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.side.search.selectAll()

    @Slot()
    def show_list(self) -> None:
        """Go back to the list."""
        if self._one_page():
            self._page_open = False
            self._arrange()
        self.side.show_all()
        self.side.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot(str)
    def choose_account(self, account: str) -> None:
        """Show another account of the service that is shown."""
        self.state.choose_account(self.slug, account)
        self._watcher.watch(self.slug)
        self._rebuild_page()

    @Slot()
    def _on_built(self) -> None:
        """Let Tab come to the footer last: the page was made after it."""
        follow(self.page.facts.sources.button, self.footer)

    @Slot(str, str)
    def _on_situation(self, question: str, answer: str) -> None:
        self.state.answer(self.slug, question, answer)
        # The page was made anew: the keyboard stays at the question, if it is still asked.
        box = self.page.findChild(QWidget, question)
        if box is not None:
            box.setFocus(Qt.FocusReason.OtherFocusReason)

    # The window's shape

    @Slot()
    def _show_person(self) -> None:
        self.footer.show_person(self.state.person)
        self.side.refresh()
        self.top_bar.show_numbers(self.state.statuses().values())
        self._rebuild_page()

    def _rebuild_page(self) -> None:
        if self._page is not None and self._page.guide is not None:
            self._page.show_guide(self._page.guide)
            self._show_undo()

    def _show_undo(self) -> None:
        last = self.state.progress(self.slug).last if self.slug else None
        row = self.page.row((last.task, last.step)) if last else None
        words = row.step.title if row else ""
        if last and not words:
            words = _("the last change")
        self.footer.show_undo(words)
        self.menu.enable_undo(last is not None)

    def _scale(self) -> float:
        return self.state.settings.text_size / 100

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
            QTimer.singleShot(0, self, self._redraw)

    @Slot()
    def _redraw(self) -> None:
        self._arrange()
        if self._page is not None:
            self._page.redraw()

    def _restore_place(self) -> None:
        place = self.state.settings.window
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
        self.keeping.finish()
        self.state.finish()
        box = self.normalGeometry()
        place = (box.x(), box.y(), box.width(), box.height(), int(self.isMaximized()))
        if not self.state.is_forgotten:
            self.state.change_settings(window=place, last_service=self.slug)
        QApplication.restoreOverrideCursor()
        super().closeEvent(event)
