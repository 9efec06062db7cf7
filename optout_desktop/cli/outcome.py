"""The command ``outcome``: saying what came of a whole task."""

from argparse import Namespace

from optout_desktop.base.clock import as_iso
from optout_desktop.base.languages import _
from optout_desktop.base.locales import or_list
from optout_desktop.checklist.documents import task_document
from optout_desktop.checklist.words.task import task_sentence
from optout_desktop.cli.arguments import AddCommand, add_json, add_names
from optout_desktop.cli.context import Context, find_task
from optout_desktop.cli.printing import print_json, say
from optout_desktop.cli.records import checklist_of, journal_of, written
from optout_desktop.progress.events import OUTCOMES, Draft

NOTHING = "none"
"""Takes back what was stated of a task."""


def add(add_command: AddCommand) -> None:
    """Add the command."""
    command = add_command(
        "outcome",
        run_outcome,
        _(
            "Say of a whole task that it was already set correctly, that it was not offered to "
            "you, skipped, or switched on again."
        ),
        examples=("optout-desktop outcome linkedin ai-toggle not-offered",),
    )
    add_names(command, "slug", "task")
    command.add_argument(
        "word",
        choices=(*OUTCOMES, NOTHING),
        metavar=_("WORD"),
        help=_("One of {words}.").format(words=or_list((*OUTCOMES, NOTHING))),
    )
    add_json(command)


def run_outcome(context: Context, chosen: Namespace) -> int:
    """Write what the person says of a whole task, and say what is now known of it."""
    guide = context.guide(chosen.slug)
    task = find_task(guide, chosen.task)
    person = context.person()
    key = context.log_key(person, guide.slug)
    said = Draft("outcome", task.id, value="" if chosen.word == NOTHING else chosen.word)
    journal = journal_of(context, key).record([said], as_iso(context.clock()), guide.revision)
    checklist = checklist_of(context, guide, person, written(context, journal).state)
    shown = checklist.task(task.id)
    if chosen.json:
        document = task_document(checklist, shown)
        print_json({"service": guide.slug, "account": key.account, "task": document})
        return 0
    say(task_sentence(shown))
    return 0
