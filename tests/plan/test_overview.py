from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from optout_desktop.base.paths import guides_folder, resources_folder
from optout_desktop.checklist.words.lines import service_line
from optout_desktop.guides.format.types import Answer, Applies
from optout_desktop.guides.library.library import outlines
from optout_desktop.guides.library.outline import Outline, StepOutline, TaskOutline, columns_of
from optout_desktop.plan.overview import service_overview, untouched_status
from optout_desktop.plan.task import task_overview
from optout_desktop.progress.events import Event, What
from optout_desktop.progress.state import ServiceState, fold
from optout_desktop.situation.rules import Situation

GERMANY = Situation("DE")


def rule(answer: Answer, *regions: str) -> Applies:
    return Applies(answer, f"Because of {answer}.", ("notice",), regions)


def step(name: str, *rules: Applies, optional: bool = False, records: str = "") -> StepOutline:
    return StepOutline(name, optional, records or None, rules)


def task(
    name: str,
    *steps: StepOutline,
    kind: str = "toggle",
    turn: str = "off",
    optional: bool = False,
    rules: tuple[Applies, ...] = (),
) -> TaskOutline:
    return TaskOutline(
        *(name, kind, name.title(), 4, optional),
        turn=turn if kind == "toggle" else None,
        applies=rules,
        steps=steps,
    )


def outline(*tasks: TaskOutline, problem: str = "", retired: str = "") -> Outline:
    return Outline(
        *("example", "Example", "example", 1),
        problem=problem,
        retired=retired,
        **columns_of(tasks),
    )


def state(*done: str) -> ServiceState:
    """Fold short words: ``switch/open`` ticks, ``!switch/open`` could not be found, and so on."""
    return fold(event(number, words) for number, words in enumerate(done, 1))


def event(count: int, words: str) -> Event:
    marks: dict[str, What] = {
        "!": "could-not-find",
        "-": "untick",
        "=": "outcome",
        ">": "sent",
        "<": "answer",
    }
    what: What = marks.get(words[0], "tick")
    name, _, value = words.lstrip("".join(marks)).partition(":")
    task_name, _, step_name = name.partition("/")
    return Event(
        count, "aaaaaaaa", "2026-11-23T10:00:00+01:00", what, task_name, step_name, value=value
    )


SWITCH = task("switch", step("open"), step("off"), step("again", optional=True))
FORM = task(
    "form",
    step("fill"),
    step("send", records="sent"),
    step("answer", records="answer"),
    kind="form",
)


@pytest.mark.parametrize(
    ("done", "outcome", "status", "numbers"),
    [
        ((), "to-do", "to-do", (0, 2, 4)),
        (("switch/open",), "begun", "to-do", (1, 2, 2)),
        (("switch/again",), "begun", "to-do", (0, 2, 4)),
        (("switch/open", "switch/off"), "switched-off", "done", (2, 2, 0)),
        (("switch/open", "switch/off", "-switch/off"), "begun", "to-do", (1, 2, 2)),
        (("switch/open", "!switch/off:not-there"), "could-not-find", "to-do", (1, 2, 2)),
        (("!switch/off:not-there", "switch/off", "switch/open"), "switched-off", "done", (2, 2, 0)),
        (("=switch:skipped",), "skipped", "nothing", (0, 2, 0)),
        (("=switch:found-so",), "found-so", "done", (0, 2, 0)),
        (("=switch:not-offered",), "not-offered", "nothing", (0, 2, 0)),
        (("=switch:skipped", "=switch:"), "to-do", "to-do", (0, 2, 4)),
        (
            ("switch/open", "switch/off", "=switch:switched-on-again"),
            "switched-on-again",
            "to-do",
            (0, 2, 4),
        ),
        (("=switch:a-word-from-the-future",), "to-do", "to-do", (0, 2, 4)),
    ],
)
def test_a_switch(
    done: tuple[str, ...], outcome: str, status: str, numbers: tuple[int, int, int]
) -> None:
    seen = task_overview(SWITCH, state(*done), GERMANY)
    assert (seen.outcome, seen.status) == (outcome, status)
    assert (seen.done, seen.total, seen.minutes_left) == numbers


