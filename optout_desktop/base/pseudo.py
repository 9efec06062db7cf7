"""Two languages that nobody speaks, made from English while the program runs.

They show what a translation would do to the program before there is one. ``en-XA`` has accents on
all letters, brackets around each text and is 40 % longer: what is cut, glued together or not
translated at all is seen at once. ``ar-XB`` has Arabic letters and reads from right to left.
"""

import gettext
import re
from math import ceil
from string import ascii_letters
from typing import Any

_ACCENTED = "åƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ"
_ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنه" * 2
_LETTERS = {
    "en-XA": str.maketrans(ascii_letters, _ACCENTED),
    "ar-XB": str.maketrans(ascii_letters, _ARABIC),
}
_LONGER = {"en-XA": 0.4, "ar-XB": 0.0}
_DIRECTIONS = {"en-XA": "ltr", "ar-XB": "rtl"}
_PADDING = "ẋẋẋẋ "

# Places to fill in, argparse's and Qt's too; patterns of files in a dialog; characters of HTML.
_KEPT = re.compile(r"(\{\w*\}|%\(\w+\)[sdr]|%[sdrn]|%L?\d|\(\*[^()]*\)|&\w+;)")

PSEUDO_LANGUAGES = frozenset(_LETTERS)


class PseudoTranslations(gettext.NullTranslations):
    """Translates every message into a language of this module."""

    def __init__(self, code: str) -> None:
        super().__init__()
        self._code = code

    def gettext(self, message: str) -> str:
        """Return the message with other letters, in brackets, and longer."""
        if not message:
            return ""
        longer = ceil(len(message) * _LONGER[self._code])
        padding = (_PADDING * longer)[:longer].rstrip()
        return f"[{pseudo_letters(message, self._code)}{' ' * bool(padding)}{padding}]"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return the message for this number as English chooses it."""
        return self.gettext(msgid1 if n == 1 else msgid2)


def pseudo_letters(text: str, code: str) -> str:
    """Return the text with other letters; places to fill in stay as they are."""
    # At every second place stands what was split at.
    pieces = _KEPT.split(text)
    pieces[::2] = [piece.translate(_LETTERS[code]) for piece in pieces[::2]]
    return "".join(pieces)


def pseudo_data(data: dict[str, Any], code: str) -> dict[str, Any]:
    """Return the data of English (optout_desktop.base.locales) as the language ``code`` has it."""
    changed: dict[str, Any] = {
        name: [pseudo_letters(month, code) for month in value]
        for name, value in data.items()
        if "months" in name
    }
    for name in ("and_list", "or_list"):
        changed[name] = {part: pseudo_letters(text, code) for part, text in data[name].items()}
    return {**data, **changed, "direction": _DIRECTIONS[code]}
