"""``report``, ``picture``, ``guides``, ``where`` and ``my-data``."""

import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from optout_desktop.authoring.schema import guide_schemas

Terminal = Callable[..., Any]

OPEN = ("tick", "example", "toggle", "open")


def test_a_report_is_written_once(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "report.html"
    terminal(*OPEN)
    answer = terminal("report", "-o", str(file))
    assert answer.code == 0
    assert "Report on 1 service written to" in answer.out
    assert 'datetime="2026-11-23T10:42:00+00:00"' in file.read_text(encoding="utf-8")
    file.write_text("mine")
    refused = terminal("report", "-o", str(file))
    assert refused.code == 1
    assert "already there" in refused.err
    assert file.read_text() == "mine"
    assert terminal("report", "-o", str(file), "--force").code == 0
    assert file.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_a_report_of_one_service(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "report.html"
    assert terminal("report", "--service", "example", "-o", str(file)).code == 0
    assert "Not done yet" in file.read_text(encoding="utf-8")


def test_a_report_of_a_service_without_guide_says_so(
    terminal: Terminal, guides: Path, tmp_path: Path
) -> None:
    terminal(*OPEN)
    (guides / "example" / "guide.toml").unlink()
    file = tmp_path / "report.html"
    answer = terminal("report", "-o", str(file))
    assert answer.code == 0
    assert "example was begun, but its guide cannot be read" in answer.err
    assert "example was begun" in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["report.html", "no-folder/report.html"])
def test_nothing_is_written_without_need(terminal: Terminal, tmp_path: Path, name: str) -> None:
    answer = terminal("report", "-o", str(tmp_path / name))
    assert answer.code == 1
    assert answer.err
    assert not (tmp_path / name).exists()
    assert not (tmp_path / "no-folder").exists()


@pytest.mark.parametrize("theme", ["light", "dark", "high-contrast"])
def test_a_picture_is_svg_in_ascii(terminal: Terminal, theme: str) -> None:
    options = ("--theme", theme, "--direction", "rtl", "--scale", "1.5")
    before, after = (
        terminal("picture", "example", "toggle", "switch", "--state", state, *options).out
        for state in ("before", "after")
    )
    assert before != after
    assert before.isascii()
    assert ET.fromstring(before).tag == "{http://www.w3.org/2000/svg}svg"  # noqa: S314 - ours


def test_a_step_without_picture_names_those_with_one(terminal: Terminal) -> None:
    answer = terminal("picture", "example", "toggle", "open")
    assert answer.code == 1
    assert "this step has one: switch" in answer.err
    assert terminal("picture", "example", "toggle", "switch", "--scale", "9").code == 2


def test_good_guides_have_no_findings(terminal: Terminal, guides: Path) -> None:
    for arguments in ((), ("example/guide.toml",), ("example",), ("",)):
        answer = terminal("guides", "check", *(str(guides / each) for each in arguments))
        assert (answer.code, answer.out) == (0, "No mistakes were found.\n")


def test_findings_name_file_and_line(terminal: Terminal, guides: Path) -> None:
    file = guides / "example" / "guide.toml"
    lines = (
        file.read_text().replace("https://www.example.com/form", "http://x.example").splitlines()
    )
    file.write_text("\n".join([*lines, 'colour = "red"']))
    line = next(number for number, text in enumerate(lines, 1) if "http://x.example" in text)
    answer = terminal("guides", "check", str(file))
    assert answer.code == 1
    assert f"guide.toml:{line}: " in answer.out
    assert f"guide.toml:{len(lines) + 1}: " in answer.out
    findings = terminal("guides", "check", str(file), "--json").data
    assert {finding["line"] for finding in findings} == {line, len(lines) + 1}


def test_a_guide_that_is_not_there_is_refused(terminal: Terminal, tmp_path: Path) -> None:
    assert terminal("guides", "check", str(tmp_path / "none" / "guide.toml")).code == 1


def test_the_schema_is_printed(terminal: Terminal) -> None:
    assert terminal("guides", "schema", "--print").out == "".join(guide_schemas().values())


def test_where_names_every_folder(terminal: Terminal, data: Path, guides: Path) -> None:
    folders = terminal("where", "--json").data
    assert folders["data"] == folders["settings"] == str(data)
    assert folders["guides"] == str(guides)
    assert Path(folders["log"]).parent == Path(folders["computer"])
    assert f"What you did: {data}" in terminal("where").out


def test_my_data_is_listed_taken_along_and_deleted(
    terminal: Terminal, data: Path, tmp_path: Path
) -> None:
    assert "Nothing is kept about you yet." in terminal("my-data", "list").out
    terminal(*OPEN)
    files = terminal("my-data", "list", "--json").data
    assert [file for file in files if file.endswith(".jsonl")]
    archive = tmp_path / "my-data.zip"
    assert terminal("my-data", "export", "-o", str(archive)).code == 0
    assert archive.read_bytes().startswith(b"PK")
    assert terminal("my-data", "export", "-o", str(archive)).code == 1

    asked = terminal("my-data", "delete")
    assert asked.code == 1
    assert all(file in asked.out for file in files)
    assert terminal("my-data", "list", "--json").data == files

    done = terminal("my-data", "delete", "--yes")
    assert done.code == 0
    assert all(file in done.out for file in files)
    assert not [file for file in data.rglob("*") if file.is_file()]


HELP = [
    (),
    ("list",),
    ("show",),
    ("tick",),
    ("outcome",),
    ("report",),
    ("picture",),
    ("where",),
    ("my-data",),
    ("my-data", "list"),
    ("my-data", "export"),
    ("my-data", "delete"),
    ("guides",),
    ("guides", "check"),
    ("guides", "schema"),
]


@pytest.mark.parametrize("command", HELP)
def test_help_is_whole_sentences(terminal: Terminal, command: tuple[str, ...]) -> None:
    answer = terminal(*command, "--help")
    assert answer.code == 0
    description = answer.out.split("\n\n")[1]
    assert description[0].isupper()
    assert description.endswith(".")
    assert "--data-dir" in answer.out


def test_version(terminal: Terminal) -> None:
    assert terminal("--version").out == "Optout Desktop 0.1.0\n"
