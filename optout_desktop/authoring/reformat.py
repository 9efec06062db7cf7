"""Rewriting a guide in the form that all guides have, with its remarks."""

from collections.abc import Callable, Mapping
from copy import deepcopy
from pathlib import Path

import msgspec

from optout_desktop.authoring.remarks import remarks_of, with_remarks
from optout_desktop.authoring.shorten import shorten
from optout_desktop.authoring.toml_text import toml_lines
from optout_desktop.base.errors import OptoutError
from optout_desktop.base.languages import _
from optout_desktop.guides.format.beside import files_beside, merged
from optout_desktop.guides.format.expand import Dates, Table, as_full, as_written, expand
from optout_desktop.guides.format.files import folder_of_guides, is_shared
from optout_desktop.guides.format.problems import KeyPath
from optout_desktop.guides.format.read import (
    parse_table,
    read_bytes,
    read_shared_files,
    shared_dates,
    shared_names,
)
from optout_desktop.guides.format.shape import Guide, SharedFile

Kind = type[Guide | SharedFile]

Change = Callable[[Table], None]
"""What is changed in a guide, which is handed over in the full form."""


def written_anew(file: Path, change: Change | None = None) -> dict[Path, bytes]:
    """Return the file of a guide and those beside it, or a shared file, each rewritten.

    Only its form changes, and what ``change`` does. Raises OptoutError for what
    cannot be read as a guide.
    """
    folder = folder_of_guides(file)
    places = (file,) if is_shared(file) else (file, *files_beside(file))
    data = {place.name: read_bytes(place, folder) for place in places}
    kind: Kind = SharedFile if is_shared(file) else Guide
    names = [name for text in data.values() for name in shared_names(parse_table(text))]
    dates = shared_dates(read_shared_files(names, folder))
    texts = reformatted(data, kind, dates, change)
    return {file.with_name(name): text for name, text in texts.items()}


def reformatted(
    data: Mapping[str, bytes], kind: Kind, shared: Dates, change: Change | None = None
) -> dict[str, bytes]:
    """Return the files of a guide, by name, rewritten; ``shared`` dates the sources it takes.

    Raises OptoutError for what cannot be read as a guide.
    """
    files = {name: parse_table(text) for name, text in data.items()}
    written = merged(files)
    full = deepcopy(expand(written, shared))
    guide = _shaped(full, kind)
    if change is not None:
        change(full)
        guide = _shaped(full, kind)
    short = shorten(full, shared)

    def moved(path: KeyPath) -> KeyPath:
        return as_written(as_full(path, written), short)

    rewritten = {}
    for name, text in data.items():
        remarks = [*remarks_of(text, moved)]
        around = {one.path[:end] for one in remarks for end in range(len(one.path))}
        lines = [*toml_lines({key: short[key] for key in files[name]}, remarked=around)]
        rewritten[name] = with_remarks(lines, remarks).encode()
    again = merged({name: parse_table(text) for name, text in rewritten.items()})
    if _shaped(expand(again, shared), kind) != guide:
        raise OptoutError(
            _("Reformatted, the guide would say something else, so it was left as it is."),
            _("This is a mistake in the program. Please report it with the guide."),
        )
    return {name: _with_line_ends(text, data[name]) for name, text in rewritten.items()}


def _shaped(full: Table, kind: Kind) -> Guide | SharedFile:
    try:
        return msgspec.convert({**full, "format": 1}, kind)
    except msgspec.ValidationError as error:
        raise OptoutError(
            _("A guide with mistakes cannot be reformatted."),
            _("First correct what this command finds: optout-desktop guides check"),
        ) from error


def _with_line_ends(text: bytes, before: bytes) -> bytes:
    return text.replace(b"\n", b"\r\n") if b"\r\n" in before else text
