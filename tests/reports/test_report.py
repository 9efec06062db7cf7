"""The report value: what the person stated, in honest words, and never more."""

from collections.abc import Callable
from typing import Literal

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from optout_desktop.guides.format.shape import Guide
from optout_desktop.progress.events import COULD_NOT_FIND_REASONS, Event, What
from optout_desktop.progress.state import ServiceState, fold
from optout_desktop.reports.service import newest, service_report
from optout_desktop.reports.shape import Report, ServiceReport, TaskReport
from optout_desktop.situation.rules import Situation

Reports = Callable[..., Report]
States = Callable[..., ServiceState]


def said(what: Literal["tick", "untick", "undo"], task: str, step: str, value: str = "") -> Event:
    return Event(0, "", "", what, task, step, revision=3, value=value)


def task_of(report: Report, task: str) -> TaskReport:
    return next(one for one in report.services[0].tasks if one.id == task)


SWITCHED_OFF = (said("tick", "toggle", "open"), said("tick", "toggle", "switch"))
SENT = Event(0, "", "", "sent", "objection", "send", date="2026-11-20", reference="4711")
REFUSED = Event(0, "", "", "answer", "objection", "answer", value="refused", date="2026-11-22")


def test_an_untouched_service_claims_nothing(report_of: Reports) -> None:
    report = report_of()
    for task in report.services[0].tasks:
        assert task.outcome in {"to-do", "not-for-you"}
        assert task.at == ""
        assert {step.standing for step in task.steps} == {"open"}


def test_every_step_has_its_time_and_its_word(report_of: Reports) -> None:
    task = task_of(report_of(*SWITCHED_OFF), "toggle")
    assert [step.at for step in task.steps] == [
        "2026-11-23T09:01:00+01:00",
        "2026-11-23T09:02:00+01:00",
    ]
    assert [step.words for step in task.steps] == ["Done", "Done"]
    assert task.words == "Switched off, according to the person"
    assert task.at == "2026-11-23T09:02:00+01:00"


def test_a_tick_taken_back_is_not_claimed(report_of: Reports) -> None:
    task = task_of(report_of(*SWITCHED_OFF, said("untick", "toggle", "switch")), "toggle")
    assert task.outcome == "begun"
    assert task.steps[1].words == "Not done yet"


@pytest.mark.parametrize("reason", COULD_NOT_FIND_REASONS)
def test_could_not_find_is_said_with_its_reason(report_of: Reports, reason: str) -> None:
    event = Event(0, "", "", "could-not-find", "toggle", "switch", value=reason)
    task = task_of(report_of(*SWITCHED_OFF, event), "toggle")
    assert task.outcome == "could-not-find"
    assert task.steps[1].words.startswith("Could not find: ")
    assert reason not in task.steps[1].words, "a person reads words, not codes"


def test_an_objection_shows_date_reference_and_answer(report_of: Reports) -> None:
    task = task_of(report_of(SENT, REFUSED), "objection")
    assert task.objections == (
        "Objection sent on 2026-11-20, reference 4711.",
        "Answer on 2026-11-22: refused.",
    )
    assert task.outcome == "refused"


def test_a_sent_objection_waits(report_of: Reports) -> None:
    report = report_of(SENT)
    assert task_of(report, "objection").outcome == "sent"
    assert any("Object to training" in sentence for sentence in report.services[0].left)


def test_an_objection_taken_back_is_not_claimed(report_of: Reports) -> None:
    task = task_of(report_of(SENT, said("untick", "objection", "send")), "objection")
    assert task.objections == ()
    assert task.steps[0].standing == "open"


def test_what_does_not_apply_says_why(report_of: Reports) -> None:
    task = task_of(report_of(), "sharing")
    assert task.outcome == "not-for-you"
    assert task.because == "Where you live nothing is shared."


def test_the_company_of_the_region_answers(example: Guide) -> None:
    nothing = ServiceState()
    assert service_report(example, nothing, Situation("DE")).companies == (
        "Example Ireland Limited",
    )
    assert service_report(example, nothing, Situation("US")).companies == ("Example Incorporated",)
    assert service_report(example, nothing, Situation("")).companies == ("Example Incorporated",)


