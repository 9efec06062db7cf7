import re
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from optout_desktop.guides.format.dates import as_date
from optout_desktop.guides.format.read import MAXIMUM_BYTES, BadGuide, parse_guide, read_guide
from tests.guide_folders import put_guide

DATA = Path(__file__).parents[1] / "data" / "guides"
GOOD = DATA / "good" / "example" / "guide.toml"
GOOD_BYTES = GOOD.read_bytes()


def test_a_good_guide_is_read_whole() -> None:
    guide = read_guide(GOOD)
    assert guide.slug == "example"
    assert guide.revision == 2
    assert [task.kind for task in guide.tasks] == ["toggle", "form", "e-mail", "nothing"]
    step = guide.tasks[0].steps[0]
    assert step.copy_text == "Data privacy"
    assert step.ways[0].surface == "ios"
    assert step.picture is not None
    assert len(step.picture.parts) == 8
    assert guide.tasks[1].fields[1].required is None


def test_dates_are_as_exact_as_they_were_written() -> None:
    guide = read_guide(GOOD)
    assert guide.sources[0].published == "2026-08-21"
    assert guide.tasks[0].steps[0].ways[0].as_of == "2026-08"


def test_paragraphs_are_kept_without_the_last_line_break() -> None:
    assert read_guide(GOOD).facts[0].text == ("Public posts are used.\n\nPrivate messages are not.")


def test_windows_line_ends_and_a_byte_order_mark_change_nothing() -> None:
    data = b"\xef\xbb\xbf" + GOOD_BYTES.replace(b"\n", b"\r\n")
    assert parse_guide(data) == parse_guide(GOOD_BYTES)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("format = 1", "format = 3", "newer version"),
        ("format = 1", "format = 0", "format: .* Write 1"),
        ("format = 1", "format = true", "format: .* Write 1"),
        ("revision = 2", "revision = true", "revision: This is true or false"),
        ('name = "Example"', "name = 5", "name: This is a number"),
        ('name = "Example"', 'naem = "Example"', "Did you mean “name”"),
        ('category = "social"', 'category = "social', "valid TOML|does not end"),
        ("revision = 2", "revision = 2\nrevision = 3", "used twice"),
        ("revision = 2", "revision = 0x" + "f" * 5000, "revision: .* whole number"),
        ("revision = 2", "revision = 0", "revision: .* from 1 to 9999"),
        ('sources = ["form"]', 'sources = ["forn"]', "no source with the id “forn”"),
        ('id = "check"', 'id = "open"', "“open” is used again"),
        ("published = 2026-08-21", 'published = "2026-02-31"', "no such date"),
        ("published = 2026-08-21", 'published = "\\u0662026-01-01"', "no such date"),
        ("published = 2026-08-21", "published = 2026-02-31", "does not exist"),
        ("published = 2026-08-21", "published = 2026-08", "quotation marks"),
        ("choose = 2", "choose = 3", "no option number 3"),
        ("before = 1, after = 2", "before = 1, after = 4", "no option number 4"),
        ('label = "Use my data"', 'label = "Use \\u202Emy data"', r"cannot be seen \(U\+202E\)"),
        ('title = "Posts"', 'title = "Po\\u0085sts"', r"cannot be seen \(U\+0085\)"),
        ('slug = "example"', 'slug = "../example"', "slug: .* right form"),
    ],
)
def test_a_mistake_is_named_with_what_would_be_right(old: str, new: str, words: str) -> None:
    text = GOOD_BYTES.decode()
    assert old in text
    with pytest.raises(BadGuide) as bad:
        parse_guide(text.replace(old, new, 1).encode())
    assert re.search(words, str(bad.value))
    assert bad.value.hint


def test_ids_of_steps_may_repeat_in_another_task() -> None:
    guide = parse_guide(GOOD_BYTES)
    assert guide.tasks[1].steps[0].id == guide.tasks[2].steps[0].id


def test_the_slug_is_the_name_of_the_folder(tmp_path: Path) -> None:
    with pytest.raises(BadGuide, match="Rename the folder to “example”"):
        read_guide(put_guide(tmp_path, "other", GOOD_BYTES))


@pytest.mark.parametrize(
    ("place", "right"),
    [
        ("example.toml", "example/guide.toml"),
        ("example/example.toml", "example/guide.toml"),
        ("shared/guide.toml", "my-service/guide.toml"),
    ],
)
def test_a_loose_file_is_no_guide_and_the_error_says_where_to_move_it(
    tmp_path: Path, place: str, right: str
) -> None:
    file = tmp_path / place
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(GOOD_BYTES)
    with pytest.raises(BadGuide, match=f"Move the file to {right}"):
        read_guide(file)


def test_a_guide_is_read_from_within_its_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(put_guide(tmp_path, "example", GOOD_BYTES).parent)
    assert read_guide(Path("guide.toml")).slug == "example"


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(BadGuide, match="no such guide"):
        read_guide(tmp_path / "example" / "guide.toml")


def test_the_line_of_broken_toml_is_told() -> None:
    with pytest.raises(BadGuide) as bad:
        parse_guide(b'format = 1\nslug = "a"\nname "b"\n')
    assert bad.value.line == 3


@pytest.mark.parametrize(
    ("written", "day"),
    [("2025", "2025-01-01"), ("2025-11", "2025-11-01"), ("2025-11-03", "2025-11-03")],
)
def test_an_inexact_date_is_its_first_day(written: str, day: str) -> None:
    assert str(as_date(written)) == day


@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
@example(b"")
@example(b"a = 0x" + b"f" * 5000)
@example(b"format = 0x" + b"f" * 5000)
@example(b"format = inf")
@example(b"format = " + b"9" * 5000)
@example(b"\xff\xfe")
def test_any_bytes_are_refused_as_a_bad_guide(data: bytes) -> None:
    with pytest.raises(BadGuide):
        parse_guide(data)


@settings(max_examples=60)
@given(
    start=st.integers(0, len(GOOD_BYTES)),
    length=st.integers(0, 80),
    patch=st.binary(max_size=8) | st.sampled_from([b'"', b"\n", b"[", b"]]", b"=1", b"{", b"\\"]),
)
def test_a_damaged_guide_is_read_or_refused_as_a_bad_guide(
    start: int, length: int, patch: bytes
) -> None:
    damaged = GOOD_BYTES[:start] + patch + GOOD_BYTES[start + length :]
    try:
        assert parse_guide(damaged).format == 1
    except BadGuide as bad:
        line = bad.line
    else:
        line = 1
    assert 1 <= line <= damaged.count(b"\n") + 1


def test_a_file_of_the_largest_size_is_still_read(tmp_path: Path) -> None:
    file = put_guide(tmp_path, "example", (GOOD_BYTES + b"#").ljust(MAXIMUM_BYTES, b"x"))
    assert read_guide(file).slug == "example"
