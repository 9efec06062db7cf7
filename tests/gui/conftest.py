"""The window as a person meets it: own folders, own guides, a stopped clock, and no way out."""

import json
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest
import shiboken6
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QKeySequence  # noqa: TID251 - its handlers keep links in the test
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLabel,
    QRadioButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from optout_desktop.base.languages import use_language
from optout_desktop.base.paths import Folders
from optout_desktop.gui.application import create, keep_constants
from optout_desktop.gui.frame.window import MainWindow
from optout_desktop.gui.languages import follow_language
from optout_desktop.gui.page.guide_content import GuideContent
from optout_desktop.gui.page.guide_page import GuidePage
from optout_desktop.gui.page.step_row import StepRow
from optout_desktop.guides.library.library import Library
from optout_desktop.progress.events import Event
from optout_desktop.progress.log import read
from optout_desktop.progress.log_key import LogKey
from optout_desktop.progress.people import DEFAULT_ACCOUNT, DEFAULT_PERSON, change_person

GUIDES = Path(__file__).parents[1] / "data" / "gui-guides"
NOW = datetime(2026, 11, 23, 10, 42, tzinfo=UTC)
SCHEMES = ("https", "http", "file", "javascript", "data", "mailto")
SCREEN = {"name": "large", "x": 0, "y": 0, "width": 2000, "height": 1400}

Kind = TypeVar("Kind", bound=QObject)


class Program:
    """The program with the hands and the eyes of a person."""

    def __init__(
        self, bot: QtBot, browser: "Browser", folders: Folders, guides: Path, cache: Path
    ) -> None:
        self.bot = bot
        self.browser = browser
        self.folders = folders
        self.guides = guides
        self._cache = cache
        self._window: MainWindow | None = None
        self._usual_font = QApplication.font()

    @property
    def window(self) -> MainWindow:
        assert self._window is not None
        return self._window

    @property
    def page(self) -> GuidePage:
        return self.window.page

    @property
    def content(self) -> GuideContent:
        return self.page.content

    def start(
        self,
        service: str = "switchboard",
        person: str = "",
        *,
        library: Library | None = None,
        region: str = "",
        wide: int = 1280,
    ) -> MainWindow:
        """Open the window, and wait for its first guide."""
        if region:
            self.live_in(region)
        window = self.make(service, person, library)
        window.resize(wide, 900)
        with self.bot.waitSignal(window.guide_shown):
            window.show()
        self.bot.waitActive(window).__enter__()
        self.settle()
        return window

    def make(
        self, service: str = "", person: str = "", library: Library | None = None
    ) -> MainWindow:
        """Make the window without showing it."""
        assert self._window is None
        self.library = library or Library((self.guides,), cache=self._cache)
        _, self._window = create(self.folders, self.library, service, person, clock=lambda: NOW)
        return self._window

    def live_in(self, region: str) -> None:
        change_person(self.folders, DEFAULT_PERSON.id, partial(replace, region=region))

    def close(self) -> None:
        """Close the window as a person does, and see that nothing of it is left."""
        window, self._window = self.window, None
        window.close()
        window.deleteLater()
        self.settle()
        assert not shiboken6.isValid(window)
        # The next start finds the system's font, as it would in a process of its own.
        QApplication.setFont(self._usual_font)

    def settle(self) -> None:
        """Let everything happen that is already on its way."""
        for _ in range(6):
            QApplication.processEvents()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    # What a person does

    def open(self, service: str) -> None:
        self.window.open_service(service)
        self.bot.waitUntil(lambda: self.page.is_built)
        self.settle()

    def press(self, widget: QWidget) -> None:
        assert widget.isVisibleTo(widget.window()), widget
        assert widget.isEnabled(), widget
        if isinstance(widget, QRadioButton):
            # The middle of a wide one is empty.
            self.bot.keyClick(widget, Qt.Key.Key_Space)
        else:
            self.bot.mouseClick(widget, Qt.MouseButton.LeftButton)

    def choose(self, command: str) -> None:
        """Choose a command of the menu."""
        self.window.commands[command].trigger()
        self.settle()

    def row(self, task: str, step: str) -> StepRow:
        row = self.page.row((task, step))
        assert row is not None
        return row

    def keys(self, sequence: QKeySequence.StandardKey | str) -> None:
        QTest.keySequence(self.window, QKeySequence(sequence))
        self.settle()

    def tick(self, task: str, step: str) -> None:
        """Press the box of a step, and wait until that is saved."""
        with self.bot.waitSignal(self.window.state.saved):
            self.press(self.row(task, step).box)
        self.settle()

    def accept(self, dialog: QDialog) -> None:
        with self.bot.waitSignal(self.window.state.saved):
            dialog.accept()
        self.settle()

    # What a person sees

    def dialog(self, kind: type[Kind]) -> Kind:
        found = QApplication.activeModalWidget()
        assert isinstance(found, kind)
        return found

    def find(self, kind: type[Kind], name: str, inside: QObject | None = None) -> Kind:
        """Find what carries a text or an accessible name and can be seen."""
        for each in (inside or self.window).findChildren(kind):
            if isinstance(each, QWidget) and each.isVisible():
                text = getattr(each, "text", str)().replace("&", "")
                if name in {text, each.accessibleName()}:
                    return each
        raise AssertionError(name)

    def words(self, inside: QWidget | None = None) -> str:
        """Read all texts that can be seen."""
        labels = (inside or self.window).findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())

    def button(self, name: str) -> QAbstractButton:
        return self.find(QAbstractButton, name)

    def focused(self) -> str:
        """Say which widget the keyboard is at."""
        return self.window.focusWidget().objectName()

    def listed(self) -> list[str]:
        """Read the rows of the list from top to bottom."""
        model = self.window.side.list.model()
        return [model.index(row, 0).data() for row in range(model.rowCount())]

    def spoken(self, service: str) -> str:
        """Hear what a screen reader says of a row of the list."""
        model = self.window.side.list.model()
        row = model.index(self.listed().index(service), 0)
        return str(row.data(Qt.ItemDataRole.AccessibleTextRole))

    def events(
        self, service: str = "switchboard", person: str = "me", account: str = DEFAULT_ACCOUNT
    ) -> tuple[Event, ...]:
        return read(self.folders, LogKey(person, service, account)).events

    def whats(self, service: str = "switchboard") -> list[str]:
        return [f"{event.what} {event.step or event.task}" for event in self.events(service)]


