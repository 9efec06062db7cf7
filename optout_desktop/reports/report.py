"""Makes the report: one frozen value from guides, states, person, region and clock."""

from collections.abc import Sequence

from msgspec import Struct

from optout_desktop import __version__
from optout_desktop.base.clock import Clock, as_iso
from optout_desktop.base.languages import _, language
from optout_desktop.base.locales import direction
from optout_desktop.guides.format.shape import Guide
from optout_desktop.progress.people import Person
from optout_desktop.progress.state import ServiceState
from optout_desktop.reports.sentences import limits
from optout_desktop.reports.service import service_report
from optout_desktop.reports.shape import Report
from optout_desktop.situation.regions import region_name
from optout_desktop.situation.rules import Situation


class Checklist(Struct, frozen=True):
    """A guide, and what one account did with it; the only account has no name."""

    guide: Guide
    state: ServiceState
    account: str = ""
    situation: Situation = Situation()


def make_report(
    checklists: Sequence[Checklist],
    *,
    person: Person,
    clock: Clock,
    pictures: bool = True,
    remarks: Sequence[str] = (),
) -> Report:
    """Make the report of ``person`` as it stands now, in the order of ``checklists``."""
    return Report(
        program=_("Optout Desktop {version}").format(version=__version__),
        made_at=as_iso(clock()),
        language=language(),
        direction=direction(),
        person=person.name,
        region=region_name(person.region) if person.region else "",
        services=tuple(
            service_report(
                checklist.guide,
                checklist.state,
                checklist.situation,
                account=checklist.account,
                pictures=pictures,
            )
            for checklist in checklists
        ),
        limits=limits(),
        remarks=tuple(remarks),
    )
