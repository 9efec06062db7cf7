"""What the start of the window loads, and what the process never loads."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from optout_desktop.base.paths import guides_folder
from optout_desktop.guides.library.index import shipped_index
from tests.guide_folders import copy_guide

SCRIPT = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QEvent, QObject, QTimer
from optout_desktop.base.paths import Folders
from optout_desktop.guides.library.library import Library
from optout_desktop.gui.application import create

class FirstPaint(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and "painted" not in found:
            found["painted"] = sorted(sys.modules)
            found["guide then"] = window.slug
        return False

def shown(slug):
    found["guide"] = slug
    QTimer.singleShot(0, window.close)

found = {}
root = Path(sys.argv[1])
folders = Folders(root / "data", root / "settings", root / "computer")
application, window = create(folders, Library((root / "guides",), root / "index.json"))
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

MANY_SIGNALS = """
import sys
from pathlib import Path
from PySide6.QtCore import QObject, QTimer, Slot
from optout_desktop.base.paths import Folders
from optout_desktop.guides.library.library import Library
from optout_desktop.gui.application import create

root = Path(sys.argv[1])
folders = Folders(root / "data", root / "settings", root / "computer")
application, window = create(folders, Library((Path(sys.argv[2]),)))

class Emitter(QObject):
    @Slot()
    def emit(self):
        for _ in range(40_000):
            window.state.settings_changed.emit()
        application.quit()

emitter = Emitter(application)
window.show()
QTimer.singleShot(0, emitter, emitter.emit)
application.exec()
"""

LATE = {
    "jinja2",
    "optout_desktop.checklist.checklist",
    "optout_desktop.cli",
    "optout_desktop.gui.dialogs",
    "optout_desktop.gui.page.guide_page",
    "optout_desktop.guides.format.read",
    "optout_desktop.guides.format.shape",
    "optout_desktop.pictures.svg",
    "optout_desktop.reports",
    "tomlkit",
    "tree_sitter",
}
NEVER = {
    "PySide6.QtNetwork",
    "PySide6.QtWebEngineCore",
    "_ssl",
    "asyncio",
    "http",
    "http.client",
    "socket",
    "ssl",
    "urllib.request",
    "webbrowser",
}


def in_a_process(script: str, *folders: Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-c", script, *map(str, folders)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    """Start the window in a process of its own, as far as the first guide."""
    folder = tmp_path_factory.mktemp("start")
    copy_guide(guides_folder() / "linkedin" / "guide.toml", folder / "guides")
    (folder / "index.json").write_bytes(shipped_index(folder / "guides"))
    done = in_a_process(SCRIPT, folder)
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
    assert "optout_desktop.gui.page.guide_page" in modules(start, "end")


def test_no_library_for_a_network_is_ever_mapped(start: dict[str, object]) -> None:
    libraries = str(start["libraries"])
    if not libraries:
        pytest.skip("this system does not tell which libraries are mapped")
    assert "libQt6Widgets" in libraries
    assert "libQt6Network" not in libraries
    assert "libssl" not in libraries


def test_the_interpreter_outlives_many_signals(tmp_path: Path) -> None:
    done = in_a_process(MANY_SIGNALS, tmp_path, guides_folder())
    assert done.returncode == 0, done.stderr


def test_it_outlives_them_where_there_are_no_guides_and_no_list_is_painted(tmp_path: Path) -> None:
    (tmp_path / "guides").mkdir()
    done = in_a_process(MANY_SIGNALS, tmp_path, tmp_path / "guides")
    assert done.returncode == 0, done.stderr