class Browser(QObject):
    """Stands where the person's browser would be."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.opened.append(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the platform without a screen say what it cannot do; any other warning is an error."""
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here):
            item.add_marker(pytest.mark.qt_log_ignore("^This plugin does not support"))


@pytest.fixture(scope="session")
def qapp_args(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Use no real screen, and a large one: dialogs ask how large it is."""
    file = tmp_path_factory.mktemp("screen") / "screens.json"
    file.write_text(json.dumps({"screens": [SCREEN]}))
    return ["optout-desktop", "-platform", f"offscreen:configfile={file}"]


@pytest.fixture(scope="session", autouse=True)
def _python_before_312() -> None:
    """Keep PySide 6.12 from ending the interpreter (docs/decisions/0006)."""
    keep_constants()


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders(tmp_path / "data", tmp_path / "settings", tmp_path / "computer")


@pytest.fixture
def guides(tmp_path: Path) -> Path:
    return Path(shutil.copytree(GUIDES, tmp_path / "guides"))


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Let the shipped guides be read once, by those tests that want them."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def untouched(qapp: QApplication) -> Iterator[QApplication]:
    """Give every test the same font, palette and direction, and take all windows away after it."""
    font, palette = qapp.font(), qapp.palette()
    scheme = qapp.styleHints().colorScheme()
    yield qapp
    for widget in qapp.topLevelWidgets():
        if shiboken6.isValid(widget):
            widget.close()
            widget.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qapp.setFont(font)
    qapp.setPalette(palette)
    qapp.styleHints().setColorScheme(scheme)
    use_language(())
    follow_language(qapp)
    qapp.clipboard().clear()
    assert not [widget for widget in qapp.topLevelWidgets() if widget.isVisible()]


@pytest.fixture
def browser(untouched: QApplication) -> Iterator[Browser]:
    receiver = Browser()
    receiver.setParent(untouched)
    for scheme in SCHEMES:
        # PySide 6.12 takes the name as a text alone, unlike what its types say.
        QDesktopServices.setUrlHandler(scheme, receiver, "take")  # type: ignore[arg-type]
    yield receiver
    for scheme in SCHEMES:
        QDesktopServices.unsetUrlHandler(scheme)
    receiver.setParent(None)


@pytest.fixture
def program(
    qtbot: QtBot, browser: Browser, folders: Folders, guides: Path, cache: Path
) -> Iterator[Program]:
    made = Program(qtbot, browser, folders, guides, cache)
    yield made
    if made._window is not None:
        made.close()
