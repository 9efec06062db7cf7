"""Tasks and steps of which one is enough, and tasks that have a point only after another."""

import pytest
from msgspec.structs import replace

from optout_desktop.guides.format.types import Answer, Applies
from optout_desktop.guides.library.outline import Outline, StepOutline, TaskOutline, columns_of
from optout_desktop.plan.overview import ServiceOverview, service_overview
from optout_desktop.situation.rules import Situation
from tests.plan.deeds import progress

GERMANY = Situation("DE")


def rule(answer: Answer, *, optional: bool = False) -> Applies:
    return Applies(answer, f"Because of {answer}.", ("notice",), optional=optional)


def one_step(name: str, *, kind: str = "toggle", either: str | None = None) -> TaskOutline:
    return TaskOutline(
        name, kind, name.title(), 5, either=either, turn="off", steps=(StepOutline("do"),)
    )


def service(*tasks: TaskOutline) -> Outline:
    return Outline("example", "Example", **columns_of(tasks))


def seen(outline: Outline, *steps: str) -> ServiceOverview:
    return service_overview(outline, progress(", ".join(steps)), GERMANY)


WAYS = service(one_step("switch", either="out"), one_step("portal", kind="form", either="out"))


def test_of_two_ways_one_counts() -> None:
    untouched = seen(WAYS)
    assert [task.outcome for task in untouched.tasks] == ["to-do", "to-do"]
    assert [task.counts for task in untouched.tasks] == [True, False]
    assert (untouched.status, untouched.total, untouched.minutes_left) == ("to-do", 1, 5)
    assert untouched.next_step == ("switch", "do")


@pytest.mark.parametrize(("taken", "other"), [("switch", 1), ("portal", 0)])
def test_whichever_way_was_taken_the_other_is_not_needed(taken: str, other: int) -> None:
    after = seen(WAYS, f"tick {taken}/do")
    assert (after.done, after.total) == (1, 1)
    assert after.status in {"done", "waiting"}
    beside = after.tasks[other]
    assert (beside.outcome, beside.status, beside.counts) == ("another-way", "not-for-you", False)
    assert beside.others == (taken,)
    assert beside.applicability.because == ""


@pytest.mark.parametrize(
    ("steps", "next_step"),
    [
        (("state switch/not-offered",), "portal"),
        (("state switch/skipped",), "portal"),
        (("sent portal/do", "answer portal/do refused"), "switch"),
    ],
)
def test_a_way_that_led_nowhere_leaves_the_other_to_do(
    steps: tuple[str, ...], next_step: str
) -> None:
    after = seen(WAYS, *steps)
    assert after.status == "to-do"
    assert after.next_step == (next_step, "do")


FILE = TaskOutline(
    "file",
    "publish",
    "File",
    10,
    steps=(
        StepOutline("header", either="signal/header"),
        StepOutline("reload", either="signal/header"),
        StepOutline("tag", either="signal/tag"),
        StepOutline("check"),
    ),
)


@pytest.mark.parametrize(
    ("ticked", "numbers", "next_step", "outcome"),
    [
        ((), (0, 3), "header", "to-do"),
        (("header",), (1, 3), "reload", "begun"),
        (("tag",), (1, 2), "check", "begun"),
        (("tag", "check"), (2, 2), None, "published"),
        (("header", "reload", "check"), (3, 3), None, "published"),
        (("header", "tag"), (1, 2), "check", "begun"),
        (("header", "check"), (2, 3), "reload", "begun"),
    ],
)
def test_of_several_ways_in_a_task_the_furthest_counts(
    ticked: tuple[str, ...], numbers: tuple[int, int], next_step: str | None, outcome: str
) -> None:
    overview = seen(service(FILE), *(f"tick file/{step}" for step in ticked))
    assert (overview.done, overview.total) == numbers
    assert overview.next_step == (("file", next_step) if next_step else None)
    assert overview.tasks[0].outcome == outcome


COMPLAINT = TaskOutline(
    "complaint",
    "form",
    "Complaint",
    20,
    after=(("form", "letter"), "refused"),
    steps=(StepOutline("do"),),
)
FOLLOWING = service(one_step("form", kind="form"), COMPLAINT)


