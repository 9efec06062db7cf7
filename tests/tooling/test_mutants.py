"""dev.py mutants: which rooms are measured, and what mutmut is told."""

from configparser import ConfigParser

import pytest

from tests.mutants import CONFIGURATION, ROOMS, ROOT, main


def test_only_the_rooms_that_decide_are_measured(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["plan", "attic"]) == 2
    assert "plan, situation, checklist, progress" in capsys.readouterr().out


@pytest.mark.parametrize("room", ROOMS)
def test_what_mutmut_is_told_is_there(room: str) -> None:
    told = ConfigParser()
    told.read_string(CONFIGURATION.format(room=room))
    told_of = told["mutmut"]
    assert list(ROOT.glob(told_of["only_mutate"]))
    tests, *left_out = told_of["pytest_add_cli_args_test_selection"].split()
    assert (ROOT / tests).is_dir()
    for option in left_out:
        file, _colons, name = option.removeprefix("--deselect=").partition("::")
        assert f"def {name}" in (ROOT / file).read_text(encoding="utf-8")
