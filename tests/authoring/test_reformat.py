"""Writing a guide anew changes its form and nothing that it says."""

import re
from copy import deepcopy
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from optout_desktop.authoring.reformat import reformatted, written_anew
from optout_desktop.authoring.remarks import with_remarks
from optout_desktop.authoring.toml_text import toml_lines
from optout_desktop.base.errors import OptoutError
from optout_desktop.base.paths import guides_folder
from optout_desktop.guides.format.beside import merged
from optout_desktop.guides.format.files import guide_files, shared_files
from optout_desktop.guides.format.read import BadGuide, parse_table, read_files, read_guide
from optout_desktop.guides.format.shape import Guide
from tests.guide_folders import copy_guide

DATA = Path(__file__).parents[1] / "data"
SHORT = DATA / "guides" / "good" / "short" / "guide.toml"
EXAMPLE = DATA / "guides" / "good" / "example" / "guide.toml"
FILES = [
    file
    for folder in (DATA / "guides" / "good", DATA / "gui-guides", DATA / "renamed")
    for file in guide_files(folder)
    if file.parent.name != "broken"
]
SHIPPED = [*guide_files(guides_folder()), *shared_files(guides_folder())]


def by_folder(file: Path) -> str:
    return f"{file.parent.name}/{file.stem}"


@pytest.mark.parametrize("file", FILES, ids=by_folder)
def test_a_guide_of_either_form_says_the_same_when_it_is_written_anew(
    tmp_path: Path, file: Path
) -> None:
    before = read_guide(file)
    file = copy_guide(file, tmp_path)
    remarks = remarks_in(file)
    for place, text in written_anew(file).items():
        place.write_bytes(text)
    assert read_guide(file) == replace(before, format=2)
    assert remarks_in(file) == remarks
    assert written_anew(file) == {place: place.read_bytes() for place in written_anew(file)}


def remarks_in(file: Path) -> list[str]:
    text = "".join(one.read_text("utf-8") for one in file.parent.glob("*.toml"))
    return sorted(re.findall(r"^\s*(# .*)$", text, re.MULTILINE))


def test_a_guide_in_the_usual_form_stays_as_it_is() -> None:
    assert all(place.read_bytes() == text for place, text in written_anew(SHORT).items())
    assert len(written_anew(SHORT)) == 3


@pytest.mark.parametrize("file", SHIPPED, ids=by_folder)
def test_all_shipped_guides_have_the_usual_form(file: Path) -> None:
    for place, text in written_anew(file).items():
        assert place.read_bytes() == text, "write it anew: optout-desktop guides format"


GUIDE = """\
# First, about the file.

format = 2
slug = "example"  # beside a key
name = "Example"
category = "social"
domains = []
revision = 1
summary = "S."
# Above a list that is empty.
company = []

# Above a list in one line ----------------------------------------------------------------------

[[question]]
# Above the first key of a table.
id = "q"
text = "Q?"

  # Above an entry.
  [[question.option]]
  id = "a"
  label = "A"

  [[question.option]]  # beside a header
  id = "b"  # beside a key that loses its line
  label = "B"

# Above a task ----------------------------------------------------------------------------------

[[task]]
id = "t"
kind = "delete"
title = "T"
minutes = 1
confidence = "medium"
sources = [
  "s",  # inside a list
]

# Above a step, and two lines
# long.

# And another.
[[task.step]]
id = "one"
title = "One"
# Above a key that can be worked out.
sources = ["s"]
text = \"\"\"
First # no remark
second with "signs" and \\\\.
\"\"\"
copy = '<a b="c">'

# Above the sources.
[[source]]
id = "s"
# Inside a source.
title = "S"
publisher = "P"
kind = "own"
# Below all.
"""


GUIDE_ANEW = """\
# First, about the file.

format = 2
slug = "example"  # beside a key
name = "Example"
category = "social"
domains = []
revision = 1
summary = "S."
# Above a list that is empty.
company = []

# Above a list in one line ----------------------------------------------------------------------

[[question]]
# Above the first key of a table.
id = "q"
text = "Q?"

# Above an entry.
option = [
  { id = "a", label = "A" },
  # beside a key that loses its line
  { id = "b", label = "B" },  # beside a header
]

# Above a task ----------------------------------------------------------------------------------

[[task]]
id = "t"
kind = "delete"
title = "T"
minutes = 1
confidence = "medium"
# inside a list
sources = ["s"]

  # Above a step, and two lines
  # long.

  # And another.
  # Above a key that can be worked out.
  [[task.step]]
  id = "one"
  title = "One"
  text = \"\"\"
First # no remark
second with "signs" and \\\\.
\"\"\"
  copy = '<a b="c">'

# Above the sources.
[source]
# Inside a source.
s = { title = "S", publisher = "P", kind = "own" }
# Below all.
"""


