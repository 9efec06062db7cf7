"""The format of a guide as a page for authors, made from the structs that read it."""

import ast
import inspect
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import pairwise
from types import ModuleType, UnionType
from typing import Annotated, Literal, Union, get_args, get_origin, get_type_hints

from msgspec import NODEFAULT, Meta, Struct
from msgspec.structs import FieldInfo, fields

from optout_desktop.authoring.left_out import LEFT_OUT, word_for_nothing
from optout_desktop.authoring.markdown import MADE, table
from optout_desktop.guides.format import shape, tasks, types
from optout_desktop.guides.format.beside import BESIDE
from optout_desktop.guides.format.shape import FORMAT, Guide, SharedFile, Source
from optout_desktop.pictures import vocabulary as picture_shape

_MODULES = (types, picture_shape, tasks, shape)

Hint = object
"""A type as a declaration has it: ``Slug``, ``tuple[Step, ...]``, ``Text | None``."""


def format_page() -> str:
    """Return docs/guide-format.md: every table with its keys, then every kind of value."""
    headers: dict[type[Struct], list[str]] = {Guide: []}
    _collect(Guide, (), headers)
    headers[SharedFile] = []
    _collect(SharedFile, (), headers)
    # Parts of pictures are many and looked up by name: they come last.
    kinds = sorted(headers, key=lambda kind: kind.__struct_config__.tag is not None)
    tables = "\n\n".join(_table_section(kind, headers[kind]) for kind in kinds)
    values = "\n\n".join(_value_section(name, hint) for name, hint in _named().items())
    return f"""{MADE}

# The format of a guide, number {FORMAT}

A guide is a folder, `guides/<slug>/`, with the file `guide.toml`. [How to write one](authors.md)
begins without any knowledge of TOML; this page is for looking things up. `optout-desktop guides
check` finds what does not agree with it, and [what else it looks at](lint.md) has its own page.

The keys at the top of the file come first, then each table with the header that begins it. A header
in double brackets begins one entry of a list, and can be repeated; short entries have one line each
instead: `option = [{{ id = "a", label = "A" }}]`. A key of a picture is written with the picture's
name before it: `picture.title = "Privacy"`. Any other key is a mistake.

What can be worked out is left out; the second column says what then counts. `optout-desktop guides
format` writes every guide in this form.

{_beside()}
What several guides have in common is in `guides/shared/<file>.toml`, whose keys are those of a
[shared file](#shared-file).

In a guide of format 1, which is still read, nothing is left out, each source begins with
`[[source]]`, and every way has one surface.

{tables}

## Kinds of values

{values}
"""


def _collect(
    kind: type[Struct], path: tuple[str, ...], headers: dict[type[Struct], list[str]]
) -> None:
    """Add every table below ``kind``, in the order of its keys, and its headers to ``headers``."""
    hints = get_type_hints(kind, include_extras=True)
    for field in fields(kind):
        below = (*path, field.encode_name)
        name = ".".join(below)
        for inner in _structs(hints[field.name]):
            header = f"[[{name}]]" if _is_list(hints[field.name]) else f"[{name}]"
            if header not in headers.setdefault(inner, []):
                headers[inner].append(header)
                _collect(inner, below, headers)


def _table_section(kind: type[Struct], headers: list[str]) -> str:
    hints = get_type_hints(kind, include_extras=True)
    left_out = LEFT_OUT.get(kind, {})
    rows = [_row(field, hints[field.name], left_out) for field in fields(kind)]
    config = kind.__struct_config__
    if config.tag is not None:
        rows.insert(0, (f"`{config.tag_field}`", "yes", f"`{config.tag}`"))
    paragraphs = [
        f"## {_title(kind)}",
        _beginning(kind, headers),
        _prose(kind.__doc__ or "", {field.name: field.encode_name for field in fields(kind)}),
        table(("key", "needed", "what it holds"), rows),
    ]
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


def _beginning(kind: type[Struct], headers: list[str]) -> str:
    if kind is Source:
        return "Below `[source]`, one line each, with its `id` before the sign: `policy = { … }`."
    return f"Begins with {' or '.join(f'`{header}`' for header in headers)}." if headers else ""


def _beside() -> str:
    """Return what is said of the files beside a guide's."""
    parts = (f"{_and(f'`{key}`' for key in keys)} in `{name}`" for name, keys in BESIDE.items())
    return (
        f"So that nobody has to scroll far, these parts may be in files beside it: {_and(parts)}."
    )


def _and(words: Iterable[str]) -> str:
    return " and ".join(words)


def _row(field: FieldInfo, hint: Hint, left_out: Mapping[str, str]) -> tuple[str, str, str]:
    key = field.encode_name
    if key in left_out:
        word = word_for_nothing(key)
        words = f"{_words(hint)}; `{word}` for none" if word else _words(hint)
        return f"`{key}`", f"no; without it {left_out[key]}", words
    needed = "yes" if field.required else "no"
    if field.default not in {NODEFAULT, None, ()}:
        default = field.default
        written = str(default).lower() if isinstance(default, bool) else default
        needed = f"no; without it `{written}`"
    return f"`{key}`", needed, _words(hint)


