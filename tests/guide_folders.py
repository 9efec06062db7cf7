"""Guides put into a folder, as their authors would."""

import shutil
from pathlib import Path

from optout_desktop.guides.format.files import guide_file, slug_of


def put_guide(folder: Path, slug: str, content: str | bytes) -> Path:
    """Write the guide ``slug`` into a folder of guides, and return its file."""
    file = guide_file(folder, slug)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return file


def copy_guide(file: Path, folder: Path) -> Path:
    """Copy a guide, with all that lies beside it, into another folder of guides."""
    return Path(shutil.copytree(file.parent, folder / slug_of(file))) / file.name
