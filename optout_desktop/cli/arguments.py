"""The command line: its commands, and the options that all of them share."""

import argparse
import textwrap
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Protocol

from optout_desktop import __version__
from optout_desktop.base.languages import _, ngettext
from optout_desktop.cli.context import Context
from optout_desktop.cli.options import options_of_all, options_of_window

Run = Callable[[Context, argparse.Namespace], int]


class AddCommand(Protocol):
    """Adds one command to those that there are."""

    def __call__(
        self, name: str, run: Run | None, help_line: str, *, examples: tuple[str, ...] = ()
    ) -> argparse.ArgumentParser:
        """Add ``name`` and return its parser; without ``run`` it only holds further commands."""


def make_parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command, still without its commands."""
    # argparse asks gettext for a translation of its own words, in a domain that nobody fills. These
    # two names are its only seam; where a later Python has others, its words stay English.
    vars(argparse).update(_=_, ngettext=ngettext)
    parser = argparse.ArgumentParser(
        prog="optout-desktop",
        description=_paragraph(
            _(
                "Takes you through opting out of AI training, service by service. Without a "
                "command it opens the window. It works offline and sends nothing."
            )
        ),
        epilog=_examples(
            "optout-desktop list",
            "optout-desktop show linkedin",
            "optout-desktop report -o report.html",
        ),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[options_of_window()],
        allow_abbrev=False,
    )
    parser.add_argument(
        "--version", action="version", version=_program(), help=_("Print the version and stop.")
    )
    return parser


def command_adder(parser: argparse.ArgumentParser) -> AddCommand:
    """Return what adds commands to ``parser``; one of them must be chosen."""
    commands = parser.add_subparsers(
        title=_("commands"), metavar=_("COMMAND"), dest="command", required=True
    )

    def add(
        name: str, run: Run | None, help_line: str, *, examples: tuple[str, ...] = ()
    ) -> argparse.ArgumentParser:
        command = commands.add_parser(
            name,
            help=help_line,
            description=_paragraph(help_line),
            epilog=_examples(*examples) if examples else None,
            formatter_class=argparse.RawDescriptionHelpFormatter,
            # Suppressed, or a command would take back what was said before it.
            parents=[options_of_all(argparse.SUPPRESS)],
            allow_abbrev=False,
        )
        command.set_defaults(usage_error=command.error)
        if run is not None:
            command.set_defaults(run=run)
        return command

    return add


def add_names(command: argparse.ArgumentParser, *names: str) -> None:
    """Add the arguments ``slug``, ``task`` and ``step``, as far as ``names`` has them."""
    words = {
        "slug": _("The service, as “list” names it."),
        "task": _("The task, as “show” names it."),
        "step": _("The step, as “show” names it."),
    }
    for name in names:
        command.add_argument(name, metavar=name.upper(), help=words[name])


def add_json(command: argparse.ArgumentParser) -> None:
    """Add the option to print the data as JSON."""
    command.add_argument("--json", action="store_true", help=_("Print the data as JSON."))


def add_output(command: argparse.ArgumentParser) -> None:
    """Add the options ``output``, the file that is written, and ``force`` to replace one."""
    command.add_argument(
        "-o", "--output", metavar=_("FILE"), type=Path, required=True, help=_("The file to write.")
    )
    command.add_argument(
        "--force", action="store_true", help=_("Replace the file if there is one already.")
    )


def add_guide_files(command: argparse.ArgumentParser) -> None:
    """Add the argument ``files``: guides, their folders and folders of guides."""
    command.add_argument(
        "files",
        nargs="*",
        type=Path,
        metavar=_("FILE"),
        help=_("Guides, their folders, or folders of guides; all shipped guides if none is named."),
    )


def past_day(text: str) -> str:
    """Return an ISO 8601 date; raises ArgumentTypeError where it is in the future or no date."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            _("write the date as year-month-day, such as 2026-11-23")
        ) from None
    if day > datetime.now().astimezone().date():
        raise argparse.ArgumentTypeError(_("write a date that is not in the future"))
    return day.isoformat()


def _program() -> str:
    return f"Optout Desktop {__version__}"


def _paragraph(text: str) -> str:
    # The formatter that keeps the lines of the examples leaves those of the description long.
    return textwrap.fill(text, 78)


def _examples(*lines: str) -> str:
    return "\n".join((_("Examples:"), *(f"  {line}" for line in lines)))