def test_remarks_stay_with_what_they_are_about() -> None:
    assert anew(GUIDE) == GUIDE_ANEW


def anew(text: str) -> str:
    return reformatted({"guide.toml": text.encode()}, Guide, {})["guide.toml"].decode()


@pytest.mark.parametrize(
    ("text", "error"),
    [("format = 2\n", OptoutError), ("format = [\n", BadGuide), ("a = 1\na = 2", BadGuide)],
)
def test_what_is_no_guide_is_not_written_anew(text: str, error: type[OptoutError]) -> None:
    with pytest.raises(error):
        anew(text)


def test_what_says_nothing_new_is_left_out_at_once() -> None:
    picture = 'title = "One"\npicture.crumbs = []\npicture.part = [{ kind = "bars" }]'
    text = GUIDE.replace('title = "One"', picture)
    assert "crumbs" not in anew(text)
    assert anew(anew(text)) == anew(text)
    old = GUIDE.replace("format = 2", "format = 1").replace("confidence", "# confidence")
    with_frame = picture.replace("\npicture", '\npicture.frame = "page"\npicture', 1)
    assert "crumbs" not in anew(old.replace('title = "One"', with_frame))


def test_line_ends_stay_as_they_are() -> None:
    windows = reformatted({"a": GUIDE.replace("\n", "\r\n").encode()}, Guide, {})["a"]
    assert windows.count(b"\r\n") == windows.count(b"\n")
    assert windows.replace(b"\r\n", b"\n").decode() == anew(GUIDE)


def test_a_change_is_written_and_nothing_else() -> None:
    def change(full: dict[str, object]) -> None:
        full["name"] = "Another"

    files = {"guide.toml": anew(GUIDE).encode()}
    changed = reformatted(files, Guide, {}, change)["guide.toml"].decode()
    assert changed == anew(GUIDE).replace('"Example"', '"Another"')


LEAF = (
    st.booleans()
    | st.integers(-9, 9)
    | st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]))
)
KEYS = st.text("abc", min_size=1, max_size=2)


@given(st.dictionaries(KEYS, LEAF | st.lists(LEAF) | st.lists(st.dictionaries(KEYS, LEAF))))
def test_whatever_a_table_holds_is_read_as_it_was_written(table: dict[str, object]) -> None:
    text = with_remarks([*toml_lines(table)], [])
    assert parse_table(text.encode()) == table


CHANGES = [
    *[("surface", value) for value in ("web", "ios", "unknown", ["ios", "web"], ["android"])],
    *[("as_of", value) for value in ("undated", "2026-08-21", "2026-09")],
    *[("confidence", value) for value in ("high", "low")],
    *[("sources", value) for value in (["press"], ["press", "notes"])],
    *[("crumbs", value) for value in ([], ["Settings"], ["Me", "Settings"])],
    *[("title", value) for value in ("Data privacy", "Settings", """A "b" 'c' \\""")],
    *[("path", value) for value in ([], ["Me", "Data privacy", "X"])],
    *[("before", value) for value in ("on", "either")],
    *[("default", value) for value in ("On", "off", "On, as reported")],
    *[("turn", value) for value in ("on", "other")],
    *[("text", value) for value in ("A", 'a\n\n"""\nb\\')],
]


@given(
    number=st.sampled_from([1, 2]),
    changes=st.lists(st.tuples(st.integers(0, 40), st.sampled_from(CHANGES)), max_size=4),
)
def test_any_guide_is_written_anew_once_and_for_all(
    number: int, changes: list[tuple[int, tuple[str, object]]]
) -> None:
    guide = deepcopy(merged(read_files(EXAMPLE if number == 1 else SHORT)))
    for place, (key, value) in changes:
        tables = [table for table in tables_in(guide) if key in table] or [guide]
        tables[place % len(tables)][key] = value
    text = with_remarks([*toml_lines(guide)], []).encode()
    try:
        once = reformatted({"guide.toml": text}, Guide, {})
    except OptoutError as error:
        if "mistakes" not in error.title:
            raise
        return  # With a change that does not fit it is no guide.
    assert reformatted(once, Guide, {}) == once


def tables_in(value: object) -> list[dict[str, object]]:
    if isinstance(value, dict):
        return [value, *(table for one in value.values() for table in tables_in(one))]
    return [table for one in value for table in tables_in(one)] if isinstance(value, list) else []
