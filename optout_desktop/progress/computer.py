"""The name of this computer among those that share a person's data."""

import os
import re

from optout_desktop.base.files import locked, read_bytes, write_atomically
from optout_desktop.base.paths import Folders

_ID = re.compile(rb"[0-9a-f]{8}")


def computer_id(folders: Folders) -> str:
    """Return this computer's id, 8 random hexadecimal digits; made when first needed."""
    file = folders.computer / "id"
    known = read_bytes(file)
    if not _ID.fullmatch(known):
        with locked(file):
            # Another process may have made it while this one waited.
            known = read_bytes(file)
            if not _ID.fullmatch(known):
                known = os.urandom(4).hex().encode()
                write_atomically(file, known)
    return known.decode()
