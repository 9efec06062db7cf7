"""The format of a guide as a page for authors, made from the structs that read it."""

import ast
import inspect
from collections.abc import Iterator
from functools import cache
from types import ModuleType, UnionType
from typing import Annotated, Literal, Union, get_args, get_origin, get_type_hints

from msgspec import NODEFAULT, Meta, Struct
from msgspec.structs import FieldInfo, fields

from optout_desktop.guides import shape, terms
from optout_desktop.guides.markdown import MADE, table
from optout_desktop.guides.shape import FORMAT, Guide
from optout_desktop.pictures import shape as picture_shape

_MODULES = (terms, picture_shape, shape)
_HEAD = ("key", "needed", "what it holds")
_WHOLE_LIST = 3  # header, docstring, table

Table = type[Struct]


def format_page() -> str:
    """Write docs/guide-format.md: every table with its keys, then every kind of value."""
    headers: dict[Table, list[str]] = {}
    _collect(Guide, (), headers)
    tables = "\n\n".join(_section(kind, places) for kind, places in headers.items())
    kinds = "\n\n".join(_kind_section(name, kind) for name, kind in _named_kinds().items())
    return f"""{MADE}

# The format of a guide, number {FORMAT}

A guide is one TOML file, `guides/<slug>.toml`. [How to write one](authors.md) begins without any
knowledge of TOML; this page is for looking things up. `optout-desktop guides check` finds what does
not agree with it, and [what else it looks at](lint.md) has a page of its own.

The keys that stand at the top of the file come first, then each table with the header that begins
it. A header in double brackets begins one entry of a list and can stand many times. Other keys than
these are mistakes.

{tables}

## Kinds of values

{kinds}
"""


def _collect(kind: Table, path: tuple[str, ...], headers: dict[Table, list[str]]) -> None:
    """Find every table below ``kind`` in the order of the page, with the headers that begin it."""
    hints = _hints(kind)
    for field in fields(kind):
        for inner, many in _tables(hints[field.name]):
            below = (*path, field.encode_name)
            name = ".".join(below)
            headers.setdefault(inner, []).append(f"[[{name}]]" if many else f"[{name}]")
            _collect(inner, below, headers)
    if kind is Guide:
        headers[Guide] = []


def _section(kind: Table, headers: list[str]) -> str:
    places = " or ".join(f"`{header}`" for header in headers)
    hints = _hints(kind)
    rows = [_row(field, hints[field.name]) for field in fields(kind)]
    config = kind.__struct_config__
    if config.tag is not None:
        rows.insert(0, (f"`{config.tag_field}`", "yes", f"`{config.tag}`"))
    head = f"## {_title(kind)}\n\n"
    begins = f"Begins with {places}.\n\n" if places else ""
    return f"{head}{begins}{_docstring(kind)}\n\n{table(_HEAD, rows)}"


def _row(field: FieldInfo, hint: object) -> tuple[str, str, str]:
    needed = "yes" if field.required else "no"
    if not field.required and field.default not in (None, NODEFAULT, ()):
        value = field.default
        written = str(value).lower() if isinstance(value, bool) else str(value)
        needed = f"no; without it `{written}`"
    return f"`{field.encode_name}`", needed, _words(hint)


def _words(hint: object) -> str:
    """Say in plain words what can stand behind a key."""
    ...
