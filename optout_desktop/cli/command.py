"""The command: reads the command line, runs what was chosen, and says how it ended."""

import os
import sys
from argparse import Namespace
from collections.abc import Sequence

from optout_desktop.base.clock import Clock, system_clock
from optout_desktop.base.errors import OptoutError
from optout_desktop.base.paths import person_folders
from optout_desktop.cli import answer, guides, my_data, outcome, picture, report, show, tick
from optout_desktop.cli import list as list_services
from optout_desktop.cli.arguments import command_adder, make_parser
from optout_desktop.cli.context import Context
from optout_desktop.cli.options import named_data_dir
from optout_desktop.cli.printing import prepare, tell_error
from optout_desktop.guides.library.library import Library, shipped_library
from optout_desktop.progress.settings import read_settings, use_language_of

FINE, REFUSED, INTERRUPTED = 0, 1, 130

_COMMANDS = (list_services, show, tick, outcome, answer, report, picture, my_data, guides)


def main(
    arguments: Sequence[str] | None = None,
    *,
    library: Library | None = None,
    clock: Clock = system_clock,
) -> int:
    """Run one command; return 0 if all is well, 1 for findings or a refusal, 2 for wrong usage."""
    prepare()
    try:
        code = _run(arguments, library, clock)
        sys.stdout.flush()
    except SystemExit as stop:  # argparse: 0 after help, 2 after a wrong usage
        return int(stop.code or FINE)
    except OptoutError as error:
        tell_error(error)
        return REFUSED
    except BrokenPipeError:
        # Who reads has seen enough. Python's own last flush must not complain either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINE
    except KeyboardInterrupt:
        return INTERRUPTED
    return code


def _run(arguments: Sequence[str] | None, library: Library | None, clock: Clock) -> int:
    # First of all: the help of the parser is in the person's language too.
    use_language_of(person_folders(named_data_dir(arguments)))
    parser = make_parser()
    add = command_adder(parser)
    for command in _COMMANDS:
        command.add(add)
    chosen = parser.parse_args(arguments)
    context = _context(chosen, library, clock)
    return int(chosen.run(context, chosen))


def _context(chosen: Namespace, library: Library | None, clock: Clock) -> Context:
    folders = person_folders(chosen.data_dir)
    settings = read_settings(folders, tell_error)
    return Context(
        folders,
        library or shipped_library(folders.cache),
        clock,
        settings,
        chosen.person,
        chosen.account,
        chosen.region,
    )
