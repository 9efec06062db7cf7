"""``guides age``, ``new``, ``touch`` and what is made from guides."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from optout_desktop.authoring.coverage import coverage_page
from optout_desktop.authoring.format_page import format_page
from optout_desktop.authoring.lint_page import lint_page
from optout_desktop.authoring.skeleton import skeleton
from optout_desktop.guides.format.read import read_guide
from tests.guide_folders import put_guide

Terminal = Callable[..., Any]


def test_age_lists_undated_steps_first(terminal: Terminal) -> None:
    answer = terminal("guides", "age")
    lines = answer.out.splitlines()
    assert answer.code == 0
    assert lines[0].startswith("- (undated) example toggle switch. From ")
    assert lines[-2].startswith("2026-08-21 (fresh) example toggle open. From ")
    assert lines[-1] == "5 places."
    rows = terminal("guides", "age", "--json").data
    dates = [row["freshness"]["as_of"] for row in rows]
    assert dates == [None, None, None, "2026-08", "2026-08-21"]


def test_age_tells_of_guides_that_cannot_be_read(terminal: Terminal, guides: Path) -> None:
    put_guide(guides, "broken", "format = 1\n")
    answer = terminal("guides", "age")
    assert answer.code == 1
    assert "broken: " in answer.err
    assert "5 places." in answer.out


def test_a_new_guide_is_a_skeleton_that_the_check_leads_through(
    terminal: Terminal, guides: Path
) -> None:
    answer = terminal("guides", "new", "strava")
    file = guides / "strava" / "guide.toml"
    assert answer.code == 0
    assert f"optout-desktop guides check {file}" in answer.out
    assert file.read_bytes() == skeleton("strava").encode()
    findings = terminal("guides", "check", str(file), "--json").data
    assert {finding["rule"] for finding in findings} == {"nothing-to-do"}
    lines = file.read_text(encoding="utf-8").splitlines()
    assert all("TODO" in lines[finding["line"] - 1] for finding in findings)
    assert terminal("guides", "check").code == 1


def test_a_new_guide_never_replaces_one(terminal: Terminal, guides: Path, tmp_path: Path) -> None:
    kept = (guides / "example" / "guide.toml").read_bytes()
    for options in ((), ("-o", str(guides))):
        refused = terminal("guides", "new", "example", *options)
        assert refused.code == 1
        assert "already" in refused.err
    assert (guides / "example" / "guide.toml").read_bytes() == kept
    assert terminal("guides", "new", "strava", "-o", str(tmp_path / "nowhere")).code == 1
    assert terminal("guides", "new", "strava", "-o", str(tmp_path)).code == 0
    assert [file.parent.name for file in tmp_path.glob("*/guide.toml")] == ["strava"]


@pytest.mark.parametrize("slug", ["Strava", "../strava", "a b", "-", "", "a" * 41, "shared"])
def test_a_slug_is_a_plain_name(terminal: Terminal, guides: Path, slug: str) -> None:
    assert terminal("guides", "new", slug).code == 2
    assert [file.name for file in guides.iterdir()] == ["example"]


def test_touching_writes_date_and_source(terminal: Terminal, guides: Path) -> None:
    place = ("guides", "touch", "example", "toggle", "switch")
    answer = terminal(*place, "--as-of", "2026-08", "--source", "notice")
    assert answer.code == 0
    (step,) = (
        step
        for step in read_guide(guides / "example" / "guide.toml").tasks[0].steps
        if step.id == "switch"
    )
    assert (step.as_of, step.sources) == ("2026-08", ("forum", "notice"))


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("exampel", "toggle", "switch"), 1, "Did you mean “example”"),
        (("example", "togle", "switch"), 1, "Did you mean “toggle”"),
        (("example", "toggle", "swich"), 1, "Did you mean “switch”"),
        (("example", "toggle", "switch", "--source", "lost"), 1, "forum or notice"),
        (("example", "toggle", "switch", "--as-of", "2026-13"), 2, "2026-08-21"),
        (("example", "toggle", "switch", "--as-of", "August"), 2, "2026-08-21"),
        (("example", "toggle", "switch", "--as-of", "2027"), 1, "future"),
    ],
)
def test_what_cannot_be_touched_is_said_and_changes_nothing(
    terminal: Terminal, guides: Path, arguments: tuple[str, ...], code: int, words: str
) -> None:
    kept = (guides / "example" / "guide.toml").read_bytes()
    given = ("--as-of", "2026-08", "--source", "notice")
    answer = terminal("guides", "touch", *arguments[:3], *given, *arguments[3:])
    assert answer.code == code
    assert words in answer.err
    assert (guides / "example" / "guide.toml").read_bytes() == kept


def test_pages_are_written_beside_the_guides_of_a_checkout(
    terminal: Terminal, tmp_path: Path
) -> None:
    refused = terminal("guides", "lint")
    assert refused.code == 1
    assert "--print" in refused.err
    docs = tmp_path / "docs"
    docs.mkdir()
    pages = {
        "format-page": ("guide-format.md", format_page()),
        "lint": ("lint.md", lint_page()),
    }
    for command, (name, page) in pages.items():
        assert terminal("guides", command, "--print").out == page
        assert not (docs / name).exists()
        assert terminal("guides", command).code == 0
        assert (docs / name).read_text(encoding="utf-8") == page
    everything = terminal("guides", "generate", "--print").out
    assert all(page in everything for _, page in pages.values())
    assert everything.count('"$schema"') == 6


def test_the_page_on_what_guides_cover_is_printed(terminal: Terminal, guides: Path) -> None:
    guide = read_guide(guides / "example" / "guide.toml")
    assert terminal("guides", "coverage").out == coverage_page([guide])


def test_guides_are_written_anew_in_one_form(terminal: Terminal, guides: Path) -> None:
    file = guides / "example" / "guide.toml"
    before = read_guide(file)
    text = file.read_bytes()
    asked = terminal("guides", "format", "--check")
    assert (asked.code, asked.out.splitlines()) == (
        1,
        [f"{file} would change.", "1 file would change."],
    )
    assert file.read_bytes() == text
    assert terminal("guides", "format", str(file)).code == 0
    assert b"\nformat = 2\n" in file.read_bytes()
    assert replace(read_guide(file), format=1) == before
    for place in (file, file.parent, guides):
        assert terminal("guides", "format", "--check", str(place)).code == 0
    assert terminal("guides", "format", str(guides / "lost")).code == 1


def test_a_guide_with_mistakes_stays_as_it_is_and_the_others_are_written(
    terminal: Terminal, guides: Path
) -> None:
    broken = put_guide(guides, "a", (guides / "example" / "guide.toml").read_bytes()[:-300])
    text = broken.read_bytes()
    answer = terminal("guides", "format")
    assert answer.code == 1
    assert str(broken) in answer.err
    assert broken.read_bytes() == text
    assert str(guides / "example" / "guide.toml") in answer.out


def test_released_ids_are_recorded_and_missed(
    terminal: Terminal, guides: Path, tmp_path: Path
) -> None:
    assert terminal("guides", "check").code == 0
    assert terminal("guides", "release").code == 0
    record = guides / "example" / "released.json"
    recorded = record.read_text(encoding="utf-8")
    assert json.loads(recorded)["tasks"]["toggle"] == ["open", "switch"]
    assert terminal("guides", "release", "--print").out == recorded
    assert terminal("guides", "check").code == 0
    file = guides / "example" / "guide.toml"
    text = file.read_text(encoding="utf-8").replace('id = "switch"', 'id = "flip"')
    file.write_text(text, encoding="utf-8")
    for place in ((), (str(file),), (str(guides),)):
        answer = terminal("guides", "check", *place, "--json")
        assert [one["rule"] for one in answer.data] == ["released-ids"]
    # Without its record it is a guide of somebody's own.
    own = put_guide(tmp_path / "elsewhere", "example", file.read_bytes())
    assert terminal("guides", "check", str(own)).code == 0
    # What was released once stays in the record.
    terminal("guides", "release")
    ids = json.loads(record.read_bytes())["tasks"]["toggle"]
    assert ids == ["flip", "open", "switch"]


def test_what_failed_is_said_first_with_its_reason(terminal: Terminal, guides: Path) -> None:
    file = guides / "example" / "guide.toml"
    failed = 'failed = { date = 2026-11-20, because = "The row is gone." }'
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('id = "switch"', f'id = "switch"\n{failed}', 1), encoding="utf-8")
    first = terminal("guides", "age").out.split("\n")[0]
    assert "(re-checked and failed) example toggle switch." in first
    assert first.endswith("not found as described. The row is gone.")


@pytest.mark.parametrize(
    "command",
    ["age", "new", "touch", "format", "format-page", "lint", "coverage", "release", "generate"],
)
def test_help_of_authors_is_whole_sentences(terminal: Terminal, command: str) -> None:
    answer = terminal("guides", command, "--help")
    assert answer.code == 0
    description = answer.out.split("\n\n")[1]
    assert description[0].isupper()
    assert description.endswith(".")
