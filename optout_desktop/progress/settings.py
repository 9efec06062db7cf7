"""How the person likes the program, and where its window was."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Annotated, Literal

from msgspec import Meta, MsgspecError, Struct, convert, structs
from msgspec.json import decode, encode

from optout_desktop.base.errors import OptoutError
from optout_desktop.base.files import read_bytes, write_atomically
from optout_desktop.base.languages import use_language
from optout_desktop.base.paths import Folders
from optout_desktop.base.preferred_languages import preferred_languages
from optout_desktop.progress.toml_files import (
    Document,
    Tell,
    edit_table,
    in_silence,
    peek_table,
    read_table,
    values_of,
    warn,
)

Pixels = Annotated[int, Meta(ge=-100_000, le=100_000)]
WindowPlace = Annotated[tuple[Pixels, ...], Meta(max_length=32)]


class Settings(Struct, frozen=True):
    """Choices, each with its usual value.

    ``text_size`` is in percent; ``language`` is BCP 47, empty for the system's; ``folds`` names
    what is folded. ``window`` is its place, in numbers that the window chooses; it belongs to this
    computer and so lies in a file of its own.
    """

    person: Annotated[str, Meta(pattern=r"^[a-z0-9-]{1,40}\Z")] = "me"
    colours: Literal["system", "light", "dark"] = "system"
    text_size: Annotated[int, Meta(ge=100, le=200)] = 100
    language: Annotated[str, Meta(pattern=r"^([a-z]{2,3}(-[A-Za-z0-9]{1,8})*)?\Z")] = ""
    last_service: Annotated[str, Meta(pattern=r"^[a-z0-9-]{0,40}\Z")] = ""
    folds: tuple[str, ...] = ()
    window: WindowPlace = ()


def read_settings(folders: Folders, tell: Tell = warn) -> Settings:
    """Return the settings; a value that cannot be used is reported and is the usual one instead."""
    file = _settings_file(folders)
    table = {name: value for name, value in read_table(file, tell).items() if name != "window"}
    return Settings(**values_of(Settings, table, file, tell), window=read_window(folders))


def use_language_of(folders: Folders) -> None:
    """Show texts in the language that the person wants, before anything is said in it.

    What is wrong in the settings is reported later, by ``read_settings``.
    """
    try:
        table = peek_table(_settings_file(folders))
        named = convert({"language": table["language"]}, Settings).language
    except (OptoutError, MsgspecError, KeyError, ValueError, RecursionError):
        named = ""
    use_language(preferred_languages(named))


def change_settings(folders: Folders, **values: object) -> Settings:
    """Write the values that are given, and return what the files hold then.

    Each is compared with the files as they are at that moment, so that two windows, each with
    another choice, lose nothing. Raises OptoutError where that cannot be written.
    """
    before = read_settings(folders, in_silence)
    after = structs.replace(before, **values)
    if structs.replace(after, window=before.window) != before:
        edit_table(_settings_file(folders), partial(_put, folders, values))
    write_window(folders, after.window)
    return read_settings(folders, in_silence)


def _put(folders: Folders, values: Mapping[str, object], document: Document) -> None:
    before = read_settings(folders, in_silence)
    for name, value in values.items():
        if name != "window" and value != getattr(before, name):
            document[name] = list(value) if isinstance(value, tuple) else value


def read_window(folders: Folders) -> tuple[int, ...]:
    """Return where the window was; empty if that is not known."""
    try:
        return decode(read_bytes(_window_file(folders)), type=WindowPlace)
    except (OptoutError, MsgspecError, ValueError, RecursionError):
        return ()


def write_window(folders: Folders, window: tuple[int, ...]) -> None:
    """Write where the window is, if it moved."""
    if window != read_window(folders):
        write_atomically(_window_file(folders), encode(window))


def _settings_file(folders: Folders) -> Path:
    return folders.settings / "settings.toml"


def _window_file(folders: Folders) -> Path:
    return folders.computer / "window.json"
