"""Folders of guides to start with: the real ones, and as many more made from them as are wanted."""

import re
import shutil
from pathlib import Path

from optout_desktop.guides.format.files import SHARED_FOLDER, guide_file, guide_files, slug_of
from optout_desktop.guides.format.read import BadGuide, read_guide
from optout_desktop.guides.library.index import shipped_index


def lay_out(source: Path, folder: Path, number: int = 0) -> int:
    """Copy the guides of ``source``, add made ones up to ``number``, and write their index.

    The index lies in the folder, as ``index.json``. Guides that are being written and cannot be
    read yet are left out. Returns how many guides there are.
    """
    folder.mkdir()
    shared = source / SHARED_FOLDER
    if shared.is_dir():
        shutil.copytree(shared, folder / SHARED_FOLDER)
    real = [file for file in guide_files(source) if _is_readable(file)]
    for file in real:
        shutil.copytree(file.parent, folder / slug_of(file))
    for made in range(len(real), number):
        original = real[made % len(real)]
        slug = f"made-{made}"
        text = _renamed(original.read_text(encoding="utf-8"), slug, made)
        shutil.copytree(original.parent, folder / slug)
        guide_file(folder, slug).write_text(text, encoding="utf-8")
    (folder / "index.json").write_bytes(shipped_index(folder))
    return max(len(real), number)


def _is_readable(file: Path) -> bool:
    try:
        read_guide(file)
    except BadGuide:
        return False
    return True


def _renamed(text: str, slug: str, number: int) -> str:
    """Give a guide another slug and name; in TOML both stand before the first table."""
    text = re.sub(r'(?m)^slug = ".*"$', f'slug = "{slug}"', text, count=1)
    return re.sub(r'(?m)^name = "(.*)"$', rf'name = "\1 {number}"', text, count=1)
