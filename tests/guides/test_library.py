"""The library: which guides there are, from one folder or several, and opening one of them."""

from pathlib import Path

import pytest

from optout_desktop.base.paths import guides_folder
from optout_desktop.guides.format.files import slug_of
from optout_desktop.guides.format.read import BadGuide
from optout_desktop.guides.library.library import Library, shipped_library
from tests.guide_folders import put_guide

GOOD = Path(__file__).parents[1] / "data" / "guides" / "good" / "example" / "guide.toml"


def put(folder: Path, slug: str, name: str) -> Path:
    """Put the good guide into a folder under another slug and name."""
    text = GOOD.read_text(encoding="utf-8")
    changed = text.replace('"example"', f'"{slug}"', 1).replace('"Example"', f'"{name}"', 1)
    return put_guide(folder, slug, changed)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a folder with two good guides."""
    guides = tmp_path / "guides"
    put(guides, "example", "example")
    put(guides, "another", "Another")
    return guides


def names(*folders: Path) -> list[str]:
    return [outline.name for outline in Library(folders).outlines]


def test_guides_are_listed_by_name(folder: Path) -> None:
    found = Library((folder,)).outlines
    assert [outline.name for outline in found] == ["Another", "example"]
    another = found[0]
    assert another.slug == "another"
    assert another.monogram == "Ex"
    assert "ex ample" in another.words
    assert "Example Corporation" in another.words
    assert [task.id for task in another.tasks] == ["ai-toggle", "objection", "write", "ads"]
    assert [step.optional for step in another.tasks[0].steps] == [False, True]


def test_a_bad_guide_is_a_row_that_says_so(folder: Path) -> None:
    put_guide(folder, "bad", "format = 1\n")
    bad = next(outline for outline in Library((folder,)).outlines if outline.slug == "bad")
    assert bad.name == "bad"
    assert "slug" in bad.problem
    assert len(Library((folder,)).outlines) == 3


def test_guides_with_unusable_names_are_rows_of_their_own(folder: Path) -> None:
    for name in ("Example", "two words", "\u202egnp"):
        put_guide(folder, name, "format = 1\n")
    found = Library((folder,)).outlines
    assert len({outline.slug for outline in found}) == 5
    assert all("\u202e" not in outline.name for outline in found)


def test_only_a_file_of_that_name_in_a_folder_of_its_own_is_a_guide(folder: Path) -> None:
    for name in ("loose.toml", "guide.toml", "notes.txt", "another/.#guide.toml", "another/de.po"):
        (folder / name).write_text("x", encoding="utf-8")
    (folder / "empty").mkdir()
    put_guide(folder, ".hidden", "x")
    put_guide(folder, "shared", "x")
    put_guide(folder, "another/deeper", "x")
    library = Library((folder,))
    assert [outline.slug for outline in library.outlines] == ["another", "example"]
    assert [slug_of(file) for file in library.files()] == ["another", "example"]


def test_without_a_folder_there_is_nothing_to_list(tmp_path: Path) -> None:
    assert Library((tmp_path / "nowhere",)).outlines == ()


def test_a_guide_is_opened_by_its_slug(folder: Path) -> None:
    assert Library((folder,)).open("another").name == "Another"


@pytest.mark.parametrize(
    "slug",
    ["", "nobody", "../example", "..", "/etc/passwd", "Example", "example.toml", "a\0b", "a" * 41],
)
def test_nothing_else_is_opened(folder: Path, slug: str) -> None:
    put_guide(folder.parent, "example", GOOD.read_bytes())
    with pytest.raises(BadGuide, match="no such guide"):
        Library((folder,)).open(slug)


def test_the_outlines_are_those_of_one_moment(folder: Path) -> None:
    library = Library((folder,))
    assert len(library.outlines) == 2
    put(folder, "newcomer", "New")
    assert len(library.outlines) == 2
    assert names(folder) == ["Another", "example", "New"]


def test_of_two_folders_the_later_one_holds(folder: Path, tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    put(pack, "another", "Renewed")
    put(pack, "third", "Third")
    library = Library((folder, pack))
    assert [outline.name for outline in library.outlines] == ["example", "Renewed", "Third"]
    assert library.open("another").name == "Renewed"
    assert library.open("example").name == "example"
    assert [file.relative_to(tmp_path).as_posix() for file in library.files()] == [
        "pack/another/guide.toml",
        "guides/example/guide.toml",
        "pack/third/guide.toml",
    ]


def test_the_program_brings_guides() -> None:
    library = shipped_library()
    assert library.home == guides_folder()
    assert "linkedin" in {outline.slug for outline in library.outlines}
    assert not [outline for outline in library.outlines if outline.problem]
