"""A checkout that holds many guides: the real ones, and as many more made from them."""

import re
import shutil
from pathlib import Path

from optout_desktop.guides.format.files import guide_file, guide_files


def checkout_of_many(root: Path, folder: Path, number: int) -> None:
    """Lay out in ``folder`` what a checkout in ``root`` would be with ``number`` guides in all.

    With ``folder`` in PYTHONPATH, the command that is installed from ``root`` starts from there.
    """
    folder.mkdir()
    for name in ("optout_desktop", "resources"):
        (folder / name).symlink_to(root / name)
    guides = folder / "guides"
    shutil.copytree(root / "guides", guides)
    real = guide_files(guides)
    for made in range(len(real), number):
        original = real[made % len(real)]
        slug = f"made-{made}"
        shutil.copytree(original.parent, guides / slug)
        text = original.read_text(encoding="utf-8")
        guide_file(guides, slug).write_text(_renamed(text, slug, made), encoding="utf-8")


def _renamed(text: str, slug: str, number: int) -> str:
    """Give a guide another slug and name; in TOML both stand before the first table."""
    text = re.sub(r'(?m)^slug = ".*"$', f'slug = "{slug}"', text, count=1)
    return re.sub(r'(?m)^name = "(.*)"$', rf'name = "\1 {number}"', text, count=1)
