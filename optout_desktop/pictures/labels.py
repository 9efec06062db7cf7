"""Labels made safe to draw: no control characters, and one order of reading everywhere."""

import unicodedata
from typing import Literal

Direction = Literal["ltr", "rtl"]

SEPARATOR = "\u203a"
"""The sign between the crumbs of a way; it turns round by itself in scripts from the right."""

_FIRST_STRONG_ISOLATE = "\u2068"
_RIGHT_TO_LEFT_ISOLATE = "\u2067"
_END_OF_ISOLATE = "\u2069"
_LEFT_TO_RIGHT_MARK = "\u200e"
_NONCHARACTERS = frozenset("\ufffe\uffff")
"""The two that XML 1.0, section 2.2, forbids."""
_JOINERS = frozenset("\u200c\u200d")
"""Persian and emoji need them; every other invisible sign could only disturb."""


def plain(label: str) -> str:
    """Return a label without what is not text: controls, marks of direction, what XML forbids."""
    spaced = "".join(" " if character.isspace() else character for character in label)
    return " ".join("".join(filter(_is_text, spaced)).split())


def _is_text(character: str) -> bool:
    if character in _JOINERS:
        return True
    if character in _NONCHARACTERS:
        return False
    return unicodedata.category(character) not in {"Cc", "Cf", "Cs"}


def direction_of(label: str, page: Direction) -> Direction:
    """Return how a label is read: by its own script; on a right-to-left page, Arabic decides.

    A label such as "LinkedIn الإعدادات" begins with a foreign name and still is Arabic there.
    """
    kinds = [unicodedata.bidirectional(character) for character in label]
    if page == "rtl":
        return "rtl" if "R" in kinds or "AL" in kinds else "ltr"
    strong = next((kind for kind in kinds if kind in {"L", "R", "AL"}), "L")
    return "ltr" if strong == "L" else "rtl"


def isolated(line: str, direction: Direction) -> str:
    """Return one line of a label, isolated from the direction of its surroundings.

    QtSvg knows no ``direction``, so that the characters must carry it themselves (Unicode Standard
    Annex 9, explicit directional isolates).
    """
    if direction == "rtl":
        return f"{_RIGHT_TO_LEFT_ISOLATE}{line}{_END_OF_ISOLATE}"
    # The second line of a label may begin with a word of the other direction.
    mark = "" if direction_of(line, "ltr") == "ltr" else _LEFT_TO_RIGHT_MARK
    return f"{_FIRST_STRONG_ISOLATE}{mark}{line}{_END_OF_ISOLATE}"
