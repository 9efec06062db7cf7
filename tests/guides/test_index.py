"""The index: it is believed as long as it is right, and costs nothing but time where it is not."""

import json
import os
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from optout_desktop.guides.format.read import BadGuide
from optout_desktop.guides.library import index
from optout_desktop.guides.library.index import shipped_index
from optout_desktop.guides.library.library import Library
from tests.guide_folders import put_guide

GOOD = Path(__file__).parents[1] / "data" / "guides" / "good" / "example" / "guide.toml"
SHARED = """
format = 1
name = "Family"
domains = ["www.example.com"]

[[fact]]
id = "more"
title = "More"
text = "More of it."
sources = ["family"]

[[source]]
id = "family"
title = "About us"
publisher = "Family"
kind = "official"
"""
LONG_AGO = 1_700_000_000
DEEP = b"[" * 100_000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a folder with two good guides, one of which takes a fact from a shared file."""
    guides = tmp_path / "guides"
    text = GOOD.read_text(encoding="utf-8")
    put_guide(guides, "example", text).with_name("expected.toml").write_text("x = 1\n")
    put_guide(guides, "another", "").with_name("expected.toml").write_text("x = 1\n")
    changed = text.replace('"example"', '"another"', 1).replace('"Example"', '"Another"', 1)
    reference = '[[shared]]\nfile = "family"\nfacts = ["more"]\n\n[[task]]'
    put_guide(guides, "another", changed.replace("[[task]]", reference, 1))
    (guides / "shared").mkdir()
    (guides / "shared" / "family.toml").write_text(SHARED, encoding="utf-8")
    settle(guides)
    return guides


def settle(folder: Path, moment: int = LONG_AGO) -> None:
    """Let everything have changed long ago, so that it is kept in an index."""
    for place in folder.rglob("*"):
        os.utime(place, (moment, moment))


def names(library: Library) -> list[str]:
    return [outline.name for outline in library.outlines]


Index = Callable[[], Library]


@pytest.fixture(params=["shipped", "cached"])
def library(request: pytest.FixtureRequest, folder: Path, tmp_path: Path) -> Index:
    """Make an index of the folder, and return what looks at the folder with that index."""
    if request.param == "shipped":
        file = tmp_path / "index.json"
        file.write_bytes(shipped_index(folder))
        return lambda: Library((folder,), shipped=file)
    cache = tmp_path / "cache"
    assert Library((folder,), cache=cache).outlines
    return lambda: Library((folder,), cache=cache)


def file_of(folder: Path) -> Path:
    """Return the file of the index."""
    (file,) = (*folder.parent.glob("index.json"), *folder.parent.glob("cache/*.json"))
    return file


def lie(folder: Path, library: Index) -> None:
    """Let the index say what no guide says, so that it is seen where it is believed."""
    file = file_of(folder)
    write_entries(file, b'"Example"', b'"Exemplar"')
    write_entries(file, b'"Another"', b'"Anothing"')
    assert names(library()) == ["Anothing", "Exemplar"]


def write_entries(file: Path, old: bytes, new: bytes) -> None:
    """Change the entries of an index, and make it sound again."""
    entries = file.read_bytes().partition(b"\n")[2]
    assert old in entries
    changed = entries.replace(old, new)
    head = b'{"made_by":%d,"crc":%d}\n' % (made_by(file), zlib.crc32(changed))
    file.write_bytes(head + changed)


def made_by(file: Path) -> int:
    """Return the number of the code that made an index."""
    return int(json.loads(file.read_bytes().partition(b"\n")[0])["made_by"])


def test_the_index_says_the_same_as_the_guides(folder: Path, library: Index) -> None:
    assert library().outlines == Library((folder,)).outlines


def test_what_is_unchanged_is_believed(folder: Path, library: Index) -> None:
    lie(folder, library)


@pytest.mark.parametrize("change", ["another", "beside", "shared", "gone"])
def test_what_has_changed_is_read_again(folder: Path, library: Index, change: str) -> None:
    file = folder / "another" / "guide.toml"
    beside = file.with_name("expected.toml")
    lie(folder, library)
    if change == "another":
        file.write_bytes(file.read_bytes().replace(b'"Another"', b'"Other"'))
    elif change == "beside":
        beside.write_text("", encoding="utf-8")
    elif change == "shared":
        shared = folder / "shared" / "family.toml"
        shared.write_text(SHARED.replace("More of it.", "More."), encoding="utf-8")
    else:
        (folder / "shared" / "family.toml").unlink()
    first, second = library().outlines
    expected = {"another": "Other", "gone": "another"}.get(change, "Another")
    assert {first.name, second.name} == {expected, "Exemplar"}
    assert bool(first.problem or second.problem) == (change == "gone")


def test_a_file_that_comes_to_a_guide_is_noticed(folder: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    assert names(Library((folder,), cache=cache)) == ["Another", "Example"]
    (folder / "another" / "sources.toml").write_text("[[source]]\n", encoding="utf-8")
    os.utime(folder / "another" / "sources.toml", (LONG_AGO, LONG_AGO))
    first, second = Library((folder,), cache=cache).outlines
    assert (first.name, first.problem != "", second.name) == ("another", True, "Example")


def test_guides_come_and_go(folder: Path, library: Index) -> None:
    (folder / "example" / "guide.toml").unlink()
    new = GOOD.read_text(encoding="utf-8").replace('"example"', '"newcomer"', 1)
    put_guide(folder, "newcomer", new)
    assert [outline.slug for outline in library().outlines] == ["another", "newcomer"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"null",
        b"\xff\xfe",
        b'{"made_by":1}\n[]',
        b'{"made_by":MADE,"crc":1}\n[]',
        b'{"made_by":MADE,"crc":%d}\n[[1,2,3]]' % zlib.crc32(b"[[1,2,3]]"),
        b'{"made_by":MADE,"crc":%d}\n%b' % (zlib.crc32(DEEP), DEEP),
        b"[" * 100_000,
    ],
)
def test_a_damaged_index_is_as_good_as_none(folder: Path, library: Index, content: bytes) -> None:
    file_of(folder).write_bytes(content.replace(b"MADE", b"%d" % made_by(file_of(folder))))
    assert library().outlines == Library((folder,)).outlines


@pytest.mark.parametrize("task", [b'["ai-toggle",7,', b'[[["ai-toggle"]],"toggle",'])
def test_a_cached_index_that_is_sound_and_senseless_is_as_good_as_none(
    folder: Path, tmp_path: Path, task: bytes
) -> None:
    cache = tmp_path / "cache"
    expected = Library((folder,), cache=cache).outlines
    write_entries(file_of(folder), b'["ai-toggle","toggle",', task)
    found = Library((folder,), cache=cache).outlines
    assert found == expected
    assert [outline.tasks for outline in found] == [outline.tasks for outline in expected]


def test_an_index_cut_anywhere_changes_nothing(folder: Path, library: Index) -> None:
    file = file_of(folder)
    whole = file.read_bytes()
    for end in range(0, len(whole), len(whole) // 20):
        file.write_bytes(whole[:end])
        assert names(library()) == ["Another", "Example"]


def test_an_index_of_other_code_is_not_believed(folder: Path, library: Index) -> None:
    lie(folder, library)
    content = file_of(folder).read_bytes()
    made = b'"made_by":%d' % made_by(file_of(folder))
    file_of(folder).write_bytes(content.replace(made, b'"made_by":1'))
    assert names(library()) == ["Another", "Example"]


def test_what_is_no_file_of_usual_size_is_no_index(
    folder: Path, library: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    lie(folder, library)
    file = file_of(folder)
    monkeypatch.setattr(index, "_LARGEST", file.stat().st_size - 1)
    assert names(library()) == ["Another", "Example"]
    file.unlink()
    file.mkdir()
    assert names(library()) == ["Another", "Example"]


@pytest.mark.parametrize("slug", ["Two words", "-", "a" * 41])
def test_a_slug_that_is_none_is_not_believed(folder: Path, library: Index, slug: str) -> None:
    write_entries(file_of(folder), b'"another"', b'"%b"' % slug.encode())
    (folder / "another").rename(folder / slug)
    (bad,) = (outline for outline in library().outlines if outline.slug != "example")
    assert bad.slug != slug
    assert "Rename the folder to “another”" in bad.problem


@pytest.mark.parametrize("what", ["another/guide.toml", "another", "shared", "shared/family.toml"])
def test_a_link_is_not_believed_because_all_else_agrees(
    folder: Path, library: Index, what: str
) -> None:
    lie(folder, library)
    place, outside = folder / what, folder.parent / "outside"
    place.rename(outside)
    try:
        place.symlink_to(outside, target_is_directory=outside.is_dir())
    except OSError:
        pytest.skip("this computer does not let a person make links")
    first, second = library().outlines
    assert "leads out of the folder" in first.problem + second.problem


def test_a_bad_guide_is_in_no_index(folder: Path, library: Index) -> None:
    put_guide(folder, "bad", "format = 1\n")
    for _ in range(2):
        assert [bool(outline.problem) for outline in library().outlines] == [False, True, False]


def test_equal_guides_give_equal_bytes_and_bad_ones_are_refused(folder: Path) -> None:
    before = shipped_index(folder)
    settle(folder, LONG_AGO + 5)
    assert shipped_index(folder) == before
    put_guide(folder, "bad", "format = 1\n")
    with pytest.raises(BadGuide):
        shipped_index(folder)


def test_a_cached_outline_is_of_one_moment_alone(folder: Path, tmp_path: Path) -> None:
    # The same size, and another time.
    cache = tmp_path / "cache"
    assert names(Library((folder,), cache=cache)) == ["Another", "Example"]
    file = folder / "another" / "guide.toml"
    file.write_bytes(file.read_bytes().replace(b'"Another"', b'"Changed"'))
    settle(folder, LONG_AGO + 5)
    assert names(Library((folder,), cache=cache)) == ["Changed", "Example"]


def test_what_changed_just_now_is_not_cached_as_it_could_change_again_unseen(
    folder: Path, tmp_path: Path
) -> None:
    cache = tmp_path / "cache"
    file = folder / "another" / "guide.toml"
    file.touch()
    moment = file.stat().st_mtime_ns
    assert names(Library((folder,), cache=cache)) == ["Another", "Example"]
    file.write_bytes(file.read_bytes().replace(b'"Another"', b'"Changed"'))
    os.utime(file, ns=(moment, moment))
    assert names(Library((folder,), cache=cache)) == ["Changed", "Example"]


def test_a_second_start_reads_and_writes_nothing(folder: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    assert Library((folder,), cache=cache).outlines
    (file,) = cache.iterdir()
    before = file.stat().st_mtime_ns, file.stat().st_ino
    assert Library((folder,), cache=cache).outlines
    assert (file.stat().st_mtime_ns, file.stat().st_ino) == before


def test_the_cache_forgets_guides_that_are_gone(folder: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    assert Library((folder,), cache=cache).outlines
    (folder / "example" / "guide.toml").unlink()
    assert len(Library((folder,), cache=cache).outlines) == 1
    (file,) = cache.iterdir()
    assert b"Another" in file.read_bytes()
    assert b"Example (" not in file.read_bytes()


def test_what_the_shipped_index_knows_is_not_cached(folder: Path, tmp_path: Path) -> None:
    shipped, cache = tmp_path / "index.json", tmp_path / "cache"
    shipped.write_bytes(shipped_index(folder))
    assert len(Library((folder,), shipped, cache).outlines) == 2
    assert not cache.exists()


def test_two_folders_have_two_caches(folder: Path, tmp_path: Path) -> None:
    pack, cache = tmp_path / "pack", tmp_path / "cache"
    put_guide(pack, "example", GOOD.read_bytes().replace(b'"Example"', b'"Exempla"', 1))
    settle(pack)
    for _ in range(2):
        assert names(Library((folder, pack), cache=cache)) == ["Another", "Exempla"]
    assert len(list(cache.iterdir())) == 2


def test_where_nothing_can_be_cached_the_guides_are_there(folder: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    cache.write_text("no folder", encoding="utf-8")
    for _ in range(2):
        assert names(Library((folder,), cache=cache)) == ["Another", "Example"]


def test_with_a_fitting_index_no_toml_is_read(folder: Path, library: Index) -> None:
    made = library()
    program = (
        "import sys; from pathlib import Path\n"
        "from optout_desktop.guides.library.library import Library\n"
        "folder, shipped, cache = (Path(one) if one else None for one in sys.argv[1:])\n"
        "found = Library((folder,), shipped, cache).outlines\n"
        "late = {'tomllib', 'tree_sitter', 'optout_desktop.guides.format.read',"
        " 'optout_desktop.authoring.check'}\n"
        "print(len(found), *sorted(late & set(sys.modules)))\n"
    )
    places = (str(place or "") for place in (folder, made.shipped, made.cache))
    done = subprocess.run(
        [sys.executable, "-c", program, *places], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["2"]
