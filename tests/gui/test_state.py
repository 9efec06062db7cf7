"""The window's state without a window: who is here, and what they did."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from msgspec.structs import replace

from optout_desktop.base.paths import Folders
from optout_desktop.gui.state.state import State
from optout_desktop.guides.library.library import outlines
from optout_desktop.progress.people import change_person, with_account
from tests.gui.conftest import NOW

pytestmark = pytest.mark.usefixtures("qapp")

SLUG = "switchboard"


@pytest.fixture
def state(folders: Folders, guides: Path) -> Iterator[State]:
    """Start for somebody who named a region on the command line."""
    found = outlines(guides, guides / "index.json")
    made = State(folders, guides, found, lambda: NOW, region="US")
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
