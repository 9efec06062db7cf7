"""One task for one person: how far it is, whether it counts, and how long the rest takes."""

import pytest
from msgspec.structs import replace

from optout_desktop.guides.format.types import Answer, Applies
from optout_desktop.guides.library.outline import StepOutline, TaskOutline
from optout_desktop.plan.task import TaskOverview, task_overview
from optout_desktop.progress.state import Objection
from optout_desktop.situation.rules import Applicability, Situation
from tests.plan.deeds import progress


def rule(answer: Answer, *, optional: bool = False) -> Applies:
    return Applies(answer, f"Because of {answer}.", ("notice",), optional=optional)


def after(task: TaskOutline, deeds: str = "") -> TaskOverview:
    return task_overview(task, progress(deeds), Situation("DE"))


THREE = TaskOutline(
    *("task", "choice", "Task", 10), steps=(StepOutline("a"), StepOutline("b"), StepOutline("c"))
)


@pytest.mark.parametrize(
    ("minutes", "deeds", "left"),
    [
        (10, "", 10),
        # Rounded up: what is not done takes a minute at least.
        (10, "tick a", 7),
        (10, "tick a, tick b", 4),
        (1, "tick a, tick b", 1),
        (10, "tick a, tick b, tick c", 0),
        (0, "tick a", 0),
        # Nothing is left where it is settled without its steps, all where it is to do again.
        (10, "tick a, state skipped", 0),
        (10, "tick a, state found-so", 0),
        (10, "answer a refused", 0),
        (10, "answer a partly", 0),
        (10, "answer a question", 7),
        (10, "tick a, tick b, tick c, state switched-on-again", 10),
    ],
)
def test_the_minutes_left_are_those_of_the_steps_not_done(
    minutes: int, deeds: str, left: int
) -> None:
    assert after(replace(THREE, minutes=minutes), deeds).minutes_left == left


def test_a_task_without_steps_has_nothing_to_tick() -> None:
    seen = after(replace(THREE, steps=()))
    assert (seen.outcome, seen.status) == ("to-do", "to-do")
    assert (seen.done, seen.total, seen.minutes_left) == (0, 0, 0)


@pytest.mark.parametrize(
    ("kind", "optional", "answer", "by_rule", "counts", "is_optional"),
    [
        ("choice", False, "yes", False, True, False),
        ("choice", True, "yes", False, False, True),
        ("choice", False, "yes", True, False, True),
        ("choice", False, "reported-no", False, False, True),
        ("choice", False, "admin", False, True, False),
        ("choice", False, "no", False, False, False),
        ("choice", True, "no", True, False, True),
        # That nothing is to do is told, also where a rule would let one choose.
        ("nothing", False, "yes", True, True, False),
        ("nothing", False, "reported-no", False, True, False),
        ("nothing", True, "yes", False, False, True),
    ],
)
def test_what_a_person_need_not_do_does_not_count(
    kind: str, optional: bool, answer: Answer, by_rule: bool, counts: bool, is_optional: bool
) -> None:
    rules = (rule(answer, optional=by_rule),)
    seen = after(replace(THREE, kind=kind, optional=optional, applies=rules))
    assert (seen.counts, seen.optional) == (counts, is_optional)
    assert seen.applicability == Applicability(
        answer, f"Because of {answer}.", ("notice",), optional=rules[0].is_optional
    )


FOLDED = StepOutline("folded", applies=(rule("no"),))


@pytest.mark.parametrize(
    ("task", "deeds", "outcome"),
    [
        (replace(THREE, steps=(FOLDED,)), "", "not-for-you"),
        (replace(THREE, steps=(FOLDED,), applies=(rule("admin"),)), "", "not-for-you"),
        (replace(THREE, steps=(FOLDED,), applies=(rule("off"),)), "", "already-off"),
        # What was done or stated all the same is told.
        (replace(THREE, steps=(FOLDED,)), "tick folded", "begun"),
        (replace(THREE, steps=(FOLDED,)), "state skipped", "skipped"),
        (replace(THREE, steps=(FOLDED,)), "sent folded", "sent"),
    ],
)
def test_a_task_without_a_step_for_this_person_is_not_for_them(
    task: TaskOutline, deeds: str, outcome: str
) -> None:
    seen = after(task, deeds)
    assert seen.outcome == outcome
    assert seen.total == 0
    assert seen.counts == (seen.status != "not-for-you")


def test_what_was_sent_stands_in_the_order_of_the_steps() -> None:
    seen = after(THREE, "answer c refused, tick b, sent a")
    assert seen.objections == (Objection(), Objection(answer="refused"))
    assert after(THREE, "tick a").objections == ()
