from datetime import date
from pathlib import Path

import pytest

from optout_desktop.authoring.check import check_file, check_folder
from optout_desktop.guides.format.read import BadGuide, parse_guide, read_guide
from optout_desktop.guides.library.library import Library
from tests.guide_folders import put_guide

TODAY = date(2026, 11, 23)

GUIDE = """\
format = 1
slug = "example"
name = "Example"
category = "social"
domains = ["www.example.com"]
revision = 1
summary = "Posts are used for training."

[[company]]
name = "Example Corporation"
sources = ["own"]

[[shared]]
file = "family"
task = "objection"
before = "ai-toggle"

[[shared]]
file = "family"
task = "ads"
facts = ["models"]
timeline = true

[[timeline]]
date = 2025-06-01
text = "The switch appears."
sources = ["own"]

[[task]]
id = "ai-toggle"
kind = "delete"
title = "Delete old posts"
minutes = 2
sources = ["own", "audit"]

  [[task.step]]
  id = "open"
  title = "Open the page"
  url = "https://www.example.com/posts"
  sources = ["own"]

[[source]]
id = "own"
title = "Help page"
publisher = "Example"
kind = "official"
"""

SHARED = """\
format = 1
name = "The family of Example"
domains = ["family.example.com", "ads.example.com", "other.example.com"]

[[fact]]
id = "models"
title = "Models"
text = "One model for all."
sources = ["notice"]

[[fact]]
id = "unused"
title = "Not taken"
text = "Stays where it is."
sources = ["rare"]

[[timeline]]
date = "2025-04"
text = "Announced."
sources = ["notice"]

[[timeline]]
date = 2026-01-02
text = "Changed."
sources = ["notice"]

[[task]]
id = "objection"
kind = "form"
title = "Object"
minutes = 4
sources = ["notice"]

  [[task.field]]
  label = "Email"
  text = "Yours."

  [[task.step]]
  id = "open"
  title = "Open the form"
  url = "https://family.example.com/form"
  sources = ["notice"]

[[task]]
id = "ads"
kind = "delete"
title = "Delete what advertisers sent"
minutes = 1
sources = ["notice"]

  [[task.step]]
  id = "open"
  title = "Open the page"
  sources = ["notice"]

    [[task.step.way]]
    surface = "web"
    url = "https://ads.example.com/delete"
    sources = ["notice"]

[[task]]
id = "rest"
kind = "delete"
title = "Delete the rest"
minutes = 1
sources = ["audit"]

  [[task.step]]
  id = "open"
  title = "Open the page"
  url = "https://other.example.com/"
  sources = ["audit"]

[[source]]
id = "notice"
title = "Notice"
publisher = "Family"
kind = "official"

[[source]]
id = "audit"
title = "Audit"
publisher = "Somebody"
kind = "community"

[[source]]
id = "rare"
title = "Rare"
publisher = "Somebody"
kind = "community"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a folder with one guide and the file that it shares."""
    guides = tmp_path / "guides"
    put_guide(guides, "example", GUIDE)
    (guides / "shared").mkdir()
    write(guides / "shared" / "family.toml", SHARED)
    return guides


def write(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8", newline="\n")


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    write(file, text.replace(old, new, 1))


def link(place: Path, target: Path) -> None:
    try:
        place.symlink_to(target)
    except OSError:
        pytest.skip("this computer does not let a person make links")


def found_in(folder: Path) -> list[tuple[str, str, str]]:
    findings = check_folder(folder, TODAY)
    return [(Path(finding.file).name, finding.key, finding.rule) for finding in findings]


def test_shared_tasks_are_ordinary_tasks_in_their_places(folder: Path) -> None:
    guide = Library((folder,)).open("example")
    assert [task.id for task in guide.tasks] == ["objection", "ai-toggle", "ads"]
    assert guide.tasks[0].steps[0].url == "https://family.example.com/form"


def test_facts_and_changes_come_along(folder: Path) -> None:
    guide = Library((folder,)).open("example")
    assert [fact.id for fact in guide.facts] == ["models"]
    assert [change.date for change in guide.timeline] == ["2025-04", "2025-06-01", "2026-01-02"]


def test_sources_that_are_named_come_along_and_no_others(folder: Path) -> None:
    sources = [source.id for source in Library((folder,)).open("example").sources]
    assert sources == ["own", "notice", "audit"]


@pytest.mark.parametrize("between", [(), ("rare",)])
def test_the_source_in_which_a_source_was_read_comes_along(
    folder: Path, between: tuple[str, ...]
) -> None:
    told_in = [*between, "archive"]
    shared = folder / "shared" / "family.toml"
    for source, via in zip(("audit", *between), told_in, strict=True):
        change(
            shared, f'[[source]]\nid = "{source}"', f'[[source]]\nid = "{source}"\nvia = "{via}"'
        )
    archive = '\n[[source]]\nid = "archive"\ntitle = "A"\npublisher = "B"\nkind = "press"\n'
    write(shared, shared.read_text(encoding="utf-8") + archive)
    sources = [source.id for source in Library((folder,)).open("example").sources]
    assert sources == ["own", "notice", "audit", *told_in]


def test_only_hosts_that_the_taken_steps_open_come_along(folder: Path) -> None:
    domains = Library((folder,)).open("example").domains
    assert domains == ("www.example.com", "family.example.com", "ads.example.com")


def test_references_to_the_same_place_keep_their_order(folder: Path) -> None:
    change(folder / "example" / "guide.toml", 'task = "ads"', 'task = "ads"\nbefore = "ai-toggle"')
    tasks = [task.id for task in Library((folder,)).open("example").tasks]
    assert tasks == ["objection", "ads", "ai-toggle"]


def test_a_good_guide_and_what_it_shares_pass_the_check(folder: Path) -> None:
    assert found_in(folder) == []


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('task = "objection"', 'task = "objetion"', "shared[0].task"),
        ('before = "ai-toggle"', 'before = "nothing"', "shared[0].before"),
        ('facts = ["models"]', 'facts = ["model"]', "shared[1].facts[0]"),
        ('task = "ads"', 'task = "objection"', "shared[1].task"),
        ('task = "ads"', 'task = "ai-toggle"', "shared[1].task"),
        ('task = "objection"\nbefore = "ai-toggle"\n', "", "shared[0]"),
        ('file = "family"', 'file = "familly"', "shared"),
    ],
)
def test_a_wrong_reference_is_refused_and_found(folder: Path, old: str, new: str, key: str) -> None:
    change(folder / "example" / "guide.toml", old, new)
    with pytest.raises(BadGuide):
        Library((folder,)).open("example")
    assert found_in(folder) == [("guide.toml", key, "shared-things")]


