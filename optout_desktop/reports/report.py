"""The completion report of one person: their checklists, and what the report is not."""

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from optout_desktop import __version__
from optout_desktop.base.clock import Clock, as_iso
from optout_desktop.base.languages import _, language
from optout_desktop.base.locales import direction
from optout_desktop.checklist.checklist import Checklist
from optout_desktop.progress.people import Person
from optout_desktop.reports.limits import limits
from optout_desktop.situation.regions import region_name


class Report(Struct, frozen=True):
    """The whole report of one person. ``language`` is BCP 47, ``made_at`` ISO 8601 with offset.

    ``limits`` say what the report is not; ``remarks`` what is missing from it and why.
    """

    program: str
    made_at: str
    language: str
    direction: Literal["ltr", "rtl"]
    person: str
    region: str
    services: tuple[Checklist, ...]
    limits: tuple[str, ...]
    remarks: tuple[str, ...]


def make_report(
    checklists: Sequence[Checklist],
    *,
    person: Person,
    clock: Clock,
    remarks: Sequence[str] = (),
) -> Report:
    """Return the report of ``person`` as it stands now, in the order of ``checklists``."""
    return Report(
        program=_("Optout Desktop {version}").format(version=__version__),
        made_at=as_iso(clock()),
        language=language(),
        direction=direction(),
        person=person.name,
        region=region_name(person.region) if person.region else "",
        services=tuple(checklists),
        limits=limits(),
        remarks=tuple(remarks),
    )
