"""The real program, started in this process with one guide open; ARGS: data folder, service."""

import sys
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QListView
from stages import Stages

from optout_desktop.base.paths import person_folders
from optout_desktop.gui.application import create


def main() -> int:
    folder, slug = sys.argv[1:]
    application, window = create(person_folders(Path(folder)), slug)
    stages = Stages(application, "painted", "guide")
    services = window.findChild(QListView, "service_list")
    assert services is not None
    stages.watch_list(services)
    # The guide is there when the window has painted once more after saying so.
    window.guide_shown.connect(lambda _: stages.watch("guide", window, QEvent.Type.UpdateRequest))
    window.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
