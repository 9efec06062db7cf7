"""Guides written to do harm: each is refused or marked with a clear finding."""

import os
import re
import sys
from datetime import date
from pathlib import Path

import pytest

from optout_desktop.authoring.check import check_file, check_folder
from optout_desktop.authoring.findings import in_words
from optout_desktop.base.errors import OptoutError
from optout_desktop.base.links import check_link
from optout_desktop.guides.format.problems import values
from optout_desktop.guides.format.read import MAXIMUM_BYTES, BadGuide, parse_guide, read_guide
from optout_desktop.guides.library.library import Library
from tests.guide_folders import put_guide

DATA = Path(__file__).parents[1] / "data" / "guides"
GOOD = (DATA / "good" / "example" / "guide.toml").read_bytes()
HOSTILE = DATA / "hostile"
TODAY = date(2026, 11, 23)
STEP_URL = b"https://www.example.com/settings/ai?tab=1#switch"

CANNOT_BE_READ = {
    "empty": (b"", "missing"),
    "null bytes": (b"\0" * 100, "not valid TOML|cannot have"),
    "invalid UTF-8": (GOOD.replace(b"Posts", b"P\xff\xfests"), "UTF-8"),
    "invalid UTF-8 in a remark": (b"# \xe9\n" + GOOD, "UTF-8"),
    "UTF-16": (GOOD.decode().encode("utf-16"), "UTF-8"),
    "duplicate key": (GOOD + b'url = "https://www.example.com/"\n', "used twice"),
    "duplicate table": (b"[a]\n[a]\n", "used twice"),
    "10 MB of text": (b'name = "' + b"x" * 10_000_000 + b'"', "larger than 1 MB"),
    "1 MB of text": (b"format = 1\nname = '" + b"x" * 900_000 + b"'", "name: .*900,000 characters"),
    "deep list": (b"a = " + b"[" * 50_000, "too deeply"),
    "deep list that closes": (b"a = " + b"[" * 50_000 + b"]" * 50_000, "too deeply"),
    "deep table": (b"a = " + b"{a = " * 50_000, "too deeply"),
    "deep key": (b"a" + b".a" * 400_000 + b" = 1", "dots"),
    "deep header": (b"[a" + b".a" * 400_000 + b"]", "dots"),
    "header of many parts": (b"[a" + b".a" * 150 + b"]", "dots"),
    "many deep keys": (
        b"\n".join(b"k%d" % i + b".a" * 90 + b" = 1" for i in range(4000)),
        "dots",
    ),
    "long number": (b"format = " + b"1" * 100_000, "not valid TOML"),
    "large number": (b"format = 0x" + b"f" * 100_000, "format: .*Write 1"),
    "infinite format": (b"format = inf", "format: .*Write 1"),
    "format in quotes": (b'format = "2"', "format: .*without quotes"),
    "guide in a list": (b"[[guide]]\nformat = 1", "guide: .*not known"),
    "escape sequences in a key": (b'"\\u001b[31m\\u202e" = 1', "not known"),
    "surrogate": (b'a = "\\ud800"', "not valid TOML"),
}

HOSTILE_ADDRESSES = [
    "javascript:alert(1)",
    "file:///etc/passwd",
    "data:text/html,<script>alert(1)</script>",
    "http://www.example.com/",
    "https://www.example.com@evil.example/",
    "https://user:word@www.example.com/",
    "https://www.example.com.evil.example/",
    "https://www.examp1e.com/",
    "https://www.ex\u0430mple.com/",
    "https://www.xn--exmple-4nf.com/",
    "https://www.example.com:8443/",
    "https://www.example.com./",
    "https://www.example.com\\\\@evil.example/",
    "https://evil.example/?https://www.example.com/",
    "//www.example.com/",
    "https://www.example.com/\\u202emoc",
    "https://www.example.com/a b",
    "https://www.example.com/" + "a" * 3000,
]


def is_plain(text: str) -> bool:
    """Tell whether a message is one line that does not turn or hide anything."""
    return not re.search("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]", text)


@pytest.mark.parametrize(("data", "words"), CANNOT_BE_READ.values(), ids=CANNOT_BE_READ.keys())
def test_what_cannot_be_read_is_refused_and_found(data: bytes, words: str, tmp_path: Path) -> None:
    with pytest.raises(BadGuide) as bad:
        parse_guide(data)
    file = put_guide(tmp_path, "example", data)
    findings = check_file(file, TODAY)
    assert findings
    assert all(is_plain(in_words(finding)) for finding in findings)
    assert is_plain(str(bad.value))
    assert all(finding.severity == "error" for finding in findings)
    assert any(re.search(words, in_words(finding)) for finding in findings)
    (row,) = Library((tmp_path,)).outlines
    assert row.problem


@pytest.mark.parametrize("url", HOSTILE_ADDRESSES)
def test_a_hostile_address_is_found_and_never_becomes_a_link(url: str, tmp_path: Path) -> None:
    data = GOOD.replace(STEP_URL, url.encode())
    file = put_guide(tmp_path, "example", data)
    errors = [finding for finding in check_file(file, TODAY) if finding.severity == "error"]
    assert [finding.key for finding in errors] == ["task[0].step[0].url"] * len(errors)
    assert errors
    assert errors[0].hint
    try:
        guide = parse_guide(data)
    except BadGuide:
        return
    step_url = guide.tasks[0].steps[0].url
    assert step_url is not None
    with pytest.raises(OptoutError):
        check_link(step_url, guide.domains, [source.url or "" for source in guide.sources])


