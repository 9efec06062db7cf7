"""Qt speaks the language that our own texts are shown in."""

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from optout_desktop.base.languages import ENGLISH, language
from optout_desktop.base.locales import direction
from optout_desktop.base.pseudo import PSEUDO_LANGUAGES, PseudoTranslations

_DIRECTIONS = {"ltr": Qt.LayoutDirection.LeftToRight, "rtl": Qt.LayoutDirection.RightToLeft}
# Names of keys, and a word that tells Qt a direction.
_NOT_READ = frozenset({"QShortcut", "QGuiApplication"})

_installed: list[QTranslator] = []
"""What Qt translates its own texts with; to ask it for them would cost the start 10 ms."""


def follow_language(application: QApplication) -> None:
    """Make Qt's own texts, its dates and the direction of everything follow the language shown."""
    for former in _installed:
        application.removeTranslator(former)
    _installed.clear()
    if language() in PSEUDO_LANGUAGES:
        speak_qt(application, ENGLISH)
        _install(application, _PseudoTranslator())
    else:
        speak_qt(application, language())
    application.setLayoutDirection(_DIRECTIONS[direction()])


def speak_qt(application: QApplication, code: str) -> None:
    """Give Qt the language ``code`` for its own texts and dates, as far as it has them."""
    # British, as our own texts and dates are.
    locale = QLocale("en-GB" if code == ENGLISH else code)
    QLocale.setDefault(locale)
    translator = QTranslator()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(locale, "qtbase", "_", folder):
        _install(application, translator)


def _install(application: QApplication, translator: QTranslator) -> None:
    application.installTranslator(translator)
    _installed.append(translator)


class _PseudoTranslator(QTranslator):
    """Gives Qt's own texts in a language of base.pseudo."""

    def __init__(self) -> None:
        super().__init__()
        self._translations = PseudoTranslations(language())

    def isEmpty(self) -> bool:
        return False

    def translate(
        self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        # An empty text from Python counts as a translation, so what is not read goes back as it is.
        return sourceText if context in _NOT_READ else self._translations.gettext(sourceText)