@pytest.mark.parametrize(
    ("done", "outcome", "status"),
    [
        (("form/fill",), "begun", "to-do"),
        ((">form/send",), "begun", "to-do"),
        (("form/fill", ">form/send"), "sent", "waiting"),
        (("form/fill", ">form/send", "-form/send"), "begun", "to-do"),
        (("form/fill", ">form/send", "<form/answer:accepted"), "accepted", "done"),
        (("form/fill", ">form/send", "<form/answer:refused"), "refused", "done"),
        (("form/fill", ">form/send", "<form/answer:partly"), "partly", "done"),
        (("form/fill", ">form/send", "<form/answer:question"), "question", "to-do"),
        (("form/fill", ">form/send", "<form/answer:unheard-of"), "question", "to-do"),
    ],
)
def test_an_objection(done: tuple[str, ...], outcome: str, status: str) -> None:
    seen = task_overview(FORM, state(*done), GERMANY)
    assert (seen.outcome, seen.status) == (outcome, status)


def test_a_switch_that_is_left_on_is_chosen_and_not_switched_off() -> None:
    private = task("private", step("turn"), turn="On")
    assert task_overview(private, state("private/turn"), GERMANY).outcome == "chosen"


def test_optional_steps_count_where_there_are_no_others() -> None:
    extras = task("extras", step("one", optional=True), step("two", optional=True), optional=True)
    assert task_overview(extras, state("extras/one"), GERMANY).total == 2
    assert service_overview(outline(SWITCH, extras), state("extras/one"), GERMANY).total == 2


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        ("yes", "to-do"),
        ("reported", "to-do"),
        ("disputed", "to-do"),
        ("reported-off", "to-do"),
        ("no", "not-for-you"),
        ("off", "not-for-you"),
        ("admin", "nothing"),
    ],
)
def test_what_applies_decides_until_the_person_did_something(answer: Answer, status: str) -> None:
    ruled = task("ruled", step("one"), step("two"), rules=(rule(answer, "DE"),))
    assert task_overview(ruled, ServiceState(), GERMANY).status == status
    assert task_overview(ruled, state("ruled/one"), GERMANY).status == "to-do"
    assert task_overview(ruled, ServiceState(), Situation("JP")).status == "to-do"


def test_steps_for_elsewhere_do_not_count() -> None:
    split = task("split", step("here"), step("there", rule("no", "DE")))
    assert task_overview(split, state("split/here"), GERMANY).outcome == "switched-off"
    assert task_overview(split, state("split/here"), Situation("GB")).outcome == "begun"


def test_the_next_step_skips_what_is_done_not_found_optional_or_settled() -> None:
    def following(*done: str) -> tuple[str, str] | None:
        return service_overview(outline(SWITCH, FORM), state(*done), GERMANY).next_step

    assert following() == ("switch", "open")
    assert following("switch/open") == ("switch", "off")
    assert following("!switch/open:not-there") == ("switch", "off")
    assert following("=switch:skipped") == ("form", "fill")
    assert following("switch/open", "switch/off", "form/fill", ">form/send") == ("form", "answer")
    assert following("=switch:skipped", "=form:skipped") is None


@pytest.mark.parametrize(
    ("done", "status"),
    [
        ((), "to-do"),
        (("switch/open", "switch/off", "form/fill", ">form/send"), "waiting"),
        (("=switch:skipped", "=form:not-offered"), "nothing"),
        (("=switch:skipped", "form/fill", ">form/send", "<form/answer:accepted"), "done"),
    ],
)
def test_a_service_is_as_far_as_its_least_task(done: tuple[str, ...], status: str) -> None:
    assert service_overview(outline(SWITCH, FORM), state(*done), GERMANY).status == status


