"""What helps authors: the skeleton, touching a step, the page that leads through both."""

import difflib
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from optout_desktop.authoring.check import check_file
from optout_desktop.authoring.expected import Expected
from optout_desktop.authoring.redate import touched
from optout_desktop.authoring.reformat import reformatted, written_anew
from optout_desktop.authoring.skeleton import skeleton
from optout_desktop.authoring.todo import nothing_to_do
from optout_desktop.base.errors import OptoutError
from optout_desktop.base.palette import PALETTES
from optout_desktop.base.paths import guides_folder, resources_folder
from optout_desktop.guides.format.beside import merged
from optout_desktop.guides.format.expand import expand
from optout_desktop.guides.format.files import slug_of
from optout_desktop.guides.format.read import parse_table, read_files, read_guide
from optout_desktop.guides.format.shape import Guide
from optout_desktop.guides.format.tasks import Step
from optout_desktop.guides.library.library import Library
from optout_desktop.pictures.svg import svg
from tests.guide_folders import copy_guide, put_guide

ROOT = Path(__file__).parents[2]
GOOD = ROOT / "tests" / "data" / "guides" / "good" / "example" / "guide.toml"
SHORT = GOOD.parents[1] / "short" / "guide.toml"
TODAY = date(2026, 11, 23)


def test_the_skeleton_lacks_only_what_is_marked(tmp_path: Path) -> None:
    file = put_guide(tmp_path, "strava", skeleton("strava"))
    assert {finding.rule for finding in check_file(file, TODAY)} == {"nothing-to-do"}
    assert read_guide(file).slug == "strava"
    marked = [
        number for number, line in enumerate(skeleton("strava").split("\n"), 1) if "TODO" in line
    ]
    assert len(marked) > 10
    assert [finding.line for finding in check_file(file, TODAY)] == marked


def test_the_skeleton_shows_every_table_that_most_guides_need() -> None:
    table = parse_table(skeleton("strava").encode())
    assert {"company", "applies", "fact", "task", "source"} <= table.keys()
    assert "timeline = [" in skeleton("strava")


def test_the_skeleton_is_in_the_form_that_all_guides_have() -> None:
    data = skeleton("strava").encode()
    assert reformatted({"guide.toml": data}, Guide, {})["guide.toml"] == data


def test_a_mark_in_a_remark_is_found_too(tmp_path: Path) -> None:
    file = put_guide(tmp_path, "example", GOOD.read_bytes() + b"# TODO ask them\n# To do is fine\n")
    (finding,) = nothing_to_do(file)
    assert finding.line == GOOD.read_bytes().count(b"\n") + 1
    assert "“ask them”" in finding.message


def steps_of(guide: Guide) -> Iterator[tuple[str, Step]]:
    for task in guide.tasks:
        for step in task.steps:
            yield task.id, step


LINKEDIN = guides_folder() / "linkedin" / "guide.toml"
PLACES = [
    pytest.param(file, task, step, line_end, id=f"{slug_of(file)}-{task}-{step.id}-{number}")
    for number, (file, line_end) in enumerate(((SHORT, "\n"), (SHORT, "\r\n"), (LINKEDIN, "\n")))
    for task, step in steps_of(read_guide(file))
]


@pytest.mark.parametrize(("file", "task", "step", "line_end"), PLACES)
def test_touching_changes_date_and_source_of_one_step_alone(
    tmp_path: Path, file: Path, task: str, step: Step, line_end: str
) -> None:
    file = copy_guide(file, tmp_path)
    for place, text in written_anew(file).items():
        place.write_bytes(text.replace(b"\n", line_end.encode()))
    before, old = read_guide(file), file.read_bytes().decode().split("\n")
    source = before.sources[-1].id
    library = Library((tmp_path,))
    found, data = touched(library, before, task, step.id, as_of="2026-11-20", source=source)
    assert found == file
    new = data.decode().split("\n")
    changed = [line for line in difflib.ndiff(old, new) if line[0] in "+-"]
    assert all(re.match(r"[+-] +(as_of|sources) = ", line) for line in changed)
    assert all(line.endswith("\r") for line in new[:-1]) == (line_end == "\r\n")
    file.write_bytes(data)
    after = read_guide(file)
    ((_, now),) = [one for one in steps_of(after) if (one[0], one[1].id) == (task, step.id)]
    assert now.as_of == "2026-11-20"
    assert now.sources == tuple(dict.fromkeys((*step.sources, source)))
    assert without(after, task, step.id) == without(before, task, step.id)


def without(guide: Guide, task: str, step: str) -> Guide:
    """Return the guide without the date and sources of a step."""
    bare = [
        replace(
            one,
            steps=tuple(
                replace(each, as_of=None, sources=()) if (one.id, each.id) == (task, step) else each
                for each in one.steps
            ),
        )
        for one in guide.tasks
    ]
    return replace(guide, tasks=tuple(bare))


