"""Makes the pictures of the README from the real program: `python3 dev.py screenshots`.

The clock stands still, a few steps are ticked, and nothing but a temporary folder is written to
beside docs/screenshots.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import nullcontext
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

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
    Shot("main-light", 1280, 860),
    Shot("main-dark", 1280, 860, "dark"),
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
            say(shot.name)
        with tempfile.TemporaryDirectory() as folder:
            take_report(Path(folder))
    return 0


def say(name: str) -> None:
    """Say what was made."""
    print(FOLDER.relative_to(ROOT) / f"{name}.png")  # noqa: T201 - this is what the terminal is for


def take(shot: Shot, folder: Path) -> None:
    """Start the program as a person would find it on the second day, and keep what it shows."""
    from PySide6.QtCore import QEventLoop, QTimer

    from optout_desktop.base.paths import person_folders
    from optout_desktop.gui.application import create
    from optout_desktop.guides.library.library import shipped_library

    folders = person_folders(folder)
    _, window = create(folders, shipped_library(folders.cache), shot.service, clock=lambda: NOW)
    state = window.state
    state.choose_person("me", {"region": "DE"})
    state.change_settings(colours=shot.colours, text_size=shot.text_size)
    window.resize(shot.width, shot.height)
    window.show()
    # Not the application's own loop: to quit that closes the window.
    loop = QEventLoop()
    window.page.built.connect(loop.quit)
    loop.exec()
    for step in ("open", "find"):
        window.steps.tick("ai-toggle", step)
    window.open_step.open(shot.step)
    QTimer.singleShot(500, loop, loop.quit)
    loop.exec()
    window.grab().save(str(FOLDER / f"{shot.name}.png"))
    window.close()


def take_report(folder: Path) -> None:
    """Let Chromium, where there is one, show the top of a report in the middle of the way."""
    from optout_desktop.base.clock import as_iso
    from optout_desktop.base.paths import person_folders
    from optout_desktop.gui.application import create
    from optout_desktop.gui.frame.exports import write_report
    from optout_desktop.guides.library.library import shipped_library
    from optout_desktop.progress.events import Draft, Entry
    from optout_desktop.progress.log import append
    from optout_desktop.progress.log_key import LogKey

    chromium = shutil.which("chromium")
    if chromium is None:
        print("report.png is left as it is: Chromium is not installed")  # noqa: T201 - as above
        return
    ticked = {
        "ai-toggle": ("open", "find", "switch", "reload"),
        "objection": ("choose", "open", "fill", "choose-ai"),
    }
    entries = [
        Entry(Draft("tick", task, step), as_iso(NOW), 1)
        for task, steps in ticked.items()
        for step in steps
    ]
    folders = person_folders(folder / "data")
    append(folders, LogKey("me", "linkedin", "main"), entries)
    library = shipped_library(folders.cache)
    _, window = create(folders, library, clock=lambda: NOW)
    window.state.choose_person("me", {"region": "DE"})
    page = write_report(
        folders, library, window.state.person, window.state.now, folder / "report.html"
    )
    window.close()
    subprocess.run(
        [
            *(chromium, "--headless", "--hide-scrollbars", "--no-first-run", "--disable-gpu"),
            # Its sandbox cannot be had as root; the page is our own and holds no script.
            *(("--no-sandbox",) if os.geteuid() == 0 else ()),
            *(f"--user-data-dir={folder / 'chromium'}", "--window-size=1000,1300"),
            *(f"--screenshot={FOLDER / 'report.png'}", page.as_uri()),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    say("report")


if __name__ == "__main__":
    sys.exit(main())
