"""The window's state without a window: who is here, and what they did."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from optout_desktop.base.paths import Folders
from optout_desktop.gui.state.state import State
from optout_desktop.guides.library.library import Library
from optout_desktop.progress.events import Draft
from optout_desktop.progress.people import change_person, with_account
from tests.gui.conftest import NOW

pytestmark = pytest.mark.usefixtures("qapp")

SLUG = "switchboard"


@pytest.fixture
def state(folders: Folders, guides: Path) -> Iterator[State]:
    """Start for somebody who named a region on the command line."""
    made = State(folders, Library((guides,)), lambda: NOW, region="US")
    yield made
    made.finish()


def test_the_country_that_is_chosen_counts_more_than_the_one_named_at_the_start(
    state: State,
) -> None:
    assert state.person.region == "US"
    state.choose_person("me", {"region": "DE"})
    assert state.person.region == "DE"


def test_the_account_of_one_person_is_not_shown_for_the_next(
    state: State, folders: Folders
) -> None:
    change_person(folders, "oma", partial(replace, name="Oma"))
    work = change_person(folders, "oma", partial(with_account, service=SLUG, name="Work"))
    account = state.add_account(SLUG, "Club")
    state.choose_account(SLUG, account)
    assert state.account(SLUG) == account
    state.choose_person("oma", {})
    assert state.account(SLUG) == "main"
    state.choose_account(SLUG, work.accounts[0].id)
    state.choose_person("me", {})
    assert state.account(SLUG) == "main"


def test_choosing_a_person_shows_them_once(state: State) -> None:
    shown: list[str] = []

    def note() -> None:
        shown.append(state.person.name)

    state.person_changed.connect(note)
    state.choose_person("me", {"name": "Kim", "region": "AT"})
    assert shown == ["Kim"]


def test_a_clock_that_is_handed_in_stamps_what_was_done(state: State) -> None:
    assert state.now() == NOW
    state.record(SLUG, Draft("tick", "toggle", "open"))
    assert state.progress(SLUG).step("toggle", "open").at == "2026-11-23T10:42:00+00:00"


def test_where_nothing_was_done_there_is_nothing_to_undo(state: State, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(state.service_changed):
        assert state.undo(SLUG) is None
        state.redo(SLUG)
    assert state.unsaved() == ()


def test_progress_that_cannot_be_read_is_told_once_and_the_window_opens(
    folders: Folders, guides: Path, qtbot: QtBot
) -> None:
    folders.data.mkdir()
    (folders.data / "progress").write_text("not a folder")
    state = State(folders, Library((guides,)), lambda: NOW)
    assert all("cannot be used" in problem.title for problem in state.problems)
    assert len(state.problems) == 2
    with qtbot.assertNotEmitted(state.trouble):
        state.look_around()
    assert state.overview(SLUG).done == 0
    state.finish()
