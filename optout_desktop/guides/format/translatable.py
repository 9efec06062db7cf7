"""Which texts of a guide are ours, so that another language says them in its own words.

Their types say so: ``Title``, ``Sentence`` and ``Text``. What is on the pages of others
(``Label``) or is handed on as it is (``Verbatim``) stays as it is.
"""

from functools import cache
from typing import get_args, get_type_hints

from msgspec import Struct

from optout_desktop.guides.format.problems import KeyPath
from optout_desktop.guides.format.types import Sentence, Text
from optout_desktop.pictures.vocabulary import Title

_OURS = (Title, Sentence, Text)


def translatable_texts(guide: Struct) -> list[tuple[KeyPath, str]]:
    """Return all texts of a guide or of a shared file that are translated, with their key paths."""
    texts: list[tuple[KeyPath, str]] = []
    _collect(guide, (), texts)
    return texts


def _collect(table: Struct, path: KeyPath, texts: list[tuple[KeyPath, str]]) -> None:
    is_ours = _ours(type(table))
    for name, key in zip(table.__struct_fields__, table.__struct_encode_fields__, strict=True):
        value = getattr(table, name)
        below = (*path, key)
        listed = enumerate(value) if isinstance(value, tuple) else ()
        for place, item in ((below, value), *(((*below, number), item) for number, item in listed)):
            if isinstance(item, Struct):
                _collect(item, place, texts)
            elif isinstance(item, str) and name in is_ours:
                texts.append((place, item))


@cache
def _ours(kind: type[Struct]) -> frozenset[str]:
    """Return the fields of a table that hold texts of ours, alone or in a list."""
    hints = get_type_hints(kind, include_extras=True)
    return frozenset(name for name, hint in hints.items() if _holds_ours(hint))


def _holds_ours(hint: object) -> bool:
    return hint in _OURS or any(map(_holds_ours, get_args(hint)))
