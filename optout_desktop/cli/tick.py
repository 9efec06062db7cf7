"""The commands ``tick`` and ``outcome``: saying what was done."""

from argparse import Namespace
from collections.abc import Sequence

from msgspec.structs import replace

from optout_desktop.base.clock import as_iso
from optout_desktop.base.errors import OptoutError
from optout_desktop.base.languages import _
from optout_desktop.checklist.checklist import Checklist, Task
from optout_desktop.checklist.documents import step_document, task_document
from optout_desktop.checklist.make import make_checklist
from optout_desktop.checklist.words.lines import steps_done
from optout_desktop.checklist.words.outcome import outcome_words
from optout_desktop.checklist.words.step import advice_words, objection_words, standing_words
from optout_desktop.cli.arguments import AddCommand, add_json, add_names, past_day
from optout_desktop.cli.context import Context, find_step, find_task
from optout_desktop.cli.printing import print_json, say, say_all
from optout_desktop.cli.records import history_of
from optout_desktop.guides.format import tasks
from optout_desktop.guides.format.shape import Guide
from optout_desktop.progress.events import COULD_NOT_FIND_REASONS, Event, What
from optout_desktop.progress.log import Place, append
from optout_desktop.progress.people import Person
from optout_desktop.progress.state import ServiceState, fold

ANSWERS = ("accepted", "refused", "partly", "question")
OUTCOMES = ("found-so", "not-offered", "skipped", "switched-on-again", "none")


