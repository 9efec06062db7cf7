"""The program as a wheel installs it, with its own guides and as many more made from them."""

import re
import shutil
from pathlib import Path

from optout_desktop.guides.format.files import guide_file, guide_files
from optout_desktop.guides.library.index import shipped_index


def install(root: Path, folder: Path, number: int = 0) -> None:
    """Lay out the package of the checkout in ``root``, with ``number`` guides if it has fewer.

    With ``folder`` in PYTHONPATH, the command that is installed starts this one.
    """
    package = folder / "optout_desktop"
    shutil.copytree(
        root / "optout_desktop", package, ignore=shutil.ignore_patterns("__pycache__", "_data")
    )
    data = package / "_data"
    shutil.copytree(root / "resources", data / "resources")
    guides = data / "guides"
    shutil.copytree(root / "guides", guides)
    real = guide_files(guides)
    for made in range(len(real), number):
        original = real[made % len(real)]
        slug = f"made-{made}"
        shutil.copytree(original.parent, guides / slug)
        text = original.read_text(encoding="utf-8")
        guide_file(guides, slug).write_text(_renamed(text, slug, made), encoding="utf-8")
    (data / "index.json").write_bytes(shipped_index(guides))
    # msgspec loads this at each start where tools of developers have brought it.
    (folder / "typing_extensions.py").write_text("raise ImportError\n", encoding="ascii")


def _renamed(text: str, slug: str, number: int) -> str:
    """Give a guide another slug and name; in TOML both stand before the first table."""
    text = re.sub(r'(?m)^slug = ".*"$', f'slug = "{slug}"', text, count=1)
    return re.sub(r'(?m)^name = "(.*)"$', rf'name = "\1 {number}"', text, count=1)
