"""What the stories share: no real screen, and a Qt that may say what it cannot do without one."""

from pathlib import Path

import pytest

from optout_desktop.base.paths import guides_folder
from tests.guide_folders import copy_guide

EXAMPLE = Path(__file__).parents[1] / "golden" / "example" / "guide.toml"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the platform without a screen say what it cannot do; any other warning is an error."""
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here):
            item.add_marker(pytest.mark.qt_log_ignore("^This plugin does not support"))


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """Use no real screen."""
    return ["optout-desktop", "-platform", "offscreen"]


@pytest.fixture
def guides(tmp_path: Path) -> Path:
    """Lay out two guides, so that LinkedIn has to be found."""
    folder = tmp_path / "guides"
    folder.mkdir()
    for file in (EXAMPLE, guides_folder() / "linkedin" / "guide.toml"):
        copy_guide(file, folder)
    return folder
