"""Makes the pictures of the README from the real program: `python3 dev.py screenshots`.

The clock stands still, a few steps are ticked, and nothing but a temporary folder is written to
beside docs/screenshots.
"""

import os
import sys
import tempfile
from contextlib import nullcontext
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "screenshots"
NOW = datetime(2026, 11, 23, 10, 42, tzinfo=UTC)

sys.path.insert(0, str(Path(__file__).parent / "bench"))


class Shot(NamedTuple):
    """One picture: its name, the window's width and height, colours, text size and open step."""

    name: str
    width: int
    height: int
    colours: str = "light"
    text_size: int = 100
    service: str = "linkedin"
    step: tuple[str, str] = ("ai-toggle", "switch")


SHOTS = (
    Shot("main-light", 1280, 800),
    Shot("main-dark", 1280, 800, "dark"),
    Shot("wide-light", 1600, 900, step=("objection", "choose-ai")),
    Shot("narrow-light", 900, 800),
    Shot("large-text", 1280, 800, text_size=200),
    Shot("narrow-dark-large-text", 900, 800, "dark", 200),
)


def main() -> int:
    """Take all pictures one after another, in one process."""
    from display import virtual_display

    FOLDER.mkdir(parents=True, exist_ok=True)
    has_display = sys.platform != "linux" or os.environ.get("DISPLAY")
    with nullcontext(os.environ.get("DISPLAY", "")) if has_display else virtual_display() as name:
        os.environ["DISPLAY"] = name
        for shot in SHOTS:
            with tempfile.TemporaryDirectory() as folder:
                take(shot, Path(folder))
            print(FOLDER.relative_to(ROOT) / f"{shot.name}.png")  # noqa: T201 - says what it made
    return 0


def take(shot: Shot, folder: Path) -> None:
    """Start the program as a person would find it on the second day, and keep what it shows."""
    from PySide6.QtCore import QEventLoop, QTimer

    from optout_desktop.base.paths import person_folders
    from optout_desktop.gui.application import create

    folders = person_folders(folder)
    _, window = create(folders, shot.service, clock=lambda: NOW)
    store = window.store
    store.keep_person(replace(store.person, region="DE"))
    store.change_settings(replace(store.settings, colours=shot.colours, text_size=shot.text_size))
    window.resize(shot.width, shot.height)
    window.show()
    # Not the application's own loop: to quit that closes the window.
    loop = QEventLoop()
    window.page.built.connect(loop.quit)
    loop.exec()
    for step in ("open", "find"):
        window.acts.tick("ai-toggle", step)
    window.page.open_step(shot.step)
    QTimer.singleShot(500, loop, loop.quit)
    loop.exec()
    window.grab().save(str(FOLDER / f"{shot.name}.png"))
    window.close()


if __name__ == "__main__":
    sys.exit(main())
