"""``tick``."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from optout_desktop.base.paths import person_folders
from optout_desktop.progress.log import read
from optout_desktop.progress.log_key import LogKey

Terminal = Callable[..., Any]

OPEN = ("tick", "example", "toggle", "open")
SWITCH = ("tick", "example", "toggle", "switch")
SEND = ("tick", "example", "objection", "send")
ANSWER = ("tick", "example", "objection", "answer")


def standing(answer: Any) -> tuple[str, str]:
    step = answer.data["step"]
    return step["standing"], step["at"]


def test_a_tick_is_kept_with_its_time(terminal: Terminal) -> None:
    assert standing(terminal(*OPEN, "--json")) == ("done", "2026-11-23T10:42:00+00:00")
    assert "1. Open the setting (open)\n     Done, 23 November 2026, 10:42 (UTC+00:00)." in (
        terminal("show", "example").out
    )


def test_a_tick_answers_in_words(terminal: Terminal) -> None:
    assert terminal(*OPEN).out == (
        "Open the setting: Done.\nSwitch off training: Begun. 1 of 2 done.\n"
    )
    assert "Switched off. 2 of 2 done." in terminal(*SWITCH).out


def test_a_second_tick_writes_nothing(terminal: Terminal, data: Path) -> None:
    terminal(*OPEN)
    terminal(*OPEN)
    events = read(person_folders(data), LogKey("me", "example", "main")).events
    assert [event.what for event in events] == ["tick"]
    assert events[0].revision == 3


def test_undo_takes_back_what_was_said_last(terminal: Terminal) -> None:
    terminal(*OPEN)
    terminal(*OPEN, "--could-not-find", "greyed-out")
    assert standing(terminal(*OPEN, "--undo", "--json"))[0] == "done"
    assert standing(terminal(*OPEN, "--undo", "--json")) == ("open", "")
    answer = terminal(*OPEN, "--undo")
    assert answer.code == 1
    assert "Nothing has been said about this step yet." in answer.err


def test_undo_touches_no_other_step(terminal: Terminal) -> None:
    terminal(*OPEN)
    terminal(*SWITCH)
    terminal(*OPEN, "--undo")
    steps = terminal("show", "example", "--json").data["tasks"][0]["steps"]
    assert [step["standing"] for step in steps] == ["open", "done"]


def test_undo_leaves_the_note(terminal: Terminal) -> None:
    terminal(*OPEN, "--note", "mine")
    step = terminal(*OPEN, "--undo", "--json").data["step"]
    assert (step["standing"], step["note"]) == ("open", "mine")


def test_could_not_find_takes_a_reason_or_none(terminal: Terminal) -> None:
    step = terminal(*OPEN, "--could-not-find", "--json").data["step"]
    assert step["words"] == "Could not find: Something else"
    step = terminal(*OPEN, "--could-not-find", "sign-in", "--json").data["step"]
    assert step["standing"] == "could-not-find"
    assert "Sign in in your browser" in terminal(*OPEN, "--could-not-find", "sign-in").out


def test_an_objection_keeps_date_reference_and_answer(terminal: Terminal) -> None:
    out = terminal(*SEND, "--sent", "2026-11-20", "--reference", "4711").out
    assert "Objection sent on 20 November 2026, case number 4711." in out
    assert "Objection sent, waiting for an answer." in out
    out = terminal(*ANSWER, "--answer", "partly", "--date", "2026-11-22").out
    assert "They accepted a part of it (22 November 2026)." in out


def test_a_step_that_asks_for_no_date_refuses_one(terminal: Terminal) -> None:
    answer = terminal(*ANSWER, "--sent", "2026-11-20")
    assert answer.code == 1
    assert "In this task it belongs to: send." in answer.err


@pytest.mark.parametrize(
    "arguments",
    [
        (*SEND, "--reference", "4711"),
        (*ANSWER, "--answer", "refused"),
        (*ANSWER, "--date", "2026-11-20"),
        (*ANSWER, "--answer", "perhaps", "--date", "2026-11-20"),
        (*SEND, "--sent", "20 November"),
        (*SEND, "--sent", "2026-02-31"),
        (*OPEN, "--undo", "--note", "x"),
        (*OPEN, "--undo", "--could-not-find"),
        (*OPEN, "--could-not-find", "tired"),
        OPEN[:3],
        ("tick",),
        (),
        ("nonsense",),
        (*OPEN, "--jso"),
    ],
)
def test_wrong_usage_is_2_and_writes_nothing(
    terminal: Terminal, data: Path, arguments: tuple[str, ...]
) -> None:
    answer = terminal(*arguments)
    assert answer.code == 2
    assert "usage: optout-desktop" in answer.err
    assert not (data / "progress").exists()


def test_a_date_in_the_future_is_refused(terminal: Terminal) -> None:
    day_after_tomorrow = date.today() + timedelta(days=2)  # noqa: DTZ011 - two days are enough
    assert terminal(*SEND, "--sent", day_after_tomorrow.isoformat()).code == 2


def test_a_note_that_cannot_be_kept_is_refused(terminal: Terminal) -> None:
    answer = terminal(*OPEN, "--note", "x" * 70_000)
    assert answer.code == 1
    assert "This cannot be saved as it is." in answer.err
    assert standing(terminal(*OPEN, "--json"))[0] == "done"


@pytest.mark.parametrize("place", ["before", "after", "equals"])
def test_options_of_all_commands_go_before_and_after(
    terminal: Terminal, tmp_path: Path, place: str
) -> None:
    folder = tmp_path / "elsewhere"
    option = (f"--data-dir={folder}",) if place == "equals" else ("--data-dir", str(folder))
    arguments = (*OPEN, *option) if place == "after" else (*option, *OPEN)
    assert terminal(*arguments).code == 0
    assert read(person_folders(folder), LogKey("me", "example", "main")).events
    assert terminal("list", "--json").data["services"][0]["done"] == 0


def test_damage_is_told_beside_the_output(terminal: Terminal, data: Path) -> None:
    terminal(*OPEN)
    (log,) = (data / "progress").rglob("*.jsonl")
    with log.open("ab") as stream:
        stream.write(b"torn\n")
    answer = terminal("list", "--json")
    assert answer.code == 0
    assert answer.data["services"][0]["done"] == 1
    assert "Line 2 of" in answer.err