def _value_section(name: str, hint: Hint) -> str:
    _inner, meta = _without_notes(hint)
    about = meta.description or _prose(_meanings().get(name, ""))
    return "\n\n".join(part for part in (f"### {_spaced(name)}", about, _limits(hint)) if part)


def _limits(hint: Hint) -> str:
    inner, meta = _without_notes(hint)
    if get_origin(inner) is Literal:
        return f"{_choice(inner).capitalize()}."
    lines = "one line" if re.search(meta.pattern or "", "a\nb") is None else "one or more lines"
    if meta.max_length is None:
        return f"A text of {lines}."
    return f"A text of {lines}, at most {meta.max_length} characters."


def _words(hint: Hint) -> str:
    """Return in plain words what a key can hold, with a link to where more is said."""
    for name, known in _named().items():
        if hint == known:
            link = f"[{_spaced(name).lower()}](#{_anchor(_spaced(name))})"
            return f"{link}: {_choice(hint)}" if get_origin(hint) is Literal else link
    inner, meta = _without_notes(hint)
    arguments = get_args(inner)
    if get_origin(inner) in {Union, UnionType}:
        return ", or ".join(_words(one) for one in arguments if one is not type(None))
    if get_origin(inner) is tuple:
        return f"list{_how_many(meta)}, each: {_words(arguments[0])}"
    return _word(inner, meta)


def _word(inner: Hint, meta: Meta) -> str:
    if get_origin(inner) is Literal:
        return _choice(inner)
    if isinstance(inner, type) and issubclass(inner, Struct):
        return f"[{_title(inner)}](#{_anchor(_title(inner))})"
    words = {
        bool: "`true` or `false`",
        int: f"whole number {_range(meta)}",
        str: f"text of at most {meta.max_length} characters",
    }
    return next(text for kind, text in words.items() if inner is kind)


def _choice(literal: Hint) -> str:
    choices = [f"`{choice}`" for choice in get_args(literal)]
    return f"one of {', '.join(choices)}" if len(choices) > 1 else choices[0]


def _how_many(meta: Meta) -> str:
    least, most = meta.min_length, meta.max_length
    if least is None:
        return f" of at most {most}" if most is not None else ""
    return f" of {least} to {most}" if most is not None else f" of at least {least}"


def _range(meta: Meta) -> str:
    return f"from {meta.ge} to {meta.le}" if meta.le is not None else f"from {meta.ge} upwards"


def _without_notes(hint: Hint) -> tuple[Hint, Meta]:
    if get_origin(hint) is not Annotated:
        return hint, Meta()
    inner, *notes = get_args(hint)
    return inner, next((note for note in notes if isinstance(note, Meta)), Meta())


def _structs(hint: Hint) -> Iterator[type[Struct]]:
    if isinstance(hint, type) and issubclass(hint, Struct):
        yield hint
    for inner in get_args(hint):
        yield from _structs(inner)


def _is_list(hint: Hint) -> bool:
    return get_origin(_without_notes(hint)[0]) is tuple


def _title(kind: type[Struct]) -> str:
    tag = kind.__struct_config__.tag
    return f"Part: {tag}" if tag is not None else _spaced(kind.__name__)


@cache
def _named() -> dict[str, Hint]:
    """Return the kinds of values that have a name of their own: texts, and choices explained."""
    found = {name: hint for module in _MODULES for name, hint in vars(module).items()}
    return {
        name: hint
        for name, hint in found.items()
        if (get_origin(hint) is Annotated and _without_notes(hint)[0] is str)
        or (get_origin(hint) is Literal and name in _meanings())
    }


@cache
def _meanings() -> dict[str, str]:
    """Return the texts below the declarations of named kinds, which Python itself does not keep."""
    return dict(pair for module in _MODULES for pair in _texts_below(module))


def _texts_below(module: ModuleType) -> Iterator[tuple[str, str]]:
    for declared, below in pairwise(ast.parse(inspect.getsource(module)).body):
        match declared, below:
            case ast.Assign(targets=[ast.Name(name)]), ast.Expr(ast.Constant(str() as text)):
                yield name, text
            case _:
                pass


def _prose(docstring: str, keys: Mapping[str, str] | None = None) -> str:
    """Return a docstring as Markdown, with the names that keys have in a guide."""
    text = inspect.cleandoc(docstring).replace("``", "`")
    for name, key in (keys or {}).items():
        text = text.replace(f"`{name}`", f"`{key}`")
    return text


def _spaced(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).capitalize()


def _anchor(title: str) -> str:
    """Return the anchor of a heading as GitHub makes it."""
    return re.sub(r"[^a-z0-9 -]", "", title.lower()).replace(" ", "-")
