"""``list`` and ``show``."""

import json
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from optout_desktop.base.paths import person_folders
from optout_desktop.progress.people import change_person, with_account
from tests.guide_folders import put_guide

Terminal = Callable[..., Any]

ACTING = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def test_list_says_in_words_where_a_person_stands(terminal: Terminal) -> None:
    answer = terminal("list")
    assert answer.code == 0
    assert answer.out.startswith("Example (example): To do. ")


def test_list_finds_by_name(terminal: Terminal) -> None:
    assert [row["slug"] for row in terminal("list", "exampel", "--json").data["services"]] == [
        "example"
    ]
    assert terminal("list", "nowhere", "--json").data == {"services": [], "version": 1}
    assert "No service was found" in terminal("list", "nowhere").out


def test_list_names_the_next_step(terminal: Terminal) -> None:
    (row,) = terminal("list", "--json").data["services"]
    assert (row["next_task"], row["next_step"]) == ("toggle", "open")
    terminal("tick", "example", "toggle", "open")
    (row,) = terminal("list", "--json").data["services"]
    assert (row["next_task"], row["next_step"], row["done"]) == ("toggle", "switch", 1)


def test_list_has_a_line_for_each_account(terminal: Terminal, data: Path) -> None:
    change_person(person_folders(data), "me", partial(with_account, service="example", name="Work"))
    assert len(terminal("list").out.splitlines()) == 2
    terminal("tick", "example", "toggle", "open", "--account", "Work")
    rows = terminal("list", "--json").data["services"]
    assert [(row["account_name"], row["done"]) for row in rows] == [("", 0), ("Work", 1)]
    (row,) = terminal("list", "--json", "--account", "Work").data["services"]
    assert row["done"] == 1


def test_list_shows_a_broken_guide_and_goes_on(terminal: Terminal, guides: Path) -> None:
    put_guide(guides, "broken", b"\xff\x1b[2J")
    answer = terminal("list")
    assert answer.code == 0
    assert "broken (broken): Cannot be read. " in answer.out
    assert "Example (example): To do. " in answer.out


def test_show_says_everything_that_is_needed_to_act(terminal: Terminal) -> None:
    out = terminal("show", "example", "--region", "DE").out
    for words in (
        "Task 1: Switch off training (toggle)",
        "1. Open the setting (open)",
        "Not done yet.",
        "Click path, in a browser: Settings",
        "Link: https://www.example.com/settings",
        "Not well confirmed: this may look different, or be missing.",
        "Undated: no dated source shows this.",
        "E-mail (required): The address of your account.",
        "Text to copy:\n       I object.",
        "Does not apply to you.",
        "Where you live nothing is shared. Sources: 1.",
        "1. “Privacy notice”, Example (official), 21 August 2026.",
    ):
        assert words in out


def test_show_json_has_ids_and_states(terminal: Terminal) -> None:
    service = terminal("show", "example", "--json").data
    assert [task["id"] for task in service["tasks"]] == ["toggle", "objection", "sharing"]
    assert {step["standing"] for task in service["tasks"] for step in task["steps"]} == {"open"}


@pytest.mark.parametrize(
    ("named", "code"), [("DE", "DE"), ("germany", "DE"), ("us-ca", "US-CA"), ("Brazil", "BR")]
)
def test_a_region_is_named_by_code_or_name(terminal: Terminal, named: str, code: str) -> None:
    by_name, by_code = (
        terminal("show", "example", "--json", "--region", one).data for one in (named, code)
    )
    assert by_name == by_code
    assert by_name["region"] == code


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (("show", "exmaple"), "Did you mean “example”?"),
        (("tick", "example", "togle", "open"), "Did you mean “toggle”?"),
        (("tick", "example", "toggle", "swich"), "Did you mean “switch”?"),
        (("tick", "example", "toggle", "xyz"), "There are: open and switch."),
        (("show", "example", "--region", "Germani"), "Did you mean “Germany”"),
        (("show", "example", "--region", "DEU"), "its code, such as DE or US-CA"),
        (("show", "example", "--account", "work"), "There are: main."),
        (("show", "example", "--person", "nobody"), "There are: me."),
        (("show", "../../etc/passwd"), "There are: example."),
    ],
)
def test_a_slip_gets_an_answer(terminal: Terminal, arguments: tuple[str, ...], hint: str) -> None:
    answer = terminal(*arguments)
    assert answer.code == 1
    assert answer.out == ""
    assert hint in answer.err


def test_a_hostile_note_cannot_act_on_the_terminal(terminal: Terminal) -> None:
    terminal("tick", "example", "toggle", "open", "--note", "\x1b[2J\x07\u202eno\rTask 9: Done")
    out = terminal("show", "example").out
    assert "[U+001B][2J[U+0007][U+202E]no[U+000D]Task 9: Done" in out
    assert not ACTING.search(out)
    assert terminal("show", "example", "--json").out.isascii()


def test_a_hostile_guide_cannot_act_on_the_terminal(terminal: Terminal, guides: Path) -> None:
    example = guides / "example" / "guide.toml"
    text = example.read_text()
    example.write_text(text.replace("It saves at once.", "\\u202eevil \\u2066 \\u009b31m"))
    put_guide(guides, "also", b'"\x1b[2J\xe2\x80\xae" = 1\n')
    answers = [
        terminal(*arguments)
        for arguments in (("list",), ("show", "example"), ("show", "also"), ("guides", "check"))
    ]
    assert [answer.code for answer in answers] == [0, 1, 1, 1]
    for answer in answers:
        assert answer.out + answer.err
        assert not ACTING.search(answer.out + answer.err)


def test_an_invented_line_in_a_note_stays_inside_the_note(terminal: Terminal) -> None:
    terminal("tick", "example", "toggle", "open", "--note", "a\nTask 9: Everything (all)\nDone.")
    lines = terminal("show", "example").out.splitlines()
    assert not [line for line in lines if line.startswith("Task 9")]
    assert "     Task 9: Everything (all)" in lines


def test_json_keeps_the_note_as_it_was_written(terminal: Terminal) -> None:
    note = 'quotes " and \u202e and \U0001f600'
    out = terminal("tick", "example", "toggle", "open", "--note", note, "--json").out
    assert json.loads(out)["step"]["note"] == note
