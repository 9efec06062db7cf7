"""Ids of released guides stay: the record grows, and the check tells what is gone or moved."""

import json
import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from optout_desktop.authoring.check import check_file, check_folder
from optout_desktop.authoring.released import (
    RELEASED_FILE,
    Released,
    read_released,
    with_released,
)
from optout_desktop.base.errors import OptoutError
from optout_desktop.base.paths import guides_folder
from optout_desktop.guides.format.files import guide_files
from optout_desktop.guides.format.read import read_guide
from tests.guide_folders import put_guide

DATA = Path(__file__).parents[1] / "data" / "renamed"
SORA = read_guide(DATA / "sora" / "guide.toml")
TODAY = date(2026, 11, 23)
TOGGLE = {"toggle": ("open", "switch")}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(DATA, tmp_path / "guides"))


def record(folder: Path, *slugs: str, **tasks: tuple[str, ...]) -> None:
    """Write the record into the folder of a guide."""
    folder.mkdir(exist_ok=True)
    (folder / RELEASED_FILE).write_text(json.dumps({"slugs": slugs, "tasks": tasks}))


def test_ids_are_recorded_and_read_again(folder: Path) -> None:
    for file in guide_files(folder):
        assert read_released(file.parent) == Released()
        text = with_released(Released(), read_guide(file))
        file.with_name(RELEASED_FILE).write_text(text, encoding="utf-8")
        assert read_released(file.parent) == Released((file.parent.name,), TOGGLE)
    assert check_folder(folder, TODAY) == ()


def test_nothing_ever_leaves_the_record() -> None:
    had = Released(("dall-e", "sora"), {"toggle": ("find",), "form": ("send",)})
    assert json.loads(with_released(had, SORA)) == {
        "slugs": ["dall-e", "sora"],
        "tasks": {"form": ["send"], "toggle": ["find", "open", "switch"]},
    }
    assert json.loads(with_released(had, replace(SORA, slug="new")))["slugs"] == [
        *("dall-e", "new", "sora")
    ]


NAMES = st.sampled_from(["a", "b", "toggle"])
RECORDS = st.builds(
    Released,
    st.lists(NAMES, unique=True).map(tuple),
    st.dictionaries(NAMES, st.lists(NAMES, unique=True).map(tuple)),
)


@given(RECORDS)
def test_recording_twice_adds_nothing(record: Released) -> None:
    once = with_released(record, SORA)
    table = json.loads(once)
    assert with_released(Released(tuple(table["slugs"]), table["tasks"]), SORA) == once


@pytest.mark.parametrize(
    ("released", "key", "words"),
    [
        ({"form": ()}, "task", "The task “form” was released and is gone."),
        ({"toggle": ("find",)}, "task[0].step", "“find” .* “toggle” and is gone."),
    ],
)
@pytest.mark.parametrize("slug", ["superhuman", "grammarly"])
def test_what_was_released_and_is_gone_is_a_warning(
    folder: Path, slug: str, released: dict[str, tuple[str, ...]], key: str, words: str
) -> None:
    record(folder / slug, slug, **released)
    (finding,) = check_file(folder / "superhuman" / "guide.toml", TODAY)
    assert (finding.rule, finding.severity, finding.key) == ("released-ids", "warning", key)
    assert re.search(words, finding.message)
    assert finding.line > 1
    assert check_folder(folder, TODAY) == (finding,)


def test_a_step_in_another_task_is_moved(tmp_path: Path) -> None:
    text = (DATA / "sora" / "guide.toml").read_text(encoding="utf-8")
    second = text[text.index("[[task]]") : text.index("[[source]]")].replace("toggle", "choice")
    moved = text.replace('id = "switch"', 'id = "flip"', 1)
    file = put_guide(tmp_path, "sora", moved.replace("[[source]]", second + "[[source]]"))
    record(file.parent, "sora", **TOGGLE)
    (finding,) = (one for one in check_file(file, TODAY) if one.rule == "released-ids")
    assert (
        finding.message == "The step “switch” was released in the task “toggle” and has been moved."
    )


@pytest.mark.parametrize(
    ("place", "slugs"),
    [
        ("le-chat", ["le-chat"]),  # the guide is gone, and its record still there
        ("sora", ["le-chat", "sora"]),  # the guide has moved, and names no former slug
    ],
)
def test_a_released_slug_that_leads_nowhere_is_a_warning(
    folder: Path, place: str, slugs: list[str]
) -> None:
    record(folder / "superhuman", "grammarly", "superhuman", **TOGGLE)
    record(folder / place, *slugs)
    (finding,) = check_folder(folder, TODAY)
    assert (finding.rule, finding.severity) == ("released-slugs", "warning")
    assert finding.file == str(folder / place / RELEASED_FILE)
    assert "“le-chat”" in finding.message
    assert "[[former]]" in finding.hint


@pytest.mark.parametrize(
    "content", [b"", b"[]", b'{"a": {"b": 1}}', b'{"slugs": ["sora"], "task": {}}', b"\xff"]
)
def test_a_record_that_cannot_be_read_is_told(folder: Path, content: bytes) -> None:
    (folder / "sora" / RELEASED_FILE).write_bytes(content)
    for check in (check_folder, lambda here, day: check_file(here / "sora" / "guide.toml", day)):
        with pytest.raises(OptoutError, match=r"sora.released\.json cannot be read"):
            check(folder, TODAY)


def test_every_released_id_is_still_there() -> None:
    records = [read_released(file.parent) for file in guide_files(guides_folder())]
    assert sum(bool(one.tasks) for one in records) > 20
    found = check_folder(guides_folder(), TODAY)
    assert [one.message for one in found if one.rule in {"released-ids", "released-slugs"}] == []