@pytest.mark.parametrize(
    ("steps", "outcome"),
    [
        ((), "not-yet"),
        (("sent form/do",), "not-yet"),
        (("sent form/do", "answer form/do accepted"), "not-yet"),
        (("sent form/do", "answer form/do refused"), "to-do"),
        (("sent form/do", "answer form/do partly"), "to-do"),
        # What was done all the same is never hidden.
        (("tick complaint/do",), "sent"),
    ],
)
def test_a_complaint_waits_for_a_refusal(steps: tuple[str, ...], outcome: str) -> None:
    overview = seen(FOLLOWING, *steps)
    assert overview.tasks[1].outcome == outcome
    assert overview.tasks[1].counts == (outcome != "not-yet")
    if outcome == "not-yet":
        assert overview.tasks[1].others == ("form",)


@pytest.mark.parametrize("said", ["not-offered", "skipped", "refused", "could-not-find"])
def test_what_led_nowhere_makes_nothing_moot(said: str) -> None:
    late = TaskOutline(
        "late", "toggle", "Late", 5, moot_after="form", turn="off", steps=(StepOutline("do"),)
    )
    outline = service(one_step("form", kind="form"), late)
    steps = {
        "refused": ("sent form/do", "answer form/do refused"),
        "could-not-find": ("missing form/do",),
    }.get(said, (f"state form/{said}",))
    assert seen(outline, *steps).tasks[1].outcome == "to-do"
    accepted = seen(outline, "sent form/do", "answer form/do accepted")
    assert accepted.tasks[1].outcome == "not-needed-now"
    assert accepted.tasks[1].others == ("form",)


@pytest.mark.parametrize(
    ("steps", "outcome"),
    [
        ((), "not-yet"),
        (("sent form/do",), "to-do"),
        (("sent form/do", "answer form/do refused"), "to-do"),
        (("sent form/do", "answer form/do accepted"), "not-yet"),
        (("state form/skipped",), "not-yet"),
    ],
)
def test_what_follows_a_letter_waits_until_it_is_sent(steps: tuple[str, ...], outcome: str) -> None:
    asked = TaskOutline("ask", "form", "Ask", 5, after=(("form",), "sent"), steps=COMPLAINT.steps)
    outline = service(one_step("form", kind="form"), asked)
    assert seen(outline, *steps).tasks[1].outcome == outcome


def test_a_way_that_is_missing_leaves_the_other_ways_of_the_task() -> None:
    overview = seen(service(FILE), "missing file/header")
    assert overview.tasks[0].outcome == "to-do"
    assert overview.next_step == ("file", "tag")
    assert overview.total == 2
    everywhere = seen(service(FILE), "missing file/header", "missing file/tag")
    assert everywhere.tasks[0].outcome == "could-not-find"


def test_a_task_without_a_step_for_this_person_is_not_for_them() -> None:
    nowhere = TaskOutline(
        "file", "toggle", "File", 5, steps=(StepOutline("do", applies=(rule("no"),)),)
    )
    overview = seen(service(nowhere, one_step("switch")))
    assert overview.tasks[0].outcome == "not-for-you"
    assert (overview.total, overview.next_step) == (1, ("switch", "do"))


LETTER = TaskOutline(
    "letter",
    "form",
    "Letter",
    5,
    steps=(
        StepOutline("write"),
        StepOutline("send", records="sent"),
        StepOutline("keep"),
        StepOutline("answer", records="answer"),
    ),
)


@pytest.mark.parametrize(
    ("steps", "outcome", "next_step"),
    [
        (("tick letter/write",), "begun", ("letter", "send")),
        (("sent letter/send",), "begun", ("letter", "write")),
        (("tick letter/write", "sent letter/send"), "sent", ("letter", "keep")),
        # An answer is waited for while the rest is done.
        (("tick letter/write", "sent letter/send", "tick letter/keep"), "sent", ("switch", "do")),
        (
            ("tick letter/write", "sent letter/send", "tick letter/keep", "tick switch/do"),
            "sent",
            ("letter", "answer"),
        ),
    ],
)
def test_what_is_sent_waits_and_what_can_be_done_comes_first(
    steps: tuple[str, ...], outcome: str, next_step: tuple[str, str]
) -> None:
    overview = seen(service(LETTER, one_step("switch")), *steps)
    assert overview.tasks[0].outcome == outcome
    assert overview.next_step == next_step


