"""Gathers what a report is made of from the person's folders, for both doors."""

from collections.abc import Collection
from pathlib import Path

from optout_desktop.base.errors import OptoutError
from optout_desktop.base.languages import _
from optout_desktop.base.paths import Folders
from optout_desktop.guides.library import open_guide
from optout_desktop.progress.log import Place, places, read
from optout_desktop.progress.people import (
    DEFAULT_ACCOUNT,
    Account,
    Person,
    accounts_of,
    situation_of,
)
from optout_desktop.progress.state import fold
from optout_desktop.reports.report import Checklist


def gather(
    folders: Folders, guides: Path, person: Person, services: Collection[str] = ()
) -> tuple[tuple[Checklist, ...], tuple[str, ...]]:
    """Read all that ``person`` stated of ``services``, or of every service they began.

    Returns the checklists by service and account, and sentences on what could not be read.
    """
    begun = [
        place for place in places(folders, person.id) if not services or place.service in services
    ]
    missing = set(services) - {place.service for place in begun}
    wanted = [*begun, *(Place(person.id, service, DEFAULT_ACCOUNT) for service in missing)]
    checklists, remarks = [], []
    for place in sorted(wanted, key=_main_first):
        history = read(folders, place)
        if history.damage:
            remarks.append(
                _("Some entries of {service} are damaged and are not in this report.").format(
                    service=place.service
                )
            )
        if history.newer:
            remarks.append(
                _(
                    "Some entries of {service} need a newer version and are not in this report."
                ).format(service=place.service)
            )
        try:
            guide = open_guide(guides, place.service)
        except OptoutError as error:
            remarks.append(
                _("{service} was begun, but its guide cannot be read: {error}").format(
                    service=place.service, error=error
                )
            )
            continue
        checklists.append(
            Checklist(
                guide,
                fold(history.events),
                _account_name(person, place),
                situation_of(person, _account(person, place)),
            )
        )
    return tuple(checklists), tuple(remarks)


def _main_first(place: Place) -> tuple[str, bool, str]:
    return place.service, place.account != DEFAULT_ACCOUNT, place.account


def _account(person: Person, place: Place) -> Account:
    accounts = accounts_of(person, place.service)
    return next((one for one in accounts if one.id == place.account), accounts[0])


def _account_name(person: Person, place: Place) -> str:
    """Name the account as the person did; the only account needs no name."""
    accounts = accounts_of(person, place.service)
    names = {account.id: account.name or account.id for account in accounts}
    if place.account == DEFAULT_ACCOUNT and len(accounts) == 1:
        return ""
    return names.get(place.account, place.account)
