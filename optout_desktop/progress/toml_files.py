"""TOML files that a person may edit too: what is wrong in them is reported and never lost."""

import logging
import tomllib
from collections.abc import Callable, Mapping, MutableMapping
from pathlib import Path
from typing import Any

from msgspec import Struct, ValidationError, convert
from msgspec.structs import fields

from optout_desktop.base.errors import OptoutError
from optout_desktop.base.files import locked, read_bytes, set_aside, write_atomically
from optout_desktop.base.languages import _

SIZE_LIMIT = 1024 * 1024
"""Bytes of one file."""

Tell = Callable[[OptoutError], None]
"""What says something to the person that does not stop the program."""

Table = Mapping[str, Any]
Document = MutableMapping[str, Any]
"""A table of tomlkit, whose values keep their comments."""


def warn(problem: OptoutError) -> None:
    """Report a problem through logging, which shows it in the terminal."""
    logging.getLogger(__name__).warning("%s", problem)


def in_silence(_problem: OptoutError) -> None:
    """Report nothing: that was done when the file was first read."""


def read_table(file: Path, tell: Tell) -> Table:
    """Return what a file says; a damaged or unreadable one is reported and counts as empty."""
    try:
        content = read_bytes(file)
    except OptoutError as problem:
        tell(problem)
        return {}
    try:
        return _parsed(content) if content else {}
    except (ValueError, RecursionError):
        _set_aside(file, content, tell)
        return {}


def peek_table(file: Path) -> Table:
    """Return what a file says, and touch nothing.

    Raises OptoutError where it cannot be read, ValueError or RecursionError where it is damaged.
    """
    content = read_bytes(file)
    return _parsed(content) if content else {}


def edit_table(file: Path, change: Callable[[Document], None]) -> None:
    """Change a file and keep its comments, its order and the keys of newer versions."""
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    with locked(file):
        content = read_bytes(file)
        try:
            _parsed(content)
            document = tomlkit.parse(content)
        except (TOMLKitError, ValueError, RecursionError):
            set_aside(file, content)
            document = tomlkit.document()
        change(document)
        changed = tomlkit.dumps(document).encode()
        if changed != content:
            write_atomically(file, changed)


def values_of(kind: type[Struct], table: Table, file: Path, tell: Tell) -> dict[str, Any]:
    """Return the values that fit the fields of ``kind``; the others are reported and left out."""
    values = {}
    for field in fields(kind):
        if field.encode_name in table:
            try:
                values[field.name] = convert(table[field.encode_name], field.type)
            except ValidationError:
                tell(
                    OptoutError(
                        _("The value of “{key}” in {file} cannot be used.").format(
                            key=field.encode_name, file=file
                        ),
                        _("The usual value is used instead; the file is left as it is."),
                    )
                )
    return values


def _parsed(content: bytes) -> dict[str, Any]:
    if len(content) > SIZE_LIMIT:
        raise ValueError
    return tomllib.loads(content.decode())


def _set_aside(file: Path, content: bytes, tell: Tell) -> None:
    try:
        kept = set_aside(file, content)
    except OptoutError:
        kept = file
    if kept is not None:
        tell(
            OptoutError(
                _("The file {file} is damaged and cannot be used.").format(file=file),
                _("Nothing is lost: its content is kept in {kept}").format(kept=kept),
            )
        )
