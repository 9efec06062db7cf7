"""The command in this process, with the example guide, an own folder and a stopped clock."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from optout_desktop.cli.command import main
from optout_desktop.guides.library.library import Library
from tests.guide_folders import copy_guide

EXAMPLE = Path(__file__).parents[1] / "golden" / "example" / "guide.toml"
NOW = datetime(2026, 11, 23, 10, 42, tzinfo=UTC)


@dataclass(frozen=True)
class Answer:
    """How a command ended and what it said."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        return json.loads(self.out)


Terminal = Callable[..., Answer]


@pytest.fixture
def guides(tmp_path: Path) -> Path:
    return copy_guide(EXAMPLE, tmp_path / "guides").parents[1]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def terminal(
    guides: Path, data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Terminal:
    """Run a command as a person would type it."""
    monkeypatch.setenv("OPTOUT_DATA_DIR", str(data))
    # argparse wraps its help to the width of the terminal.
    monkeypatch.setenv("COLUMNS", "100")

    def run(*arguments: str) -> Answer:
        code = main(arguments, library=Library((guides,)), clock=lambda: NOW)
        said = capsys.readouterr()
        return Answer(code, said.out, said.err)

    return run
