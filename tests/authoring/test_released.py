"""Ids of released guides stay: the record grows, and the check tells what is gone or moved."""

import json
import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optout_desktop.authoring.check import check_file, check_folder
from optout_desktop.authoring.released import read_released, with_released
from optout_desktop.base.errors import OptoutError
from optout_desktop.base.paths import guides_folder, resources_folder
from optout_desktop.guides.format.read import read_guide
from tests.guide_folders import put_guide

DATA = Path(__file__).parents[1] / "data" / "renamed"
TODAY = date(2026, 11, 23)
IDS: dict[str, dict[str, tuple[str, ...]]] = {
    "sora": {"toggle": ("open", "switch")},
    "superhuman": {"toggle": ("open", "switch")},
}


def test_ids_are_recorded_and_read_again(tmp_path: Path) -> None:
    file = tmp_path / "released-ids.json"
    assert read_released(file) == {}
    guides = [read_guide(each) for each in sorted(DATA.glob("*/guide.toml"))]
    file.write_text(with_released({}, guides), encoding="utf-8")
    assert read_released(file) == IDS
    assert check_folder(DATA, TODAY, IDS) == ()


def test_nothing_ever_leaves_the_record() -> None:
    had: dict[str, dict[str, tuple[str, ...]]] = {
        "sora": {"toggle": ("find",), "form": ("send",)},
        "gone": {"a": ()},
    }
    kept = json.loads(with_released(had, [read_guide(DATA / "sora" / "guide.toml")]))
    assert kept == {
        "gone": {"a": []},
        "sora": {"form": ["send"], "toggle": ["find", "open", "switch"]},
    }


NAMES = st.sampled_from(["a", "b", "toggle"])
RECORDS = st.dictionaries(NAMES, st.dictionaries(NAMES, st.lists(NAMES, unique=True).map(tuple)))


@given(RECORDS)
def test_recording_twice_adds_nothing(record: dict[str, dict[str, tuple[str, ...]]]) -> None:
    guides = [read_guide(DATA / "sora" / "guide.toml")]
    once = with_released(record, guides)
    assert with_released(json.loads(once), guides) == once


@pytest.mark.parametrize(
    ("released", "key", "words"),
    [
        ({"form": ()}, "task", "The task “form” was released and is gone."),
        ({"toggle": ("find",)}, "task[0].step", "“find” .* “toggle” and is gone."),
    ],
)
@pytest.mark.parametrize("slug", ["superhuman", "grammarly"])
def test_what_was_released_and_is_gone_is_a_warning(
    slug: str, released: dict[str, tuple[str, ...]], key: str, words: str
) -> None:
    (finding,) = check_file(DATA / "superhuman" / "guide.toml", TODAY, {slug: released})
    assert (finding.rule, finding.severity, finding.key) == ("released-ids", "warning", key)
    assert re.search(words, finding.message)
    assert finding.line > 1


def test_a_step_in_another_task_is_moved(tmp_path: Path) -> None:
    text = (DATA / "sora" / "guide.toml").read_text(encoding="utf-8")
    second = text[text.index("[[task]]") : text.index("[[source]]")].replace("toggle", "choice")
    moved = text.replace('id = "switch"', 'id = "flip"', 1)
    file = put_guide(tmp_path, "sora", moved.replace("[[source]]", second + "[[source]]"))
    (finding,) = (one for one in check_file(file, TODAY, IDS) if one.rule == "released-ids")
    assert finding.message == "The step “switch” was released in the task “toggle” and is moved."


def test_a_released_guide_that_is_gone_is_a_warning() -> None:
    released: dict[str, dict[str, tuple[str, ...]]] = {
        **IDS,
        "grammarly": {"toggle": ("open",)},
        "le-chat": {"toggle": ("open",)},
    }
    (finding,) = check_folder(DATA, TODAY, released)
    assert (finding.rule, finding.severity) == ("released-slugs", "warning")
    assert "“le-chat”" in finding.message
    assert "[[former]]" in finding.hint


@pytest.mark.parametrize("content", [b"", b"[]", b'{"a": {"b": 1}}', b"\xff"])
def test_a_record_that_cannot_be_read_is_told(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "released-ids.json"
    file.write_bytes(content)
    with pytest.raises(OptoutError, match="cannot be read"):
        read_released(file)


def test_every_released_id_is_still_there() -> None:
    released = read_released(resources_folder() / "released-ids.json")
    assert released
    found = check_folder(guides_folder(), TODAY, released)
    assert [one.message for one in found if one.rule in {"released-ids", "released-slugs"}] == []
