"""What the person did, as the commands read and write it; what cannot be read is reported once."""

from optout_desktop.base.languages import _
from optout_desktop.checklist.checklist import Checklist
from optout_desktop.checklist.make import make_checklist
from optout_desktop.cli.context import Context
from optout_desktop.cli.printing import tell
from optout_desktop.guides.format.shape import Guide
from optout_desktop.progress.journal import Journal, read_journal, write
from optout_desktop.progress.log_key import LogKey
from optout_desktop.progress.people import Person, situation_of
from optout_desktop.progress.state import ServiceState


def state_of(context: Context, key: LogKey) -> ServiceState:
    """Return the state of one account at one service."""
    return journal_of(context, key).state


def journal_of(context: Context, key: LogKey) -> Journal:
    """Return what was done with one account at one service; damage is told on standard error."""
    journal = read_journal(context.folders, key)
    _tell_damage(journal)
    if journal.history.newer:
        tell(
            _(
                "Some entries for {service} were written by a newer version and are not shown."
            ).format(service=key.service)
        )
    return journal


def written(context: Context, journal: Journal) -> Journal:
    """Write what waits, and return the journal with what others wrote meanwhile."""
    journal = write(context.folders, journal)
    _tell_damage(journal)
    return journal


def checklist_of(context: Context, guide: Guide, person: Person, state: ServiceState) -> Checklist:
    """Return the checklist of the chosen account, as it is today."""
    account = context.account(person, guide.slug)
    return make_checklist(
        guide,
        state,
        situation_of(person, account),
        today=context.clock().date(),
        account=account.name,
    )


def _tell_damage(journal: Journal) -> None:
    for damage in journal.history.damage:
        tell(
            _("Line {line} of {file} could not be read. Its bytes are kept in {kept}.").format(
                line=damage.line, file=damage.file, kept=damage.kept
            )
        )