def test_of_two_answers_the_better_one_counts_in_part() -> None:
    two = TaskOutline(
        "two",
        "form",
        "Two",
        5,
        steps=(
            StepOutline("one", records="sent"),
            StepOutline("other", records="sent"),
            StepOutline("answer", records="answer"),
        ),
    )
    sent = ("sent two/one", "sent two/other")
    assert seen(service(two), *sent, "answer two/one refused").tasks[0].outcome == "sent"
    both = seen(
        service(two),
        *sent,
        "answer two/one refused",
        "answer two/other accepted",
        "tick two/answer",
    )
    assert both.tasks[0].outcome == "partly"


def test_what_need_not_be_done_does_not_count() -> None:
    extra = TaskOutline(
        "extra", "toggle", "Extra", 5, applies=(rule("yes", optional=True),), steps=FILE.steps
    )
    for task in (extra, TaskOutline("a", "toggle", "A", 5, applies=(rule("reported-no"),))):
        overview = seen(service(task, one_step("switch")))
        assert overview.total == 1
        assert overview.tasks[0].optional
        assert overview.tasks[0].status == "to-do"


@pytest.mark.parametrize("why", ["not-needed", "no-control", "none-found"])
def test_nothing_is_to_do_for_a_reason(why: str) -> None:
    overview = seen(service(TaskOutline("none", "nothing", "None", 0, why=why)))
    assert overview.status == "nothing"
    assert overview.tasks[0].outcome == why


def begun(name: str, *steps: str) -> TaskOutline:
    return replace(one_step(name, either="out"), steps=tuple(StepOutline(step) for step in steps))


@pytest.mark.parametrize(
    ("ways", "steps", "counting"),
    [
        # Of equal ways the first counts, but what can be done before what cannot.
        ((begun("a", "do"), begun("b", "do")), (), "a"),
        ((replace(begun("a", "do"), applies=(rule("admin"),)), begun("b", "do")), (), "b"),
        # The one of which more is done counts, as a share and not in steps.
        ((begun("a", "do", "more"), begun("b", "do", "more")), ("tick b/do",), "b"),
        ((begun("a", "1", "2", "3"), begun("b", "1", "2")), ("tick a/1", "tick b/1"), "b"),
        # Sent and asked something back: that way is whole, and still the one to go.
        (
            (begun("a", "1", "2", "3"), begun("b", "do")),
            ("tick a/1", "tick a/2", "answer b/do question"),
            "b",
        ),
        # A way that led nowhere comes after one that is not begun.
        ((begun("a", "do"), begun("b", "do")), ("missing a/do",), "b"),
        ((begun("a", "do"), begun("b", "do")), ("tick a/do", "state a/switched-on-again"), "b"),
        ((begun("a", "do"), begun("b", "do")), ("answer a/do refused",), "b"),
        ((begun("a", "do", "1"), begun("b", "do")), ("tick a/do", "state a/skipped"), "b"),
        ((begun("a", "do", "1"), begun("b", "do")), ("tick a/do", "state a/not-offered"), "b"),
        (
            (replace(begun("a", "do"), turn="on"), begun("b", "do")),
            ("tick a/do", "state a/switched-on-again"),
            "b",
        ),
        # Where none leads anywhere, the first counts again.
        ((begun("a", "do"), begun("b", "do")), ("missing a/do", "missing b/do"), "a"),
    ],
)
def test_of_several_tasks_the_furthest_counts(
    ways: tuple[TaskOutline, ...], steps: tuple[str, ...], counting: str
) -> None:
    after = seen(service(*ways), *steps)
    assert [task.task.id for task in after.tasks if task.counts] == [counting]


def test_a_way_that_need_not_be_taken_counts_where_it_is_taken_for_one_that_must() -> None:
    optional = replace(begun("b", "do"), optional=True)
    after = seen(service(begun("a", "do"), optional), "tick b/do")
    assert [(task.outcome, task.counts) for task in after.tasks] == [
        ("another-way", False),
        ("switched-off", True),
    ]
    assert (after.status, after.done, after.total, after.minutes_left) == ("done", 1, 1, 0)
    letter = replace(one_step("b", kind="form", either="out"), turn=None, optional=True)
    sent = seen(service(begun("a", "do"), letter), "sent b/do")
    assert [task.outcome for task in sent.tasks] == ["another-way", "sent"]
    assert sent.status == "waiting"
    # Where no way has to be taken none counts.
    both = seen(service(replace(begun("a", "do"), optional=True), optional), "tick b/do")
    assert [task.counts for task in both.tasks] == [False, False]


