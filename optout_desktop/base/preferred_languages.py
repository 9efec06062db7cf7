"""Which languages a person wants to read, as they and their system say."""

import ctypes
import locale
import os
import plistlib
import sys
from collections.abc import Iterator
from pathlib import Path

LANGUAGE_VARIABLE = "OPTOUT_LANGUAGE"

_NOT_SAID = frozenset({"", "C", "POSIX"})
_MACOS_PREFERENCES = Path("~/Library/Preferences/.GlobalPreferences.plist")


def preferred_languages(setting: str) -> Iterator[str]:
    """Yield the languages that a person wants (BCP 47), the best first.

    What ``OPTOUT_LANGUAGE`` names stands before the ``setting``, and that before the system's.
    """
    yield os.environ.get(LANGUAGE_VARIABLE, "")
    yield setting
    yield from _environment_languages()
    yield _windows_language()
    if sys.platform == "darwin":
        yield from macos_languages(_MACOS_PREFERENCES.expanduser())


def _environment_languages() -> Iterator[str]:
    """Yield the languages of the variables that POSIX and GNU gettext know."""
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    # "de_DE.UTF-8@euro" means "de-DE".
    said = next(filter(None, map(os.environ.get, names)), "").partition(".")[0].partition("@")[0]
    if said not in _NOT_SAID:
        for name in (*os.environ.get("LANGUAGE", "").split(":"), said):
            yield name.partition(".")[0].partition("@")[0].replace("_", "-")


def _windows_language() -> str:
    """Return the language of Windows's own windows (GetUserDefaultUILanguage)."""
    if sys.platform == "win32":
        number = ctypes.windll.kernel32.GetUserDefaultUILanguage()
        return locale.windows_locale.get(number, "").replace("_", "-")
    return ""


def macos_languages(file: Path) -> Iterator[str]:
    """Yield the languages that macOS lists in its settings; none where ``file`` does not say."""
    try:
        with file.open("rb") as opened:
            named = plistlib.load(opened)["AppleLanguages"]
    except (OSError, ValueError, KeyError, TypeError, plistlib.InvalidFileException):
        return
    yield from map(str, named)
