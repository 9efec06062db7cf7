"""Reading what the person did, and telling once what of it could not be read."""

from optout_desktop.base.languages import _
from optout_desktop.cli.context import Context
from optout_desktop.cli.printing import tell
from optout_desktop.progress.log import History, Place, read
from optout_desktop.progress.state import ServiceState, fold


def state_of(context: Context, place: Place) -> ServiceState:
    """Tell what stands for one account at one service."""
    return fold(history_of(context, place).events)


def history_of(context: Context, place: Place) -> History:
    """Read the events of a place; damage is told beside the output."""
    history = read(context.folders, place)
    for damage in history.damage:
        tell(
            _("Line {line} of {file} could not be read. Its bytes are kept in {kept}.").format(
                line=damage.line, file=damage.file, kept=damage.kept
            )
        )
    if history.newer:
        tell(
            _(
                "Some entries for {service} were written by a newer version and are not shown."
            ).format(service=place.service)
        )
    return history