def test_a_way_that_is_not_for_this_person_stays_so() -> None:
    folded = replace(begun("a", "do"), applies=(rule("no"),))
    after = seen(service(folded, begun("b", "do")), "tick b/do")
    assert [task.outcome for task in after.tasks] == ["not-for-you", "switched-off"]


def test_two_ways_that_were_both_taken_are_both_told_and_one_counts() -> None:
    after = seen(service(begun("a", "do"), begun("b", "do")), "tick a/do", "tick b/do")
    assert [(task.outcome, task.counts) for task in after.tasks] == [
        ("switched-off", True),
        ("switched-off", False),
    ]


@pytest.mark.parametrize(
    ("steps", "outcome"),
    [
        ((), "to-do"),
        (("sent form/do",), "to-do"),
        (("answer form/do question",), "to-do"),
        (("answer form/do accepted",), "not-needed-now"),
        # A part that was not accepted leaves a point.
        (("answer form/do partly",), "to-do"),
        (("state form/found-so",), "not-needed-now"),
        (("answer form/do accepted", "state form/switched-on-again"), "to-do"),
    ],
)
def test_what_is_pointless_after_another_task_waits_until_that_is_done(
    steps: tuple[str, ...], outcome: str
) -> None:
    late = replace(one_step("late"), moot_after="form")
    assert seen(service(one_step("form", kind="form"), late), *steps).tasks[1].outcome == outcome


def test_what_is_set_aside_takes_no_time_and_keeps_the_answer_of_the_guide() -> None:
    late = replace(one_step("late"), moot_after="form", applies=(rule("reported"),))
    after = seen(service(one_step("form", kind="form"), late), "answer form/do accepted")
    assert (after.tasks[1].minutes_left, after.minutes_left) == (0, 0)
    assert after.tasks[1].applicability.answer == "reported"
    assert after.tasks[1].applicability.sources == ()


@pytest.mark.parametrize(
    ("steps", "outcome"),
    [
        (("tick form/do",), "to-do"),
        (("sent form/do",), "to-do"),
        (("answer form/do question",), "to-do"),
        (("answer form/do partly",), "to-do"),
        (("answer form/do accepted",), "not-yet"),
    ],
)
def test_what_follows_a_letter_follows_whatever_came_back_but_a_yes(
    steps: tuple[str, ...], outcome: str
) -> None:
    form = replace(one_step("form", kind="form"), turn=None)
    ask = replace(one_step("ask"), after=(("form",), "sent"))
    assert seen(service(form, ask), *steps).tasks[1].outcome == outcome
    done_already = seen(service(form, ask), "tick ask/do")
    assert done_already.tasks[1].outcome == "switched-off"


def test_what_follows_tasks_that_are_not_there_is_not_yet() -> None:
    ask = replace(one_step("ask"), after=(("gone",), "sent"))
    assert seen(service(ask)).tasks[0].outcome == "not-yet"
    late = replace(one_step("late"), moot_after="gone")
    assert seen(service(late)).tasks[0].outcome == "to-do"


@pytest.mark.parametrize(
    ("task", "steps", "others"),
    [
        (replace(one_step("late"), after=(("form", "way"), "sent")), (), ("form", "way")),
        (replace(one_step("late"), after=(("form", "way"), "refused")), (), ("form", "way")),
        (replace(one_step("late"), moot_after="form"), ("answer form/do accepted",), ("form",)),
        (one_step("late", either="out"), ("tick way/do",), ("way",)),
        (one_step("late"), (), ()),
    ],
)
def test_what_is_set_aside_names_the_others(
    task: TaskOutline, steps: tuple[str, ...], others: tuple[str, ...]
) -> None:
    form, way = one_step("form", kind="form"), one_step("way", either="out")
    late = seen(service(form, way, task), *steps).tasks[2]
    assert (late.others, late.applicability.because) == (others, "")
