"""The commands ``where`` and ``my-data``: the person's own files, listed, taken along, deleted."""

from argparse import Namespace
from pathlib import Path

from optout_desktop.base.languages import _
from optout_desktop.base.log import log_file
from optout_desktop.base.paths import resources_folder
from optout_desktop.cli.arguments import AddCommand, add_json, add_output, command_adder
from optout_desktop.cli.context import Context
from optout_desktop.cli.printing import print_json, say, tell
from optout_desktop.cli.report import check_free
from optout_desktop.progress.my_data import delete, deleted_words, export, my_files


def add(add_command: AddCommand) -> None:
    """Add the commands."""
    command = add_command("where", run_where, _("Say where everything is kept."))
    add_json(command)
    group = add_command(
        "my-data",
        None,
        _("List, export or delete everything that is kept about you."),
        examples=(
            "optout-desktop my-data list",
            "optout-desktop my-data export -o my-data.zip",
            "optout-desktop my-data delete --yes",
        ),
    )
    add_one = command_adder(group)
    add_json(add_one("list", run_list, _("List every file that is kept about you.")))
    command = add_one("export", run_export, _("Write all your files into one zip archive."))
    add_output(command)
    command = add_one("delete", run_delete, _("List all your files, and delete them with --yes."))
    command.add_argument("--yes", action="store_true", help=_("Really delete what is listed."))


def run_where(context: Context, chosen: Namespace) -> int:
    """Print the folders and the log: the person's own, and what came with the program."""
    places = (
        ("data", _("What you did"), context.folders.data),
        ("settings", _("Your settings"), context.folders.settings),
        ("computer", _("What belongs to this computer"), context.folders.computer),
        ("log", _("The log, if something ever went wrong"), log_file(context.folders)),
        ("cache", _("What can be made again at any time"), context.folders.cache),
        ("guides", _("The guides"), context.library.home),
        ("resources", _("What comes with the program"), resources_folder()),
    )
    if chosen.json:
        print_json({key: str(folder) for key, _words, folder in places})
        return 0
    for _key, words, folder in places:
        say(_("{words}: {folder}").format(words=words, folder=folder))
    return 0


def run_list(context: Context, chosen: Namespace) -> int:
    """Print every file."""
    files = my_files(context.folders)
    if chosen.json:
        print_json([str(file) for file in files])
        return 0
    _say_files(files)
    return 0


def run_export(context: Context, chosen: Namespace) -> int:
    """Write the archive."""
    check_free(chosen.output, force=chosen.force)
    export(context.folders, chosen.output)
    say(_("Your data was written to {file}.").format(file=chosen.output))
    return 0


def run_delete(context: Context, chosen: Namespace) -> int:
    """List what would go, and delete exactly that if it was confirmed; else return 1."""
    files = my_files(context.folders)
    _say_files(files)
    if not files:
        return 0
    if not chosen.yes:
        tell(_("Nothing was deleted. Add --yes to delete what is listed."))
        return 1
    delete(context.folders, files)
    say(deleted_words(len(files)))
    return 0


def _say_files(files: tuple[Path, ...]) -> None:
    if not files:
        say(_("Nothing is kept about you yet."))
    for file in files:
        say(str(file))
