"""The wheel carries the guides and resources, and nothing from the workshop."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> frozenset[str]:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        return frozenset(archive.namelist())


@pytest.mark.parametrize("kind", ["guides", "resources"])
def test_guides_and_resources_travel_in_the_wheel(names: frozenset[str], kind: str) -> None:
    files = [path for path in (ROOT / kind).rglob("*") if path.is_file()]
    wanted = {f"optout_desktop/_data/{path.relative_to(ROOT).as_posix()}" for path in files}
    assert wanted
    assert wanted <= names


def test_licences_travel_in_the_wheel(names: frozenset[str]) -> None:
    assert {Path(name).name for name in names} >= {"LICENSE", "LICENSE-CC0"}


def test_the_workshop_stays_at_home(names: frozenset[str]) -> None:
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"optout_desktop"}
