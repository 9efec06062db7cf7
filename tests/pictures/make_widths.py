"""Makes resources/widths.json: how wide characters are at most in the usual fonts without serifs.

Run it once where the fonts below are installed:
``python tests/pictures/make_widths.py > resources/widths.json``
"""

import math
import os
import sys
import unicodedata
from itertools import groupby

import msgspec
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QGuiApplication, QRawFont

FONTS = (
    "DejaVu Sans",  # the widest of all in most characters
    "Liberation Sans",  # as wide as Arial and Helvetica; some of its capitals are wider
    "Noto Sans",
    "Noto Sans Arabic",
    "Noto Sans Hebrew",
    "Noto Sans CJK SC",  # its quotation marks are as wide as its letters
)
ARABIC = (0x600, 0x6FF)
RANGES = (
    (0x20, 0x7E),
    (0xA0, 0x24F),  # Latin
    (0x370, 0x3FF),  # Greek
    (0x400, 0x52F),  # Cyrillic
    (0x531, 0x58F),  # Armenian
    (0x5BE, 0x5F4),  # Hebrew
    ARABIC,
    (0x10D0, 0x10FF),  # Georgian
    (0x1E00, 0x1EFF),  # Latin for Vietnamese
    (0x2010, 0x205E),  # punctuation
    (0x20A0, 0x20BF),  # currencies
    (0x2100, 0x214F),  # trade mark and the like
    (0x2190, 0x21FF),  # arrows
    (0x2200, 0x22FF),  # mathematics
    (0x25A0, 0x27BF),  # shapes, ticks
)
JOINER = "\u200d"
EM = 1000


def font(family: str, weight: QFont.Weight) -> QFont:
    chosen = QFont(family)
    chosen.setPixelSize(EM)
    chosen.setWeight(weight)
    chosen.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    chosen.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
    if QFontInfo(chosen).family() != family:
        sys.exit(f"The font {family} is not installed.")
    return chosen


def widest(character: str, fonts: list[QFont], *, joined: bool) -> int:
    """Measure a character; Arabic letters also as they are when joined to their neighbours.

    ``joined`` measures only the forms that have a letter after them.
    """
    forms = [character + JOINER, JOINER + character + JOINER]
    if not joined:
        forms += [character, JOINER + character]
    # Rounded up, so that the table is never narrower than the font.
    widths = (
        math.ceil(QFontMetricsF(chosen).horizontalAdvance(form))
        for chosen in fonts
        if QRawFont.fromFont(chosen).supportsCharacter(ord(character))
        for form in forms
    )
    return max(widths, default=0)


def table(weight: QFont.Weight, *, joined: bool = False) -> dict[str, list[int]]:
    """Collect runs of neighbouring characters, each under the number of its first one."""
    fonts = [font(family, weight) for family in FONTS]
    widths = {
        code: width
        for first, last in ((ARABIC,) if joined else RANGES)
        for code in range(first, last + 1)
        if unicodedata.category(chr(code)) == "Lo" or not joined
        if (width := widest(chr(code), fonts, joined=joined))
    }
    runs = groupby(enumerate(widths), key=lambda pair: pair[1] - pair[0])
    found = [[code for _, code in run] for _, run in runs]
    return {f"{run[0]:04X}": [widths[code] for code in run] for run in found}


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication([])
    widths = {
        "about": "The widest of " + ", ".join(FONTS) + ", in thousandths of the font size.",
        "regular": table(QFont.Weight.Normal),
        "bold": table(QFont.Weight.Bold),
        "regular_joined": table(QFont.Weight.Normal, joined=True),
        "bold_joined": table(QFont.Weight.Bold, joined=True),
    }
    sys.stdout.write(msgspec.json.encode(widths).decode() + "\n")
