"""Short lines: where the person stands with a service, at a glance."""

import pytest
from msgspec.structs import replace

from optout_desktop.checklist.words.lines import about_minutes, service_line, steps_done
from optout_desktop.guides.library.outline import Outline, TaskOutline
from optout_desktop.plan.outcome import Outcome, status_of
from optout_desktop.plan.overview import ServiceOverview
from optout_desktop.plan.task import TaskOverview
from optout_desktop.situation.rules import Applicability

OUTLINE = Outline("example", "Example")
OVERVIEW = ServiceOverview(OUTLINE, (), "to-do", 0, 2, 7, None)


def task(
    outcome: Outcome, *, kind: str = "toggle", asks: str | None = None, counts: bool = True
) -> TaskOverview:
    outline = TaskOutline("a", kind, "A", 5, asks=asks)
    status = status_of(outcome)
    return TaskOverview(outline, Applicability("yes"), outcome, status, 0, 2, 5, counts=counts)


def test_what_is_to_do_is_told_with_its_kinds_and_its_minutes() -> None:
    tasks = (
        task("to-do"),
        task("to-do", kind="form", asks="deletion"),
        task("begun"),
        task("sent", kind="e-mail"),
        task("to-do", kind="delete", counts=False),
    )
    line = service_line(replace(OVERVIEW, tasks=tasks))
    assert line == "Switch and Deletion request form · about 7\u00a0min"


@pytest.mark.parametrize(
    ("done", "total", "line"),
    [
        (1, 2, "1 of 2 steps · about 7\u00a0min left"),
        (1, 1, "1 of 1 step · about 7\u00a0min left"),
    ],
)
def test_what_is_begun_is_told_with_its_steps(done: int, total: int, line: str) -> None:
    assert service_line(replace(OVERVIEW, done=done, total=total)) == line


@pytest.mark.parametrize("counts", [True, False])
def test_what_could_not_be_found_is_told_where_it_counts(*, counts: bool) -> None:
    tasks = (task("could-not-find", counts=counts),)
    line = service_line(replace(OVERVIEW, tasks=tasks, done=1))
    assert (line == "1 of 2 steps · something could not be found") is counts


@pytest.mark.parametrize(
    ("outcomes", "line"),
    [
        (("switched-off",), "Done, according to you"),
        (("accepted",), "Done, according to you"),
        (("switched-off", "refused"), "Objection refused"),
        (("partly", "refused"), "Objection accepted in part"),
    ],
)
def test_what_is_done_says_what_was_not_granted(outcomes: tuple[Outcome, ...], line: str) -> None:
    tasks = tuple(map(task, outcomes))
    assert service_line(replace(OVERVIEW, tasks=tasks, status="done")) == line
    extra = tuple(task(one, counts=False) for one in outcomes)
    assert service_line(replace(OVERVIEW, tasks=extra, status="done")) == "Done, according to you"


@pytest.mark.parametrize(
    ("outcomes", "line"),
    [
        (("nothing-to-do",), "Nothing to do"),
        (("not-needed",), "Nothing to do"),
        (("not-offered",), "Not offered to you"),
        (("skipped",), "Skipped"),
        (("skipped", "not-offered"), "Not offered to you"),
        (("no-control",), "No way out offered"),
        (("none-found",), "No way out found"),
        (("admin-only",), "Only an administrator can do this"),
    ],
)
def test_why_nothing_is_to_do_is_told(outcomes: tuple[Outcome, ...], line: str) -> None:
    tasks = tuple(map(task, outcomes))
    assert service_line(replace(OVERVIEW, tasks=tasks, status="nothing")) == line


@pytest.mark.parametrize(
    ("outcome", "line"),
    [
        ("to-do", "Nothing you need to do; there is more you can do"),
        ("switched-off", "Nothing you need to do; you did more"),
    ],
)
def test_what_need_not_be_done_is_told(outcome: Outcome, line: str) -> None:
    tasks = (task(outcome, counts=False),)
    assert service_line(replace(OVERVIEW, tasks=tasks, status="nothing")) == line


@pytest.mark.parametrize(
    ("outcome", "line"),
    [
        ("not-for-you", "Not relevant to you"),
        ("already-off", "Already so by law or by default"),
        ("skipped", "Not relevant to you"),
    ],
)
def test_why_a_service_is_not_relevant_is_told(outcome: Outcome, line: str) -> None:
    tasks = (task(outcome, counts=False),)
    assert service_line(replace(OVERVIEW, tasks=tasks, status="not-for-you")) == line


def test_an_answer_that_is_awaited_goes_before_what_was_skipped() -> None:
    tasks = (task("sent"), task("skipped"))
    line = service_line(replace(OVERVIEW, tasks=tasks, status="waiting"))
    assert line == "Waiting for an answer"


def test_a_guide_that_cannot_be_read_and_a_service_that_closed_say_why() -> None:
    problem = replace(OVERVIEW, outline=replace(OUTLINE, problem="Line 3."), status="unreadable")
    assert service_line(problem) == "Line 3."
    retired = replace(OVERVIEW, outline=replace(OUTLINE, retired="It closed."), status="retired")
    assert service_line(retired) == "It closed."


def test_numbers_and_their_units_stay_together() -> None:
    assert about_minutes(1) == "about 1\u00a0min"
    assert about_minutes(12) == "about 12\u00a0min"
    assert steps_done(2, 5) == "2 of 5 done"
