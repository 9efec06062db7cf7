"""Gathers what a report is made of from the person's folders, for both doors."""

from collections.abc import Collection
from datetime import date

from optout_desktop.base.errors import OptoutError
from optout_desktop.base.languages import _
from optout_desktop.base.paths import Folders
from optout_desktop.checklist.checklist import Checklist
from optout_desktop.checklist.make import make_checklist
from optout_desktop.guides.format.shape import Guide
from optout_desktop.guides.library.library import Library
from optout_desktop.progress.log import read
from optout_desktop.progress.log_key import LogKey, key_of, log_keys
from optout_desktop.progress.people import (
    DEFAULT_ACCOUNT,
    Person,
    account_of,
    accounts_of,
    following,
    situation_of,
)
from optout_desktop.progress.state import fold


def gather(
    folders: Folders,
    library: Library,
    person: Person,
    services: Collection[str] = (),
    *,
    today: date,
) -> tuple[tuple[Checklist, ...], tuple[str, ...]]:
    """Read all that ``person`` stated of ``services``, or of every service they began.

    Returns the checklists of the day ``today`` by service and account, and sentences on what could
    not be read.
    """
    services = services or {key.service for key in log_keys(folders, person.id)}
    found, remarks = _open_guides(library, services)
    renamed = library.renamed
    begun = [key for key in log_keys(folders, person.id, renamed) if key.service in found]
    missing = set(found) - {key.service for key in begun}
    wanted = [*begun, *(key_of(person.id, one, DEFAULT_ACCOUNT, renamed) for one in missing)]
    person = following(person, renamed)
    checklists = []
    for key in sorted(wanted, key=_main_first):
        history = read(folders, key)
        if history.damage:
            remarks.append(
                _("Some entries of {service} are damaged and are not in this report.").format(
                    service=key.service
                )
            )
        if history.newer:
            remarks.append(
                _(
                    "Some entries of {service} need a newer version and are not in this report."
                ).format(service=key.service)
            )
        checklists.append(
            make_checklist(
                found[key.service],
                fold(history.events),
                situation_of(person, account_of(person, key.service, key.account)),
                today=today,
                account=_account_name(person, key),
            )
        )
    return tuple(checklists), tuple(remarks)


def _open_guides(library: Library, services: Collection[str]) -> tuple[dict[str, Guide], list[str]]:
    """Open the guides of services by their present slugs, and say which cannot be read."""
    found: dict[str, Guide] = {}
    remarks: list[str] = []
    for service in sorted(services):
        try:
            guide = library.open(service)
        except OptoutError as error:
            remarks.append(
                _("{service} was begun, but its guide cannot be read: {error}").format(
                    service=service, error=error
                )
            )
            continue
        found[guide.slug] = guide
    return found, remarks


def _main_first(key: LogKey) -> tuple[str, bool, str]:
    return key.service, key.account != DEFAULT_ACCOUNT, key.account


def _account_name(person: Person, key: LogKey) -> str:
    """Name the account as the person did; the only account needs no name."""
    accounts = accounts_of(person, key.service)
    names = {account.id: account.name or account.id for account in accounts}
    if key.account == DEFAULT_ACCOUNT and len(accounts) == 1:
        return ""
    return names.get(key.account, key.account)
