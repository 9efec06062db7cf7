"""The commands ``list`` and ``show``: which services there are, and what to do at one of them."""

from argparse import Namespace

from optout_desktop.base.languages import _
from optout_desktop.checklist.words.lines import service_line, steps_done
from optout_desktop.checklist.words.outcome import status_words
from optout_desktop.cli.arguments import AddCommand, add_json
from optout_desktop.cli.context import Context
from optout_desktop.cli.printing import print_json, say, say_all
from optout_desktop.cli.records import state_of
from optout_desktop.guides.library.renamed import renamed
from optout_desktop.guides.library.search import search
from optout_desktop.plan.overview import ServiceOverview, service_overview
from optout_desktop.progress.log import place_of
from optout_desktop.progress.people import Account, Person, accounts_of, situation_of
from optout_desktop.reports.sentences import CRUMB
from optout_desktop.reports.service import service_report
from optout_desktop.reports.shape import ServiceReport, SourceReport, StepReport, TaskReport
from optout_desktop.situation.questions import Asking, asked


def add(add_command: AddCommand) -> None:
    """Add the commands."""
    command = add_command(
        "list",
        run_list,
        _("List the services and where you stand with each."),
        examples=("optout-desktop list", "optout-desktop list linked in"),
    )
    command.add_argument(
        "query",
        nargs="*",
        metavar=_("QUERY"),
        help=_("Only services that this finds by name, company or task."),
    )
    add_json(command)
    command = add_command(
        "show",
        run_show,
        _("Show one service: its tasks, their steps, and what you did."),
        examples=("optout-desktop show linkedin", "optout-desktop show linkedin --region DE"),
    )
    command.add_argument("slug", metavar="SLUG", help=_("The short name that “list” shows."))
    add_json(command)


def run_list(context: Context, chosen: Namespace) -> int:
    """Print one line for every service and account."""
    person = context.person()
    outlines = context.outlines()
    names = renamed(outlines)
    found = [
        (
            account,
            service_overview(
                outline,
                state_of(context, place_of(person.id, outline.slug, account.id, names)),
                situation_of(person, account),
            ),
        )
        for outline in search(outlines, " ".join(chosen.query))
        for account in _accounts(context, person, outline.slug)
    ]
    if chosen.json:
        print_json([_row(account, overview) for account, overview in found])
        return 0
    if not found:
        say(_("No service was found. “optout-desktop list” shows all."))
    for account, overview in found:
        say(_line(account, overview))
    return 0


def run_show(context: Context, chosen: Namespace) -> int:
    """Print a service with all its steps."""
    guide = context.guide(chosen.slug)
    person = context.person()
    account = context.account(person, guide.slug)
    state = state_of(context, context.place(person, guide.slug))
    situation = situation_of(person, account)
    report = service_report(guide, state, situation, account=account.name)
    if chosen.json:
        print_json(report)
        return 0
    _say_service(report, asked(guide, situation))
    if report.see:
        say(_("See also: {slugs}").format(slugs=", ".join(report.see)))
    return 0


def _accounts(context: Context, person: Person, slug: str) -> tuple[Account, ...]:
    if context.account_named is None:
        return accounts_of(person, slug)
    return (context.account(person, slug),)


def _row(account: Account, overview: ServiceOverview) -> dict[str, object]:
    task, step = overview.next_step or ("", "")
    return {
        "slug": overview.outline.slug,
        "name": overview.outline.name,
        "account": account.id,
        "status": overview.status,
        "words": service_line(overview),
        "done": overview.done,
        "total": overview.total,
        "minutes_left": overview.minutes_left,
        "next_task": task,
        "next_step": step,
        "problem": overview.outline.problem,
    }


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


def _say_service(report: ServiceReport, askings: tuple[Asking, ...]) -> None:
    title = _("{service} ({slug})").format(service=report.name, slug=report.slug)
    if report.account:
        title = _("{service}, {account}").format(service=title, account=report.account)
    progress = steps_done(report.done, report.total)
    say(title)
    say_all((report.words, progress))
    say_all((report.summary, report.because, report.warning, report.facts_age))
    for change in report.changes:
        say(
            _("{text} Sources: {numbers}").format(
                text=change.text, numbers=", ".join(map(str, change.sources))
            )
        )
    for asking in askings:
        words = dict(asking.choices)[asking.current]
        say(_("{question}: {answer}").format(question=asking.text, answer=words))
    for number, task in enumerate(report.tasks, 1):
        say()
        _say_task(number, task)
    if report.lost_steps:
        say()
        say(_("You also did steps that this guide no longer has:"))
        for lost in report.lost_steps:
            say(_("{task} {step}").format(task=lost.task, step=lost.step), indent=2)
            say_all((lost.words, lost.at, *lost.objection, lost.note), indent=5)
    say()
    say(_("Sources:"))
    for source in report.sources:
        say(_source(source), indent=2)


def _say_task(number: int, task: TaskReport) -> None:
    say(_("Task {number}: {title} ({id})").format(number=number, title=task.title, id=task.id))
    say_all(
        (
            task.kind_words,
            task.words,
            steps_done(task.done, task.total) if task.total else "",
            _("Optional") if task.optional else "",
        )
    )
    say_all((task.because, task.text, *task.remarks, *task.effect))
    if task.fields:
        say(_("The fields of the form:"))
        say_all(task.fields, indent=2)
    for place, step in enumerate(task.steps, 1):
        _say_step(place, step)


def _say_step(number: int, step: StepReport) -> None:
    say(_("{number}. {title} ({id})").format(number=number, title=step.title, id=step.id), indent=2)
    words = _("{words}, {at}").format(words=step.words, at=step.at) if step.at else step.words
    say_all(
        (
            words,
            _("Optional") if step.optional else "",
            *step.objection,
            _("Note: {note}").format(note=step.note) if step.note else "",
            step.text,
            _("When it worked: {seen}").format(seen=step.seen) if step.seen else "",
        ),
        indent=5,
    )
    if step.path or step.where:
        say(_way_there(step), indent=5)
    if step.url:
        say(_("Link: {url}").format(url=step.url), indent=5)
    if step.address:
        say(_("Address: {address}").format(address=step.address), indent=5)
    if step.copy_text:
        say(_("Text to copy:"), indent=5)
        say(step.copy_text, indent=7)
    say_all(
        (
            *step.ways,
            _("If you do not see it: {text}").format(text=step.missing) if step.missing else "",
            *step.remarks,
            _("Sources: {numbers}").format(numbers=", ".join(map(str, step.sources))),
        ),
        indent=5,
    )


def _way_there(step: StepReport) -> str:
    path = CRUMB.join(step.path)
    if not step.where:
        return _("Way there: {path}").format(path=path)
    words = _("Way there, {where}: {path}") if path else _("Where: {where}")
    return words.format(where=step.where, path=path)


def _source(source: SourceReport) -> str:
    words = _("{number}. “{title}”, {publisher} ({kind}), {age}.").format(
        number=source.number,
        title=source.title,
        publisher=source.publisher,
        kind=source.kind,
        age=source.age,
    )
    return f"{words} {source.url}".rstrip()
