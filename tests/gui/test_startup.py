"""What the start of the window loads, and what the process never loads."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

GUIDES = Path(__file__).parents[1] / "data" / "gui-guides"

SCRIPT = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QEvent, QObject, QTimer
from optout_desktop.base.paths import Folders
from optout_desktop.gui.application import create, keep_none

class FirstPaint(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and "painted" not in found:
            found["painted"] = sorted(sys.modules)
            found["guide then"] = window.slug
        return False

def shown(slug):
    found["guide"] = slug
    QTimer.singleShot(0, window.close)

keep_none()
found = {}
root = Path(sys.argv[1])
application, window = create(Folders(root / "data", root / "settings", root / "computer"))
watch = FirstPaint()
window.side.list.viewport().installEventFilter(watch)
window.guide_shown.connect(shown)
window.show()
application.exec()
found["end"] = sorted(sys.modules)
maps = Path("/proc/self/maps")
found["libraries"] = maps.read_text() if maps.exists() else ""
print(json.dumps(found))
"""

LATE = {
    "argparse",
    "jinja2",
    "optout_desktop.cli",
    "optout_desktop.gui.dialogs",
    "optout_desktop.gui.guide_page",
    "optout_desktop.pictures.svg",
    "optout_desktop.reports",
    "tomlkit",
    "tomllib",
    "tree_sitter",
    "zipfile",
}
NEVER = {
    "PySide6.QtNetwork",
    "PySide6.QtWebEngineCore",
    "_socket",
    "_ssl",
    "asyncio",
    "http",
    "http.client",
    "socket",
    "ssl",
    "urllib.request",
    "webbrowser",
}


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    """Start the window in a process of its own, as far as the first guide."""
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            SCRIPT,
            str(tmp_path_factory.mktemp("start")),
            "-platform",
            "offscreen",
        ],
        env={"QT_QPA_PLATFORM": "offscreen", "PATH": ""},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert isinstance(found, dict)
    return found


def modules(start: dict[str, object], moment: str) -> set[str]:
    names = start[moment]
    assert isinstance(names, list)
    return set(names)


def test_the_list_is_painted_before_anything_else_is_loaded(start: dict[str, object]) -> None:
    assert start["guide then"] == ""
    assert modules(start, "painted") & LATE == set()
    assert start["guide"] == "linkedin"


def test_nothing_that_could_reach_a_network_is_ever_loaded(start: dict[str, object]) -> None:
    assert modules(start, "painted") & NEVER == set()
    assert modules(start, "end") & NEVER == set()
    assert "optout_desktop.gui.guide_page" in modules(start, "end")


def test_no_library_for_a_network_is_ever_mapped(start: dict[str, object]) -> None:
    libraries = str(start["libraries"])
    if not libraries:
        pytest.skip("this system does not tell which libraries are mapped")
    assert "libQt6Widgets" in libraries
    assert "libQt6Network" not in libraries
    assert "libssl" not in libraries
