import os
import subprocess
import sys
import zlib
from pathlib import Path

import pytest

from optout_desktop.base.paths import guides_folder, resources_folder
from optout_desktop.guides.format.read import BadGuide
from optout_desktop.guides.library.index import build_index, write_index
from optout_desktop.guides.library.library import open_guide, outlines
from tests.guide_folders import put_guide

GOOD = Path(__file__).parents[1] / "data" / "guides" / "good" / "example" / "guide.toml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a folder with two good guides."""
    guides = tmp_path / "guides"
    guides.mkdir()
    text = GOOD.read_text(encoding="utf-8")
    for slug, name in (("example", "example"), ("another", "Another")):
        changed = text.replace('"example"', f'"{slug}"', 1).replace('"Example"', f'"{name}"', 1)
        put_guide(guides, slug, changed)
    return guides


@pytest.fixture
def index(folder: Path) -> Path:
    """Write the index of the folder."""
    file = folder.parent / "index.json"
    write_index(folder, file)
    return file


def missing(folder: Path) -> Path:
    """Name an index that is not there."""
    return folder / "no-index.json"


def test_guides_are_listed_by_name(folder: Path) -> None:
    found = outlines(folder, missing(folder))
    assert [outline.name for outline in found] == ["Another", "example"]
    another = found[0]
    assert another.slug == "another"
    assert another.size == (folder / "another" / "guide.toml").stat().st_size
    assert another.monogram == "Ex"
    assert "ex ample" in another.words
    assert "Example Corporation" in another.words
    assert [task.id for task in another.tasks] == ["ai-toggle", "objection", "write", "ads"]
    assert [step.optional for step in another.tasks[0].steps] == [False, True]


def test_the_index_says_the_same_as_the_guides(folder: Path, index: Path) -> None:
    assert outlines(folder, index) == outlines(folder, missing(folder))


def test_the_index_is_believed_while_name_and_size_agree(folder: Path, index: Path) -> None:
    file = folder / "another" / "guide.toml"
    file.write_bytes(file.read_bytes().replace(b'"Another"', b'"Changed"'))
    assert [outline.name for outline in outlines(folder, index)] == ["Another", "example"]


def test_a_guide_of_another_size_is_read_afresh(folder: Path, index: Path) -> None:
    file = folder / "another" / "guide.toml"
    file.write_bytes(file.read_bytes().replace(b'"Another"', b'"Anew"'))
    assert [outline.name for outline in outlines(folder, index)] == ["Anew", "example"]


def test_guides_come_and_go(folder: Path, index: Path) -> None:
    (folder / "example" / "guide.toml").unlink()
    new = GOOD.read_text(encoding="utf-8").replace('"example"', '"newcomer"', 1)
    put_guide(folder, "newcomer", new)
    assert [outline.slug for outline in outlines(folder, index)] == ["another", "newcomer"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"null",
        b"\xff\xfe",
        b'{"format":1}',
        b'{"format":0,"crc":1,"outlines":[]}',
        b'{"format":2,"crc":1,"outlines":[["example","Wrong","example",1]]}',
        b'{"format":2,"crc":%d,"outlines":[[1,2,3]]}' % zlib.crc32(b"[[1,2,3]]"),
        b"[" * 100_000,
    ],
)
def test_a_damaged_or_old_index_is_as_good_as_none(
    folder: Path, index: Path, content: bytes
) -> None:
    index.write_bytes(content)
    assert outlines(folder, index) == outlines(folder, missing(folder))


def test_an_index_of_another_format_is_not_believed(folder: Path, index: Path) -> None:
    changed = index.read_bytes().replace(b'"format":2', b'"format":1').replace(b'"Another"', b'"X"')
    index.write_bytes(changed)
    assert [outline.name for outline in outlines(folder, index)] == ["Another", "example"]


@pytest.mark.parametrize("what", ["file", "folder"])
def test_a_link_is_not_believed_because_its_size_agrees(
    folder: Path, index: Path, what: str
) -> None:
    place = folder / "another" / "guide.toml" if what == "file" else folder / "another"
    outside = folder.parent / "outside"
    place.rename(outside)
    try:
        place.symlink_to(outside)
    except OSError:
        pytest.skip("this computer does not let a person make links")
    first, _ = outlines(folder, index)
    assert "leads out of the folder" in first.problem


def test_an_index_cut_anywhere_changes_nothing(folder: Path, index: Path) -> None:
    whole = index.read_bytes()
    expected = [outline.name for outline in outlines(folder, index)]
    for end in range(0, len(whole), len(whole) // 20):
        index.write_bytes(whole[:end])
        assert [outline.name for outline in outlines(folder, index)] == expected


def test_a_bad_guide_is_a_row_that_says_so(folder: Path, index: Path) -> None:
    put_guide(folder, "bad", "format = 1\n")
    bad = next(outline for outline in outlines(folder, index) if outline.slug == "bad")
    assert bad.name == "bad"
    assert "slug" in bad.problem
    assert len(outlines(folder, index)) == 3


def test_guides_with_unusable_names_are_rows_of_their_own(folder: Path) -> None:
    for name in ("Example", "two words", "\u202egnp"):
        put_guide(folder, name, "format = 1\n")
    found = outlines(folder, missing(folder))
    assert len({outline.slug for outline in found}) == 5
    assert all("\u202e" not in outline.name for outline in found)


def test_only_a_file_of_that_name_in_a_folder_of_its_own_is_a_guide(folder: Path) -> None:
    for name in ("loose.toml", "guide.toml", "notes.txt", "another/.#guide.toml", "another/de.po"):
        (folder / name).write_text("x", encoding="utf-8")
    (folder / "empty").mkdir()
    put_guide(folder, ".hidden", "x")
    put_guide(folder, "shared", "x")
    put_guide(folder, "another/deeper", "x")
    assert len(outlines(folder, missing(folder))) == 2


def test_without_a_folder_there_is_nothing_to_list(tmp_path: Path) -> None:
    assert outlines(tmp_path / "nowhere", tmp_path / "index.json") == ()


def test_a_guide_is_opened_by_its_slug(folder: Path) -> None:
    assert open_guide(folder, "another").name == "Another"


@pytest.mark.parametrize(
    "slug",
    ["", "nobody", "../example", "..", "/etc/passwd", "Example", "example.toml", "a\0b", "a" * 41],
)
def test_nothing_else_is_opened(folder: Path, slug: str) -> None:
    put_guide(folder.parent, "example", GOOD.read_bytes())
    with pytest.raises(BadGuide, match="no such guide"):
        open_guide(folder, slug)


def test_the_index_is_the_same_every_time_and_refuses_bad_guides(folder: Path) -> None:
    assert build_index(folder) == build_index(folder)
    put_guide(folder, "bad", "format = 1\n")
    with pytest.raises(BadGuide):
        build_index(folder)


def test_the_shipped_index_is_that_of_the_shipped_guides() -> None:
    shipped = resources_folder() / "index.json"
    assert shipped.read_bytes() == build_index(guides_folder())


def test_with_a_fitting_index_no_toml_is_read(folder: Path, index: Path) -> None:
    program = (
        "import sys; from pathlib import Path\n"
        "from optout_desktop.guides.library.library import outlines\n"
        f"found = outlines(Path({os.fspath(folder)!r}), Path({os.fspath(index)!r}))\n"
        "late = {'tree_sitter', 'optout_desktop.guides.format.read',"
        " 'optout_desktop.authoring.check'}\n"
        "print(len(found), *sorted(late & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["2"]
