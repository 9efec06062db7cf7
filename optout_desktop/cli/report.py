"""The command ``report``: the completion report as a file."""

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from optout_desktop.base.errors import OptoutError
from optout_desktop.base.files import no_such_folder, write_atomically
from optout_desktop.base.languages import _, ngettext
from optout_desktop.cli.arguments import AddCommand, add_output
from optout_desktop.cli.context import Context
from optout_desktop.cli.printing import say, tell
from optout_desktop.reports.gather import gather
from optout_desktop.reports.html import as_html
from optout_desktop.reports.report import make_report


def add(add_command: AddCommand) -> None:
    """Add the command."""
    command = add_command(
        "report",
        run_report,
        _("Write the report of what you did, to keep or to hand to an authority."),
        examples=(
            "optout-desktop report -o report.html",
            "optout-desktop report --service linkedin -o linkedin.html --force",
        ),
    )
    command.add_argument(
        "--format", choices=("html",), default="html", help=_("The format of the file.")
    )
    add_output(command)
    command.add_argument(
        "--service",
        dest="services",
        metavar="SLUG",
        action="append",
        default=[],
        help=_("Only this service; may be given several times. Otherwise all that you have begun."),
    )


def run_report(context: Context, chosen: Namespace) -> int:
    """Write the report; a file that is there is replaced only when asked for."""
    check_free(chosen.output, force=chosen.force)
    services = [context.guide(slug).slug for slug in chosen.services]
    person = context.person()
    checklists, remarks = gather(
        context.folders, context.library, person, services, today=context.clock().date()
    )
    if not checklists and not remarks:
        raise OptoutError(
            _("There is nothing to report yet."),
            _("Tick a step first, or name a service with --service."),
        )
    report = make_report(
        checklists,
        person=person,
        clock=context.clock,
        remarks=remarks,
    )
    write_atomically(chosen.output, as_html(report).encode())
    _tell(chosen.output, len(checklists), remarks)
    return 0


def check_free(file: Path, *, force: bool) -> None:
    """Refuse to write over a file unless that was asked for, or into a folder that is not there."""
    if not file.parent.is_dir():
        raise no_such_folder(file.parent, _("Create it first, or name a file in another folder."))
    if not force and file.exists():
        raise OptoutError(
            _("The file {file} is already there.").format(file=file),
            _("Name another one, or add --force to replace it."),
        )


def _tell(file: Path, services: int, remarks: Sequence[str]) -> None:
    say(
        ngettext(
            "Report on {number} service written to {file}.",
            "Report on {number} services written to {file}.",
            services,
        ).format(number=services, file=file)
    )
    for remark in remarks:
        tell(remark)
