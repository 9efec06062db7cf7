"""Renamed and retired services in the report."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from optout_desktop.base.paths import Folders
from optout_desktop.guides.format.read import read_guide
from optout_desktop.progress.events import Event
from optout_desktop.progress.log import Place, append
from optout_desktop.progress.people import DEFAULT_PERSON, Account
from optout_desktop.progress.state import ServiceState, fold
from optout_desktop.reports.gather import gather
from optout_desktop.reports.service import service_report
from optout_desktop.situation.rules import Situation
from tests.guide_folders import put_guide

DATA = Path(__file__).parents[1] / "data" / "renamed"
TICK = Event(0, "", "2025-06-01T10:00:00+02:00", "tick", "toggle", "open", 1)
MORE = """
[[former]]
slug = "{slug}"
name = "Old"
because = "It has another name."
sources = ["notice"]
"""
States = Callable[..., ServiceState]


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders(tmp_path / "data", tmp_path / "settings", tmp_path / "computer")


def test_both_names_are_gathered_as_one_service(folders: Folders) -> None:
    append(folders, Place("me", "grammarly", "main"), [TICK])
    append(folders, Place("me", "superhuman", "main"), [replace(TICK, step="switch")])
    for services in ((), ("superhuman",), ("grammarly",)):
        (checklist,), remarks = gather(folders, DATA, DEFAULT_PERSON, services)
        assert remarks == ()
        assert checklist.guide.slug == "superhuman"
        assert checklist.state.step("toggle", "open").done
        assert checklist.state.step("toggle", "switch").done


def test_accounts_of_the_old_name_keep_their_names(folders: Folders) -> None:
    account = Account("grammarly", "0a1b2c3d", "Work", "work")
    append(folders, Place("me", "grammarly", account.id), [TICK])
    person = replace(DEFAULT_PERSON, accounts=(account,))
    (checklist,), _ = gather(folders, DATA, person)
    assert (checklist.account, checklist.situation) == ("Work", Situation(plan="work"))


def test_events_of_a_guide_that_is_there_are_no_other_guides_events(
    folders: Folders, tmp_path: Path
) -> None:
    """A guide may claim whatever it likes; ticks at Sora stay ticks at Sora."""
    guides = Path(shutil.copytree(DATA, tmp_path / "guides"))
    put_guide(guides, "grammarly", b"\xff")
    file = guides / "superhuman" / "guide.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text + MORE.format(slug="sora"), encoding="utf-8")
    append(folders, Place("me", "sora", "main"), [TICK])
    (checklist,), remarks = gather(folders, guides, DEFAULT_PERSON)
    assert checklist.guide.slug == "sora"
    checklists, _ = gather(folders, guides, DEFAULT_PERSON, ("superhuman", "sora"))
    assert [one.state.steps == {} for one in checklists] == [False, True]
    assert remarks == ()


def test_the_report_says_what_became_of_a_service() -> None:
    report = service_report(read_guide(DATA / "superhuman" / "guide.toml"), fold(()), Situation())
    (change,) = report.changes
    assert change.text.startswith("Called Grammarly until 2025-10-29. The company took")
    assert [report.sources[number - 1].title for number in change.sources] == ["One name for all"]


def test_nothing_is_left_at_a_retired_service_and_nothing_is_lost(state_after: States) -> None:
    guide = read_guide(DATA / "sora" / "guide.toml")
    untouched = service_report(guide, state_after(), Situation())
    assert (untouched.status, untouched.left, untouched.minutes_left) == ("retired", (), 0)
    assert [task.words for task in untouched.tasks] == ["Not done: the service was discontinued"]
    begun = service_report(guide, state_after(TICK), Situation())
    assert begun.left == ()
    assert begun.tasks[0].words == "Begun"
    assert [step.standing for step in begun.tasks[0].steps] == ["done", "open"]
    done = service_report(guide, state_after(TICK, replace(TICK, step="switch")), Situation())
    assert done.tasks[0].words == "Switched off, according to the person"
