"""Which steps count: those for this person, the needed ones, and of several ways one."""

import pytest

from optout_desktop.guides.format.types import Answer, Applies, Region
from optout_desktop.guides.library.outline import StepOutline, TaskOutline
from optout_desktop.plan.steps import counted_steps
from optout_desktop.situation.rules import Situation
from tests.plan.deeds import progress


def rule(answer: Answer, *regions: Region, optional: bool = False) -> Applies:
    return Applies(answer, f"Because of {answer}.", ("notice",), regions, optional=optional)


def counted(steps: tuple[StepOutline, ...], deeds: str = "", region: str = "DE") -> str:
    task = TaskOutline("task", "toggle", "Task", 5, steps=steps)
    return " ".join(
        step.id for step in counted_steps(task, progress(deeds), Situation(region=region))
    )


@pytest.mark.parametrize(
    ("region", "steps"),
    [("DE", "all here may"), ("US", "all there may"), ("", "all here there may")],
)
def test_steps_for_elsewhere_do_not_count(region: str, steps: str) -> None:
    some = (
        StepOutline("all"),
        StepOutline("here", applies=(rule("yes", "EU"), rule("off"))),
        StepOutline("there", applies=(rule("no", "DE"), rule("yes"))),
        StepOutline("may", applies=(rule("reported", "DE"), rule("unknown"))),
    )
    assert counted(some, region=region) == steps


def test_what_need_not_be_done_counts_only_where_nothing_has_to_be() -> None:
    extra = (
        StepOutline("by-step", optional=True),
        StepOutline("by-rule", applies=(rule("yes", optional=True),)),
        StepOutline("by-answer", applies=(rule("reported-no"),)),
    )
    assert counted((*extra, StepOutline("needed"))) == "needed"
    assert counted(extra) == "by-step by-rule by-answer"
    folded = StepOutline("folded", applies=(rule("no"),))
    assert counted((*extra, folded)) == "by-step by-rule by-answer"
    assert not counted((folded,))


WAYS = (
    StepOutline("before"),
    StepOutline("menu", either="way/settings"),
    StepOutline("switch", either="way/settings"),
    StepOutline("link", either="way/link"),
    StepOutline("letter", either="way"),
    StepOutline("after"),
)


@pytest.mark.parametrize(
    ("deeds", "steps"),
    [
        ("", "before menu switch after"),
        ("tick before, tick after", "before menu switch after"),
        ("tick menu", "before menu switch after"),
        ("tick link", "before link after"),
        ("tick letter", "before letter after"),
        # Most is done where all is; of equals the first counts.
        ("tick menu, tick link", "before link after"),
        ("tick link, tick letter", "before link after"),
        ("tick menu, tick switch, tick link", "before menu switch after"),
        # A way in which something is missing comes last, however much of it is done.
        ("missing menu", "before link after"),
        ("tick menu, missing switch", "before link after"),
        ("missing menu, missing link", "before letter after"),
        ("missing menu, missing link, missing letter", "before menu switch after"),
        ("missing menu, missing link, missing letter, tick switch", "before menu switch after"),
    ],
)
def test_of_several_ways_the_furthest_counts(deeds: str, steps: str) -> None:
    assert counted(WAYS, deeds) == steps


def test_steps_with_one_word_and_no_other_are_ways_of_one_step_each() -> None:
    # A step may have the name of a way of others, or of the group.
    single = (
        StepOutline("one", either="way"),
        StepOutline("two", either="way"),
        StepOutline("way"),
        StepOutline("three", either="way/two"),
    )
    assert counted(single) == "one way"
    assert counted(single, "tick two") == "two way"
    assert counted(single, "tick three") == "way three"


def test_each_group_of_ways_has_its_own() -> None:
    groups = (
        StepOutline("a", either="first/one"),
        StepOutline("b", either="first/other"),
        StepOutline("c", either="second/one"),
        StepOutline("d", either="second/other"),
    )
    assert counted(groups) == "a c"
    assert counted(groups, "tick b") == "b c"
    assert counted(groups, "tick d") == "a d"
    assert counted(groups, "tick b, tick d") == "b d"
