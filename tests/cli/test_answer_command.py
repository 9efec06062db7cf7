"""``answer``: what a guide asks of an account, in the terminal."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from optout_desktop.base.paths import person_folders
from optout_desktop.progress.people import read_people
from tests.guide_folders import copy_guide

Terminal = Callable[..., Any]
BROAD = Path(__file__).parents[1] / "data" / "guides" / "good" / "broad" / "guide.toml"


@pytest.fixture
def broad(guides: Path) -> Path:
    return copy_guide(BROAD, guides)


@pytest.mark.usefixtures("broad")
def test_it_shows_what_is_asked_and_what_was_answered(terminal: Terminal) -> None:
    shown = terminal("answer", "broad")
    assert shown.code == 0
    assert shown.out.splitlines() == [
        "host: Who hosts your site?",
        "  none: not said (your answer)",
        "  own: I do",
        "  cloud: A company in the cloud",
    ]
    assert "own: I do (your answer)" in terminal("answer", "broad", "host", "own").out
    (asking,) = terminal("answer", "broad", "--json").data
    assert (asking["name"], asking["current"]) == ("answers/host", "own")
    terminal("answer", "broad", "host", "none")
    (asking,) = terminal("answer", "broad", "--json").data
    assert asking["current"] == ""


@pytest.mark.usefixtures("broad")
def test_an_answer_changes_what_applies(terminal: Terminal) -> None:
    terminal("answer", "broad", "host", "cloud")
    shown = terminal("show", "broad", "--region", "US").out
    assert "Only for people who host their site themselves." in shown


@pytest.mark.usefixtures("broad")
def test_where_somebody_lives_is_not_changed_by_an_answer(terminal: Terminal, data: Path) -> None:
    terminal("answer", "broad", "host", "own", "--region", "FR")
    (person,) = read_people(person_folders(data))
    assert person.region == ""
    assert person.accounts[0].answers == ("host/own",)


@pytest.mark.usefixtures("broad")
def test_mistakes_say_what_would_be_right(terminal: Terminal) -> None:
    assert "Did you mean “host”?" in terminal("answer", "broad", "hots", "own").err
    assert "There are: none, own and cloud." in terminal("answer", "broad", "host", "xyz").err
    assert terminal("answer", "broad", "host").code == 2
    assert "asks nothing but where you live" in terminal("answer", "example").out


@pytest.mark.usefixtures("broad")
def test_a_row_that_is_missing_for_a_reason_settles_the_task(terminal: Terminal) -> None:
    said = terminal("tick", "broad", "switch", "flip", "--could-not-find", "not-there")
    assert "Not offered to you" in said.out
    said = terminal("tick", "broad", "switch", "flip", "--undo")
    assert "Not done yet. 0 of 1 done" in said.out
