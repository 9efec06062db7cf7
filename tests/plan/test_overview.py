"""Where a person stands with a whole service: what is most urgent, and what is left."""

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from optout_desktop.guides.format.types import Answer, Applies, Role
from optout_desktop.guides.library.library import shipped_library
from optout_desktop.guides.library.outline import Outline, StepOutline, TaskOutline, columns_of
from optout_desktop.plan.overview import ServiceOverview, service_overview, untouched_status
from optout_desktop.progress.state import ServiceState
from optout_desktop.situation.rules import Situation
from tests.plan.deeds import progress

GERMANY = Situation("DE")


def rule(answer: Answer, *, optional: bool = False, roles: tuple[Role, ...] = ()) -> Applies:
    return Applies(answer, f"Because of {answer}.", ("notice",), roles=roles, optional=optional)


def task(
    name: str, *rules: Applies, kind: str = "choice", optional: bool = False, minutes: int = 5
) -> TaskOutline:
    steps = (StepOutline("one"), StepOutline("two"))
    return TaskOutline(name, kind, name.title(), minutes, optional, applies=rules, steps=steps)


def service(*tasks: TaskOutline, retired: str = "", problem: str = "") -> Outline:
    return Outline(
        "example",
        "Example",
        retired=retired,
        problem=problem,
        **columns_of(tasks),
    )


def after(outline: Outline, deeds: str) -> ServiceOverview:
    return service_overview(outline, progress(deeds), GERMANY)


NEEDED = task("needed")
OTHER = task("other", minutes=7)
EXTRA = task("extra", optional=True, minutes=20)
FOLDED = task("folded", rule("no"), minutes=40)
ADMIN = task("admin", rule("admin"), minutes=60)
ALL = service(NEEDED, OTHER, EXTRA, FOLDED, ADMIN)
DONE = "tick needed/one, tick needed/two"


@pytest.mark.parametrize(
    ("deeds", "status", "ticked", "left", "minutes"),
    [
        ("", "to-do", (0, 4), 12, 12),
        ("tick needed/one", "to-do", (1, 4), 10, 12),
        (DONE, "to-do", (2, 4), 7, 12),
        # What is settled without its steps leaves nothing to tick.
        (f"{DONE}, state other/skipped", "done", (2, 2), 0, 5),
        (f"{DONE}, state other/found-so", "done", (2, 2), 0, 12),
        ("state needed/skipped, state other/not-offered", "nothing", (0, 0), 0, 0),
        (f"{DONE}, missing other/one", "to-do", (2, 4), 7, 12),
        # What need not be done changes nothing, but what was sent is waited for.
        ("tick extra/one", "to-do", (0, 4), 12, 12),
        (f"{DONE}, state other/skipped, tick extra/one", "done", (2, 2), 0, 5),
        (f"{DONE}, state other/skipped, sent extra/one, tick extra/two", "waiting", (2, 2), 0, 5),
        (f"{DONE}, sent extra/one, tick extra/two", "to-do", (2, 4), 7, 12),
        (f"{DONE}, sent other/one, tick other/two", "waiting", (4, 4), 0, 12),
        # What does not apply and was done all the same counts.
        ("tick folded/one", "to-do", (1, 6), 32, 52),
        ("tick admin/one", "to-do", (1, 6), 42, 72),
    ],
)
def test_what_counts_makes_up_the_service(
    deeds: str, status: str, ticked: tuple[int, int], left: int, minutes: int
) -> None:
    seen = after(ALL, deeds)
    assert seen.status == status
    assert (seen.done, seen.total) == ticked
    assert (seen.minutes_left, seen.minutes) == (left, minutes)
    assert seen.outline is ALL


@pytest.mark.parametrize(
    ("tasks", "status"),
    [
        ((), "not-for-you"),
        ((FOLDED,), "not-for-you"),
        ((EXTRA,), "nothing"),
        ((FOLDED, EXTRA), "nothing"),
        ((task("folded", rule("no"), optional=True),), "not-for-you"),
        ((ADMIN, FOLDED), "nothing"),
        ((ADMIN, NEEDED), "to-do"),
        ((EXTRA, task("none", kind="nothing")), "nothing"),
    ],
)
def test_where_nothing_counts_it_is_told_whether_there_is_more(
    tasks: tuple[TaskOutline, ...], status: str
) -> None:
    assert after(service(*tasks), "").status == status


