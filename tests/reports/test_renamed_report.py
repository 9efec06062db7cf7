"""Renamed and retired services in the report."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from optout_desktop.base.paths import Folders
from optout_desktop.checklist.make import make_checklist
from optout_desktop.checklist.words.outcome import outcome_words
from optout_desktop.checklist.words.service import change_words
from optout_desktop.checklist.words.task import is_left
from optout_desktop.guides.format.read import read_guide
from optout_desktop.guides.library.library import Library
from optout_desktop.progress.log import append
from optout_desktop.progress.log_key import LogKey
from optout_desktop.progress.people import DEFAULT_PERSON, Account
from optout_desktop.progress.state import ServiceState
from optout_desktop.reports.gather import gather
from optout_desktop.situation.rules import Situation
from tests.entries import entry
from tests.guide_folders import put_guide

TODAY = date(2026, 11, 23)
DATA = Path(__file__).parents[1] / "data" / "renamed"
RENAMED = Library((DATA,))
TICK = entry("tick", "toggle", "open", "2025-06-01T10:00:00+02:00")
SWITCH = entry("tick", "toggle", "switch")
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
    append(folders, LogKey("me", "grammarly", "main"), [TICK])
    append(folders, LogKey("me", "superhuman", "main"), [SWITCH])
    for services in ((), ("superhuman",), ("grammarly",)):
        (checklist,), remarks = gather(folders, RENAMED, DEFAULT_PERSON, services, today=TODAY)
        assert remarks == ()
        assert checklist.slug == "superhuman"
        assert checklist.step("toggle", "open").is_done
        assert checklist.step("toggle", "switch").is_done


def test_accounts_of_the_old_name_keep_their_names(folders: Folders) -> None:
    account = Account("grammarly", "0a1b2c3d", "Work", "work")
    append(folders, LogKey("me", "grammarly", account.id), [TICK])
    person = replace(DEFAULT_PERSON, accounts=(account,))
    (checklist,), _ = gather(folders, RENAMED, person, today=TODAY)
    assert checklist.account == "Work"


def test_events_of_a_guide_that_is_there_are_no_other_guides_events(
    folders: Folders, tmp_path: Path
) -> None:
    """A guide may claim whatever it likes; ticks at Sora stay ticks at Sora."""
    guides = Path(shutil.copytree(DATA, tmp_path / "guides"))
    put_guide(guides, "grammarly", b"\xff")
    file = guides / "superhuman" / "guide.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text + MORE.format(slug="sora"), encoding="utf-8")
    append(folders, LogKey("me", "sora", "main"), [TICK])
    (checklist,), remarks = gather(folders, Library((guides,)), DEFAULT_PERSON, today=TODAY)
    assert checklist.slug == "sora"
    both = ("superhuman", "sora")
    checklists, _ = gather(folders, Library((guides,)), DEFAULT_PERSON, both, today=TODAY)
    assert [one.step("toggle", "open").is_done for one in checklists] == [True, False]
    assert remarks == ()


def test_the_report_says_what_became_of_a_service(state_after: States) -> None:
    guide = read_guide(DATA / "superhuman" / "guide.toml")
    checklist = make_checklist(guide, state_after(), Situation(), today=TODAY)
    (former,) = checklist.former
    assert change_words(former).startswith("Called Grammarly until 29 October 2025. The company")
    assert [checklist.sources[one - 1].title for one in former.sources] == ["One name for all"]


def test_nothing_is_left_at_a_retired_service_and_nothing_is_lost(state_after: States) -> None:
    guide = read_guide(DATA / "sora" / "guide.toml")
    for entries, outcome, words in (
        ((), "retired", "Not done: the service was discontinued"),
        ((TICK,), "begun", "Begun"),
        ((TICK, SWITCH), "switched-off", "Switched off, according to the person"),
    ):
        checklist = make_checklist(guide, state_after(*entries), Situation(), today=TODAY)
        (task,) = checklist.tasks
        assert (checklist.status, checklist.minutes_left) == ("retired", 0)
        assert not is_left(task)
        assert task.outcome == outcome
        assert outcome_words(task.outcome, task.asks, "the person") == words
        assert sum(step.is_done for step in task.steps) == len(entries)
