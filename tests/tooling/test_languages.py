"""The data of languages: made from the CLDR, current, and right for other languages too."""

import subprocess
import sys
from pathlib import Path

import pytest

from optout_desktop.base.locales import ListPattern, locale_of
from tests.languages.locales import files, format_of, languages, locale_data


@pytest.mark.parametrize("file", files(), ids=lambda file: file.name)
def test_the_files_are_current(file: Path) -> None:
    assert file.read_text(encoding="utf-8") == files()[file], "run: python3 dev.py languages"


def test_there_is_a_file_for_every_language_and_no_other() -> None:
    assert {file.stem for file in files()} == {file.stem for file in _folder().glob("*.json")}
    assert "en" in languages()


def _folder() -> Path:
    (folder,) = {file.parent for file in files()}
    return folder


@pytest.mark.parametrize(
    ("pattern", "format_"),
    [
        ("d MMMM y", "{day} {month} {year}"),
        ("d 'de' MMM 'de' y", "{day} de {short_month} de {year}"),
        ("y. 'gada' LLLL", "{year}. gada {month_alone}"),
        ("y年M月d日", "{year}年{number}月{day}日"),
        ("y-MM-dd", "{year}-{number:02}-{day:02}"),
        ("HH 'o''clock'", "{hour:02} o'clock"),
        ("H''mm", "{hour}'{minute:02}"),
    ],
)
def test_patterns_become_those_of_python(pattern: str, format_: str) -> None:
    assert format_of(pattern) == format_


def test_a_field_that_nobody_fills_is_refused() -> None:
    with pytest.raises(KeyError):
        format_of("d MMMM y G")


def test_other_languages_have_their_own_ways() -> None:
    german, arabic = locale_data("de", ["DE", "AX"]), locale_data("ar", ["EG"])
    assert (german.direction, arabic.direction) == ("ltr", "rtl")
    assert german.date == "{day}. {month} {year}"
    assert german.months[9] == "Oktober"
    assert german.and_list.end == "{0} und {1}"
    assert german.territories == {"DE": "Deutschland", "AX": "Ålandinseln"}
    assert arabic.territories == {"EG": "مصر"}
    assert arabic.or_list == ListPattern("{0} أو {1}", "{0} أو {1}", "{0} أو {1}", "{0} أو {1}")


def test_languages_that_lack_a_name_leave_it_to_english() -> None:
    assert locale_data("iu", ["DE"]).territories == {}


def test_english_names_of_countries_stand_in_one_place_only() -> None:
    assert locale_of("en").territories == {}


def test_the_program_starts_without_babel() -> None:
    lines = "import optout_desktop.cli.command, sys; print('babel' in sys.modules)"
    said = subprocess.run([sys.executable, "-c", lines], capture_output=True, check=True, text=True)
    assert said.stdout == "False\n"
