"""What came of a task: one row for each meaning of what the person did and stated."""

from typing import get_args

import pytest

from optout_desktop.guides.format.types import Answer, Applies, Role
from optout_desktop.guides.library.outline import StepOutline, TaskOutline
from optout_desktop.plan.outcome import Outcome, Status, status_of
from optout_desktop.plan.task import TaskOverview, task_overview
from optout_desktop.progress.state import ServiceState
from optout_desktop.situation.rules import Situation
from tests.plan.deeds import progress

GERMANY = Situation("DE")


def task_of(kind: str, *steps: StepOutline, turn: str = "", why: str = "") -> TaskOutline:
    return TaskOutline("task", kind, "Task", 8, turn=turn or None, why=why or None, steps=steps)


def after(task: TaskOutline, deeds: str) -> TaskOverview:
    return task_overview(task, progress(deeds), GERMANY)


SWITCH = task_of(
    "toggle",
    StepOutline("open"),
    StepOutline("off"),
    StepOutline("more", optional=True),
    turn="off",
)


@pytest.mark.parametrize(
    ("deeds", "outcome", "done", "minutes"),
    [
        ("", "to-do", 0, 8),
        ("note open", "to-do", 0, 8),
        ("tick open", "begun", 1, 4),
        ("tick more", "begun", 0, 8),
        ("tick open, tick off", "switched-off", 2, 0),
        ("tick off, tick open", "switched-off", 2, 0),
        ("tick open, tick off, tick more", "switched-off", 2, 0),
        # What is taken back was never done.
        ("tick open, untick open", "to-do", 0, 8),
        ("tick open, tick off, untick open", "begun", 1, 4),
        ("tick open, tick off, undo 2", "begun", 1, 4),
        # What could not be found is told, until it was found.
        ("missing off", "could-not-find", 0, 8),
        ("tick open, missing off", "could-not-find", 1, 4),
        ("tick open, tick off, missing off", "could-not-find", 1, 4),
        ("missing off, tick off", "begun", 1, 4),
        ("missing off, tick off, tick open", "switched-off", 2, 0),
        ("missing off, untick off", "to-do", 0, 8),
        ("missing more, tick open, tick off", "switched-off", 2, 0),
        # What is stated of the whole task goes before its steps.
        ("state skipped", "skipped", 0, 0),
        ("state found-so", "found-so", 0, 0),
        ("state not-offered", "not-offered", 0, 0),
        ("tick open, state skipped", "skipped", 1, 0),
        ("tick open, tick off, state skipped", "skipped", 2, 0),
        ("state skipped, tick open, tick off", "skipped", 2, 0),
        ("missing off, state not-offered", "not-offered", 0, 0),
        ("state skipped, state found-so", "found-so", 0, 0),
        ("state skipped, state", "to-do", 0, 8),
        ("tick open, state skipped, state", "begun", 1, 4),
        ("state skipped, undo 1", "to-do", 0, 8),
        # Switched on again, it is all to do again, whatever is ticked.
        ("tick open, tick off, state switched-on-again", "switched-on-again", 0, 8),
        ("tick open, tick off, state switched-on-again, state", "switched-off", 2, 0),
        # A word of a later version is not understood, so it states nothing.
        ("state a-later-word", "to-do", 0, 8),
        ("tick open, tick off, state a-later-word", "switched-off", 2, 0),
    ],
)
def test_a_switch(deeds: str, outcome: str, done: int, minutes: int) -> None:
    seen = after(SWITCH, deeds)
    assert (seen.outcome, seen.done, seen.total) == (outcome, done, 2)
    assert seen.minutes_left == minutes


@pytest.mark.parametrize(
    ("kind", "turn", "outcome", "back"),
    [
        ("toggle", "off", "switched-off", "switched-on-again"),
        ("toggle", "on", "switched-on", "changed-back"),
        ("toggle", "other", "chosen", "changed-back"),
        ("choice", "", "chosen", "changed-back"),
        ("plan", "", "chosen", "changed-back"),
        ("admin", "", "chosen", "changed-back"),
        ("delete", "", "deleted", "changed-back"),
        ("publish", "", "published", "changed-back"),
        ("form", "", "sent", "changed-back"),
        ("e-mail", "", "sent", "changed-back"),
        ("request", "", "sent", "changed-back"),
    ],
)
def test_each_kind_of_task_is_done_in_its_own_words(
    kind: str, turn: str, outcome: str, back: str
) -> None:
    task = task_of(kind, StepOutline("do"), turn=turn)
    assert after(task, "tick do").outcome == outcome
    again = after(task, "tick do, state switched-on-again")
    assert (again.outcome, again.status, again.done) == (back, "to-do", 0)


