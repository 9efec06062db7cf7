"""What the documentation tells people to type or open is there."""

import re
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]


def page_name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def commands_named(program: str) -> list[str]:
    texts = [page.read_text(encoding="utf-8") for page in PAGES]
    found = re.compile(rf"(?:`|^ *){program} ([a-z][a-z-]*)", re.MULTILINE)
    return sorted({command for text in texts for command in found.findall(text)})


def test_commands_of_developers_exist() -> None:
    named = commands_named(r"(?:python3 |py )?dev\.py")
    assert "run" in named
    assert set(named) <= runpy.run_path(str(ROOT / "dev.py"))["COMMANDS"].keys()


@pytest.mark.parametrize("command", commands_named("optout-desktop"))
def test_commands_of_the_program_exist(command: str) -> None:
    program = [sys.executable, "-m", "optout_desktop", command, "--help"]
    assert subprocess.run(program, check=False, capture_output=True).returncode == 0


@pytest.mark.parametrize("page", PAGES, ids=page_name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\((?!https:|#)([^)#\s]+)", page.read_text(encoding="utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_the_map_of_the_code_names_places_that_are_there() -> None:
    page = (ROOT / "docs" / "where.md").read_text(encoding="utf-8")
    named = re.findall(r"`((?:[\w-]+/)+[\w.-]*|[\w-]+\.(?:py|toml))`", page)
    assert len(named) > 60
    places = (ROOT / "optout_desktop", ROOT)
    missing = [name for name in named if not any((place / name).exists() for place in places)]
    assert missing == []
    rooms = {path.name for path in (ROOT / "optout_desktop").iterdir() if path.is_dir()}
    assert rooms - {"__pycache__"} <= {name.partition("/")[0] for name in named}
