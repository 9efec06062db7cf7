"""The whole job in a terminal, through the real command and the real guide of LinkedIn."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

Job = subprocess.CompletedProcess[str]
Terminal = Callable[..., Job]

MAIN_TASKS = ("ai-toggle", "objection")


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    return {**os.environ, "OPTOUT_DATA_DIR": str(tmp_path / "data"), "PYTHONUTF8": "1"}


@pytest.fixture
def terminal(environment: dict[str, str]) -> Terminal:
    def run(*arguments: str, code: int = 0) -> Job:
        done = subprocess.run(
            [sys.executable, "-m", "optout_desktop", *arguments],
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == code, done.stderr
        return done

    return run


def tasks_of(terminal: Terminal) -> dict[str, Any]:
    shown = json.loads(terminal("show", "linkedin", "--region", "DE", "--json").stdout)
    return {task["id"]: task for task in shown["tasks"]}


def records_of_linkedin() -> dict[str, str | None]:
    """Tell which step of the objection asks for more than a tick."""
    from optout_desktop.guides.library.library import shipped_library

    guide = shipped_library().open("linkedin")
    return {step.id: step.records for task in guide.tasks for step in task.steps}


def test_a_person_does_both_tasks_and_keeps_a_report(terminal: Terminal, tmp_path: Path) -> None:
    assert "LinkedIn (linkedin): To do. " in terminal("list", "linked in").stdout
    assert "Turn the switch to Off" in terminal("show", "linkedin").stdout

    before = tasks_of(terminal)
    records = records_of_linkedin()
    answers = {
        "sent": ("--sent", "2026-01-15", "--reference", "4711"),
        "answer": ("--answer", "accepted", "--date", "2026-02-10"),
        None: (),
    }
    for task in MAIN_TASKS:
        for step in before[task]["steps"]:
            if step["standing"] == "open":
                more = answers[records[step["id"]]]
                terminal("tick", "linkedin", task, step["id"], *more)
    after = tasks_of(terminal)
    assert after["ai-toggle"]["outcome"] == "switched-off"
    assert after["objection"]["outcome"] == "accepted"
    sent = after["objection"]["objections"][0]
    assert (sent["sent"], sent["reference"]) == ("2026-01-15", "4711")

    last = after["ai-toggle"]["steps"][0]["id"]
    terminal("tick", "linkedin", "ai-toggle", last, "--undo")
    assert tasks_of(terminal)["ai-toggle"]["outcome"] == "begun"
    terminal("tick", "linkedin", "ai-toggle", last, "--could-not-find", "greyed-out")
    assert tasks_of(terminal)["ai-toggle"]["outcome"] == "could-not-find"

    file = tmp_path / "report.html"
    terminal("report", "--format", "html", "--region", "DE", "-o", str(file))
    html = file.read_text(encoding="utf-8")
    stated = [
        step for task in MAIN_TASKS for step in tasks_of(terminal)[task]["steps"] if step["at"]
    ]
    assert len(stated) > 10
    for step in stated:
        assert datetime.fromisoformat(step["at"]).tzinfo is not None
        assert f'datetime="{step["at"]}"' in html
    assert "Could not find: It is there, but it cannot be changed" in html
    assert "Objection sent on 15 January 2026, case number 4711." in html
    assert "<svg" in html


def test_jobs_at_the_same_moment_lose_nothing(
    terminal: Terminal, environment: dict[str, str]
) -> None:
    steps = [step["id"] for step in tasks_of(terminal)["objection"]["steps"]][:5]
    jobs = [
        subprocess.Popen(
            [sys.executable, "-m", "optout_desktop", "tick", "linkedin", "objection", step],
            env=environment,
            stdout=subprocess.DEVNULL,
        )
        for step in steps
    ]
    assert [job.wait() for job in jobs] == [0] * len(jobs)
    done = tasks_of(terminal)["objection"]["steps"]
    assert [step["id"] for step in done if step["standing"] == "done"] == steps


def test_the_picture_of_the_switch_is_printed(terminal: Terminal) -> None:
    drawn = terminal("picture", "linkedin", "ai-toggle", "switch", "--state", "after").stdout
    assert drawn.startswith("<svg")
    assert drawn != terminal("picture", "linkedin", "ai-toggle", "switch").stdout
