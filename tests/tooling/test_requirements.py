"""The pinned requirement files: whole, hashed, and free of any place on a network or a disk."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "requirements"
NAMES = ("authors", "build", "dev", "run", "uv")
PIN = re.compile(
    r"(?P<name>[a-z0-9-]+)==(?P<version>[^ ;]+)(?: ; [^\\]+)?(?: --hash=sha256:\w{64})+"
)


def pins_of(name: str) -> dict[str, str]:
    text = (FOLDER / f"{name}.txt").read_text(encoding="ascii")
    code = re.sub(r"^ *#.*\n", "", text, flags=re.MULTILINE)
    entries = re.sub(r" \\\n *", " ", code).splitlines()
    matches = [PIN.fullmatch(entry) for entry in entries]
    assert entries
    assert [entry for entry, match in zip(entries, matches, strict=True) if not match] == []
    return {match["name"]: match["version"] for match in matches if match}


def names_in(requirements: list[str]) -> set[str]:
    return {re.split(r"[<>=~! ]", requirement)[0] for requirement in requirements}


def test_every_file_is_looked_at() -> None:
    assert {path.stem for path in FOLDER.glob("*.txt")} == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_every_pin_has_a_hash(name: str) -> None:
    assert pins_of(name)


@pytest.mark.parametrize("path", sorted(FOLDER.iterdir()), ids=lambda path: path.name)
def test_no_file_names_a_host_or_a_folder(path: Path) -> None:
    lines = path.read_text(encoding="ascii").splitlines()
    places = re.compile(r"://|@|--(extra-)?index|--find-links|--trusted|(^|\s)[/~]|\\\w|[A-Z]:")
    assert [line for line in lines if places.search(line)] == []


@pytest.mark.parametrize("part", ["run", "authors", "build"])
def test_developers_have_the_same_versions_as_persons(part: str) -> None:
    assert pins_of(part).items() <= pins_of("dev").items()


def test_everything_that_the_project_names_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    run, dev, build = pins_of("run"), pins_of("dev"), pins_of("build")
    for_authors = project["project"]["optional-dependencies"]["authors"]
    assert names_in(project["project"]["dependencies"]) <= run.keys()
    assert names_in(for_authors) <= pins_of("authors").keys()
    assert names_in(project["dependency-groups"]["dev"]) <= dev.keys()
    assert names_in(project["build-system"]["requires"]) <= build.keys()


def test_tools_of_developers_and_authors_stay_out_of_what_persons_get() -> None:
    tools = {"pytest", "mypy", "ruff", "hatchling", "taplo", "tree-sitter", "tree-sitter-toml"}
    assert not tools & pins_of("run").keys()
    # The comparison with a bare window hides it (tests/bench/installs.py).
    assert "typing-extensions" not in pins_of("run")
