"""What is wrong with a text that tomllib cannot read, in plain words."""

import re

from optout_desktop.base.languages import _
from optout_desktop.base.text import shown


def toml_error(error: ValueError, text: str) -> tuple[str, str, int]:
    """Return what is wrong, what would be right, and in which line, counted from 1."""
    # tomllib tells the place in its message alone before Python 3.14.
    place = re.search(r"\(at line (\d+), column \d+\)$", str(error))
    line = int(place[1]) if place else 1 + text.rstrip("\n").count("\n")
    if re.search(r"=\s*\d{4}-\d{2}\s*(#.*)?$", text.split("\n")[line - 1]):
        return (
            _("A month without a day is not a date in TOML."),
            _('Put it between quotation marks: "2026-08".'),
            line,
        )
    if re.search(r"=\s*\d{4}-\d{1,2}-\d{1,2}\s*(#.*)?$", text.split("\n")[line - 1]):
        return (*_no_such_date(), line)
    if re.match(r'[^"#]*=\s*"[^"]*"[^"#]+"', text.split("\n")[line - 1]):
        return (
            _("A text ends before its line does."),
            _('Is there a straight " inside it? Write “ and ”, or put a \\ before it.'),
            line,
        )
    return (*_in_plain_words(str(error).rpartition(" (at ")[0] or str(error)), line)


def _in_plain_words(message: str) -> tuple[str, str]:
    if message.startswith(("Cannot overwrite", "Cannot declare", "Duplicate", "Cannot mutate")):
        return (
            _("This name is used twice in the same place."),
            _("To begin another, write [[name]] in double brackets; otherwise rename it."),
        )
    if message.startswith("Invalid date"):
        return _no_such_date()
    if message.startswith(
        ("Unterminated string", "Expected \"'", "Expected '\"", "Illegal character")
    ):
        return (
            _("A text does not end where it should, or holds a character that it cannot have."),
            _('Put texts of one line between " and ", longer ones between """ and """.'),
        )
    if message.startswith("Invalid value"):
        return (
            _("What comes after the = sign cannot be read."),
            _('Put texts between " and ". Write true, false and numbers without them.'),
        )
    return (
        _("This line is not valid TOML: {detail}.").format(detail=shown(message.rstrip("."), 120)),
        _("Each line must look like: name = value"),
    )


def _no_such_date() -> tuple[str, str]:
    return _("This date does not exist."), _("Write year, month and day: 2026-08-21.")
