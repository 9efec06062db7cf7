"""The command ``list``: which services there are, and where the person stands with each."""

from argparse import Namespace

from optout_desktop.base.languages import _
from optout_desktop.checklist.documents import list_document
from optout_desktop.checklist.words.lines import service_line
from optout_desktop.checklist.words.outcome import status_words
from optout_desktop.cli.arguments import AddCommand, add_json
from optout_desktop.cli.context import Context
from optout_desktop.cli.printing import print_json, say
from optout_desktop.cli.records import state_of
from optout_desktop.guides.library.search import search
from optout_desktop.plan.overview import ServiceOverview, service_overview
from optout_desktop.progress.log_key import key_of
from optout_desktop.progress.people import Account, Person, accounts_of, situation_of


def add(add_command: AddCommand) -> None:
    """Add the command."""
    command = add_command(
        "list",
        run_list,
        _("List the services and how far you are with each."),
        examples=("optout-desktop list", "optout-desktop list linked in"),
    )
    command.add_argument(
        "query",
        nargs="*",
        metavar=_("QUERY"),
        help=_("Only services that this finds by name, company or task."),
    )
    add_json(command)


def run_list(context: Context, chosen: Namespace) -> int:
    """Print one line for every service and account."""
    person = context.person()
    outlines = context.library.outlines
    names = context.library.renamed
    found = [
        (
            account,
            service_overview(
                outline,
                state_of(context, key_of(person.id, outline.slug, account.id, names)),
                situation_of(person, account),
            ),
        )
        for outline in search(outlines, " ".join(chosen.query))
        for account in _accounts(context, person, outline.slug)
    ]
    if chosen.json:
        print_json(list_document(found))
        return 0
    if not found:
        say(_("No service was found. “optout-desktop list” shows all."))
    for account, overview in found:
        say(_line(account, overview))
    return 0


def _accounts(context: Context, person: Person, slug: str) -> tuple[Account, ...]:
    if context.account_named is None:
        return accounts_of(person, slug)
    return (context.account(person, slug),)


def _line(account: Account, overview: ServiceOverview) -> str:
    name = overview.outline.name
    if account.name:
        name = _("{service}, {account}").format(service=name, account=account.name)
    return _("{service} ({slug}): {status}. {words}").format(
        service=name,
        slug=overview.outline.slug,
        status=status_words(overview.status, "you"),
        words=service_line(overview),
    )
