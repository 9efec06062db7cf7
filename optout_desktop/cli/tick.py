"""The command ``tick``: saying what was done with a step."""

from argparse import Namespace

from optout_desktop.base.clock import as_iso
from optout_desktop.base.errors import OptoutError
from optout_desktop.base.languages import _
from optout_desktop.base.locales import and_list, or_list
from optout_desktop.checklist.documents import step_document
from optout_desktop.checklist.words.step import advice_words, objection_words, standing_words
from optout_desktop.checklist.words.task import task_sentence
from optout_desktop.cli.arguments import AddCommand, add_json, add_names, past_day
from optout_desktop.cli.context import Context, find_step, find_task
from optout_desktop.cli.printing import print_json, say, say_all
from optout_desktop.cli.records import checklist_of, journal_of, written
from optout_desktop.guides.format.tasks import Step, Task
from optout_desktop.progress.events import ANSWERS, COULD_NOT_FIND_REASONS, Draft


def add(add_command: AddCommand) -> None:
    """Add the command."""
    command = add_command(
        "tick",
        run_tick,
        _("Say that you did a step, or that you could not find it."),
        examples=(
            "optout-desktop tick linkedin ai-toggle open",
            "optout-desktop tick linkedin ai-toggle open --undo",
            "optout-desktop tick linkedin ai-toggle find --could-not-find not-there",
            "optout-desktop tick linkedin objection send-ai --sent 2026-11-23 --reference 4711",
        ),
    )
    add_names(command, "slug", "task", "step")
    kinds = command.add_mutually_exclusive_group()
    kinds.add_argument(
        "--undo", action="store_true", help=_("Take back what you last said about this step.")
    )
    kinds.add_argument(
        "--could-not-find",
        nargs="?",
        const="something-else",
        choices=COULD_NOT_FIND_REASONS,
        metavar=_("REASON"),
        help=_("Say that you did not find it, and why: {reasons}.").format(
            reasons=or_list(COULD_NOT_FIND_REASONS)
        ),
    )
    kinds.add_argument(
        "--sent",
        type=past_day,
        metavar=_("DATE"),
        help=_("The date on which you sent an objection, such as 2026-11-23."),
    )
    kinds.add_argument(
        "--answer",
        choices=ANSWERS,
        metavar=_("WORD"),
        help=_("What came back: {words}.").format(words=or_list(ANSWERS)),
    )
    command.add_argument("--reference", metavar=_("TEXT"), help=_("The case number, with --sent."))
    command.add_argument(
        "--date", type=past_day, metavar=_("DATE"), help=_("When it came back, with --answer.")
    )
    command.add_argument("--note", metavar=_("TEXT"), help=_("Keep a note with this step."))
    add_json(command)


def run_tick(context: Context, chosen: Namespace) -> int:
    """Write what the person says of one step, and say what is now known of it."""
    _check_usage(chosen)
    guide = context.guide(chosen.slug)
    task = find_task(guide, chosen.task)
    step = find_step(task, chosen.step)
    person = context.person()
    key = context.log_key(person, guide.slug)
    journal = journal_of(context, key)
    now = as_iso(context.clock())
    if chosen.undo:
        journal = journal.undo_step(task.id, step.id, now, guide.revision)
    else:
        done = journal.state.step(task.id, step.id).done
        journal = journal.record(_said(chosen, task, step, done=done), now, guide.revision)
    checklist = checklist_of(context, guide, person, written(context, journal).state)
    shown = checklist.step(task.id, step.id)
    if chosen.json:
        print_json(
            {
                "service": guide.slug,
                "account": key.account,
                "task": task.id,
                "step": step_document(checklist, shown),
            }
        )
        return 0
    words = _("{step}: {words}").format(step=shown.title, words=standing_words(shown, "you"))
    say_all((words, *objection_words(shown.objection, task.requested)))
    say(task_sentence(checklist.task(task.id)))
    say_all([advice_words(shown.could_not_find, checklist.name)])
    return 0


def _check_usage(chosen: Namespace) -> None:
    if chosen.reference is not None and chosen.sent is None:
        chosen.usage_error(_("--reference can be used only with --sent"))
    if (chosen.answer is None) != (chosen.date is None):
        chosen.usage_error(_("--answer and --date belong together"))
    if chosen.note is not None and chosen.undo:
        chosen.usage_error(_("--note cannot be used with --undo"))


def _said(chosen: Namespace, task: Task, step: Step, *, done: bool) -> list[Draft]:
    """Return what the person says of a step; a second plain tick says nothing new.

    The note goes first, so that an undo takes back what was said and leaves the note.
    """
    drafts = [] if chosen.note is None else [Draft("note", task.id, step.id, note=chosen.note)]
    if chosen.could_not_find:
        drafts.append(Draft("could-not-find", task.id, step.id, value=chosen.could_not_find))
    elif chosen.sent:
        _check_records(task, step, "sent")
        reference = chosen.reference or ""
        drafts.append(Draft("sent", task.id, step.id, date=chosen.sent, reference=reference))
    elif chosen.answer:
        _check_records(task, step, "answer")
        drafts.append(Draft("answer", task.id, step.id, value=chosen.answer, date=chosen.date))
    elif not done:
        drafts.append(Draft("tick", task.id, step.id))
    return drafts


def _check_records(task: Task, step: Step, what: str) -> None:
    if step.records == what:
        return
    asking = [one.id for one in task.steps if one.records == what]
    raise OptoutError(
        _("The step “{step}” does not ask for this.").format(step=step.id),
        _("In this task it belongs to: {steps}.").format(steps=and_list(asking))
        if asking
        else _("No step of this task asks for it."),
    )
