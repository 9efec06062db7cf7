"""The whole job with the keyboard alone, through the real window and the real guide of LinkedIn."""

import re
from datetime import datetime
from html import unescape
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from optout_desktop.base.paths import Folders, person_folders
from optout_desktop.guides.library.library import Library
from optout_desktop.progress.log import read
from optout_desktop.progress.log_key import LogKey
from tests.stories.person import (
    CASE_NUMBER,
    OBJECTION_UNTIL_SENT,
    REPORTS,
    TOGGLE,
    whole_way,
)

STEP = re.compile(
    r'<h4 dir="auto">([^<]+)</h4>\s*<p><span[^>]*>([^<]+)</span>(?:, <time datetime="([^"]+)")?'
)
LEFT = re.compile(r'<h2 id="left">.*?</section>', re.DOTALL)
TICKED = (
    *(("ai-toggle", step) for step in TOGGLE),
    *(("objection", step) for step in (*OBJECTION_UNTIL_SENT, "confirmation")),
)


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return person_folders(tmp_path / "data")


def steps_of(report: str) -> dict[str, tuple[str, str]]:
    """Read what a report says of each step: by title, its standing and its time."""
    found = [tuple(map(unescape, match)) for match in STEP.findall(report)]
    return {title: (words, at) for title, words, at in found}


def times(folders: Folders) -> dict[tuple[str, str], str]:
    """Read from the log when each step was stated last."""
    events = read(folders, LogKey("me", "linkedin", "main")).events
    return {(event.task, event.step): event.at for event in events if event.what != "undo"}


@pytest.mark.usefixtures("qapp")
def test_both_tasks_to_the_end_and_the_report(
    folders: Folders, guides: Path, tmp_path: Path
) -> None:
    library = Library((guides,))
    whole_way(folders, tmp_path, library)
    assert [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()] == []

    guide = library.open("linkedin")
    titles = {(task.id, step.id): step.title for task in guide.tasks for step in task.steps}
    waiting, answered = ((tmp_path / name).read_text(encoding="utf-8") for name in REPORTS)
    at = times(folders)
    assert set(at) == {*TICKED, ("objection", "answer")}
    assert len(set(at.values())) == len(at)

    stated = {title: said for title, said in steps_of(waiting).items() if said[1]}
    assert stated == {titles[key]: ("Done", at[key]) for key in TICKED}
    assert all(datetime.fromisoformat(said[1]).tzinfo for said in stated.values())
    assert f"Objection sent on 20 November 2026, case number {CASE_NUMBER}." in waiting
    assert "waiting for an answer" in left_words(waiting)

    answer = titles["objection", "answer"]
    assert steps_of(answered)[answer] == ("Done", at["objection", "answer"])
    assert steps_of(answered).items() - steps_of(waiting).items() == {
        (answer, steps_of(answered)[answer])
    }
    assert "They accepted a part of it (14 December 2026)." in answered
    assert left_words(answered).endswith("Objection accepted in part, according to the person")


def left_words(report: str) -> str:
    """Read the part that says what is left."""
    (section,) = LEFT.findall(report)
    return " ".join(re.sub("<[^>]+>", " ", section).split()).removeprefix("What is left ")
