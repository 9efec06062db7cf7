"""Where the files of guides are: each guide in a folder of its own, as ``<slug>/guide.toml``.

Whatever else lies in a guide's folder does not make it a guide. What several guides have in common
lies beside them, as ``shared/<name>.toml``.
"""

from pathlib import Path

GUIDE_FILE = "guide.toml"
SHARED_FOLDER = "shared"


def guide_file(folder: Path, slug: str) -> Path:
    """Return where the guide ``slug`` of a folder of guides lies, whether or not it is there."""
    return folder / slug / GUIDE_FILE


def shared_file(folder: Path, name: str) -> Path:
    """Return where the shared file ``name`` of a folder of guides lies."""
    return folder / SHARED_FOLDER / f"{name}.toml"


def guide_files(folder: Path) -> tuple[Path, ...]:
    """Return the files of all guides of a folder, by slug; none where there is no such folder."""
    files = folder.glob(f"*/{GUIDE_FILE}")
    return tuple(sorted(file for file in files if may_hold_guide(file.parent.name)))


def shared_files(folder: Path) -> tuple[Path, ...]:
    """Return the shared files of a folder of guides, by name."""
    return _visible(folder / SHARED_FOLDER)


def loose_files(folder: Path) -> tuple[Path, ...]:
    """Return the TOML files that lie in a folder of guides itself, where none belongs."""
    return _visible(folder)


def may_hold_guide(name: str) -> bool:
    """Return whether a folder of this name, in a folder of guides, may be that of a guide."""
    return name != SHARED_FOLDER and not name.startswith(".")


def is_guide(file: Path) -> bool:
    """Return whether a file has the name of a guide and lies where one may lie."""
    return file.name == GUIDE_FILE and may_hold_guide(slug_of(file))


def is_shared(file: Path) -> bool:
    """Return whether a file lies among those that guides share."""
    return slug_of(file) == SHARED_FOLDER


def slug_of(file: Path) -> str:
    """Return the slug that a guide's file should have: the name of its folder."""
    return file.absolute().parent.name


def folder_of_guides(file: Path) -> Path:
    """Return the folder of guides to which the file of a guide, or a shared one, belongs."""
    return file.absolute().parent.parent


def _visible(folder: Path) -> tuple[Path, ...]:
    return tuple(sorted(file for file in folder.glob("*.toml") if not file.name.startswith(".")))
