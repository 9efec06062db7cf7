"""Which step is next: the first that can be done, and last of all one that waits for an answer."""

import pytest

from optout_desktop.guides.format.types import Answer, Applies
from optout_desktop.guides.library.outline import Outline, StepOutline, TaskOutline, columns_of
from optout_desktop.plan.overview import service_overview
from optout_desktop.situation.rules import Situation
from tests.plan.deeds import progress


def task(name: str, *steps: str, kind: str = "toggle", answer: Answer = "yes") -> TaskOutline:
    """Make a task whose steps are named; "send" and "answer" record what their name says."""
    records = {"send": "sent", "answer": "answer"}
    return TaskOutline(
        *(name, kind, name.title(), 5),
        turn="off",
        applies=(Applies(answer, f"Because of {answer}.", ("notice",)),),
        steps=tuple(StepOutline(step, records=records.get(step)) for step in steps),
    )


def following(tasks: tuple[TaskOutline, ...], deeds: str, retired: str = "") -> str | None:
    outline = Outline("example", "Example", retired=retired, **columns_of(tasks))
    found = service_overview(outline, progress(deeds), Situation("DE")).next_step
    return found and "/".join(found)


SWITCH = task("switch", "open", "off")
LETTER = task("letter", "send", "keep", "answer", "complain", kind="form")
OTHER = task("other", "do")
SENT = "sent letter/send, tick letter/keep"


@pytest.mark.parametrize(
    ("deeds", "step"),
    [
        ("", "switch/open"),
        ("tick switch/open", "switch/off"),
        ("tick switch/off", "switch/open"),
        ("missing switch/open", "switch/off"),
        ("missing switch/open, missing switch/off", "letter/send"),
        ("state switch/skipped", "letter/send"),
        ("state switch/found-so", "letter/send"),
        ("state switch/switched-on-again", "switch/open"),
        ("tick switch/open, tick switch/off", "letter/send"),
        ("state switch/skipped, sent letter/send", "letter/keep"),
        # An answer is awaited while the rest is done, and nothing behind it can be done before.
        (f"state switch/skipped, {SENT}", "other/do"),
        (f"state switch/skipped, {SENT}, tick other/do", "letter/answer"),
        (f"state switch/skipped, {SENT}, tick other/do, tick letter/answer", "letter/complain"),
        # What is settled asks for no more steps.
        (f"state switch/skipped, {SENT}, tick other/do, answer letter/answer refused", None),
        ("state switch/skipped, state letter/skipped, state other/skipped", None),
    ],
)
def test_the_next_step_can_be_done_now(deeds: str, step: str | None) -> None:
    assert following((SWITCH, LETTER, OTHER), deeds) == step
    assert following((SWITCH, LETTER, OTHER), deeds, retired="It closed.") is None


def test_the_first_of_two_answers_is_awaited_first() -> None:
    second = task("second", "send", "answer", kind="form")
    sent = f"{SENT}, sent second/send"
    assert following((LETTER, second), sent) == "letter/answer"
    assert following((second, LETTER), sent) == "second/answer"


@pytest.mark.parametrize("answer", ["no", "off", "admin", "reported-no"])
def test_what_does_not_count_has_no_next_step(answer: Answer) -> None:
    tasks = (task("extra", "do", answer=answer), OTHER)
    assert following(tasks, "") == "other/do"
    assert following(tasks[:1], "") is None