def test_age_and_weakness_of_facts_are_said(report_of: Reports) -> None:
    service = report_of().services[0]
    assert service.facts_age == "Facts as of 2026-08-21"
    opened, switched = service.tasks[0].steps
    assert opened.remarks == ("As shown by a source of 2026-08-21.",)
    assert switched.remarks == (
        "The sources for this step are weak.",
        "Undated: no dated source shows this step.",
    )
    assert [source.age for source in service.sources] == ["dated 2026-08-21", "undated"]


def test_a_tick_of_an_older_guide_says_so(report_of: Reports) -> None:
    old = Event(0, "", "", "tick", "toggle", "open", revision=1)
    step = task_of(report_of(old), "toggle").steps[0]
    assert step.remarks[-1] == "Stated of revision 1 of this guide; it is now revision 3."


def test_steps_that_the_guide_lost_stay_in_the_report(report_of: Reports) -> None:
    (lost,) = report_of(said("tick", "toggle", "gone")).services[0].lost_steps
    assert (lost.task, lost.step, lost.words) == ("toggle", "gone", "Done")


def test_a_picture_stands_only_beside_what_was_stated(report_of: Reports) -> None:
    event = Event(0, "", "", "could-not-find", "toggle", "switch", value="not-there")
    untouched, done, lost = (
        task_of(report_of(*events, pictures=True), "toggle").steps[1].picture
        for events in ((), SWITCHED_OFF, (event,))
    )
    assert untouched is None
    assert done is not None
    assert lost is not None
    assert "when it is done" in done.caption
    assert "looked for" in lost.caption
    assert done.svg != lost.svg
    assert "Use my data to train AI" in done.alternative_text


def test_the_limits_are_in_every_report(report_of: Reports) -> None:
    limits = " ".join(report_of().limits)
    for words in ("future training only", "not verified", "not legal advice", "not screenshots"):
        assert words in limits


def test_the_value_survives_json(report_of: Reports) -> None:
    report = report_of(*SWITCHED_OFF, SENT, REFUSED, pictures=True)
    assert msgspec.json.decode(msgspec.json.encode(report), type=Report) == report


def test_addresses_that_fail_the_check_are_no_links(example: Guide) -> None:
    step = msgspec.structs.replace(
        example.tasks[0].steps[0], url="https://www.examp1e.com/settings"
    )
    task = msgspec.structs.replace(example.tasks[0], steps=(step,))
    guide = msgspec.structs.replace(example, tasks=(task,))
    assert service_report(guide, ServiceState(), Situation("")).tasks[0].steps[0].url == ""


def test_newest_looks_at_instants_not_at_letters() -> None:
    later, earlier = "2026-11-23T08:00:00-05:00", "2026-11-23T13:30:00+01:00"
    assert newest([earlier, later]) == later
    assert newest([earlier, "", "<broken>"]) == earlier
    assert newest([]) == ""


STEPS = [("toggle", "open"), ("toggle", "switch"), ("objection", "send"), ("objection", "answer")]
CLAIMS = {"switched-off", "sent", "accepted", "refused", "partly", "question"}


@st.composite
def events_of_a_week(draw: st.DrawFn) -> list[Event]:
    counts = draw(st.lists(st.integers(1, 1000), max_size=12, unique=True))
    events = []
    for count in counts:
        what: What = draw(st.sampled_from(("tick", "untick", "could-not-find", "sent", "answer")))
        task, step = draw(st.sampled_from(STEPS))
        value = draw(st.sampled_from(("", "accepted", "refused", "not-there")))
        at = f"2026-11-23T09:00:{count % 60:02}+01:00"
        events.append(Event(count, "aaaaaaaa", at, what, task, step, value=value))
    return events


@given(events_of_a_week())
def test_nothing_claims_more_than_was_stated(example: Guide, events: list[Event]) -> None:
    state = fold(events)
    report: ServiceReport = service_report(example, state, Situation("DE"))
    for task in report.tasks:
        done = [step for step in task.steps if state.step(task.id, step.id).done]
        assert [step for step in task.steps if step.standing == "done"] == done
        assert task.done <= len(done)
        assert not task.objections or any(step.objection for step in done)
        if task.outcome in CLAIMS:
            assert done, f"{task.outcome} without a tick"
        if task.outcome == "switched-off":
            assert len(done) == len(task.steps)