def test_a_step_that_its_new_source_dates_needs_no_date_of_its_own(tmp_path: Path) -> None:
    file = copy_guide(SHORT, tmp_path)
    guide = read_guide(file)
    library = Library((tmp_path,))
    _, data = touched(library, guide, "objection", "send", as_of="2026-09", source="press")
    assert b'  sources = ["notes", "press"]\n  picture' in data


def test_a_source_that_is_not_listed_is_refused(tmp_path: Path) -> None:
    copy_guide(GOOD, tmp_path)
    guide = read_guide(tmp_path / "example" / "guide.toml")
    library = Library((tmp_path,))
    with pytest.raises(OptoutError, match=r"no source with the id “lost”.*form, notice or press"):
        touched(library, guide, "ai-toggle", "open", as_of="2026-08-21", source="lost")
    file, data = touched(
        Library((tmp_path,)), guide, "ai-toggle", "open", as_of="2026-09-01", source="press"
    )
    assert file == tmp_path / "example" / "guide.toml"
    file.write_bytes(data)
    (step,) = (step for _, step in steps_of(read_guide(file)) if step.id == "open")
    assert (step.as_of, step.sources) == ("2026-09-01", ("notice", "press"))
    assert check_file(file, TODAY) == ()


def test_a_shared_step_is_touched_where_it_is_written(tmp_path: Path) -> None:
    shared = tmp_path / "shared" / "company.toml"
    shared.parent.mkdir()
    own = GOOD.read_text(encoding="utf-8")
    tasks, sources = own.index("[[task]]"), own.index("[[source]]")
    head = 'format = 1\nname = "Company"\ndomains = ["www.example.com", "help.example.com"]\n'
    shared.write_text(head + own[tasks:], encoding="utf-8")
    file = put_guide(
        tmp_path,
        "example",
        own[:tasks] + '[[shared]]\nfile = "company"\ntask = "ai-toggle"\n\n'
        '[[task]]\nid = "none"\nkind = "nothing"\ntitle = "N"\nminutes = 1\n'
        'reason = "R"\nsources = ["own"]\n\n'
        + own[sources:].replace('id = "', 'id = "own-').replace('"own-notice"', '"own"'),
    )
    guide = read_guide(file)
    library = Library((tmp_path,))
    with pytest.raises(OptoutError, match="“own”"):
        touched(library, guide, "ai-toggle", "check", as_of="2026-09-01", source="own")
    library = Library((tmp_path,))
    found, data = touched(library, guide, "ai-toggle", "check", as_of="2026-09-01", source="press")
    assert found == shared
    assert data != shared.read_bytes()
    shared.write_bytes(data)
    (step,) = (step for _, step in steps_of(read_guide(file)) if step.id == "check")
    assert step.as_of == "2026-09-01"


AUTHORS = (ROOT / "docs" / "authors.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```toml\n(.*?)```", AUTHORS, re.DOTALL)


def test_every_example_for_authors_is_part_of_a_guide() -> None:
    pictures = 0
    for example in EXAMPLES[1:]:
        table: Any = parse_table(example.encode())
        if "opens" in table:
            msgspec.convert(table, Expected)
            continue
        whole: Any = merged(read_files(SHORT))
        step = whole["task"][0]["step"][0]
        if "picture" in table:
            whole["task"][0]["step"][0] = step | table
        elif isinstance(table.get("task"), dict):
            whole["task"][0] |= table["task"]
        else:
            whole |= table
        guide = msgspec.convert(expand(whole, {}), Guide)
        if "picture" in table:
            picture = guide.tasks[0].steps[0].picture
            assert picture is not None
            assert svg(picture, state="after", palette=PALETTES["light"])
            pictures += 1
    assert pictures == 3


def test_the_lesson_in_toml_is_valid_and_has_ten_lines() -> None:
    lesson = EXAMPLES[0]
    assert lesson.count("\n") <= 10
    assert tomllib.loads(lesson)["task"] == [{"id": "switch"}]


def test_editors_check_guides_with_the_schema(tmp_path: Path) -> None:
    taplo = shutil.which("taplo", path=Path(sys.executable).parent)
    assert taplo is not None
    shutil.copytree(resources_folder() / "schema", tmp_path / "resources" / "schema")
    shutil.copytree(guides_folder(), tmp_path / "guides")

    def lint(*files: Path) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [taplo, "lint", *(str(file) for file in files)],
            cwd=tmp_path,
            check=False,
            capture_output=True,
            encoding="utf-8",
        )

    files = [file for file in tmp_path.glob("guides/*/*.toml") if file.name != "expected.toml"]
    assert {file.read_text(encoding="utf-8").partition(" ")[0] for file in files} == {"#:schema"}
    good = lint(*files)
    assert good.returncode == 0, good.stderr
    for name, old, new in (
        ("guide", "\n  seen = ", "\n  sene = "),
        ("background", "\nsources = ", "\nsuorces = "),
        ("sources", ", kind = ", ", knid = "),
    ):
        file = tmp_path / "guides" / "linkedin" / f"{name}.toml"
        file.write_text(file.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
        wrong = lint(file)
        assert wrong.returncode != 0
        assert f"'{new.strip(chr(10) + ' =,')}' was unexpected" in wrong.stderr