def with_steps(*rules: tuple[Applies, ...], answer: Answer = "yes") -> TaskOutline:
    steps = tuple(StepOutline(f"step-{number}", applies=one) for number, one in enumerate(rules))
    return replace(NEEDED, applies=(rule(answer),), steps=steps)


BY_ROLE = (rule("yes", roles=("owner",)), rule("no"))


@pytest.mark.parametrize(
    ("task", "role", "status"),
    [
        (task("plain"), "", "to-do"),
        (task("for-owners", *BY_ROLE), "", "to-do"),
        (task("for-owners", *BY_ROLE), "owner", "to-do"),
        (task("for-owners", *BY_ROLE), "member", "not-for-you"),
        # Who may be the administrator has it to do.
        (task("admin", rule("yes", roles=("owner",)), rule("admin")), "", "to-do"),
        (task("admin", rule("yes", roles=("owner",)), rule("admin")), "member", "nothing"),
        # A task is for those for whom one of its steps is.
        (with_steps((rule("no"),), ()), "", "to-do"),
        (with_steps((rule("no"),), (rule("off"),)), "", "not-for-you"),
        (with_steps((rule("no"),), (rule("reported"),)), "", "to-do"),
        (with_steps((rule("no"),), BY_ROLE), "", "to-do"),
        (with_steps((rule("no"),), BY_ROLE), "owner", "to-do"),
        (with_steps((rule("no"),), BY_ROLE), "member", "not-for-you"),
        (with_steps((rule("off", roles=("owner",)),)), "member", "to-do"),
        (with_steps((rule("no"),), answer="admin"), "", "not-for-you"),
        (with_steps((rule("no"),), answer="reported-no"), "", "not-for-you"),
        (with_steps((), answer="reported-no"), "", "nothing"),
        # That a service does not do something holds for everybody.
        (replace(task("n", rule("no"), kind="nothing"), why="not-needed"), "", "nothing"),
        (replace(task("n", rule("no"), kind="nothing"), why="no-control"), "", "not-for-you"),
        # That nothing is to do has no steps to fold.
        (replace(with_steps((rule("no"),)), kind="nothing"), "", "nothing"),
    ],
)
def test_where_an_untouched_service_stands(task: TaskOutline, role: str, status: str) -> None:
    situation = Situation("DE", role=role)
    outline = service(task)
    assert service_overview(outline, ServiceState(), situation).status == status
    assert untouched_status(outline, situation) == status


@pytest.mark.parametrize("deeds", ["", DONE, "sent other/one, tick other/two"])
def test_a_guide_that_cannot_be_read_and_a_service_that_closed_say_so(deeds: str) -> None:
    unreadable = after(service(NEEDED, OTHER, problem="Line 3."), deeds)
    assert unreadable.status == "unreadable"
    retired = after(service(NEEDED, OTHER, retired="Closed."), deeds)
    assert retired.status == "retired"
    both = service(NEEDED, problem="Line 3.", retired="Closed.")
    assert after(both, deeds).status == "unreadable"


@pytest.mark.parametrize(
    ("deeds", "outcome", "status"),
    [
        ("", "retired", "retired"),
        ("tick needed/one", "begun", "retired"),
        ("missing needed/one", "could-not-find", "retired"),
        (DONE, "chosen", "done"),
        ("sent needed/one, tick needed/two", "sent", "waiting"),
        ("state needed/skipped", "skipped", "nothing"),
    ],
)
def test_of_a_service_that_closed_it_is_told_what_was_done(
    deeds: str, outcome: str, status: str
) -> None:
    seen = after(service(NEEDED, retired="Closed."), deeds)
    (needed,) = seen.tasks
    assert (needed.outcome, needed.status, needed.minutes_left) == (outcome, status, 0)
    assert (seen.minutes_left, seen.next_step) == (0, None)


