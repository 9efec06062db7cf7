"""Reading at the start is cheap: nothing is loaded that only writing needs."""

import subprocess
import sys
from pathlib import Path


def test_reading_loads_no_heavy_module(tmp_path: Path) -> None:
    read_all = """
import sys
from pathlib import Path
from optout_desktop.base.paths import Folders
from optout_desktop.progress.log import read
from optout_desktop.progress.log_key import LogKey, log_keys
from optout_desktop.progress.people import read_people
from optout_desktop.progress.settings import read_settings
root = Path(sys.argv[1])
folders = Folders(root / "data", root / "settings", root / "computer")
read_settings(folders)
for person in read_people(folders):
    for place in log_keys(folders, person.id):
        read(folders, place)
late = {"tomlkit", "platformdirs", "zipfile", "logging", "tempfile", "PySide6"}
print(sorted(late & set(sys.modules)))
"""
    done = subprocess.run(
        [sys.executable, "-c", read_all, tmp_path], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
    assert list(tmp_path.iterdir()) == []
