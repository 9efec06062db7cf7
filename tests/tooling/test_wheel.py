"""The wheel carries the guides and resources, and nothing from the workshop."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from optout_desktop.guides.format.files import guide_files

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel, and put what it holds into a folder."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "installed")
    return folder / "installed"


@pytest.fixture(scope="module")
def names(installed: Path) -> frozenset[str]:
    files = (path for path in installed.rglob("*") if path.is_file())
    return frozenset(path.relative_to(installed).as_posix() for path in files)


@pytest.mark.parametrize("kind", ["guides", "resources"])
def test_guides_and_resources_travel_in_the_wheel(names: frozenset[str], kind: str) -> None:
    files = [path for path in (ROOT / kind).rglob("*") if path.is_file()]
    wanted = {f"optout_desktop/_data/{path.relative_to(ROOT).as_posix()}" for path in files}
    assert wanted
    assert wanted <= names


def outlined(installed: Path, cache: Path) -> list[str]:
    """List the guides from the wheel; returns how many there are, and whether TOML was read."""
    program = (
        "import sys; from pathlib import Path\n"
        "sys.path.insert(0, sys.argv[1])\n"
        "from optout_desktop.guides.library.library import shipped_library\n"
        "library = shipped_library(Path(sys.argv[2]))\n"
        "assert library.home.is_relative_to(sys.argv[1]), library\n"
        "found = [one for one in library.outlines if not one.problem]\n"
        "print(len(found), 'tomllib' in sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(installed), str(cache)],
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.split()


def test_the_index_travels_in_the_wheel_so_that_no_toml_is_read(
    installed: Path, tmp_path: Path
) -> None:
    guides = str(len(guide_files(ROOT / "guides")))
    assert outlined(installed, tmp_path / "cache") == [guides, "False"]
    assert not (tmp_path / "cache").exists()


def test_an_index_that_is_missing_costs_time_alone(installed: Path, tmp_path: Path) -> None:
    index = installed / "optout_desktop" / "_data" / "index.json"
    kept = index.rename(tmp_path / "index.json")
    guides = str(len(guide_files(ROOT / "guides")))
    assert outlined(installed, tmp_path / "cache") == [guides, "True"]
    kept.rename(index)


def test_licences_travel_in_the_wheel(names: frozenset[str]) -> None:
    assert {Path(name).name for name in names} >= {"LICENSE", "LICENSE-CC0"}


def test_the_workshop_stays_at_home(names: frozenset[str]) -> None:
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"optout_desktop"}
