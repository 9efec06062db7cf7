"""Starts the window: colours, text size, state, and the first guide after the first paint."""

import ctypes
import sys

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QMessageBox

from optout_desktop import __version__
from optout_desktop.base.clock import Clock, system_clock
from optout_desktop.base.errors import OptoutError
from optout_desktop.base.languages import _
from optout_desktop.base.log import described
from optout_desktop.base.paths import Folders
from optout_desktop.gui.ending import Ending
from optout_desktop.gui.frame.window import MainWindow
from optout_desktop.gui.languages import follow_language
from optout_desktop.gui.parts.label import Label
from optout_desktop.gui.state.state import State
from optout_desktop.gui.theme import SCHEME_PROPERTY, window_palette
from optout_desktop.gui.unforeseen import last_defence
from optout_desktop.guides.library.library import Library
from optout_desktop.progress.settings import use_language_of

_SCHEMES = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}


class Appearance(QObject):
    """Keeps colours and text size as the settings and the system say."""

    def __init__(self, application: QApplication, state: State) -> None:
        super().__init__(application)
        self._application = application
        self._state = state
        self._system = QPalette(application.palette())
        # A second window in one program must not take the first one's text size for the system's.
        known = application.property("base_point_size")
        self._points = float(known) if known else application.font().pointSizeF()
        application.setProperty("base_point_size", self._points)
        # Both are kept: PySide 6.12 loses the hints for good once their last wrapper is gone.
        self._hints = QGuiApplication.styleHints()
        self._accessibility = self._hints.accessibility()
        self._hints.colorSchemeChanged.connect(self.colour)
        self._accessibility.contrastPreferenceChanged.connect(self.colour)
        state.settings_changed.connect(self.apply)
        self._colours, self._size = "", 0
        self.apply()

    @Slot()
    def apply(self) -> None:
        """Apply what changed in the settings."""
        settings = self._state.settings
        if settings.colours != self._colours:
            self._colours = settings.colours
            self._hints.setColorScheme(_SCHEMES[settings.colours])
            self.colour()
        if settings.text_size != self._size:
            self._size = settings.text_size
            font = self._application.font()
            font.setPointSizeF(self._points * settings.text_size / 100)
            self._application.setFont(font)
            for widget in self._application.allWidgets():
                if isinstance(widget, Label):
                    widget.size_text()

    @Slot()
    def colour(self) -> None:
        """Take the palette that fits the scheme in force."""
        scheme = self._colours
        if scheme == "system":
            scheme = "dark" if self._hints.colorScheme() == Qt.ColorScheme.Dark else "light"
        if self._accessibility.contrastPreference() == Qt.ContrastPreference.HighContrast:
            scheme = "high-contrast"
        self._application.setProperty(SCHEME_PROPERTY, scheme)
        self._application.setPalette(window_palette(scheme, self._system))


def create(
    folders: Folders,
    library: Library,
    service: str = "",
    person: str = "",
    clock: Clock = system_clock,
    region: str = "",
) -> tuple[QApplication, MainWindow]:
    """Make the application and its window, not yet shown."""
    keep_constants()
    application = QApplication.instance() or QApplication(["optout-desktop", "-style", "fusion"])
    assert isinstance(application, QApplication)  # noqa: S101 - the instance is ours
    application.setApplicationName("optout-desktop")
    application.setApplicationDisplayName("Optout Desktop")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("optout-desktop")
    # Before anything is read, so that what is wrong there is told in the person's language too.
    use_language_of(folders)
    follow_language(application)
    state = State(folders, library, clock, person, region)
    appearance = Appearance(application, state)
    window = MainWindow(state, folders, library)
    state.setParent(window)
    appearance.setParent(window)
    FirstGuide(window, service or state.settings.last_service)
    return application, window


class FirstGuide(QObject):
    """Opens the first guide once the window has been painted."""

    def __init__(self, window: MainWindow, slug: str) -> None:
        super().__init__(window)
        self._window = window
        self._slug = slug
        window.side.list.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the list's first paint, and let it end."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self.open)
        return False

    @Slot()
    def open(self) -> None:
        """Open the service that was shown last, else the first one with something to do."""
        statuses = self._window.state.statuses()
        slug = self._window.state.present(self._slug)
        if slug not in statuses:
            slug = next((slug for slug, status in statuses.items() if status == "to-do"), "")
        if slug:
            self._window.open_service(slug)
        self._window.side.list.setFocus(Qt.FocusReason.OtherFocusReason)


def keep_constants() -> None:
    """Give ``None``, ``True`` and ``False`` so many references that losing some does no harm.

    PySide 6.12 takes references from them that it does not own, in many calls. Python 3.12 made
    them immortal (PEP 683); before, the interpreter would end with "deallocating None"
    (docs/decisions/0006).
    """
    if sys.version_info < (3, 12):
        for constant in (None, True, False):
            ctypes.c_ssize_t.from_address(id(constant)).value = 1 << 40


def run(
    folders: Folders, library: Library, service: str = "", person: str = "", region: str = ""
) -> int:
    """Show the window until it is closed."""
    with last_defence(folders) as unforeseen:
        try:
            application, window = create(folders, library, service, person, region=region)
        except Exception as error:
            tell_failed_start(error)
            raise
        unforeseen.tell(window.messages.show_unforeseen)
        Ending(window)
        window.show()
        return application.exec()


def tell_failed_start(error: Exception) -> None:
    """Say in a dialog that the program could not start: there may be no terminal to say it in."""
    if QApplication.instance() is None:
        return
    box = QMessageBox(
        QMessageBox.Icon.Critical, _("Optout Desktop"), _("The program cannot start.")
    )
    box.setTextFormat(Qt.TextFormat.PlainText)
    if isinstance(error, OptoutError):
        box.setInformativeText(str(error))
    else:
        box.setInformativeText(
            _(
                "Something went wrong that should not have. What was saved is safe. The details "
                "hold nothing that you wrote: you can copy and send them."
            )
        )
        box.setDetailedText(described(error))
    box.exec()