def test_markup_in_any_text_is_found_and_stays_a_text() -> None:
    file = HOSTILE / "markup-everywhere" / "guide.toml"
    found = check_file(file, TODAY)
    assert {finding.rule for finding in found} == {"plain-texts", "listed-addresses"}
    findings = [finding for finding in found if finding.rule == "plain-texts"]
    marked = {
        path
        for path, value in values(read_guide(file))
        if isinstance(value, str) and re.search("[<&]", value)
    }
    marked_to_copy = {path for path in marked if path[-1] == "copy"}
    assert len(marked_to_copy) == 1
    assert len(marked - marked_to_copy) == len(findings) == 13


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("wrong-types", "name: This is a number"),
        ("duplicate-keys", "used twice"),
        ("path-like-slug", "slug: “../../etc/passwd”"),
        ("later-format", "newer version"),
    ],
)
def test_a_hostile_file_is_refused_and_found(name: str, words: str) -> None:
    file = HOSTILE / name / "guide.toml"
    with pytest.raises(BadGuide):
        read_guide(file)
    assert any(re.search(words, in_words(finding)) for finding in check_file(file, TODAY))


def test_wrong_types_are_all_found() -> None:
    keys = {finding.key for finding in check_file(HOSTILE / "wrong-types" / "guide.toml", TODAY)}
    assert {"format", "slug", "name", "category", "domains", "revision", "company"} <= keys
    assert {"task", "source[0]", "source[1]", "source[2]"} <= keys


def test_a_hostile_file_hides_no_other(tmp_path: Path) -> None:
    put_guide(tmp_path, "a", b"\xff")
    put_guide(tmp_path, "b", b"format = 9")
    found = [Path(finding.file).parent.name for finding in check_folder(tmp_path, TODAY)]
    assert found == ["a", "b"]


def test_many_mistakes_come_to_an_end(tmp_path: Path) -> None:
    file = put_guide(tmp_path, "example", "\n".join(f"k{i} = 1" for i in range(5000)))
    assert len(check_file(file, TODAY)) == 1000


def test_a_large_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    file = put_guide(tmp_path, "example", b"")
    with file.open("wb") as opened:
        # A hole, so that only the size is large.
        opened.truncate(2**33)
    with pytest.raises(BadGuide, match="larger than 1 MB"):
        read_guide(file)


def test_one_byte_too_many_is_refused(tmp_path: Path) -> None:
    file = put_guide(tmp_path, "example", (GOOD + b"#").ljust(MAXIMUM_BYTES + 1, b"x"))
    with pytest.raises(BadGuide, match="larger than 1 MB"):
        read_guide(file)


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    folder = tmp_path / "guides"
    (folder / "example").mkdir(parents=True)
    outside = put_guide(tmp_path, "example", GOOD)
    try:
        (folder / "example" / "guide.toml").symlink_to(outside)
    except OSError:
        pytest.skip("this computer does not let a person make links")
    with pytest.raises(BadGuide, match="leads out of the folder"):
        read_guide(folder / "example" / "guide.toml")
    (finding,) = check_folder(folder, TODAY)
    assert "leads out of the folder" in finding.message
    (row,) = Library((folder,)).outlines
    assert "leads out of the folder" in row.problem


def test_a_link_inside_the_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_bytes(GOOD)
    (tmp_path / "example").mkdir()
    try:
        (tmp_path / "example" / "guide.toml").symlink_to(tmp_path / "real.txt")
    except OSError:
        pytest.skip("this computer does not let a person make links")
    assert read_guide(tmp_path / "example" / "guide.toml").slug == "example"


def test_a_link_to_itself_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "example" / "guide.toml"
    file.parent.mkdir()
    try:
        file.symlink_to(file)
    except OSError:
        pytest.skip("this computer does not let a person make links")
    with pytest.raises(BadGuide):
        read_guide(file)


def test_a_folder_in_the_place_of_a_guide_is_refused(tmp_path: Path) -> None:
    (tmp_path / "example" / "guide.toml").mkdir(parents=True)
    with pytest.raises(BadGuide, match="not a file"):
        read_guide(tmp_path / "example" / "guide.toml")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
def test_a_pipe_in_the_place_of_a_guide_is_refused_without_waiting(tmp_path: Path) -> None:
    (tmp_path / "example").mkdir()
    os.mkfifo(tmp_path / "example" / "guide.toml")
    with pytest.raises(BadGuide, match="not a file"):
        read_guide(tmp_path / "example" / "guide.toml")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux takes such a name")
def test_a_file_name_with_escape_sequences_is_shown_harmless(tmp_path: Path) -> None:
    for name in ("\x1b[31m\u202egnp", os.fsdecode(b"\xff")):
        put_guide(tmp_path, name, b"format = 9")
        (tmp_path / f"{name}.toml").write_bytes(b"format = 9")
    findings = check_folder(tmp_path, TODAY)
    assert [finding.rule for finding in findings] == 2 * ["own-folder"] + 2 * ["readable"]
    for finding in findings:
        assert is_plain(in_words(finding))
        assert in_words(finding).encode()
    for row in Library((tmp_path,)).outlines:
        assert is_plain(row.name)
        assert row.name.encode()
