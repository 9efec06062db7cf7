"""Where raw data does not fit the shape of a guide: every place, not only the first.

msgspec reads strictly but stops at the first mistake; here the data is walked along the same
declarations, so that an author sees all mistakes at once and in plain words.
"""

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache

from msgspec import Meta, Struct, inspect

from optout_desktop.base.hints import did_you_mean, use_one_of
from optout_desktop.base.languages import _, ngettext
from optout_desktop.base.links import https_hint
from optout_desktop.base.locales import or_list, written_number
from optout_desktop.base.text import shown
from optout_desktop.guides.format import shape, tasks, types
from optout_desktop.guides.format.dates import date_hint
from optout_desktop.guides.format.problems import KeyPath, Problem


@cache
def _type_of(kind: type[Struct]) -> inspect.Type:
    return inspect.type_info(kind)


def misfits(raw: Mapping[str, object], kind: type[Struct] = shape.Guide) -> Iterator[Problem]:
    """Yield every place where ``raw``, a TOML table as plain values, is not shaped as ``kind``."""
    return _misfits(raw, _type_of(kind), ())


def _misfits(value: object, wanted: inspect.Type, path: KeyPath) -> Iterator[Problem]:
    match wanted:
        case inspect.Metadata():  # a kind that is described for editors
            yield from _misfits(value, wanted.type, path)
        case inspect.UnionType():
            yield from _union(value, wanted, path)
        case inspect.StructType():
            yield from _struct(value, wanted, path)
        case inspect.VarTupleType():
            yield from _list(value, wanted, path)
        case inspect.LiteralType():
            yield from _literal(value, wanted, path)
        case inspect.StrType():
            yield from _text(value, wanted, path)
        case inspect.IntType():
            yield from _number(value, wanted, path)
        case inspect.BoolType():
            if not isinstance(value, bool):
                yield _wrong_type(value, _("Write true or false, without quotes."), path)
        case _:  # pragma: no cover - a test walks the whole shape
            raise AssertionError(wanted)


def _union(value: object, wanted: inspect.UnionType, path: KeyPath) -> Iterator[Problem]:
    # TOML has no null, so the None of an optional key never occurs.
    kinds = [kind for kind in wanted.types if not isinstance(kind, inspect.NoneType)]
    if len(kinds) == 1:
        yield from _misfits(value, kinds[0], path)
        return
    tagged = {kind.tag: kind for kind in kinds if isinstance(kind, inspect.StructType)}
    if not isinstance(value, dict):
        yield _wrong_type(value, _("Write a table, beginning with: kind = …"), path)
        return
    tag = value.get("kind")
    if tag is None:
        yield _missing("kind", path)
    elif isinstance(tag, str) and tag in tagged:
        yield from _struct(value, tagged[tag], path)
    else:
        yield _not_one_of(tag, [str(kind) for kind in tagged], (*path, "kind"))


def _struct(value: object, wanted: inspect.StructType, path: KeyPath) -> Iterator[Problem]:
    if not isinstance(value, dict):
        hint = (
            _("Write its keys between {{ and }}, or below a line [[{name}]].")
            if isinstance(path[-1], int)
            else _("Write a [{name}] line and its keys below it.")
        ).format(name=_table_name(path))
        yield _wrong_type(value, hint, path)
        return
    fields = {field.encode_name: field for field in wanted.fields}
    known = [*fields, wanted.tag_field] if wanted.tag_field else [*fields]
    for key in value:
        if key not in known:
            below = _below(key, fields, path)
            free = [name for name in known if name not in value]
            yield _unknown(key, free, known, path, below)
    for key, field in fields.items():
        if key in value:
            yield from _misfits(value[key], field.type, (*path, key))
        elif field.required:
            yield _missing(key, path, is_table=_entry_of(field.type) is not None)


def _below(key: str, fields: Mapping[str, inspect.Field], path: KeyPath) -> str:
    """Return the name of the table below this one that has a key which is unknown here."""
    for name, field in fields.items():
        entry = _entry_of(field.type)
        if entry is not None and key in {one.encode_name for one in entry.fields}:
            return _table_name((*path, name))
    return ""


