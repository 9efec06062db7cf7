"""Reading what a person did."""

from pathlib import Path

from optout_desktop.base.paths import Folders
from optout_desktop.progress.log import read
from optout_desktop.progress.log_key import LogKey, log_keys
from optout_desktop.progress.people import read_people
from optout_desktop.progress.settings import read_settings


def test_reading_writes_nothing(tmp_path: Path) -> None:
    folders = Folders(tmp_path / "data", tmp_path / "settings", tmp_path / "computer")
    read_settings(folders)
    (person,) = read_people(folders)
    assert log_keys(folders, person.id) == ()
    assert read(folders, LogKey(person.id, "linkedin", "main")).events == ()
    assert list(tmp_path.iterdir()) == []