LETTER = task_of(
    "form",
    StepOutline("write"),
    StepOutline("send", records="sent"),
    StepOutline("keep"),
    StepOutline("answer", records="answer"),
)
SENT = "tick write, sent send"


@pytest.mark.parametrize(
    ("deeds", "outcome", "status"),
    [
        ("tick write", "begun", "to-do"),
        ("tick answer", "begun", "to-do"),
        # Sent is what was sent after all that comes before it; what comes later is no hindrance.
        ("sent send", "begun", "to-do"),
        (SENT, "sent", "waiting"),
        ("sent send, tick write", "sent", "waiting"),
        (f"{SENT}, tick keep", "sent", "waiting"),
        ("tick write, tick send", "begun", "to-do"),
        (f"{SENT}, untick send", "begun", "to-do"),
        (f"{SENT}, undo 2", "begun", "to-do"),
        (f"{SENT}, untick write", "begun", "to-do"),
        # All is ticked, and no answer is told: it is still waited for.
        (f"{SENT}, tick keep, tick answer", "sent", "waiting"),
        (f"{SENT}, missing keep", "could-not-find", "to-do"),
        (f"{SENT}, state skipped", "skipped", "nothing"),
        # The answer counts, even where something before it is not ticked.
        (f"{SENT}, answer answer accepted", "accepted", "done"),
        (f"{SENT}, answer answer refused", "refused", "done"),
        (f"{SENT}, answer answer partly", "partly", "done"),
        (f"{SENT}, answer answer question", "question", "to-do"),
        (f"{SENT}, answer answer a-later-word", "question", "to-do"),
        ("answer answer refused", "refused", "done"),
        ("answer send refused", "refused", "done"),
        # Of two answers in one place the last one counts.
        (f"{SENT}, answer answer question, answer answer accepted", "accepted", "done"),
        (f"{SENT}, answer answer accepted, answer answer refused", "refused", "done"),
        (f"{SENT}, answer answer refused, untick answer", "sent", "waiting"),
        (f"{SENT}, answer answer accepted, answer answer refused, undo 4", "accepted", "done"),
    ],
)
def test_a_letter(deeds: str, outcome: str, status: str) -> None:
    seen = after(LETTER, deeds)
    assert (seen.outcome, seen.status) == (outcome, status)


TWO = task_of(
    "form",
    StepOutline("one", records="sent"),
    StepOutline("other", records="sent"),
    StepOutline("answer", records="answer"),
)


@pytest.mark.parametrize(
    ("deeds", "outcome"),
    [
        ("sent one", "begun"),
        ("sent one, sent other", "sent"),
        # One of two answers leaves the other to wait for, until the answers are ticked.
        ("sent one, sent other, answer one refused", "sent"),
        ("sent one, sent other, answer one accepted", "sent"),
        ("sent one, sent other, answer one accepted, tick answer", "accepted"),
        ("sent one, sent other, answer answer refused", "refused"),
        # Two answers are one where they say the same.
        ("answer one accepted, answer other accepted", "accepted"),
        ("answer one refused, answer other refused", "refused"),
        ("answer one partly, answer other partly", "partly"),
        # What one accepts and the other does not is accepted in part.
        ("answer one accepted, answer other refused", "partly"),
        ("answer one refused, answer other accepted", "partly"),
        ("answer one accepted, answer other partly", "partly"),
        ("answer one partly, answer other refused", "partly"),
        # Nothing is settled, and nothing accepted in part, as long as one asks something.
        ("answer one refused, answer other question", "question"),
        ("answer one question, answer other refused", "question"),
        ("answer one accepted, answer other question", "question"),
        ("answer one question, answer other partly", "question"),
        ("answer one refused, answer other a-later-word", "question"),
        ("sent one, sent other, answer one question", "question"),
    ],
)
def test_two_letters(deeds: str, outcome: str) -> None:
    assert after(TWO, deeds).outcome == outcome


@pytest.mark.parametrize(
    ("why", "outcome"),
    [
        ("not-needed", "not-needed"),
        ("no-control", "no-control"),
        ("none-found", "none-found"),
        ("", "nothing-to-do"),
    ],
)
def test_where_there_is_nothing_to_do_ticks_mean_nothing(why: str, outcome: str) -> None:
    task = task_of("nothing", StepOutline("read"), StepOutline("look"), why=why)
    for deeds in ("", "tick read", "tick read, tick look"):
        assert after(task, deeds).outcome == outcome
    assert after(task, "state skipped").outcome == "skipped"


