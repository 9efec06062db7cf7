"""Where things lie."""

from pathlib import Path

import pytest

from optout_desktop.base.paths import person_folders


def test_the_system_says_which_computer_this_is_and_no_variable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COMPUTERNAME", raising=False)
    here = person_folders(tmp_path).computer
    assert here.parent == tmp_path / "computers"
    monkeypatch.setenv("COMPUTERNAME", "another")
    assert person_folders(tmp_path).computer == here
