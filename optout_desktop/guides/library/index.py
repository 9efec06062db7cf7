"""Making the prebuilt index: the outlines of all shipped guides in one file."""

import zlib
from pathlib import Path

import msgspec

from optout_desktop.guides.format.files import guide_files
from optout_desktop.guides.library.library import INDEX_FORMAT
from optout_desktop.guides.library.outline import read_outline


def build_index(folder: Path) -> bytes:
    """Read all guides of a folder into an index: JSON with one line for each.

    The same guides always give the same bytes. Raises BadGuide, so that none is shipped.
    """
    outlines = (read_outline(file) for file in guide_files(folder))
    lines = b"[\n%b\n]" % b",\n".join(msgspec.json.encode(outline) for outline in outlines)
    return b'{"format":%d,"crc":%d,"outlines":%b}\n' % (INDEX_FORMAT, zlib.crc32(lines), lines)


def write_index(folder: Path, file: Path) -> None:
    """Write the index of a folder of guides to ``file``."""
    file.write_bytes(build_index(folder))