def _entry_of(wanted: inspect.Type) -> inspect.StructType | None:
    """Return what a list of tables consists of."""
    if not isinstance(wanted, inspect.VarTupleType):
        return None
    return wanted.item_type if isinstance(wanted.item_type, inspect.StructType) else None


def _list(value: object, wanted: inspect.VarTupleType, path: KeyPath) -> Iterator[Problem]:
    if not isinstance(value, list):
        tables = isinstance(wanted.item_type, inspect.StructType | inspect.UnionType)
        hint = (
            _("Begin each one with [[{name}]] in double brackets.").format(name=_table_name(path))
            if tables
            else _('Put it into square brackets: ["…"]')
        )
        yield _wrong_type(value, hint, path)
        return
    limit = ""
    if wanted.min_length is not None and len(value) < wanted.min_length:
        limit = _("It needs at least {limit}.").format(limit=wanted.min_length)
    elif wanted.max_length is not None and len(value) > wanted.max_length:
        limit = _("It may have at most {limit}.").format(limit=wanted.max_length)
    if limit:
        words = ngettext("The list has {count} entry.", "The list has {count} entries.", len(value))
        yield Problem(path, "length", words.format(count=len(value)), limit)
    for number, item in enumerate(value):
        yield from _misfits(item, wanted.item_type, (*path, number))


def _literal(value: object, wanted: inspect.LiteralType, path: KeyPath) -> Iterator[Problem]:
    # Not "in" alone: in Python 1 == True, in a guide they are two things.
    if any(type(value) is type(choice) and value == choice for choice in wanted.values):
        return
    if any(isinstance(choice, int) for choice in wanted.values):
        choices = or_list([str(choice) for choice in wanted.values])
        hint = _("Write {choices}, without quotes.").format(choices=choices)
        yield Problem(path, "choice", _("This is not a number that is allowed here."), hint)
    else:
        yield _not_one_of(value, [str(choice) for choice in wanted.values], path)


def _text(value: object, wanted: inspect.StrType, path: KeyPath) -> Iterator[Problem]:
    if not isinstance(value, str):
        is_date = wanted.pattern == _pattern_of(types.FactDate)
        hint = date_hint() if is_date else _('Put a text between " and ".')
        yield _wrong_type(value, hint, path)
        return
    if wanted.min_length is not None and len(value) < wanted.min_length:
        yield Problem(
            path, "length", _("The text is empty."), _("Write it, or remove the whole line.")
        )
    elif wanted.max_length is not None and len(value) > wanted.max_length:
        words = ngettext(
            "The text has {count} character.", "The text has {count} characters.", len(value)
        )
        limit = _("It may have at most {limit}; say it shorter, or in two steps.")
        yield Problem(
            path,
            "length",
            words.format(count=written_number(len(value))),
            limit.format(limit=written_number(wanted.max_length)),
        )
    elif wanted.pattern is not None and not _fits_pattern(value, wanted.pattern):
        yield _wrong_form(value, wanted.pattern, path)


def _number(value: object, wanted: inspect.IntType, path: KeyPath) -> Iterator[Problem]:
    low, high = wanted.ge, wanted.le
    if not isinstance(value, int) or isinstance(value, bool):
        yield _wrong_type(value, _("Write a whole number, without quotes."), path)
    elif (low is not None and value < low) or (high is not None and value > high):
        hint = (
            _("Write a number from {low} to {high}.").format(low=low, high=high)
            if high is not None
            else _("Write {low} or a larger number.").format(low=low)
        )
        yield Problem(path, "range", _("The number is too small or too large."), hint)


def _fits_pattern(value: str, pattern: str) -> bool:
    return re.search(pattern, value) is not None


