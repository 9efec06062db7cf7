"""What other programs read of the checklists: the JSON of the commands ``show`` and ``list``.

Codes, with the words that a person would read beside them. ``version`` rises when something that is
there changes its meaning or goes; what is only added leaves it as it is.
"""

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct
from msgspec.structs import asdict, replace

from optout_desktop.checklist.checklist import Checklist, Question
from optout_desktop.checklist.tasks import Step, Task
from optout_desktop.checklist.words.answer import because_words, task_because_words
from optout_desktop.checklist.words.lines import service_line
from optout_desktop.checklist.words.outcome import outcome_words, status_words
from optout_desktop.checklist.words.questions import option_words, question_words
from optout_desktop.checklist.words.step import standing_words, step_remarks
from optout_desktop.checklist.words.task import effect_words, task_remarks
from optout_desktop.plan.outcome import Status
from optout_desktop.plan.overview import ServiceOverview
from optout_desktop.progress.people import Account

VERSION: Literal[1] = 1


class StepDocument(Step, frozen=True, kw_only=True):
    """A step; ``words`` name its standing, ``remarks`` say what a reader should know of it."""

    words: str
    remarks: tuple[str, ...]


class TaskDocument(Task, frozen=True, kw_only=True):
    """A task; ``words`` name its outcome.

    ``because`` says why it is shown as it is, ``effects`` how far it reaches, ``remarks`` what a
    reader should know of it.
    """

    words: str
    because: str
    effects: tuple[str, ...]
    remarks: tuple[str, ...]
    steps: tuple[StepDocument, ...]


class ChecklistDocument(Checklist, frozen=True, kw_only=True):
    """A checklist; ``words`` name its status, ``because`` says why it applies or not."""

    version: Literal[1] = VERSION
    words: str
    because: str
    tasks: tuple[TaskDocument, ...]


class ServiceRow(Struct, frozen=True):
    """Where the person stands with one account at a service.

    ``account`` is its permanent id and ``account_name`` what the person calls it. ``problem`` is
    why the guide cannot be read, else empty.
    """

    slug: str
    name: str
    account: str
    account_name: str
    status: Status
    words: str
    done: int
    total: int
    minutes_left: int
    next_task: str
    next_step: str
    problem: str


class ListDocument(Struct, frozen=True):
    """The services, a row for each account, in the order of their names."""

    services: tuple[ServiceRow, ...]
    version: Literal[1] = VERSION


def checklist_document(checklist: Checklist) -> ChecklistDocument:
    """Return what ``show --json`` prints."""
    return ChecklistDocument(
        **asdict(checklist)
        | {
            "questions": with_words(checklist.questions, checklist.name),
            "words": status_words(checklist.status, "you"),
            "because": because_words(checklist.answer, "you"),
            "tasks": tuple(task_document(checklist, task) for task in checklist.tasks),
        }
    )


def task_document(checklist: Checklist, task: Task) -> TaskDocument:
    """Return a task of a checklist with its words."""
    return TaskDocument(
        **asdict(task)
        | {
            "words": outcome_words(task.outcome, task.asks, "you"),
            "because": task_because_words(task, "you"),
            "effects": effect_words(task),
            "remarks": task_remarks(task),
            "steps": tuple(step_document(checklist, step) for step in task.steps),
        }
    )


def step_document(checklist: Checklist, step: Step) -> StepDocument:
    """Return a step of a checklist with its words."""
    return StepDocument(
        **asdict(step)
        | {
            "words": standing_words(step, "you"),
            "remarks": step_remarks(checklist, step, "you"),
        }
    )


def list_document(found: Iterable[tuple[Account, ServiceOverview]]) -> ListDocument:
    """Return what ``list --json`` prints."""
    return ListDocument(tuple(_row(account, overview) for account, overview in found))


def with_words(questions: Iterable[Question], service: str) -> tuple[Question, ...]:
    """Let the program's own questions carry their words, as those of the guide do."""
    return tuple(
        replace(
            one,
            text=question_words(one, service),
            options=tuple(replace(option, label=option_words(option)) for option in one.options),
        )
        for one in questions
    )


def _row(account: Account, overview: ServiceOverview) -> ServiceRow:
    task, step = overview.next_step or ("", "")
    return ServiceRow(
        overview.outline.slug,
        overview.outline.name,
        account.id,
        account.name,
        overview.status,
        service_line(overview),
        overview.done,
        overview.total,
        overview.minutes_left,
        task,
        step,
        overview.outline.problem,
    )
