"""Guides in Greek letters: whatever is read in Latin ones beside them comes from the program."""

import re
from collections.abc import Collection, Iterator
from datetime import date
from pathlib import Path
from string import ascii_letters
from typing import Any, get_args, get_type_hints

import tomlkit
from msgspec import Struct
from msgspec.structs import fields

from optout_desktop.guides.format.files import GUIDE_FILE
from optout_desktop.guides.format.problems import values
from optout_desktop.guides.format.read import read_guide
from optout_desktop.guides.format.shape import Guide
from optout_desktop.guides.format.types import Sentence, Text, Verbatim
from optout_desktop.pictures.vocabulary import Label, Title

GREEK = str.maketrans(ascii_letters, "αβψδεφγηιξκλμνοπϙρστθωϟχυζ" * 2)
_TEXTS = (Title, Label, Sentence, Text, Verbatim)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def write_greek(guide: Path, folder: Path) -> None:
    """Write the guide in the file ``guide`` in Greek letters into a ``folder`` of guides."""
    there = folder / guide.parent.name
    there.mkdir(parents=True)
    table = {**_greek(read_guide(guide), Guide), "format": 1}
    (there / GUIDE_FILE).write_text(tomlkit.dumps(table), encoding="utf-8")


def _greek(value: object, hint: object) -> Any:
    if isinstance(value, Struct):
        hints = get_type_hints(type(value), include_extras=True)
        names = zip(value.__struct_fields__, value.__struct_encode_fields__, strict=True)
        tag = value.__struct_config__.tag
        table = {} if tag is None else {value.__struct_config__.tag_field: tag}
        for name, key in names:
            field = getattr(value, name)
            if field is not None and (field != () or key == "domains"):
                # An address is no text, whatever letters it has.
                table[key] = _greek(field, None if name == "address" else hints[name])
        return table
    if isinstance(value, tuple):
        return [_greek(item, hint) for item in value]
    if isinstance(value, str) and _DATE.fullmatch(value):
        return date.fromisoformat(value)
    if isinstance(value, str) and _is_text(hint):
        return value.translate(GREEK)
    return value


def _is_text(hint: object) -> bool:
    return hint in _TEXTS or any(map(_is_text, get_args(hint)))


def ids(folder: Path) -> set[str]:
    """Return the ids in a folder of guides, which a terminal shows as they are."""
    found = set()
    for file in folder.glob(f"*/{GUIDE_FILE}"):
        guide = read_guide(file)
        found |= {str(value) for path, value in values(guide) if path[-1:] in {("id",), ("slug",)}}
    return found


def vocabulary(hint: object = Guide) -> Iterator[str]:
    """Yield the keys of a guide, and the values that are words of its format."""
    if isinstance(hint, type) and issubclass(hint, Struct):
        for field in fields(hint):
            yield field.encode_name
        for below in get_type_hints(hint, include_extras=True).values():
            yield from vocabulary(below)
    for inner in get_args(hint):
        if isinstance(inner, str):
            yield inner
        yield from vocabulary(inner)


_NO_WORDS = re.compile(
    r"""
    https?://(?:‹[^›]*›|\S)+                   # addresses, and gaps in them
  | [\w.+-]+@[\w.-]+                           # and those of e-mail
  | \b[a-z0-9-]+(\.[a-z0-9-]+)+(/[\w…./-]*)?  # hosts and names of files
  | (\.{1,2}|~|\b[A-Z]:)?([/\\][\w.*-]+)+       # folders
  | \boptout-desktop(?:[ ][\w./-]+)*          # commands
  | -[a-z]\b | --[a-z-]+(?:[ ][a-z]+)?        # options
  | \b[a-z0-9]+(-[a-z0-9]+)+                  # ids of several words
  | \b[A-Z][A-Z_]+\b                          # what stands for a value
    """,
    re.VERBOSE,
)
_WORDS = re.compile(
    r"""
    https?://\S+            # addresses
  | [\w.+-]+@[\w.-]+        # and those of e-mail
  | [a-z0-9-]+(\.[a-z0-9-]+)+(/[\w…./-]*)?   # hosts and names of files
  | --[a-z-]+               # options of the terminal
  | \b[A-Z][A-Z_]+\b        # what stands for a value there
    """,
    re.VERBOSE,
)
_WORDS = re.compile("[A-Za-z][A-Za-z_]*")


def english_in(text: str, known: Collection[str] = ()) -> list[str]:
    """Return the words in Latin letters in a text, except addresses, options and ``known``."""
    return [word for word in _WORDS.findall(_NO_WORDS.sub(" ", text)) if word not in known]