def _wrong_form(value: str, pattern: str, path: KeyPath) -> Problem:
    message = _("“{value}” does not have the right form.").format(value=shown(value))
    if pattern == _pattern_of(types.FactDate) and value.startswith(("about ", "by ")):
        hint = _('“about” and “by” cannot be used here. Write the part that is certain, as "2023".')
        return Problem(path, "form", message, hint)
    if pattern == _pattern_of(types.Address) and value.lower().startswith("http://"):
        message = _("The address uses http.")
    hints = {_pattern_of(kind): hint for kind, hint in _form_hints()}
    plain = _("Write one line, without spaces at its ends and without tabs.")
    return Problem(path, "form", message, hints.get(pattern, plain))


def _form_hints() -> tuple[tuple[object, str], ...]:
    """Return for each kind of text what its form is."""
    return (
        (types.Slug, _("Use small letters, digits and single hyphens only: ai-toggle")),
        (types.FactDate, date_hint()),
        (
            types.RoughDate,
            _('Write a date as 2026-08-21 or "2026-08"; less certain: "about 2026-08".'),
        ),
        (
            types.Choice,
            _('Write the id of the question, a slash and the id of the option: "host/own".'),
        ),
        (
            tasks.Branch,
            _('Write one word for all ways, or it and the name of the way: "file/by-hand".'),
        ),
        (tasks.Span, _("Write a number and days, weeks or months: 30 days, 1 month.")),
        (shape.Host, _("Write only the host, in small letters: www.example.com")),
        (
            types.Region,
            _("Write a country code such as DE, one with its part such as US-CA, or EU or EEA."),
        ),
        (types.Address, https_hint()),
        (types.Text, _("Remove tabs and characters that cannot be seen.")),
    )


def _table_name(path: KeyPath) -> str:
    """Return a path as the header of its table has it, without numbers."""
    return shown(".".join(key for key in path if isinstance(key, str)))


def _pattern_of(kind: object) -> str | None:
    notes = getattr(kind, "__metadata__", ())
    return next((note.pattern for note in notes if isinstance(note, Meta)), None)


def _missing(key: str, path: KeyPath, *, is_table: bool = False) -> Problem:
    hint = _("Begin it with [[{key}]].") if is_table else _("Add it: {key} = …")
    if key == "source":
        hint = _("Begin it with [{key}], and write a line for each: name = {{ title = … }}")
    return Problem(
        (*path, key),
        "missing-key",
        _("“{key}” is missing.").format(key=key),
        hint.format(key=_table_name((*path, key)) if is_table else key),
    )


def _unknown(key: str, free: list[str], known: list[str], path: KeyPath, below: str) -> Problem:
    near = _nearest(key, free) or _nearest(key, known)
    if near:
        hint = did_you_mean([near])
    elif below:
        hint = _("It belongs below [[{table}]].").format(table=below)
    elif path:
        hint = _("Remove it, or move it above [[{table}]], if it belongs to what is there.")
        hint = hint.format(table=_table_name(path))
    else:
        hint = _("Remove it, or use one of: {keys}.").format(keys=or_list(free) or "-")
    return Problem(
        (*path, key), "unknown-key", _("“{key}” is not known here.").format(key=shown(key)), hint
    )


def _nearest(word: str, words: list[str]) -> str:
    # difflib's own 0.6 takes "extra" for "text". Cut, because its time grows with the square.
    return next(iter(get_close_matches(word[:40], words, 1, 0.7)), "")


def _not_one_of(value: object, choices: list[str], path: KeyPath) -> Problem:
    named = value if isinstance(value, str) else ""
    near = _nearest(named, choices)
    hint = did_you_mean([near]) if near else use_one_of(choices)
    message = (
        _("“{value}” is not one of the words that are allowed here.").format(value=shown(named))
        if named
        else _("This is not one of the values that are allowed here.")
    )
    return Problem(path, "choice", message, hint)


def _wrong_type(value: object, hint: str, path: KeyPath) -> Problem:
    if isinstance(value, str):
        message = _("This is a text.")
    elif isinstance(value, bool):
        message = _("This is true or false.")
    elif isinstance(value, int | float):
        message = _("This is a number.")
    elif isinstance(value, list):
        message = _("This is a list.")
    else:
        message = _("This is a table.")
    return Problem(path, "type", message, hint)
