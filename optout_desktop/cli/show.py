"""The command ``show``: what to do at one service, and what the person did."""

from argparse import Namespace

from optout_desktop.base.languages import _
from optout_desktop.base.locales import and_list
from optout_desktop.checklist.checklist import Checklist
from optout_desktop.checklist.documents import checklist_document
from optout_desktop.checklist.sourced import Source
from optout_desktop.checklist.tasks import Step, Task
from optout_desktop.checklist.words.age import facts_age_words, source_age_words, source_kind_words
from optout_desktop.checklist.words.answer import because_words, task_because_words
from optout_desktop.checklist.words.dates import moment_words
from optout_desktop.checklist.words.doubt import doubts, numbers_words
from optout_desktop.checklist.words.lines import steps_done
from optout_desktop.checklist.words.outcome import kind_words, outcome_words, status_words
from optout_desktop.checklist.words.questions import option_words, question_words
from optout_desktop.checklist.words.service import change_words
from optout_desktop.checklist.words.step import (
    address_words,
    note_words,
    objection_words,
    seen_words,
    standing_words,
    step_remarks,
    way_there_words,
    way_words,
)
from optout_desktop.checklist.words.task import effect_words, field_words, task_remarks
from optout_desktop.cli.arguments import AddCommand, add_json
from optout_desktop.cli.context import Context
from optout_desktop.cli.printing import print_json, say, say_all
from optout_desktop.cli.records import checklist_of, state_of


def add(add_command: AddCommand) -> None:
    """Add the command."""
    command = add_command(
        "show",
        run_show,
        _("Show one service: its tasks, their steps, and what you did."),
        examples=("optout-desktop show linkedin", "optout-desktop show linkedin --region DE"),
    )
    command.add_argument("slug", metavar="SLUG", help=_("The short name that “list” shows."))
    add_json(command)


def run_show(context: Context, chosen: Namespace) -> int:
    """Print a service with all its steps."""
    guide = context.guide(chosen.slug)
    person = context.person()
    state = state_of(context, context.log_key(person, guide.slug))
    checklist = checklist_of(context, guide, person, state)
    if chosen.json:
        print_json(checklist_document(checklist))
    else:
        _say_checklist(checklist)
    return 0


def _say_checklist(checklist: Checklist) -> None:
    _say_head(checklist)
    for number, task in enumerate(checklist.tasks, 1):
        say()
        _say_task(number, task)
        for place, step in enumerate(task.steps, 1):
            _say_step(place, checklist, task, step)
    if checklist.lost_steps:
        say()
        say(_("You also did steps that this guide no longer has:"))
        for lost in checklist.lost_steps:
            say(_("{task} {step}").format(task=lost.task, step=lost.step), indent=2)
            told = objection_words(lost.objection, None)
            say_all(
                (standing_words(lost, "you"), moment_words(lost.at), *told, note_words(lost)),
                indent=5,
            )
    say()
    say(_("Sources:"))
    for source in checklist.sources:
        say(_source(source, checklist.sources), indent=2)
    if checklist.see:
        say(_("See also: {slugs}").format(slugs=and_list(checklist.see)))


def _say_head(checklist: Checklist) -> None:
    title = _("{service} ({slug})").format(service=checklist.name, slug=checklist.slug)
    if checklist.account:
        title = _("{service}, {account}").format(service=title, account=checklist.account)
    say(title)
    say_all((status_words(checklist.status, "you"), steps_done(checklist.done, checklist.total)))
    say_all(
        (
            checklist.summary,
            _with_sources(because_words(checklist.answer, "you"), checklist.answer.sources),
            checklist.warning,
            facts_age_words(checklist.as_of),
        )
    )
    for former in checklist.former:
        say(_with_sources(change_words(former), former.sources))
    if checklist.retired is not None:
        say(_with_sources(change_words(checklist.retired), checklist.retired.sources))
    for question in checklist.questions:
        given = next(one for one in question.options if one.code == question.current)
        say(
            _("{question}: {answer}").format(
                question=question_words(question, checklist.name), answer=option_words(given)
            )
        )


def _say_task(number: int, task: Task) -> None:
    say(_("Task {number}: {title} ({id})").format(number=number, title=task.title, id=task.id))
    say_all(
        (
            kind_words(task.kind, task.asks),
            outcome_words(task.outcome, task.asks, "you"),
            steps_done(task.done, task.total) if task.total else "",
            _("Optional") if task.optional else "",
            _with_sources(
                task_because_words(task, "you"), () if task.set_aside else task.answer.sources
            ),
            task.text,
            *task_remarks(task),
            *effect_words(task),
        )
    )
    if task.fields:
        say(_("The fields of the form:"))
        say_all((" ".join((field_words(one), *doubts(one))) for one in task.fields), indent=2)


def _say_step(number: int, checklist: Checklist, task: Task, step: Step) -> None:
    say(_("{number}. {title} ({id})").format(number=number, title=step.title, id=step.id), indent=2)
    words = standing_words(step, "you")
    say_all(
        (
            _("{words}, {at}").format(words=words, at=moment_words(step.at)) if step.at else words,
            _("Optional") if step.optional else "",
            *objection_words(step.objection, task.asks),
            note_words(step),
            step.text,
            seen_words(step),
        ),
        indent=5,
    )
    if way_there := way_there_words(step):
        say(way_there, indent=5)
    if step.url:
        say(_("Link: {url}").format(url=step.url), indent=5)
    if step.address:
        say(address_words(step), indent=5)
    if step.copy_text:
        say(_("Text to copy:"), indent=5)
        say(step.copy_text, indent=7)
    say_all(
        (
            *(way_words(way, checklist.sources) for way in step.ways),
            _("If you do not see it: {text}").format(text=step.missing) if step.missing else "",
            *step_remarks(checklist, step, "you"),
            numbers_words(step.sources),
        ),
        indent=5,
    )


def _with_sources(sentence: str, sources: tuple[int, ...]) -> str:
    if not sentence or not sources:
        return sentence
    return _("{sentence} {sources}.").format(sentence=sentence, sources=numbers_words(sources))


def _source(source: Source, sources: tuple[Source, ...]) -> str:
    words = _("{number}. “{title}”, {publisher} ({kind}), {age}.").format(
        number=source.number,
        title=source.title,
        publisher=source.publisher,
        kind=source_kind_words(source.kind),
        age=source_age_words(source, sources),
    )
    return f"{words} {source.url}".rstrip()
