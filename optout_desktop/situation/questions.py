"""What a guide has to know of a person besides where they live: asked only where it matters."""

from collections.abc import Iterator

from msgspec import Struct

from optout_desktop.base.languages import _
from optout_desktop.guides.format.shape import Guide, Question
from optout_desktop.guides.format.types import Applies
from optout_desktop.situation.rules import OWN, Asked, Situation, questions, within


class Asking(Struct, frozen=True):
    """One question; ``choices`` are values with their words, the unsaid one first.

    ``name`` is one of ``situation.rules.Asked``, or ``OWN`` and the id of the guide's question.
    """

    name: str
    text: str
    choices: tuple[tuple[str, str], ...]
    current: str


def asked(guide: Guide, situation: Situation) -> tuple[Asking, ...]:
    """Return what the rules of a guide depend on, with what the person answered so far."""
    situation = within(situation, guide.choices)
    named = {name for rules in _lists(guide) for name in questions(rules, situation)}
    fixed: tuple[Asked, ...] = ("plan", "role", "age")
    return (
        *(
            Asking(one, _words(one, guide.name), _choices(one), getattr(situation, one))
            for one in fixed
            if one in named
        ),
        *(
            Asking(
                f"{OWN}{question.id}",
                question.text,
                (_unsaid(), *((option.id, option.label) for option in question.options)),
                _answer(question, situation),
            )
            for question in guide.questions
            if f"{OWN}{question.id}" in named
        ),
    )


def _lists(guide: Guide) -> Iterator[tuple[Applies, ...]]:
    """Yield the rules of a guide, of each task and of each step."""
    yield guide.applies
    for task in guide.tasks:
        yield task.applies
        yield from (step.applies for step in task.steps)


def _unsaid() -> tuple[str, str]:
    return "", _("not said")


def _words(one: Asked, service: str) -> str:
    return {
        "plan": _("Your account at {service}"),
        "age": _("Your age"),
        "role": _("Your part at {service}"),
    }[one].format(service=service)


def _choices(one: Asked) -> tuple[tuple[str, str], ...]:
    if one == "plan":
        return (
            _unsaid(),
            ("free", _("free")),
            ("paid", _("paid by me")),
            ("work", _("from my work")),
            ("education", _("from my school or university")),
        )
    if one == "age":
        return (_unsaid(), ("adult", _("18 or older")), ("minor", _("under 18")))
    return (
        _unsaid(),
        ("member", _("I use it")),
        ("owner", _("I run it for others (owner, administrator)")),
        ("outside", _("I do not use it, but my data may be in it")),
    )


def _answer(question: Question, situation: Situation) -> str:
    options = {f"{question.id}/{option.id}": option.id for option in question.options}
    return next((options[answer] for answer in situation.answers if answer in options), "")