def test_a_source_stands_in_one_file_only(folder: Path) -> None:
    text = GUIDE.replace('id = "own"', 'id = "audit"').replace('"own"', '"audit"')
    write(folder / "example" / "guide.toml", text)
    with pytest.raises(BadGuide, match="has a source “audit” too"):
        Library((folder,)).open("example")
    assert found_in(folder) == [("guide.toml", "source[0].id", "shared-things")]


@pytest.mark.parametrize("name", ["../family", "/etc/passwd", "family.toml", "Family", "a" * 41])
def test_a_path_like_name_is_no_shared_file(folder: Path, name: str) -> None:
    change(folder / "example" / "guide.toml", 'file = "family"', f'file = "{name}"')
    with pytest.raises(BadGuide, match=r"shared\[0\].file"):
        Library((folder,)).open("example")
    assert ("guide.toml", "shared[0].file", "unknown-key") not in found_in(folder)
    assert {key for file, key, _ in found_in(folder) if file == "guide.toml"} == {"shared[0].file"}


def test_what_is_wrong_in_a_shared_file_is_found_there_and_nowhere_else(folder: Path) -> None:
    shared = folder / "shared" / "family.toml"
    change(shared, "https://family.example.com/form", "https://evil.example/form")
    (finding,) = check_folder(folder, TODAY)
    assert Path(finding.file) == shared
    assert finding.key == "task[0].step[0].url"
    lines = shared.read_text(encoding="utf-8").splitlines()
    assert "https://evil.example/form" in lines[finding.line - 1]


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ('name = "The family of Example"', 'nam = "x"', "unknown-key"),
        ("format = 1", 'format = 1\nslug = "family"', "unknown-key"),
        ("format = 1", "format = 9", "readable"),
        ('id = "rare"', 'id = "rarer"', "known-sources"),
        ("date = 2026-01-02", "date = 2027-01-02", "future-dates"),
    ],
)
def test_a_shared_file_is_checked_as_guides_are(
    folder: Path, old: str, new: str, rule: str
) -> None:
    change(folder / "shared" / "family.toml", old, new)
    rules = {finding.rule for finding in check_file(folder / "shared" / "family.toml", TODAY)}
    assert rule in rules


def test_a_problem_of_the_guide_itself_is_found_in_the_guide(folder: Path) -> None:
    change(
        folder / "example" / "guide.toml", "https://www.example.com/posts", "https://evil.example/"
    )
    assert found_in(folder) == [("guide.toml", "task[0].step[0].url", "openable-links")]


@pytest.mark.parametrize(
    ("old", "new"), [("format = 1", "format = 3"), ('id = "ads"', 'id = "Ads"'), ("[[fact]]", "[[")]
)
def test_a_guide_whose_shared_file_is_bad_says_so(folder: Path, old: str, new: str) -> None:
    change(folder / "shared" / "family.toml", old, new)
    (row,) = Library((folder,)).outlines
    assert row.problem.startswith("The shared file shared/family.toml cannot be used")


def test_a_shared_file_out_of_the_folder_is_not_followed(folder: Path) -> None:
    shared = folder / "shared" / "family.toml"
    shared.rename(folder.parent / "family.toml")
    link(shared, folder.parent / "family.toml")
    with pytest.raises(BadGuide, match="leads out of the folder"):
        Library((folder,)).open("example")
    assert {"guide.toml", "family.toml"} == {name for name, _, _ in found_in(folder)}


def test_a_shared_folder_out_of_the_folder_is_not_followed(folder: Path) -> None:
    (folder / "shared").rename(folder.parent / "elsewhere")
    link(folder / "shared", folder.parent / "elsewhere")
    with pytest.raises(BadGuide, match="leads out of the folder"):
        Library((folder,)).open("example")
    assert {"guide.toml", "family.toml"} == {name for name, _, _ in found_in(folder)}


def test_without_a_folder_nothing_is_shared() -> None:
    with pytest.raises(BadGuide, match=r"shared/family\.toml"):
        parse_guide(GUIDE.encode())


def test_the_shared_folder_is_no_guide(folder: Path) -> None:
    assert [row.slug for row in Library((folder,)).outlines] == ["example"]


def test_a_guide_without_shared_things_is_read_as_before() -> None:
    good = Path(__file__).parents[1] / "data" / "guides" / "good" / "example" / "guide.toml"
    assert read_guide(good) == parse_guide(good.read_bytes())
