"""The options before a command: they alone open the window."""

from argparse import ArgumentError, ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path

from optout_desktop.base.languages import _


def window_options(arguments: Sequence[str]) -> Namespace | None:
    """Return what the command line says of the window; None if it is about a command, or wrong.

    These are ``data_dir``, ``person``, ``region``, ``window_service`` and ``window_preview``, each
    of them None where it is not said.
    """
    try:
        chosen, rest = options_of_window().parse_known_args(arguments)
    except ArgumentError:
        return None
    return None if rest or chosen.account is not None else chosen


def named_data_dir(arguments: Sequence[str] | None) -> Path | None:
    """Return the folder that the command line names, as far as that can be told beforehand."""
    try:
        chosen, _rest = options_of_all(None).parse_known_args(arguments)
    except ArgumentError:  # The whole parser will say what is wrong.
        return None
    folder: Path | None = chosen.data_dir
    return folder


def options_of_window() -> ArgumentParser:
    """Return a parser of all options before a command."""
    parser = ArgumentParser(
        add_help=False, allow_abbrev=False, exit_on_error=False, parents=[options_of_all(None)]
    )
    parser.add_argument(
        "--service",
        dest="window_service",
        metavar="SLUG",
        help=_("Open the window at this service (use without a command)."),
    )
    parser.add_argument(
        "--preview",
        dest="window_preview",
        metavar="FILE",
        type=Path,
        help=_("Show a guide that you write, and reload it on every save (use without a command)."),
    )
    return parser


def options_of_all(default: str | None) -> ArgumentParser:
    """Return a parser of the options that all commands have."""
    parser = ArgumentParser(add_help=False, allow_abbrev=False, exit_on_error=False)
    group = parser.add_argument_group(_("options of all commands"))
    group.add_argument(
        "--data-dir",
        metavar="FOLDER",
        type=Path,
        default=default,
        help=_("Keep everything in this folder (also: OPTOUT_DATA_DIR)."),
    )
    group.add_argument(
        "--person", metavar="NAME", default=default, help=_("Whose checklist it is.")
    )
    group.add_argument(
        "--account", metavar="NAME", default=default, help=_("Which account at the service.")
    )
    group.add_argument(
        "--region", metavar="CODE", default=default, help=_("Where the person lives, such as DE.")
    )
    return parser
