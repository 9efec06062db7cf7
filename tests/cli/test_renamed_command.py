"""Old slugs in the terminal: they lead on, and what was done under them counts."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from optout_desktop.base.paths import person_folders
from optout_desktop.progress.log import append, read
from optout_desktop.progress.log_key import LogKey
from optout_desktop.progress.people import change_person, with_account
from tests.entries import entry
from tests.guide_folders import copy_guide

Terminal = Callable[..., Any]

DATA = Path(__file__).parents[1] / "data" / "renamed"
TICK = entry("tick", "toggle", "open", "2025-06-01T10:00:00+02:00")
OLD = LogKey("me", "grammarly", "main")


@pytest.fixture(autouse=True)
def _guides_of_renamed_services(guides: Path) -> None:
    for file in DATA.glob("*/guide.toml"):
        copy_guide(file, guides)


def row_of(terminal: Terminal, slug: str) -> dict[str, Any]:
    (row,) = (row for row in terminal("list", "--json").data["services"] if row["slug"] == slug)
    return dict(row)


def test_show_leads_on_and_says_why(terminal: Terminal) -> None:
    old, new = terminal("show", "grammarly"), terminal("show", "superhuman")
    assert old.code == 0
    assert old.out == new.out
    assert "Superhuman (superhuman)" in old.out
    assert (
        "Called Grammarly until 29 October 2025. "
        "The company took the name of a program that it had bought. Sources: 2"
    ) in old.out


def test_list_counts_what_was_done_under_the_old_name(terminal: Terminal, data: Path) -> None:
    append(person_folders(data), OLD, [TICK])
    row = row_of(terminal, "superhuman")
    assert (row["done"], row["total"], row["next_step"]) == (1, 2, "switch")
    found = terminal("list", "grammarly", "--json").data["services"]
    assert [row["slug"] for row in found] == ["superhuman"]


def test_ticks_under_the_old_slug_go_to_the_present_log(terminal: Terminal, data: Path) -> None:
    folders = person_folders(data)
    append(folders, OLD, [TICK])
    answer = terminal("tick", "grammarly", "toggle", "switch", "--json")
    assert answer.data["service"] == "superhuman"
    assert len(read(folders, OLD).events) == 1
    (event,) = read(folders, LogKey("me", "superhuman", "main")).events
    assert (event.step, event.count) == ("switch", 2)
    assert row_of(terminal, "superhuman")["status"] == "done"


def test_an_old_tick_can_be_taken_back(terminal: Terminal, data: Path) -> None:
    append(person_folders(data), OLD, [TICK])
    answer = terminal("tick", "superhuman", "toggle", "open", "--undo")
    assert answer.code == 0
    assert row_of(terminal, "superhuman")["done"] == 0


def test_an_account_of_the_old_name_is_found(terminal: Terminal, data: Path) -> None:
    folders = person_folders(data)
    person = change_person(folders, "me", partial(with_account, service="grammarly", name="Work"))
    append(folders, LogKey("me", "grammarly", person.accounts[0].id), [TICK])
    report = terminal("show", "grammarly", "--account", "Work", "--json").data
    assert (report["slug"], report["account"], report["done"]) == ("superhuman", "Work", 1)


def test_my_data_lists_both_names(terminal: Terminal, data: Path) -> None:
    append(person_folders(data), OLD, [TICK])
    terminal("tick", "superhuman", "toggle", "switch")
    listed = terminal("my-data", "list", "--json").data
    for slug in ("grammarly", "superhuman"):
        assert any(f"/{slug}/main/" in file for file in listed)


def test_the_report_has_one_service_for_both_names(
    terminal: Terminal, data: Path, tmp_path: Path
) -> None:
    append(person_folders(data), OLD, [TICK])
    terminal("tick", "superhuman", "toggle", "switch")
    pages = []
    for number, slug in enumerate(("grammarly", "superhuman")):
        file = tmp_path / f"{number}.html"
        answer = terminal("report", "--service", slug, "-o", str(file))
        assert (answer.code, answer.err) == (0, "")
        pages.append(file.read_text(encoding="utf-8"))
    everything = tmp_path / "all.html"
    assert terminal("report", "-o", str(everything)).code == 0
    assert pages[0] == pages[1] == everything.read_text(encoding="utf-8")
    assert pages[0].count('<section class="service"') == 1
    assert "Switched off, according to the person" in pages[0]
    assert "Called Grammarly until 29 October 2025." in pages[0]


def test_a_slug_that_is_nearly_an_old_one_is_guessed(terminal: Terminal) -> None:
    answer = terminal("show", "gramarly")
    assert answer.code == 1
    assert "grammarly" in answer.err


def test_a_retired_service_leaves_nothing_to_do(terminal: Terminal) -> None:
    row = row_of(terminal, "sora")
    assert (row["status"], row["minutes_left"], row["next_step"]) == ("retired", 0, "")
    assert row["words"] == "The company closed the service."
    assert "Sora (sora): Discontinued. The company closed" in terminal("list").out
    out = terminal("show", "sora").out
    assert "Discontinued as of 26 April 2026. The company closed the service. Sources: 1" in out
    assert "1. Open the settings (open)" in out


def test_what_was_done_at_a_retired_service_stays_in_the_report(
    terminal: Terminal, data: Path, tmp_path: Path
) -> None:
    append(person_folders(data), LogKey("me", "sora", "main"), [TICK])
    file = tmp_path / "report.html"
    assert terminal("report", "-o", str(file)).code == 0
    page = file.read_text(encoding="utf-8")
    assert "Discontinued as of 26 April 2026." in page
    assert "1 of 2" in page
    assert "Nothing, according to the person." in page  # what is left
