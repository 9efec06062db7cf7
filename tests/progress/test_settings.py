"""Settings: wrong values fall back one by one, what others wrote stays."""

import logging
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import asdict, replace

from optout_desktop.base.errors import OptoutError
from optout_desktop.base.languages import language
from optout_desktop.base.paths import Folders
from optout_desktop.base.preferred_languages import LANGUAGE_VARIABLE
from optout_desktop.progress.settings import (
    Settings,
    change_settings,
    read_settings,
    read_window,
    use_language_of,
    write_window,
)


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders(tmp_path / "data", tmp_path / "settings", tmp_path / "computer")


def settings_file(folders: Folders, content: bytes) -> Path:
    folders.settings.mkdir(parents=True, exist_ok=True)
    file = folders.settings / "settings.toml"
    file.write_bytes(content)
    return file


def test_without_a_file_all_is_as_usual(folders: Folders) -> None:
    told: list[OptoutError] = []
    assert read_settings(folders, told.append) == Settings()
    assert change_settings(folders, text_size=100) == Settings()
    assert told == []
    assert not folders.settings.exists()


CHOSEN = Settings(
    person="0a1b2c3d",
    colours="dark",
    text_size=200,
    language="pt-BR",
    last_service="linkedin",
    folds=("linkedin/research", "“odd”"),
    window=(-1200, 80, 1180, 760),
)


def test_what_is_written_is_read(folders: Folders) -> None:
    assert change_settings(folders, **asdict(CHOSEN)) == CHOSEN
    assert read_settings(folders) == CHOSEN
    assert "window" not in (folders.settings / "settings.toml").read_text()
    assert change_settings(folders, **asdict(Settings())) == Settings()
    assert read_settings(folders) == Settings()


def test_only_what_was_said_now_is_written(folders: Folders) -> None:
    other = Settings(colours="dark", text_size=150, person="0a1b2c3d", folds=("a/b",))
    change_settings(folders, **asdict(other))
    now = change_settings(folders, last_service="linkedin", window=(1, 2))
    assert now == replace(other, last_service="linkedin", window=(1, 2))
    assert read_settings(folders) == now


def test_a_window_that_moved_leaves_the_settings_alone(folders: Folders) -> None:
    change_settings(folders, window=(1, 2))
    assert not (folders.settings / "settings.toml").exists()
    assert read_settings(folders) == Settings(window=(1, 2))


def test_each_wrong_value_is_told_and_the_others_are_used(folders: Folders) -> None:
    content = b"""\
person = "../me"
colours = "purple"
text_size = 99
language = "de"
last_service = 3
folds = "linkedin"
window = [1, 2]
"""
    file = settings_file(folders, content)
    told: list[OptoutError] = []
    assert read_settings(folders, told.append) == Settings(language="de")
    keys = ["person", "colours", "text_size", "last_service", "folds"]
    assert [key for key in keys if any(key in problem.title for problem in told)] == keys
    assert len(told) == len(keys)
    assert file.read_bytes() == content


def test_comments_order_and_what_this_version_does_not_know_stay(folders: Folders) -> None:
    file = settings_file(
        folders,
        b'# mine\ncolours = "sepia" # of a newer version\ntext_size = 100\n\n[later]\nkey = 1\n',
    )
    told: list[OptoutError] = []
    read_settings(folders, told.append)
    change_settings(folders, text_size=150, language="de")
    text = file.read_text()
    for kept in ("# mine", 'colours = "sepia" # of a newer version', "text_size = 150", "[later]"):
        assert kept in text
    assert read_settings(folders, told.append) == Settings(text_size=150, language="de")


@pytest.mark.parametrize(
    "content",
    [b"colours", b"\xff\xfe", b"a = 1\na = 2", b"a = " + b"[" * 5000, b"#" * 2_000_000, b"\0" * 9],
    ids=["torn", "not-text", "twice", "deep", "large", "zeros"],
)
def test_a_damaged_file_is_set_aside_and_told_once(folders: Folders, content: bytes) -> None:
    file = settings_file(folders, content)
    told: list[OptoutError] = []
    assert read_settings(folders, told.append) == Settings()
    assert len(told) == 1
    assert told[0].title == f"The file {file} is damaged and cannot be used."
    assert read_settings(folders, told.append) == Settings()
    assert len(told) == 1
    assert file.read_bytes() == content
    change_settings(folders, colours="dark")
    assert read_settings(folders, told.append) == Settings(colours="dark")
    assert len(told) == 1
    (kept,) = folders.settings.glob("settings.damaged-*")
    assert kept.read_bytes() == content
    assert told[0].hint == f"Nothing is lost: its content is kept in {kept}"


def test_a_file_that_cannot_be_read_does_not_stop_the_program(folders: Folders) -> None:
    (folders.settings / "settings.toml").mkdir(parents=True)
    told: list[OptoutError] = []
    assert read_settings(folders, told.append) == Settings()
    assert len(told) == 1
    with pytest.raises(OptoutError):
        change_settings(folders, colours="dark")


def test_by_default_a_problem_is_logged(folders: Folders, caplog: pytest.LogCaptureFixture) -> None:
    settings_file(folders, b"text_size = 99")
    with caplog.at_level(logging.WARNING):
        read_settings(folders)
    assert "text_size" in caplog.text
    (record,) = caplog.records
    assert record.name == "optout_desktop.progress.toml_files"
    assert record.getMessage().startswith("The value of “text_size” in ")


@pytest.mark.parametrize(
    ("content", "spoken"),
    [
        (b'language = "en-XA"', "en-XA"),
        # What else is wrong is told later, in that language.
        (b'language = "ar-XB"\ntext_size = 5', "ar-XB"),
        (b'language = "en XA"', "en"),
        (b"language = 1", "en"),
        (b'colours = "dark"', "en"),
        (b"language", "en"),
        (b'language = "en-XA" # \xff', "en"),
        (b"a = " + b"[" * 5000, "en"),
        (b"", "en"),
    ],
)
def test_the_language_is_spoken_before_anything_is_told(
    folders: Folders, monkeypatch: pytest.MonkeyPatch, content: bytes, spoken: str
) -> None:
    monkeypatch.delenv(LANGUAGE_VARIABLE, raising=False)
    monkeypatch.setenv("LC_ALL", "C")
    file = settings_file(folders, content)
    use_language_of(folders)
    assert language() == spoken
    assert list(folders.settings.iterdir()) == [file]
    assert file.read_bytes() == content


def test_without_settings_the_language_is_that_of_the_system(
    folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(LANGUAGE_VARIABLE, raising=False)
    monkeypatch.setenv("LC_ALL", "en_XA.UTF-8")
    monkeypatch.delenv("LANGUAGE", raising=False)
    use_language_of(folders)
    assert language() == "en-XA"
    assert not folders.settings.exists()
    (folders.settings / "settings.toml").mkdir(parents=True)
    use_language_of(folders)
    assert language() == "en-XA"


def test_the_window_comes_back(folders: Folders) -> None:
    assert read_window(folders) == ()
    write_window(folders, (10, 20, 1180, 760, 1))
    assert read_window(folders) == (10, 20, 1180, 760, 1)
    assert read_settings(folders).window == (10, 20, 1180, 760, 1)
    assert not folders.settings.exists()


@given(st.binary(max_size=40) | st.sampled_from([b"[1e9]", b"[99999999]", b'["1"]', b"[[1]]"]))
def test_any_window_file_can_be_read(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    root = tmp_path_factory.mktemp("window")
    (root / "window.json").write_bytes(content)
    window = read_window(Folders(root, root, root))
    assert all(abs(number) <= 100_000 for number in window)
