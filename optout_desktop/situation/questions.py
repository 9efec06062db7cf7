"""What a guide has to know of a person besides where they live: asked only where it matters."""

from collections.abc import Iterator

from msgspec import Struct

from optout_desktop.guides.format.shape import Guide
from optout_desktop.guides.format.types import Applies
from optout_desktop.situation.rules import OWN, Asked, Situation, questions, within

_FIXED: dict[Asked, tuple[str, ...]] = {
    "plan": ("free", "paid", "work", "education"),
    "role": ("member", "owner", "outside"),
    "age": ("adult", "minor"),
}
"""What is asked of every guide whose rules name it, and what can be answered."""


class Asking(Struct, frozen=True):
    """One question; ``answers`` are the codes of what can be said, the unsaid one first.

    ``name`` is one of ``situation.rules.Asked``, or ``OWN`` and the id of the guide's question.
    """

    name: str
    answers: tuple[str, ...]
    current: str


def asked(guide: Guide, situation: Situation) -> tuple[Asking, ...]:
    """Return what the rules of a guide depend on, with what the person answered so far."""
    situation = within(situation, guide.choices)
    named = {name for rules in _lists(guide) for name in questions(rules, situation)}
    fixed = (
        Asking(name, ("", *answers), getattr(situation, name))
        for name, answers in _FIXED.items()
        if name in named
    )
    own = (
        Asking(
            f"{OWN}{question.id}",
            ("", *(option.id for option in question.options)),
            _current(question.id, situation),
        )
        for question in guide.questions
        if f"{OWN}{question.id}" in named
    )
    return (*fixed, *own)


def _lists(guide: Guide) -> Iterator[tuple[Applies, ...]]:
    """Yield the rules of a guide, of each task and of each step."""
    yield guide.applies
    for task in guide.tasks:
        yield task.applies
        yield from (step.applies for step in task.steps)


def _current(question: str, situation: Situation) -> str:
    """Return what was answered to a question of the guide; of several the first by name."""
    answers = (answer.partition("/") for answer in sorted(situation.answers))
    return next((option for asked, _stroke, option in answers if asked == question), "")
