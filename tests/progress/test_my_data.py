"""All my data: listed, taken along, deleted, and nothing else."""

import os
from functools import partial
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from msgspec.structs import replace

from optout_desktop.base.errors import OptoutError
from optout_desktop.base.log import add_to_log
from optout_desktop.base.paths import Folders
from optout_desktop.progress.log import append, read
from optout_desktop.progress.log_key import LogKey
from optout_desktop.progress.my_data import delete, deleted_words, export, my_files
from optout_desktop.progress.people import change_person
from optout_desktop.progress.settings import change_settings
from tests.entries import entry

TICK = entry()
LOG = LogKey("me", "linkedin", "main")


def apart(root: Path) -> Folders:
    return Folders(root / "data", root / "settings", root / "computer", root / "cache")


def chosen(root: Path) -> Folders:
    computer = root / "computers" / "0123456789ab"
    return Folders(root, root, computer, computer / "cache")


def together(root: Path) -> Folders:
    return Folders(root, root, root, root / "cache")


@pytest.fixture(params=[apart, chosen, together])
def folders(request: pytest.FixtureRequest, tmp_path: Path) -> Folders:
    made = request.param(tmp_path / "own")
    assert isinstance(made, Folders)
    return made


def use_the_program(folders: Folders) -> None:
    append(folders, LOG, [TICK])
    append(folders, LogKey("oma", "slack", "0a1b2c3d"), [TICK, TICK])
    (log,) = (folders.data / "progress" / "me").rglob("*.jsonl")
    with log.open("ab") as stream:
        stream.write(b"damaged\n")
    read(folders, LOG)
    change_person(folders, "oma", partial(replace, name="Oma"))
    change_settings(folders, colours="dark", window=(1, 2, 3, 4))
    add_to_log(folders, "ValueError")
    assert folders.cache is not None
    folders.cache.mkdir()
    (folders.cache / "guides-0123abcd.json").write_bytes(b"what can be made again")


def files_below(folder: Path) -> set[Path]:
    return {each for each in folder.rglob("*") if each.is_symlink() or not each.is_dir()}


def test_nothing_is_listed_at_first(folders: Folders) -> None:
    assert my_files(folders) == ()


def test_every_file_is_listed_once(folders: Folders, tmp_path: Path) -> None:
    use_the_program(folders)
    files = my_files(folders)
    assert set(files) == files_below(tmp_path)
    assert list(files) == sorted(set(files))
    names = [file.name for file in files]
    assert any(".damaged-" in name for name in names)
    assert {"settings.toml", "window.json", "id", "log.txt"} <= set(names)


def test_the_archive_holds_all_and_is_the_same_twice(folders: Folders, tmp_path: Path) -> None:
    use_the_program(folders)
    first, second = tmp_path / "first.zip", tmp_path / "out" / "second.zip"
    export(folders, first)
    export(folders, second)
    assert first.read_bytes() == second.read_bytes()
    with ZipFile(first) as archive:
        assert archive.testzip() is None
        contents = sorted(archive.read(name) for name in archive.namelist())
        assert len(archive.namelist()) == len(set(archive.namelist()))
        assert "data/progress/me/linkedin/main" in {
            str(Path(name).parent.as_posix()) for name in archive.namelist()
        }
    cached = b"what can be made again"
    taken = sorted(file.read_bytes() for file in my_files(folders))
    assert cached in taken
    assert contents == [content for content in taken if content != cached]


def test_the_archive_is_sorted_by_what_it_is_and_packed(tmp_path: Path) -> None:
    folders = apart(tmp_path / "own")
    use_the_program(folders)
    export(folders, tmp_path / "all.zip")
    with ZipFile(tmp_path / "all.zip") as archive:
        names = archive.namelist()
        assert {name.partition("/")[0] for name in names} == {"data", "settings", "computer"}
        assert {"data/people/oma.toml", "settings/settings.toml", "computer/id"} <= {*names}
        assert {each.compress_type for each in archive.infolist()} == {ZIP_DEFLATED}


@pytest.mark.skipif(os.name == "nt", reason="names of files are text there")
def test_a_name_that_is_no_text_is_taken_along(tmp_path: Path) -> None:
    folders = apart(tmp_path / "own")
    folders.computer.mkdir(parents=True)
    odd = os.fsencode(folders.computer) + b"/\xff"
    try:
        Path(os.fsdecode(odd)).write_bytes(b"kept")
    except OSError:
        pytest.skip("this disk keeps no such names")
    export(folders, tmp_path / "all.zip")
    with ZipFile(tmp_path / "all.zip") as archive:
        assert archive.namelist() == ["computer/\\xff"]


def test_an_archive_that_cannot_be_written_is_told(folders: Folders, tmp_path: Path) -> None:
    use_the_program(folders)
    (tmp_path / "folder.zip").mkdir()
    with pytest.raises(OptoutError):
        export(folders, tmp_path / "folder.zip")


def test_deleting_all_leaves_nothing(folders: Folders, tmp_path: Path) -> None:
    use_the_program(folders)
    delete(folders, my_files(folders))
    assert files_below(tmp_path) == set()
    assert my_files(folders) == ()
    own = {folders.data, folders.settings}
    left = {each for each in tmp_path.rglob("*") if each.is_dir()}
    assert left <= own | {parent for folder in own for parent in folder.parents}