def test_a_service_with_nothing_to_switch_is_not_called_done() -> None:
    nothing = task("nothing", step("read", optional=True), kind="nothing")
    seen = service_overview(outline(nothing), ServiceState(), GERMANY)
    assert seen.status == "nothing"
    assert service_line(seen) == "Nothing to do"


def test_a_bad_guide_says_why() -> None:
    seen = service_overview(outline(problem="Line 3 is broken."), ServiceState(), GERMANY)
    assert seen.status == "unreadable"
    assert service_line(seen) == "Line 3 is broken."


@pytest.mark.parametrize(
    ("done", "outcomes"),
    [
        ((), ("retired", "retired")),
        (("switch/open",), ("begun", "retired")),
        (("switch/open", "switch/off"), ("switched-off", "retired")),
        (("!switch/off:not-there", "=form:skipped"), ("could-not-find", "skipped")),
        (("form/fill", ">form/send"), ("retired", "sent")),
    ],
)
def test_a_retired_service_keeps_what_was_done_and_asks_for_nothing(
    done: tuple[str, ...], outcomes: tuple[str, ...]
) -> None:
    seen = service_overview(outline(SWITCH, FORM, retired="It closed."), state(*done), GERMANY)
    assert seen.status == "retired"
    assert service_line(seen) == "It closed."
    assert (seen.minutes_left, seen.next_step) == (0, None)
    assert tuple(task.outcome for task in seen.tasks) == outcomes
    assert "to-do" not in {task.status for task in seen.tasks}
    there = service_overview(outline(SWITCH, FORM), state(*done), GERMANY)
    assert (seen.done, seen.total) == (there.done, there.total)


DEEDS = ("switch/open", "switch/off", "-switch/off", "!switch/open:not-there", "form/fill")
MORE = (">form/send", "<form/answer:accepted", "-form/send", "=switch:skipped", "=switch:")


@given(st.lists(st.sampled_from(DEEDS + MORE), max_size=12), st.sampled_from(["", "It closed."]))
def test_numbers_hold_together(done: list[str], retired: str) -> None:
    seen = service_overview(outline(SWITCH, FORM, retired=retired), state(*done), GERMANY)
    assert 0 <= seen.done <= seen.total
    assert (seen.minutes_left == 0) or seen.status in {"to-do", "waiting"}
    assert seen.next_step is None or seen.status in {"to-do", "waiting"}
    for one in seen.tasks:
        stated = state(*done)
        if one.outcome == "switched-off":
            assert all(stated.step("switch", name).done for name in ("open", "off"))
        if one.outcome in {"accepted", "refused"}:
            assert any(objection.answer for objection in one.objections)


SITUATIONS = st.builds(
    Situation,
    st.sampled_from(["", "AQ", "BR", "CH", "DE", "GB", "IN", "JP", "KR", "US", "US-CA"]),
    st.sampled_from(["", "free", "paid", "work", "education"]),
    st.sampled_from(["", "minor", "adult"]),
    st.sampled_from(["", "member", "owner"]),
)
SHIPPED = outlines(guides_folder(), resources_folder() / "index.json")


@given(SITUATIONS)
def test_an_untouched_service_stands_where_the_full_count_says(situation: Situation) -> None:
    for shipped in SHIPPED:
        counted = service_overview(shipped, ServiceState(), situation)
        assert untouched_status(shipped, situation) == counted.status, shipped.slug


@pytest.mark.parametrize("retired", ["", "It closed."])
@pytest.mark.parametrize("answer", get_args(Answer))
@pytest.mark.parametrize("kind", ["toggle", "nothing"])
@pytest.mark.parametrize("optional", [False, True])
def test_whatever_a_task_answers_both_ways_of_counting_agree(
    answer: Answer, kind: str, *, optional: bool, retired: str
) -> None:
    rules = (rule(answer, "DE"),)
    made = outline(task("one", step("a"), kind=kind, optional=optional, rules=rules))
    made = replace(made, retired=retired)
    for situation in (GERMANY, Situation("JP"), Situation()):
        counted = service_overview(made, ServiceState(), situation)
        assert untouched_status(made, situation) == counted.status
