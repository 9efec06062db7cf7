"""One place decides the language, and only one that there are texts for."""

import plistlib
from pathlib import Path

import pytest

from optout_desktop.base.languages import _, language, ngettext, shown_language, use_language
from optout_desktop.base.locales import and_list, direction, short_date, written_date
from optout_desktop.base.preferred_languages import macos_languages, preferred_languages
from optout_desktop.base.pseudo import pseudo_letters

VARIABLES = ("OPTOUT_LANGUAGE", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


@pytest.mark.parametrize(
    ("wanted", "shown"),
    [
        ([], "en"),
        (["de"], "en"),
        (["xx", "", "../../en-XA", "en-XA"], "en-XA"),
        (["ar-XB-variant"], "ar-XB"),
        (["en-US", "ar-XB"], "en"),
        (["de-AT", "ar-XB", "en"], "ar-XB"),
    ],
)
def test_the_first_language_with_texts_is_shown(wanted: list[str], shown: str) -> None:
    assert shown_language(wanted) == shown


@pytest.mark.parametrize(
    ("variables", "setting", "wanted"),
    [
        ({}, "", []),
        ({"LANG": "de_AT.UTF-8"}, "", ["de-AT"]),
        ({"LANG": "fr_FR", "LC_MESSAGES": "pt_BR", "LC_ALL": "sr_RS@latin"}, "", ["sr-RS"]),
        ({"LANG": "fr_FR", "LC_MESSAGES": "pt_BR"}, "", ["pt-BR"]),
        ({"LANG": "de_DE.UTF-8", "LANGUAGE": "nds:de_DE:en"}, "", ["nds", "de-DE", "en", "de-DE"]),
        ({"LANG": "C.UTF-8", "LANGUAGE": "fr"}, "", []),
        ({"LANG": "de_DE", "LC_ALL": "POSIX"}, "", []),
        ({"LANG": "de_DE"}, "pt-BR", ["pt-BR", "de-DE"]),
        ({"LANG": "de_DE", "OPTOUT_LANGUAGE": "ar-XB"}, "pt", ["ar-XB", "pt", "de-DE"]),
    ],
)
def test_the_variable_stands_before_the_setting_and_that_before_the_system(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], setting: str, wanted: list[str]
) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert list(filter(None, preferred_languages(setting))) == wanted


def test_macos_lists_its_languages_in_a_file(tmp_path: Path) -> None:
    file = tmp_path / "preferences.plist"
    file.write_bytes(plistlib.dumps({"AppleLanguages": ["de-AT", "en-GB"]}))
    assert list(macos_languages(file)) == ["de-AT", "en-GB"]


@pytest.mark.parametrize("content", [b"", b"nonsense", plistlib.dumps({}), plistlib.dumps([])])
def test_a_file_of_macos_that_says_nothing_is_no_trouble(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "preferences.plist"
    file.write_bytes(content)
    assert list(macos_languages(file)) == []
    assert list(macos_languages(tmp_path / "missing")) == []


def test_the_long_language_keeps_places_and_is_longer() -> None:
    use_language(["en-XA"])
    assert language() == "en-XA"
    assert _("A {name} (*.zip) %(prog)s %1") == "[Å {name} (*.zip) %(prog)s %1 ẋẋẋẋ ẋẋẋẋ ẋẋ]"
    assert ngettext("{n} day", "{n} days", 1).startswith("[{n} ðåý ")
    assert ngettext("{n} day", "{n} days", 2).startswith("[{n} ðåýš ")
    assert _("") == ""
    assert direction() == "ltr"
    assert and_list(["1", "2", "3"]) == "1, 2 åñð 3"
    assert written_date("2026-11-23") == "23 Ñöṽéɱƀéŕ 2026"


def test_the_language_from_right_to_left_has_its_own_letters() -> None:
    use_language(["ar-XB"])
    assert direction() == "rtl"
    assert _("&Undo {step}") == f"[&{pseudo_letters('Undo', 'ar-XB')} {{step}}]"
    assert not any(letter.isascii() and letter.isalpha() for letter in short_date("2026-11-23"))


def test_english_again_after_another_language() -> None:
    use_language(["ar-XB"])
    use_language(["de"])
    assert (language(), _("Quit"), direction()) == ("en", "Quit", "ltr")
