"""The end of a run that failed: one sentence for the person, the rest for the log."""

import sys
from collections.abc import Sequence
from contextlib import suppress

from optout_desktop.base.errors import OptoutError
from optout_desktop.base.languages import _
from optout_desktop.base.log import add_to_log, described, log_file
from optout_desktop.base.paths import person_folders
from optout_desktop.cli.command import REFUSED
from optout_desktop.cli.options import named_data_dir
from optout_desktop.cli.printing import tell, tell_error

UNFORESEEN = 70
"""EX_SOFTWARE of BSD's sysexits.h: an internal error of the program."""


def tell_failure(error: Exception, arguments: Sequence[str]) -> int:
    """Say what ended the run, log it if it was unforeseen, and return the exit code.

    Python's development mode (``python -X dev``) shows the traceback instead.
    """
    if isinstance(error, OptoutError):
        tell_error(error)
        return REFUSED
    if sys.flags.dev_mode:
        raise error
    record = described(error)
    with suppress(Exception):  # as where the data folder itself is what could not be used
        folders = person_folders(named_data_dir(arguments))
        if add_to_log(folders, record):
            tell(
                _(
                    "Something went wrong that should not have. What was saved is safe. What "
                    "happened is recorded in {file}, without anything that you wrote."
                ).format(file=log_file(folders))
            )
            return UNFORESEEN
    tell(_("Something went wrong that should not have. What was saved is safe."))
    tell(record)
    return UNFORESEEN