def test_how_many_files_were_deleted_is_told() -> None:
    assert deleted_words(1) == "1 file was deleted."
    assert deleted_words(1234) == "1,234 files were deleted."


def test_the_folder_around_the_folders_of_the_program_stays(tmp_path: Path) -> None:
    around = tmp_path / "around"
    folders = Folders(tmp_path / "data", tmp_path / "settings", around / "computer")
    append(folders, LOG, [TICK])
    delete(folders, my_files(folders))
    assert not folders.computer.exists()
    assert around.exists()


def test_only_what_is_named_is_deleted(folders: Folders, tmp_path: Path) -> None:
    use_the_program(folders)
    before = files_below(tmp_path)
    gone = [file for file in my_files(folders) if "oma" in file.parts]
    assert gone
    delete(folders, gone)
    assert files_below(tmp_path) == before - set(gone)
    assert not (folders.data / "progress" / "oma").exists()
    assert len(read(folders, LOG).events) == 1
    delete(folders, gone)  # what is gone already is no error


def test_foreign_files_are_refused_before_anything_is_deleted(tmp_path: Path) -> None:
    folders = chosen(tmp_path / "documents")
    use_the_program(folders)
    before = files_below(tmp_path)
    letters = tmp_path / "documents" / "letters.odt"
    beside = tmp_path / "beside"
    for foreign in (letters, beside):
        foreign.write_bytes(b"mine")
    assert letters not in my_files(folders)
    around = folders.data / "progress" / ".." / "letters.odt"
    for foreign in (letters, beside, around, folders.data / "progress", Path("/")):
        with pytest.raises(OptoutError) as refusal:
            delete(folders, [*my_files(folders), foreign])
        told = f"The file {foreign} does not belong to this program. Nothing was deleted."
        assert str(refusal.value) == told
    assert files_below(tmp_path) == before | {letters, beside}

    delete(folders, my_files(folders))
    assert files_below(tmp_path) == {letters, beside}


def test_links_are_not_followed(tmp_path: Path) -> None:
    folders = apart(tmp_path / "own")
    use_the_program(folders)
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret").write_bytes(b"password")
    try:
        (folders.data / "progress" / "folder").symlink_to(outside, target_is_directory=True)
        (folders.computer / "file").symlink_to(outside / "secret")
    except OSError:
        pytest.skip("this system makes no symbolic links")
    files = my_files(folders)
    assert {"folder", "file"} <= {file.name for file in files}
    assert not any("secret" in file.name for file in files)
    with pytest.raises(OptoutError, match=r"^Nothing was written, because not all") as refusal:
        export(folders, tmp_path / "all.zip")
    assert refusal.value.hint.startswith("These are links, or not files: ")
    assert refusal.value.hint.endswith(". Replace each with what it leads to.")
    for link in (folders.data / "progress" / "folder", folders.computer / "file"):
        assert str(link) in refusal.value.hint
    assert not list(tmp_path.glob("*all.zip*"))
    delete(folders, files)
    assert (outside / "secret").read_bytes() == b"password"
    assert my_files(folders) == ()


def test_a_linked_folder_is_a_link(tmp_path: Path) -> None:
    folders = apart(tmp_path / "own")
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret").write_bytes(b"password")
    folders.data.mkdir(parents=True)
    try:
        (folders.data / "people").symlink_to(outside, target_is_directory=True)
    except OSError:
        pytest.skip("this system makes no symbolic links")
    assert my_files(folders) == (folders.data / "people",)
    delete(folders, my_files(folders))
    assert (outside / "secret").exists()
    assert not (folders.data / "people").is_symlink()


def test_a_progress_that_lies_elsewhere_is_not_passed_over(tmp_path: Path) -> None:
    folders = apart(tmp_path / "own")
    cloud = tmp_path / "cloud"
    cloud.mkdir()
    folders.data.mkdir(parents=True)
    try:
        (folders.data / "progress").symlink_to(cloud, target_is_directory=True)
    except OSError:
        pytest.skip("this system makes no symbolic links")
    append(folders, LOG, [TICK])
    with pytest.raises(OptoutError) as refusal:
        export(folders, tmp_path / "all.zip")
    assert str(folders.data / "progress") in refusal.value.hint
    assert not (tmp_path / "all.zip").exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_what_is_no_file_is_named_and_not_waited_for(tmp_path: Path) -> None:
    folders = apart(tmp_path / "own")
    use_the_program(folders)
    os.mkfifo(folders.data / "progress" / "pipe")
    with pytest.raises(OptoutError) as refusal:
        export(folders, tmp_path / "all.zip")
    assert "pipe" in refusal.value.hint


@pytest.mark.parametrize("name", ["progress", "people", "computers"])
def test_a_folder_that_cannot_be_read_is_told(tmp_path: Path, name: str) -> None:
    folders = chosen(tmp_path / "own")
    use_the_program(folders)
    taken = folders.data / name
    taken.rename(tmp_path / name)
    taken.write_bytes(b"no folder")
    for act in (my_files, partial(export, file=tmp_path / "all.zip")):
        with pytest.raises(OptoutError, match="cannot be used"):
            act(folders)
    assert not (tmp_path / "all.zip").exists()


def test_data_in_a_file_instead_of_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").write_bytes(b"no folder")
    with pytest.raises(OptoutError, match="cannot be used"):
        my_files(apart(tmp_path))
