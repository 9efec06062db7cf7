"""Chooses the door: the window, or a command in the terminal."""

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from optout_desktop import __version__

if TYPE_CHECKING:
    from optout_desktop.base.paths import Folders

_WINDOW_OPTIONS = ("--data-dir", "--person", "--service", "--region", "--preview")


def main() -> int:
    """Start what the command line asks for; returns the exit code."""
    arguments = sys.argv[1:]
    try:
        return _open(arguments)
    except Exception as error:  # noqa: BLE001 - nobody behind this line could still tell of it
        from optout_desktop.cli.failure import tell_failure

        return tell_failure(error, arguments)


def _open(arguments: Sequence[str]) -> int:
    if arguments == ["--version"]:
        print(f"Optout Desktop {__version__}")  # noqa: T201 - this is the door to the terminal too
        return 0
    options = _window_options(arguments)
    if options is None:
        return _command(arguments)
    if not _has_display():
        return _without_display(options)
    return _window(options)


def _window_options(arguments: Sequence[str]) -> dict[str, str] | None:
    """Read the options of the window; ``None`` if the command line is not about the window.

    Without argparse, which would cost the start more than it could help.
    """
    options = {}
    rest = iter(arguments)
    for argument in rest:
        name, given, value = argument.partition("=")
        if name not in _WINDOW_OPTIONS:
            return None
        following = value if given else next(rest, "")
        if not following or following.startswith("--"):
            return None
        options[name] = following
    return options


def _window(options: dict[str, str]) -> int:
    from optout_desktop.gui.application import run

    if "--preview" in options:
        return _preview(Path(options["--preview"]))
    folders = _folders(options)
    person, region = options.get("--person", ""), options.get("--region", "")
    if person or region:
        # A wrong name must not open the checklist of somebody else.
        from optout_desktop.cli.context import find_person, region_code
        from optout_desktop.progress.settings import use_language_of

        use_language_of(folders)
        person = find_person(folders, person).id if person else ""
        region = region_code(region) if region else ""
    return run(folders, person, options.get("--service", ""), region)


def _folders(options: Mapping[str, str]) -> "Folders":
    from optout_desktop.base.paths import person_folders

    data_dir = options.get("--data-dir")
    return person_folders(Path(data_dir) if data_dir else None)


def _preview(file: Path) -> int:
    from optout_desktop.gui.preview import run_preview

    return run_preview(file)


def _command(arguments: Sequence[str]) -> int:
    from optout_desktop.cli import main as run_command

    return run_command(arguments)


def _has_display() -> bool:
    """Tell whether a window can open; only on Linux is that not certain."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in named)


def _without_display(options: dict[str, str]) -> int:
    """Show the list where no window can open; that is an answer, not a failure."""
    from optout_desktop.base.languages import _
    from optout_desktop.progress.settings import use_language_of

    use_language_of(_folders(options))
    print(  # noqa: T201 - the terminal is all there is
        _(
            "There is no display for the window, so here is your list. "
            "“optout-desktop --help” shows what you can do in this terminal."
        )
    )
    given = [f"{name}={value}" for name, value in options.items() if name != "--service"]
    return _command([*given, "list"])


if __name__ == "__main__":
    sys.exit(main())