FOR_SOME = task_of(
    "toggle",
    StepOutline("find", missing_means="not-offered"),
    StepOutline("off"),
    StepOutline("save"),
)


@pytest.mark.parametrize(
    ("deeds", "outcome"),
    [
        # Only for the step that says so, and only where it is not there at all.
        ("missing find not-there", "not-offered"),
        ("missing find other-words", "could-not-find"),
        ("missing find a-later-word", "could-not-find"),
        ("missing off not-there", "could-not-find"),
        ("missing off not-there, missing find not-there", "not-offered"),
        ("missing find other-words, missing off not-there", "could-not-find"),
        ("missing find not-there, tick find", "begun"),
    ],
)
def test_a_setting_that_is_not_there_may_not_be_offered(deeds: str, outcome: str) -> None:
    assert after(FOR_SOME, deeds).outcome == outcome


def rule(answer: Answer, roles: tuple[Role, ...] = ()) -> Applies:
    return Applies(answer, f"Because of {answer}.", ("notice",), roles=roles)


APPLYING: dict[Answer, Outcome] = {
    "yes": "to-do",
    "reported": "to-do",
    "no": "not-for-you",
    "reported-no": "to-do",
    "off": "already-off",
    "reported-off": "to-do",
    "off-unless": "to-do",
    "admin": "admin-only",
    "disputed": "to-do",
    "unknown": "to-do",
}


def ruled(kind: str, *rules: Applies, why: str = "") -> TaskOutline:
    return TaskOutline(
        *("task", kind, "Task", 8), why=why or None, applies=rules, steps=(StepOutline("do"),)
    )


@pytest.mark.parametrize("answer", get_args(Answer))
def test_whether_it_applies_decides_as_long_as_nothing_is_done(answer: Answer) -> None:
    task = ruled("choice", rule(answer))
    assert after(task, "").outcome == APPLYING[answer]
    assert after(task, "missing do").outcome == "could-not-find"
    assert after(task, "state skipped").outcome == "skipped"
    assert after(task, "tick do").outcome == "chosen"


def test_who_may_be_the_administrator_has_it_to_do() -> None:
    admin = ruled("choice", rule("yes", ("owner",)), rule("admin"))
    assert task_overview(admin, ServiceState(), Situation()).outcome == "to-do"
    assert task_overview(admin, ServiceState(), Situation(role="member")).outcome == "admin-only"
    # What was not said of something that is off anyhow asks for nothing.
    off = ruled("choice", rule("off", ("owner",)), rule("off"))
    assert task_overview(off, ServiceState(), Situation()).outcome == "already-off"


@pytest.mark.parametrize("why", ["not-needed", "no-control", "none-found"])
@pytest.mark.parametrize("answer", get_args(Answer))
def test_where_nothing_is_to_do_it_says_why_unless_it_is_not_for_this_person(
    answer: Answer, why: str
) -> None:
    # That a service does not do something holds for those, too, to whom it would not apply.
    folds: dict[Answer, Outcome] = {"no": "not-for-you", "off": "already-off"}
    expected = "nothing-to-do" if answer == "unknown" else why
    if why != "not-needed":
        expected = folds.get(answer, expected)
    for deeds in ("", "tick do"):
        assert after(ruled("nothing", rule(answer), why=why), deeds).outcome == expected


STATUS: dict[Status, tuple[Outcome, ...]] = {
    "to-do": (
        *("to-do", "begun", "question"),
        *("could-not-find", "switched-on-again", "changed-back"),
    ),
    "waiting": ("sent",),
    "done": (
        *("accepted", "refused", "partly", "found-so"),
        *("switched-off", "switched-on", "chosen", "deleted", "published"),
    ),
    "nothing": (
        *("not-offered", "skipped", "admin-only"),
        *("nothing-to-do", "not-needed", "no-control", "none-found"),
    ),
    "not-for-you": ("not-for-you", "already-off", "another-way", "not-yet", "not-needed-now"),
    "retired": ("retired",),
}


@pytest.mark.parametrize("outcome", get_args(Outcome))
def test_every_outcome_has_its_status(outcome: Outcome) -> None:
    assert [status for status, outcomes in STATUS.items() if outcome in outcomes] == [
        status_of(outcome)
    ]
