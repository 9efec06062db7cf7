"""What can be wrong in a guide, and where: key paths and the walk over a guide's values."""

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from optout_desktop.base.text import shown

KeyPath = tuple[str | int, ...]
"""The way to a value: ``("task", 1, "step", 0, "url")``; counted from 0, as in the written form."""


Places = Sequence[tuple[KeyPath, object]]
"""All values of a guide with their key paths."""


class Problem(Struct, frozen=True):
    """One thing that is wrong: ``message`` says what, ``hint`` what would be right."""

    path: KeyPath
    rule: str
    message: str
    hint: str
    severity: Literal["error", "warning"] = "error"


def written(path: KeyPath) -> str:
    """Return a key path for people: ``task[1].step[0].url``."""
    text = ""
    for key in path:
        if isinstance(key, int):
            text += f"[{key}]"
        else:
            text += f".{shown(key)}" if text else shown(key)
    return text


def values(guide: Struct) -> Places:
    """Return every struct and every leaf of a guide that is set, each with its key path."""
    places: list[tuple[KeyPath, object]] = []
    _collect(guide, (), places)
    return places


def _collect(value: object, path: KeyPath, places: list[tuple[KeyPath, object]]) -> None:
    # Lists and no generators: this runs whenever a guide is opened.
    if isinstance(value, tuple):
        for number, item in enumerate(value):
            _collect(item, (*path, number), places)
        return
    places.append((path, value))
    if isinstance(value, Struct):
        for name, key in zip(value.__struct_fields__, value.__struct_encode_fields__, strict=True):
            item = getattr(value, name)
            if item is not None:
                _collect(item, (*path, key), places)
