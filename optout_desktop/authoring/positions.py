"""The line of each key in a TOML file; loaded only when a guide is checked."""

import tomllib
from collections.abc import Iterator

from msgspec import Struct

from optout_desktop.base.errors import OptoutError
from optout_desktop.base.languages import _
from optout_desktop.guides.format.problems import KeyPath

try:
    import tree_sitter_toml
    from tree_sitter import Language, Node, Parser
except ImportError as error:
    raise OptoutError(
        _("To check or reformat guides, the program needs parts that are not installed."),
        _("Install them with: pip install 'optout-desktop[authors]'"),
    ) from error

Lines = dict[KeyPath, int]
"""Lines are counted from 1."""


class Comment(Struct, frozen=True):
    """A remark in a TOML file; ``is_beside`` is whether a key is before it on its line."""

    line: int
    text: str
    is_beside: bool


def comments_of(data: bytes) -> tuple[Comment, ...]:
    """Return all remarks in ``data``, from top to bottom."""
    return tuple(_comments(_root(data), data.split(b"\n")))


def lines_of(data: bytes) -> Lines:
    """Return the line of every key and list entry in ``data``, which tomllib has read before."""
    lines: Lines = {}
    entries: dict[KeyPath, int] = {}
    for node in _root(data).named_children:
        if node.type == "pair":
            _add_pair(node, (), lines)
        elif node.type in {"table", "table_array_element"}:
            path = _table_path(node, entries)
            for end in range(1, len(path) + 1):
                lines.setdefault(path[:end], _line(node))
            for child in node.named_children:
                if child.type == "pair":
                    _add_pair(child, path, lines)
    return lines


def line_of(path: KeyPath, lines: Lines) -> int:
    """Return the line of a key, or of the nearest table around a key that is missing."""
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, 1)


def _root(data: bytes) -> Node:
    return Parser(Language(tree_sitter_toml.language())).parse(data).root_node


def _comments(node: Node, lines: list[bytes]) -> Iterator[Comment]:
    if node.type == "comment":
        before = lines[node.start_point.row][: node.start_point.column]
        text = (node.text or b"").decode().rstrip()
        yield Comment(_line(node), text, bool(before.strip(b" \t\xef\xbb\xbf")))
    for child in node.named_children:
        yield from _comments(child, lines)


def _table_path(node: Node, entries: dict[KeyPath, int]) -> KeyPath:
    """Return the path of a header; ``entries`` counts the entries of each list of tables so far."""
    path: KeyPath = ()
    *before, last = _keys(node.named_children[0])
    for key in before:
        path = (*path, key)
        if path in entries:
            path = (*path, entries[path])
    path = (*path, last)
    if node.type == "table_array_element":
        entries[path] = entries.get(path, -1) + 1
        path = (*path, entries[path])
    return path


def _add_pair(node: Node, path: KeyPath, lines: Lines) -> None:
    key, *rest = (child for child in node.named_children if child.type != "comment")
    for part in _keys(key):
        path = (*path, part)
        lines.setdefault(path, _line(key))
    for value in rest:
        _add_value(value, path, lines)


def _add_value(node: Node, path: KeyPath, lines: Lines) -> None:
    if node.type == "inline_table":
        for child in node.named_children:
            if child.type == "pair":
                _add_pair(child, path, lines)
    elif node.type == "array":
        items = (child for child in node.named_children if child.type != "comment")
        for number, item in enumerate(items):
            lines[*path, number] = _line(item)
            _add_value(item, (*path, number), lines)


def _keys(node: Node) -> Iterator[str]:
    if node.type == "dotted_key":
        for child in node.named_children:
            yield from _keys(child)
        return
    text = (node.text or b"").decode()
    if node.type == "quoted_key":
        text = next(iter(tomllib.loads(f"{text} = 0")))
    yield text


def _line(node: Node) -> int:
    return node.start_point.row + 1
