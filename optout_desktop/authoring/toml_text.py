"""Writing plain values as TOML, in the form that all guides have.

Keys keep their order. A list of tables has one line for each entry if all of them are short enough,
and tables of their own, below all keys, if they are not.
"""

import re
from collections.abc import Collection, Iterator
from typing import TypeGuard

from msgspec import Struct

from optout_desktop.guides.format.expand import Table
from optout_desktop.guides.format.invariants import DATE_KEYS
from optout_desktop.guides.format.problems import KeyPath

_WIDEST_ENTRY = 220
_WIDEST_LIST = 100
_ALWAYS_APART = frozenset({"task", "step", "fact", "source"})
_WHOLE_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_ESCAPED = {ord('"'): '\\"', ord("\\"): "\\\\", ord("\n"): "\\n", ord("\t"): "\\t"}


class Line(Struct, frozen=True):
    """One or more lines of TOML for the value at ``path``; ``text`` is not indented yet."""

    path: KeyPath
    text: str
    indent: str
    is_header: bool = False


def toml_lines(
    table: Table, path: KeyPath = (), remarked: Collection[KeyPath] = ()
) -> Iterator[Line]:
    """Yield the lines of the table at ``path``, without its header.

    There is a remark on something inside of each value at one of the places ``remarked``.
    """
    names = [key for key in path if isinstance(key, str)]
    indent = "  " * (len(names) - 1)
    apart = {key: value for key, value in table.items() if _is_apart(key, value, indent)}
    dotted: dict[str, Table] = {key: one for key, one in table.items() if _holds_tables(one)}
    for key, value in table.items():
        if key not in apart and key not in dotted:
            place = (*path, key)
            yield from _pair(key, value, place, indent, is_open=place in remarked)
    for key, value in dotted.items():
        for inner_key, inner in value.items():
            name, place = f"{key}.{inner_key}", (*path, key, inner_key)
            yield from _pair(name, inner, place, indent, is_open=place in remarked)
    inner_indent = "  " * len(names)
    for key, value in apart.items():
        header = ".".join((*names, key))
        if isinstance(value, dict):
            yield Line((*path, key), f"[{header}]", inner_indent, is_header=True)
            for inner_key, inner in value.items():
                yield from _pair(inner_key, inner, (*path, key, inner_key), inner_indent)
        for number, entry in enumerate(_tables(value)):
            place = (*path, key, number)
            yield Line(place, f"[[{header}]]", inner_indent, is_header=True)
            yield from toml_lines(entry, place, remarked)


def _pair(
    key: str, value: object, path: KeyPath, indent: str, *, is_open: bool = False
) -> Iterator[Line]:
    name = str(path[-1])
    if not _is_tables(value):
        yield Line(path, f"{key} = {_block(value) or _inline(value, name)}", indent)
        return
    whole = f"{key} = {_inline(value, name)}"
    widest = _WIDEST_ENTRY if len(_tables(value)) == 1 else _WIDEST_LIST
    if len(indent) + len(whole) <= widest and not is_open:
        yield Line(path, whole, indent)
        return
    yield Line(path, f"{key} = [", indent)
    for number, entry in enumerate(_tables(value)):
        yield Line((*path, number), f"{_inline(entry, name)},", f"{indent}  ")
    # Not below the path: a comment is never before the bracket.
    yield Line((), "]", indent)


def _is_apart(key: str, value: object, indent: str) -> bool:
    """Return whether a value has a header of its own, or one for each of its entries."""
    if isinstance(value, dict):
        is_wide = len(f"{indent}{key} = {_inline(value, key)}") > _WIDEST_ENTRY
        return not _holds_tables(value) and (key in _ALWAYS_APART or is_wide)
    return any(
        key in _ALWAYS_APART
        or len(f"{indent}  {_inline(entry, key)},") > _WIDEST_ENTRY
        or any(_block(inner) or _tables(inner) or _holds_tables(inner) for inner in entry.values())
        for entry in _tables(value)
    )


def _inline(value: object, key: str) -> str:
    match value:
        case bool():
            return str(value).lower()
        case str():
            is_date = key in DATE_KEYS and _WHOLE_DATE.fullmatch(value)
            return value if is_date else _text(value)
        case list():
            return f"[{', '.join(_inline(item, key) for item in value)}]"
        case dict():
            pairs = ", ".join(f"{name} = {_inline(item, name)}" for name, item in value.items())
            return f"{{ {pairs} }}" if pairs else "{}"
        case _:
            return str(value)


def _text(text: str) -> str:
    if ('"' in text or "\\" in text) and "'" not in text and text.isprintable():
        return f"'{text}'"
    return f'"{text.translate(_ESCAPED)}"'


def _block(value: object) -> str:
    """Return a text of several lines as such; empty for every other value."""
    if not isinstance(value, str) or "\n" not in value:
        return ""
    return '"""\n{}\n"""'.format(value.replace("\\", "\\\\").replace('"""', '""\\"'))


def _tables(value: object) -> list[Table]:
    return value if _is_tables(value) else []


def _is_tables(value: object) -> TypeGuard[list[Table]]:
    return isinstance(value, list) and bool(value) and all(isinstance(one, dict) for one in value)


def _holds_tables(value: object) -> TypeGuard[Table]:
    return isinstance(value, dict) and any(_is_tables(inner) for inner in value.values())
