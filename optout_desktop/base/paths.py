"""Where things lie: the program's own data, and the folders that belong to the person."""

import os
import sys
import zlib
from pathlib import Path

from msgspec import Struct
from platformdirs import PlatformDirs

if sys.platform == "win32":
    import winreg

DATA_FOLDER_VARIABLE = "OPTOUT_DATA_DIR"

_PACKAGE = Path(__file__).parent.parent
_IN_WHEEL = _PACKAGE / "_data"


class Folders(Struct, frozen=True):
    """The places that the program writes to, and no other."""

    data: Path
    """What the person did; may lie in a synchronised folder."""
    settings: Path
    """Choices such as colours and text size."""
    computer: Path
    """What belongs to this computer alone: its id, the window's place."""
    cache: Path | None = None
    """What can be made again at any time; None keeps nothing of the kind."""


def person_folders(data_dir: Path | None = None) -> Folders:
    """Return the person's folders: ``data_dir``, else ``OPTOUT_DATA_DIR``, else the system's."""
    chosen = data_dir or _folder_from_environment()
    if chosen is not None:
        chosen = chosen.expanduser().absolute()
        name = f"{zlib.crc32(_computer_name().encode()):08x}"
        computer = chosen / "computers" / name
        return Folders(chosen, chosen, computer, computer / "cache")
    dirs = PlatformDirs("optout-desktop", appauthor=False)
    return Folders(
        dirs.user_data_path, dirs.user_config_path, dirs.user_state_path, dirs.user_cache_path
    )


def _computer_name() -> str:
    """Return the name of this computer; platform.node would import socket on Windows."""
    if sys.platform == "win32":
        key = r"SYSTEM\CurrentControlSet\Control\ComputerName\ComputerName"
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, key) as opened:
            name, _kind = winreg.QueryValueEx(opened, "ComputerName")
    else:
        name = os.uname().nodename
    return str(name)


def _folder_from_environment() -> Path | None:
    named = os.environ.get(DATA_FOLDER_VARIABLE, "")
    return Path(named) if named else None


def resources_folder() -> Path:
    """Return the folder of the shipped resources: inside the wheel, else in the checkout."""
    return _shipped("resources")


def guides_folder() -> Path:
    """Return the folder of the shipped guides: inside the wheel, else in the checkout."""
    return _shipped("guides")


def index_file() -> Path:
    """Find the index of the shipped guides; in a checkout there is none."""
    return _IN_WHEEL / "index.json"


def _shipped(name: str) -> Path:
    # An editable install has no _data folder: hatchling leaves force-include out of it.
    in_wheel = _IN_WHEEL / name
    return in_wheel if in_wheel.is_dir() else _PACKAGE.parent / name
