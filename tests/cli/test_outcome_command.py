"""``outcome``."""

from collections.abc import Callable
from typing import Any

import pytest

from optout_desktop.progress.events import OUTCOMES

Terminal = Callable[..., Any]


@pytest.mark.parametrize("word", OUTCOMES)
def test_an_outcome_of_a_whole_task_is_kept_and_taken_back(terminal: Terminal, word: str) -> None:
    task = terminal("outcome", "example", "toggle", word, "--json").data["task"]
    assert (task["stated"], task["outcome"]) == (word, word)
    assert "Not done yet." in terminal("outcome", "example", "toggle", "none").out


def test_it_is_told_to_the_person(terminal: Terminal) -> None:
    told = [terminal("outcome", "example", "toggle", word).out for word in OUTCOMES]
    assert told == [
        "Switch off training: Already set correctly. 0 of 2 done.\n",
        "Switch off training: Not offered to you. 0 of 2 done.\n",
        "Switch off training: Skipped. 0 of 2 done.\n",
        "Switch off training: Switched on again. 0 of 2 done.\n",
    ]
