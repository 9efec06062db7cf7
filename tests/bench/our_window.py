"""The real program, started in this process with one guide open, and then another.

ARGS: data folder, folder of guides, the service to start with, the one to open then.
"""

import sys
from pathlib import Path

# msgspec loads this where it is installed, which is in the environment of developers alone.
sys.modules["typing_extensions"] = None  # type: ignore[assignment]

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QListView
from stages import Stages

from optout_desktop.base.paths import person_folders
from optout_desktop.gui.application import create
from optout_desktop.guides.library.library import Library

LOOK_MS = 250
"""How long the first guide is looked at: long enough for the rest of its page to be built."""


def main() -> int:
    data, guides, first, second = sys.argv[1:]
    application, window = create(
        person_folders(Path(data)), Library((Path(guides),), Path(guides, "index.json")), first
    )
    stages = Stages(application, "painted", "guide", "another")
    services = window.findChild(QListView, "service_list")
    assert services is not None
    stages.watch_list(services)

    def on_shown(slug: str) -> None:
        # The guide is there when the window has painted once more after saying so.
        stage = "guide" if slug == first else "another"
        stages.watch(stage, window, QEvent.Type.UpdateRequest)

    def on_reached(stage: str) -> None:
        if stage == "guide":
            QTimer.singleShot(LOOK_MS, window, open_another)

    def open_another() -> None:
        stages.restart()
        window.open_service(second)

    window.guide_shown.connect(on_shown)
    stages.reached.connect(on_reached)
    window.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
