"""Writing a guide anew in the form that all guides have: nothing of it changes but its writing."""

from collections.abc import Mapping

import msgspec

from optout_desktop.authoring.remarks import remarks_of, with_remarks
from optout_desktop.authoring.shorten import shorten
from optout_desktop.authoring.toml_text import toml_lines
from optout_desktop.base.errors import OptoutError
from optout_desktop.base.languages import _
from optout_desktop.guides.format.expand import Dates, Table, as_full, as_written, expand
from optout_desktop.guides.format.problems import KeyPath
from optout_desktop.guides.format.read import parse_table
from optout_desktop.guides.format.shape import Guide, SharedFile

Kind = type[Guide | SharedFile]


def reformatted(files: Mapping[str, bytes], kind: Kind, shared: Dates) -> dict[str, bytes]:
    """Return the files of a guide, or a shared file, by name and written anew.

    ``shared`` dates the sources that the guide takes. Raises BadGuide for what is not TOML, and
    OptoutError for what cannot be read as a guide.
    """
    written = {name: parse_table(data) for name, data in files.items()}
    old = _joined(written)
    short = shorten(expand(old, shared), shared)

    def moved(path: KeyPath) -> KeyPath:
        return as_written(as_full(path, old), short)

    anew = {
        name: with_remarks(
            [*toml_lines({key: short[key] for key in written[name]})], remarks_of(data, moved)
        ).encode()
        for name, data in files.items()
    }
    new = _joined({name: parse_table(data) for name, data in anew.items()})
    if _read(new, kind, shared) != _read(old, kind, shared):
        raise OptoutError(
            _("Written anew, the guide would say something else, so it stays as it is."),
            _("This is a mistake of the program. Please report it with the guide."),
        )
    return {name: _with_line_ends(data, files[name]) for name, data in anew.items()}


def _joined(tables: Mapping[str, Table]) -> Table:
    return {key: value for table in tables.values() for key, value in table.items()}


def _read(raw: Table, kind: Kind, shared: Dates) -> Guide | SharedFile:
    try:
        return msgspec.convert({**expand(raw, shared), "format": 1}, kind)
    except msgspec.ValidationError as error:
        raise OptoutError(
            _("A guide with mistakes cannot be written anew."),
            _("Mend first what this command finds: guides check"),
        ) from error


def _with_line_ends(data: bytes, before: bytes) -> bytes:
    return data.replace(b"\n", b"\r\n") if b"\r\n" in before else data
