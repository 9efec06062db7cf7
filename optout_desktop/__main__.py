"""Chooses the door: the window, or a command in the terminal."""

import os
import sys
from argparse import Namespace
from collections.abc import Sequence

from optout_desktop.base.languages import _
from optout_desktop.base.paths import person_folders
from optout_desktop.cli.options import window_options
from optout_desktop.guides.library.library import shipped_library
from optout_desktop.progress.settings import use_language_of


def main() -> int:
    """Start what the command line asks for; returns the exit code."""
    arguments = sys.argv[1:]
    try:
        return _open(arguments)
    except Exception as error:  # noqa: BLE001 - nobody behind this line could still tell of it
        from optout_desktop.cli.failure import tell_failure

        return tell_failure(error, arguments)


def _open(arguments: Sequence[str]) -> int:
    options = window_options(arguments)
    if options is None:
        return _command(arguments)
    if not _has_display():
        return _without_display(options, arguments)
    return _window(options)


def _command(arguments: Sequence[str]) -> int:
    from optout_desktop.cli.command import main as run_command

    return run_command(arguments)


def _window(options: Namespace) -> int:
    from optout_desktop.gui.application import run

    if options.window_preview is not None:
        from optout_desktop.gui.preview import run_preview

        return run_preview(options.window_preview)
    folders = person_folders(options.data_dir)
    person = region = ""
    if options.person is not None or options.region is not None:
        # A wrong name must not open the checklist of somebody else.
        from optout_desktop.cli.context import find_person, region_code

        use_language_of(folders)
        person = "" if options.person is None else find_person(folders, options.person).id
        region = "" if options.region is None else region_code(options.region)
    library = shipped_library(folders.cache)
    return run(folders, library, options.window_service or "", person, region)


def _has_display() -> bool:
    """Return whether a window can open; only on Linux is that not certain."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in named)


def _without_display(options: Namespace, arguments: Sequence[str]) -> int:
    """Show the list where no window can open; that is an answer, not a failure."""
    use_language_of(person_folders(options.data_dir))
    print(  # noqa: T201 - the terminal is all there is
        _(
            "There is no display for the window, so here is your list. "
            "“optout-desktop --help” shows what you can do in this terminal."
        )
    )
    return _command([*arguments, "list"])


if __name__ == "__main__":
    sys.exit(main())
