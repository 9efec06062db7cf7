"""What came of a task, and the status that follows: never more than the person stated."""

from typing import Literal

from optout_desktop.guides.format.types import FOLDING
from optout_desktop.guides.library.outline import StepOutline, TaskOutline
from optout_desktop.progress.events import ANSWERS, OUTCOMES
from optout_desktop.progress.state import Objection, ServiceState
from optout_desktop.situation.rules import Applicability

Outcome = Literal[
    "to-do",
    "begun",
    "switched-off",
    "switched-on",
    "chosen",
    "deleted",
    "published",
    "sent",
    "accepted",
    "refused",
    "partly",
    "question",
    "could-not-find",
    "not-offered",
    "skipped",
    "found-so",
    "switched-on-again",
    "changed-back",
    "not-for-you",
    "already-off",
    "admin-only",
    "another-way",
    "not-yet",
    "not-needed-now",
    "not-needed",
    "no-control",
    "none-found",
    "nothing-to-do",
    "retired",
]

Status = Literal["to-do", "waiting", "done", "nothing", "not-for-you", "retired", "unreadable"]

_DONE_AS: dict[str, Outcome] = {
    "delete": "deleted",
    "publish": "published",
    "form": "sent",
    "e-mail": "sent",
    "request": "sent",
}
"""What it means by kind of task that all steps are ticked; of the other kinds it was chosen."""

_TURNED: dict[str | None, Outcome] = {"off": "switched-off", "on": "switched-on"}
"""What it means for a switch, by how it is left."""

_WHY: dict[str | None, Outcome] = {
    "not-needed": "not-needed",
    "no-control": "no-control",
    "none-found": "none-found",
}
"""Why nothing is to do, as guides.format.tasks.Why names it."""

_UNTOUCHED: dict[str | None, Outcome] = {
    "no": "not-for-you",
    "off": "already-off",
    "admin": "admin-only",
}
"""What comes of a task of which nothing is done, by the answer; with the others it is to do."""

_STATED: dict[str | None, Outcome] = {stated: stated for stated in OUTCOMES}
_ANSWERS: dict[str, Outcome] = {answer: answer for answer in ANSWERS if answer != "question"}
_SETTLED = frozenset(_ANSWERS.values())
_NOTHING = frozenset(
    {
        "not-offered",
        "skipped",
        "nothing-to-do",
        "not-needed",
        "no-control",
        "none-found",
        "admin-only",
    }
)
_NOT_FOR_YOU = frozenset({"not-for-you", "already-off", "another-way", "not-yet", "not-needed-now"})
_DONE = frozenset({"found-so", "switched-off", "switched-on", "chosen", "deleted", "published"})


def outcome_of(
    task: TaskOutline,
    steps: list[StepOutline],
    state: ServiceState,
    applicability: Applicability,
    objections: tuple[Objection, ...],
) -> Outcome:
    """Return what came of a task, never more than the person stated.

    ``steps`` are those that count for the person. What is stated of the whole task goes first, then
    a step that could not be found, what was sent and answered, and what is ticked.
    """
    open_steps = [step for step in steps if not state.step(task.id, step.id).done]
    return (
        _stated(task, state)
        or _missing(task, open_steps, state)
        or _written(objections, steps, open_steps)
        or _ticked(task, steps, open_steps, state)
        or untouched_outcome(
            task.kind, task.why, applicability.answer, asks=bool(applicability.asks)
        )
    )


def untouched_outcome(kind: str, why: str | None, answer: str | None, *, asks: bool) -> Outcome:
    """Return what comes of a task of which nothing is done.

    ``answer`` is that of the first rule that fits, if one does. ``asks`` is whether the person has
    not said something that it depends on: they may be the administrator themselves.
    """
    if kind == "nothing" and (why == "not-needed" or answer not in FOLDING):
        return "nothing-to-do" if answer == "unknown" else _WHY.get(why, "nothing-to-do")
    return "to-do" if answer == "admin" and asks else _UNTOUCHED.get(answer, "to-do")


def status_of(outcome: Outcome) -> Status:
    """Return the status that follows from an outcome."""
    if outcome == "retired":
        return "retired"
    if outcome in _NOT_FOR_YOU:
        return "not-for-you"
    if outcome in _NOTHING:
        return "nothing"
    if outcome == "sent":
        return "waiting"
    if outcome in _SETTLED | _DONE:
        return "done"
    return "to-do"


def is_untouched(outcome: Outcome) -> bool:
    """Return whether the person has done and said nothing yet, and could."""
    return outcome in {"to-do", "admin-only"}


def leaves_nothing(outcome: Outcome) -> bool:
    """Return whether it is settled without its steps: none of them is left to tick."""
    return outcome in _NOTHING or outcome == "found-so"


def takes_no_time(outcome: Outcome) -> bool:
    """Return whether no more time is needed, even where steps are not ticked."""
    return leaves_nothing(outcome) or outcome in _SETTLED


def _stated(task: TaskOutline, state: ServiceState) -> Outcome | None:
    stated = state.outcomes.get(task.id)
    if stated == "switched-on-again" and task.turn != "off":
        return "changed-back"
    return _STATED.get(stated)


def _missing(
    task: TaskOutline, open_steps: list[StepOutline], state: ServiceState
) -> Outcome | None:
    """Return what it means that a step could not be found, if one could not."""
    reasons = [(step, state.step(task.id, step.id).could_not_find) for step in open_steps]
    missing = [(step, reason) for step, reason in reasons if reason]
    if any(step.missing_means == "not-offered" and why == "not-there" for step, why in missing):
        return "not-offered"
    return "could-not-find" if missing else None


def _written(
    objections: tuple[Objection, ...], steps: list[StepOutline], open_steps: list[StepOutline]
) -> Outcome | None:
    """Return what came of all that was sent, if anything was.

    A question, or an answer that only a later version knows, settles nothing.
    """
    if not objections:
        return None
    answers = {objection.answer for objection in objections if objection.answer}
    if not answers:
        later = _after_sending(steps)
        return "sent" if all(step in later for step in open_steps) else "begun"
    if answers - _ANSWERS.keys():
        return "question"
    awaited = any(not objection.answer for objection in objections)
    if awaited and any(step.records == "answer" for step in open_steps):
        return "sent"
    return _ANSWERS[answers.pop()] if len(answers) == 1 else "partly"


def _after_sending(steps: list[StepOutline]) -> list[StepOutline]:
    """Return the steps that come when all is sent."""
    sending = [number for number, step in enumerate(steps) if step.records == "sent"]
    return steps[sending[-1] + 1 :] if sending else steps


def _ticked(
    task: TaskOutline, steps: list[StepOutline], open_steps: list[StepOutline], state: ServiceState
) -> Outcome | None:
    """Return what the ticks mean; those of steps that do not count mean that it is begun.

    Where there is nothing to do, ticks mean nothing.
    """
    if task.kind == "nothing":
        return None
    if steps and not open_steps:
        return _TURNED.get(task.turn) or _DONE_AS.get(task.kind, "chosen")
    return "begun" if any(state.step(task.id, step.id).done for step in task.steps) else None