ROLES: list[tuple[Role, ...]] = [(), ("owner",), ("member",)]
RULES = st.lists(
    st.builds(
        rule,
        st.sampled_from(get_args(Answer)),
        optional=st.booleans(),
        roles=st.sampled_from(ROLES),
    ),
    max_size=2,
).map(tuple)
STEPS = st.lists(
    st.builds(
        StepOutline,
        st.sampled_from(["a", "b"]),
        st.booleans(),
        applies=RULES,
        either=st.sampled_from([None, "w/one", "w/other"]),
    ),
    max_size=2,
    unique_by=lambda step: step.id,
).map(tuple)
TASKS = st.lists(
    st.builds(
        TaskOutline,
        st.sampled_from(["a", "b", "c"]),
        st.sampled_from(["toggle", "form", "nothing", "admin"]),
        st.just("Title"),
        st.integers(0, 9),
        st.booleans(),
        why=st.sampled_from([None, "not-needed", "no-control", "none-found"]),
        either=st.sampled_from([None, "x"]),
        after=st.sampled_from([None, (("a",), "sent"), (("a", "b"), "refused")]),
        moot_after=st.sampled_from([None, "a", "c"]),
        applies=RULES,
        steps=STEPS,
    ),
    max_size=3,
    unique_by=lambda task: task.id,
)


@given(TASKS, st.sampled_from(["", "owner", "member"]), st.sampled_from(["", "Closed."]))
def test_both_ways_of_counting_agree_on_what_is_untouched(
    tasks: list[TaskOutline], role: str, retired: str
) -> None:
    outline = service(*tasks, retired=retired)
    situation = Situation("DE", role=role)
    counted = service_overview(outline, ServiceState(), situation)
    assert untouched_status(outline, situation) == counted.status
    assert counted.done == 0
    open_tasks = [
        one for one in counted.tasks if one.counts and one.status == "to-do" and one.total
    ]
    assert (counted.next_step is not None) == bool(open_tasks)


SWITCH = TaskOutline(
    *("switch", "toggle", "Switch", 4),
    turn="off",
    steps=(StepOutline("open"), StepOutline("off"), StepOutline("again", optional=True)),
)
FORM = TaskOutline(
    *("form", "form", "Form", 4),
    steps=(
        StepOutline("fill"),
        StepOutline("send", records="sent"),
        StepOutline("answer", records="answer"),
    ),
)
DEEDS = (
    *("tick switch/open", "tick switch/off", "untick switch/off", "missing switch/open not-there"),
    *("tick form/fill", "sent form/send", "answer form/answer accepted", "untick form/send"),
    *("state switch/skipped", "state switch/"),
)


@given(st.lists(st.sampled_from(DEEDS), max_size=12), st.sampled_from(["", "Closed."]))
def test_numbers_hold_together(deeds: list[str], retired: str) -> None:
    state = progress(", ".join(deeds))
    seen = service_overview(service(SWITCH, FORM, retired=retired), state, GERMANY)
    assert 0 <= seen.done <= seen.total
    assert (seen.minutes_left == 0) or seen.status in {"to-do", "waiting"}
    assert seen.next_step is None or seen.status in {"to-do", "waiting"}
    for one in seen.tasks:
        if one.outcome == "switched-off":
            assert all(state.step("switch", name).done for name in ("open", "off"))
        if one.outcome in {"accepted", "refused"}:
            assert any(objection.answer for objection in one.objections)


SITUATIONS = st.builds(
    Situation,
    st.sampled_from(["", "AQ", "BR", "CH", "DE", "GB", "IN", "JP", "KR", "US", "US-CA"]),
    st.sampled_from(["", "free", "paid", "work", "education"]),
    st.sampled_from(["", "minor", "adult"]),
    st.sampled_from(["", "member", "owner"]),
)
SHIPPED = shipped_library().outlines


@given(SITUATIONS)
def test_an_untouched_service_stands_where_the_full_count_says(situation: Situation) -> None:
    for shipped in SHIPPED:
        counted = service_overview(shipped, ServiceState(), situation)
        assert untouched_status(shipped, situation) == counted.status, shipped.slug
