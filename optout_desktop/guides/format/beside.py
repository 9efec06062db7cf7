"""What an author may put beside a guide's file, so that nobody has to scroll through all of it.

Facts and timeline may be in ``background.toml``, sources in ``sources.toml``. They have the same
keys there and are read as if they were in ``guide.toml``.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from optout_desktop.base.languages import _
from optout_desktop.base.text import shown
from optout_desktop.guides.format.expand import Table
from optout_desktop.guides.format.files import GUIDE_FILE
from optout_desktop.guides.format.problems import Problem

BESIDE: Mapping[str, tuple[str, ...]] = {
    "background.toml": ("fact", "timeline"),
    "sources.toml": ("source",),
}
"""The files beside a guide's own, and the keys that each may have."""

Files = Mapping[str, Table]
"""What the files of a guide say, by the names of the files; ``guide.toml`` is the first."""


def files_beside(file: Path) -> tuple[Path, ...]:
    """Return the files that belong to the guide in ``file`` and are there."""
    places = (file.with_name(name) for name in BESIDE)
    return tuple(place for place in places if place.exists())


def merged(files: Files) -> Table:
    """Return what all files of a guide say together, if nothing is misplaced."""
    return {key: value for table in files.values() for key, value in table.items()}


def misplaced(files: Files) -> Iterator[tuple[str, Problem]]:
    """Yield keys in a file where they do not belong, or in two files: the file, and why."""
    for name, table in files.items():
        for key in table if name in BESIDE else ():
            if key not in BESIDE[name]:
                yield (
                    name,
                    Problem(
                        (key,),
                        "unknown-key",
                        _("“{key}” does not belong in {file}.").format(key=shown(key), file=name),
                        _("Put it in {file}.").format(file=GUIDE_FILE),
                    ),
                )
            elif key in files[GUIDE_FILE]:
                yield (
                    name,
                    Problem(
                        (key,),
                        "two-places",
                        _("“{key}” is in {file} too.").format(key=key, file=GUIDE_FILE),
                        _("Keep all of it in one of the two files."),
                    ),
                )
