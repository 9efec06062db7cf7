"""What helps authors: the skeleton, touching a step, the page that leads through both."""

import difflib
import re
import shutil
import subprocess
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import get_type_hints

import msgspec
import pytest

from optout_desktop.base.errors import OptoutError
from optout_desktop.base.palette import PALETTES
from optout_desktop.base.paths import guides_folder, resources_folder
from optout_desktop.guides.check import check_file
from optout_desktop.guides.read import parse_table, read_guide
from optout_desktop.guides.shape import Guide, Step
from optout_desktop.guides.skeleton import skeleton
from optout_desktop.guides.todo import nothing_to_do
from optout_desktop.guides.touch import touch, touched
from optout_desktop.pictures.shape import Picture
from optout_desktop.pictures.svg import svg

ROOT = Path(__file__).parents[2]
GOOD = ROOT / "tests" / "data" / "guides" / "good" / "example.toml"
TODAY = date(2026, 11, 23)


def test_the_skeleton_lacks_only_what_is_marked(tmp_path: Path) -> None:
    file = tmp_path / "strava.toml"
    file.write_text(skeleton("strava"), encoding="utf-8")
    assert check_file(file, TODAY) == ()
    assert read_guide(file).slug == "strava"
    marked = [
        number for number, line in enumerate(skeleton("strava").split("\n"), 1) if "TODO" in line
    ]
    assert len(marked) > 10
    assert [finding.line for finding in nothing_to_do(file)] == marked


def test_the_skeleton_shows_every_table_that_most_guides_need() -> None:
    table = parse_table(skeleton("strava").encode())
    assert {"company", "applies", "fact", "task", "source"} <= table.keys()
    assert "[[timeline]]" in skeleton("strava")


def test_a_mark_in_a_remark_is_found_too(tmp_path: Path) -> None:
    file = tmp_path / "example.toml"
    file.write_bytes(GOOD.read_bytes() + b"# TODO ask them\n# To do is fine\n")
    (finding,) = nothing_to_do(file)
    assert finding.line == GOOD.read_bytes().count(b"\n") + 1
    assert "“ask them”" in finding.message


def steps_of(guide: Guide) -> Iterator[tuple[str, Step]]:
    for task in guide.tasks:
        for step in task.steps:
            yield task.id, step


LINKEDIN = guides_folder() / "linkedin.toml"
PLACES = [
    pytest.param(file, task, step, id=f"{file.stem}-{task}-{step.id}")
    for file in (GOOD, LINKEDIN)
    for task, step in steps_of(read_guide(file))
]


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize(("file", "task", "step"), PLACES)
def test_touching_changes_date_and_source_of_one_step_alone(
    file: Path, task: str, step: Step, line_end: str
) -> None:
    before = file.read_bytes().replace(b"\n", line_end.encode())
    after = touch(before, task, step.id, as_of="2026-11-20", source="new-source")
    old, new = (data.decode().split("\n") for data in (before, after))
    changed = [line for line in difflib.ndiff(old, new) if line[0] in "+-"]
    assert all(re.match(r"[+-] +(as_of|sources) = ", line) for line in changed)
    assert len(changed) == (4 if step.as_of else 3)
    assert all(line.endswith("\r") for line in new[:-1]) == (line_end == "\r\n")
    table, had = parse_table(after), parse_table(before)
    for entry in (step_in(table, task, step.id), step_in(had, task, step.id)):
        entry.pop("as_of", None)
        entry.pop("sources")
    assert table == had


def step_in(table: dict[str, object], task: str, step: str) -> dict[str, object]:
    tasks = msgspec.convert(table["task"], list[dict[str, object]])
    found = next(entry for entry in table["task"] if entry["id"] == task)  # type: ignore[attr-defined]
    assert len(tasks)
    return next(entry for entry in found["step"] if entry["id"] == step)
