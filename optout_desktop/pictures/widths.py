"""How wide a text is at most, and where its lines end, without asking any font.

``resources/widths.json`` holds the advance widths of the widest usual fonts without serifs, made by
``tests/pictures/make_widths.py``. A text drawn in another font of that kind is a little narrower
than measured here, never wider.
"""

import re
import unicodedata
from functools import cache
from itertools import pairwise

import msgspec

from optout_desktop.base.paths import resources_folder

_EM = 1000
_EMOJI = 1300
"""Colour emoji reach 1.25 em in the usual fonts."""
_UNKNOWN = 1200
"""Scripts that the table leaves out: most letters are narrower, a few conjuncts are not."""

_NEVER_JOINED = {"\u0621", "\u0674"}
"""Hamza and high hamza stand alone (Unicode ArabicShaping.txt, joining type U)."""

_BREAKS = re.compile(r"\s+|(?<=[/-])(?=\w)")


def measure(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide one line of ``text`` is at most, in the units of ``size``."""
    total = sum(map(_widths(bold).get, text, map(_default, text)))
    if not text.isascii():
        total -= _saved_by_joining(text, bold=bold)
    return total * size / _EM


def _saved_by_joining(text: str, *, bold: bool) -> int:
    """Return how much narrower Arabic letters are in all when a letter follows them."""
    savings = _savings(bold)
    return sum(savings.get(letter, 0) for letter, follower in pairwise(text) if follower in savings)


def wrap(label: str, room: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """Return a label in lines that are not wider than ``room``, each as full as it can be.

    Lines end between words, after a slash or hyphen, and between East Asian characters. A word that
    is wider than a line begins a line and is broken anywhere, but not between a letter and its
    marks; a single character that is too wide stands alone. Only the spaces at line ends are lost.
    """
    lines: list[str] = []
    line = ""
    for space, word in _words(label):
        if line and measure(line + space + word, size, bold=bold) <= room:
            line += space + word
            continue
        if line:
            lines.append(line)
            line = ""
        for cluster in _clusters(word):
            if line and measure(line + cluster, size, bold=bold) > room:
                lines.append(line)
                line = ""
            line += cluster
    return (*lines, line) if line else tuple(lines)


def _words(label: str) -> list[tuple[str, str]]:
    """Return the words of a label that stay together, each with the space before it."""
    found: list[tuple[str, str]] = []
    end = 0
    for match in [*_BREAKS.finditer(label), None]:
        start = match.start() if match else len(label)
        space = " " if end and label[end - 1].isspace() else ""
        for piece in _pieces(label[end:start]):
            found.append((space, piece))
            space = ""
        end = match.end() if match else end
    return found


def _pieces(word: str) -> list[str]:
    """Return a word split at its East Asian characters, which need no space between them."""
    pieces: list[str] = []
    for cluster in _clusters(word):
        if pieces and _stays(pieces[-1], cluster):
            pieces[-1] += cluster
        else:
            pieces.append(cluster)
    return pieces


def _stays(piece: str, cluster: str) -> bool:
    """Return whether a line must not end here: before a sign that closes, after one that opens."""
    is_opened = unicodedata.category(piece[-1]) in {"Ps", "Pi"}
    is_closing = unicodedata.category(cluster[0]) in {"Pe", "Pf", "Po", "Lm"}
    return is_opened or is_closing or not (_is_wide(cluster[0]) or _is_wide(piece[0]))


def _clusters(word: str) -> list[str]:
    """Return the characters of a word with the marks and joiners that belong to them."""
    clusters: list[str] = []
    for character in word:
        follows = unicodedata.category(character) in {"Mn", "Mc", "Me", "Cf"}
        if clusters and (follows or clusters[-1].endswith("\u200d")):
            clusters[-1] += character
        else:
            clusters.append(character)
    return clusters


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in {"W", "F"}


@cache
def _default(character: str) -> int:
    if _is_unseen(character):
        return 0
    if character >= "\U0001f000":
        return _EM if unicodedata.category(character) == "Lo" else _EMOJI
    return _EM if _is_wide(character) else _UNKNOWN


class _Table(msgspec.Struct, frozen=True):
    """Widths in thousandths of the size, in runs named by their first character in base 16."""

    regular: dict[str, list[int]]
    bold: dict[str, list[int]]
    regular_joined: dict[str, list[int]]
    bold_joined: dict[str, list[int]]


@cache
def _table() -> _Table:
    return msgspec.json.decode((resources_folder() / "widths.json").read_bytes(), type=_Table)


@cache
def _widths(bold: bool) -> dict[str, int]:
    return _unfolded(_table().bold if bold else _table().regular)


@cache
def _savings(bold: bool) -> dict[str, int]:
    joined = _unfolded(_table().bold_joined if bold else _table().regular_joined)
    widths = _widths(bold)
    letters = joined.keys() - _NEVER_JOINED
    return {letter: widths[letter] - joined[letter] for letter in letters}


def _unfolded(runs: dict[str, list[int]]) -> dict[str, int]:
    pairs = (
        (chr(int(first, 16) + place), width)
        for first, run in runs.items()
        for place, width in enumerate(run)
    )
    return {character: width for character, width in pairs if not _is_unseen(character)}


def _is_unseen(character: str) -> bool:
    return unicodedata.category(character) in {"Mn", "Me", "Cf", "Cc"}