def add(add_command: AddCommand) -> None:
    """Add the commands."""
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
        "--undo", action="store_true", help=_("Take back what you said of this step last.")
    )
    kinds.add_argument(
        "--could-not-find",
        nargs="?",
        const="something-else",
        choices=COULD_NOT_FIND_REASONS,
        metavar=_("REASON"),
        help=_("Say that you did not find it, and why: {reasons}.").format(
            reasons=", ".join(COULD_NOT_FIND_REASONS)
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
        help=_("What came back: {words}.").format(words=", ".join(ANSWERS)),
    )
    command.add_argument(
        "--reference", metavar=_("TEXT"), help=_("The case number, beside --sent.")
    )
    command.add_argument(
        "--date", type=past_day, metavar=_("DATE"), help=_("When it came back, beside --answer.")
    )
    command.add_argument("--note", metavar=_("TEXT"), help=_("Keep a note with this step."))
    add_json(command)

    command = add_command(
        "outcome",
        run_outcome,
        _(
            "Say of a whole task that you found it so already, that it was not offered to you, "
            "skipped, or switched on again."
        ),
        examples=("optout-desktop outcome linkedin ai-toggle not-offered",),
    )
    add_names(command, "slug", "task")
    command.add_argument(
        "word",
        choices=OUTCOMES,
        metavar=_("WORD"),
        help=_("One of {words}.").format(words=", ".join(OUTCOMES)),
    )
    add_json(command)


def run_tick(context: Context, chosen: Namespace) -> int:
    """Write what the person says of one step, and say where it stands now."""
    _check_usage(chosen)
    guide = context.guide(chosen.slug)
    task = find_task(guide, chosen.task)
    step = find_step(task, chosen.step)
    person = context.person()
    place = context.place(person, guide.slug)
    events = history_of(context, place).events
    drafts = _undone(events, task.id, step.id) if chosen.undo else _said(chosen, task, step, events)
    state = _write(context, place, guide, drafts)
    checklist = _checklist(context, guide, person, state)
    shown = checklist.step(task.id, step.id)
    if chosen.json:
        print_json(
            {
                "service": guide.slug,
                "account": place.account,
                "task": task.id,
                "step": step_document(checklist, shown),
            }
        )
        return 0
    words = _("{step}: {words}").format(step=shown.title, words=standing_words(shown, "you"))
    say_all((words, *objection_words(shown.objection, task.requested)))
    _say_task(checklist.task(task.id))
    say_all([advice_words(shown.could_not_find, checklist.name)])
    return 0


def run_outcome(context: Context, chosen: Namespace) -> int:
    """Write what the person says of a whole task, and say where it stands now."""
    guide = context.guide(chosen.slug)
    task = find_task(guide, chosen.task)
    person = context.person()
    place = context.place(person, guide.slug)
    word = "" if chosen.word == "none" else chosen.word
    state = _write(context, place, guide, [_draft("outcome", task.id, value=word)])
    checklist = _checklist(context, guide, person, state)
    shown = checklist.task(task.id)
    if chosen.json:
        document = task_document(checklist, shown)
        print_json({"service": guide.slug, "account": place.account, "task": document})
        return 0
    _say_task(shown)
    return 0


def _check_usage(chosen: Namespace) -> None:
    if chosen.reference is not None and chosen.sent is None:
        chosen.usage_error(_("--reference belongs to --sent"))
    if (chosen.answer is None) != (chosen.date is None):
        chosen.usage_error(_("--answer and --date belong together"))
    if chosen.note is not None and chosen.undo:
        chosen.usage_error(_("--note does not go with --undo"))


def _said(
    chosen: Namespace, task: tasks.Task, step: tasks.Step, events: Sequence[Event]
) -> list[Event]:
    """Put what the person says of a step into events; a second plain tick says nothing new.

    The note goes first, so that an undo takes back what was said and leaves the note.
    """
    notes = [] if chosen.note is None else [_draft("note", task.id, step.id, note=chosen.note)]
    if chosen.could_not_find:
        said = _draft("could-not-find", task.id, step.id, value=chosen.could_not_find)
    elif chosen.sent:
        _check_records(task, step, "sent")
        reference = chosen.reference or ""
        said = _draft("sent", task.id, step.id, date=chosen.sent, reference=reference)
    elif chosen.answer:
        _check_records(task, step, "answer")
        said = _draft("answer", task.id, step.id, value=chosen.answer, date=chosen.date)
    elif fold(events).step(task.id, step.id).done:
        return notes
    else:
        said = _draft("tick", task.id, step.id)
    return [*notes, said]


def _check_records(task: tasks.Task, step: tasks.Step, what: str) -> None:
    if step.records == what:
        return
    asking = [one.id for one in task.steps if one.records == what]
    raise OptoutError(
        _("The step “{step}” does not ask for this.").format(step=step.id),
        _("In this task it belongs to: {steps}.").format(steps=", ".join(asking))
        if asking
        else _("No step of this task asks for it."),
    )


def _undone(events: Sequence[Event], task: str, step: str) -> list[Event]:
    """Find the newest event whose undoing changes the step, and undo it."""
    stands = fold(events).step(task, step)
    for event in reversed(events):
        if (event.task, event.step) == (task, step) and event.what != "undo":
            undo = _draft("undo", task, step, value=event.id)
            if _fold_with(events, undo).step(task, step) != stands:
                return [undo]
    raise OptoutError(
        _("Nothing was said of this step yet."), _("So there is nothing to take back.")
    )


def _fold_with(events: Sequence[Event], draft: Event) -> ServiceState:
    newest = max(event.count for event in events)
    return fold([*events, replace(draft, count=newest + 1)])


def _draft(
    what: What,
    task: str,
    step: str = "",
    *,
    value: str = "",
    date: str = "",
    reference: str = "",
    note: str = "",
) -> Event:
    """Make an event that the log still has to number and the clock to stamp."""
    return Event(0, "", "", what, task, step, 0, value, date, reference, note)


def _write(context: Context, place: Place, guide: Guide, drafts: Sequence[Event]) -> ServiceState:
    """Write the drafts and tell what stands then, with what others wrote meanwhile."""
    at = as_iso(context.clock())
    append(
        context.folders,
        place,
        [replace(draft, at=at, revision=guide.revision) for draft in drafts],
    )
    return fold(history_of(context, place).events)


def _checklist(context: Context, guide: Guide, person: Person, state: ServiceState) -> Checklist:
    situation = context.situation(person, guide.slug)
    return make_checklist(guide, state, situation, today=context.clock().date())


def _say_task(task: Task) -> None:
    say(
        _("{task}: {outcome}. {progress}.").format(
            task=task.title,
            outcome=outcome_words(task.outcome, task.asks, "you"),
            progress=steps_done(task.done, task.total),
        )
    )
