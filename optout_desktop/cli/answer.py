"""The command ``answer``: what a guide has to know beside where the person lives."""

from argparse import Namespace
from functools import partial

from optout_desktop.base.languages import _
from optout_desktop.checklist.documents import with_words
from optout_desktop.checklist.make import questions_of
from optout_desktop.cli.arguments import AddCommand, add_json, add_names
from optout_desktop.cli.context import Context, choose
from optout_desktop.cli.printing import print_json, say
from optout_desktop.progress.people import answering, change_person
from optout_desktop.situation.questions import asked
from optout_desktop.situation.rules import OWN

NOTHING = "none"


def add(add_command: AddCommand) -> None:
    """Add the command."""
    command = add_command(
        "answer",
        run_answer,
        _("Show what a guide asks of your account, or answer it."),
        examples=("optout-desktop answer slack", "optout-desktop answer slack role owner"),
    )
    add_names(command, "slug")
    command.add_argument("question", nargs="?", metavar=_("QUESTION"), help=_("What is asked."))
    command.add_argument(
        "answer",
        nargs="?",
        metavar=_("ANSWER"),
        help=_("One of the words that it shows, or “none” to take the answer back."),
    )
    add_json(command)


def run_answer(context: Context, chosen: Namespace) -> int:
    """Write an answer if there is one, and say what the guide asks and was told."""
    guide = context.guide(chosen.slug)
    person = context.stored_person()
    account = context.account(person, guide.slug)
    if chosen.question is not None:
        if chosen.answer is None:
            chosen.usage_error(_("QUESTION and ANSWER belong together"))
        asking = choose(
            chosen.question,
            {_short(one.name): one for one in asked(guide, context.situation(person, guide.slug))},
            _("This guide does not ask “{name}”."),
        )
        values = {value or NOTHING: value for value in asking.answers}
        value = choose(chosen.answer, values, _("“{name}” is not an answer to this."))
        said = partial(
            answering,
            service=guide.slug,
            account=account.id,
            question=asking.name,
            answer=value,
        )
        person = change_person(context.folders, person.id, said, context.library.renamed)
    situation = context.situation(person, guide.slug)
    questions = with_words(questions_of(guide, situation), guide.name)
    if chosen.json:
        print_json(questions)
        return 0
    if not questions:
        say(_("This guide asks nothing but where you live."))
    for question in questions:
        say(_("{name}: {text}").format(name=_short(question.name), text=question.text))
        for option in question.options:
            given = option.code == question.current
            line = _("{value}: {words} (your answer)") if given else _("{value}: {words}")
            say(line.format(value=option.code or NOTHING, words=option.label), indent=2)
    return 0


def _short(name: str) -> str:
    return name.removeprefix(OWN)
