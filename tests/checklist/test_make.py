"""The checklist: all that a face shows, as data, and only addresses that may be opened."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from optout_desktop.base.paths import guides_folder
from optout_desktop.checklist.checklist import Checklist
from optout_desktop.checklist.make import make_checklist
from optout_desktop.checklist.make_tasks import newest
from optout_desktop.checklist.sourced import Age, Answer, Source
from optout_desktop.checklist.tasks import SetAside
from optout_desktop.guides.format.files import guide_files, slug_of
from optout_desktop.guides.format.read import read_guide
from optout_desktop.guides.format.shape import Company, Guide
from optout_desktop.guides.format.tasks import After, FailedCheck, Recipient, Step, Way
from optout_desktop.guides.format.types import Applies
from optout_desktop.progress.events import Event, What
from optout_desktop.progress.state import Objection, ServiceState, fold
from optout_desktop.situation.rules import Situation
from tests.entries import entry

Checklists = Callable[..., Checklist]
TODAY = date(2026, 11, 23)

TICKED = (
    entry("tick", "toggle", "open", revision=3),
    entry("tick", "toggle", "switch", revision=1),
)

SENT = entry("sent", "objection", "send", date="2026-11-20", reference="4711", revision=0)


def with_step(guide: Guide, **changes: object) -> Guide:
    """Change the first step of the first task."""
    first, *others = guide.tasks
    step = replace(first.steps[0], **changes)
    return replace(guide, tasks=(replace(first, steps=(step, *first.steps[1:])), *others))


def test_what_was_stated_stands_beside_what_the_guide_says(checklist_of: Checklists) -> None:
    task = checklist_of(*TICKED).task("toggle")
    assert [step.standing for step in task.steps] == ["done", "done"]
    assert [step.at for step in task.steps] == [
        "2026-11-23T09:01:00+01:00",
        "2026-11-23T09:02:00+01:00",
    ]
    assert task.steps[1].revision == 1
    assert (task.outcome, task.at) == ("switched-off", "2026-11-23T09:02:00+01:00")


def test_nothing_is_stated_of_an_untouched_service(checklist_of: Checklists) -> None:
    checklist = checklist_of()
    assert {task.outcome for task in checklist.tasks} == {"to-do", "not-for-you"}
    assert {step.standing for task in checklist.tasks for step in task.steps} == {"open"}
    assert checklist.next_step == ("toggle", "open")
    assert checklist.task("objection").next_step == "send"


def test_an_objection_is_told_with_its_step_and_its_task(checklist_of: Checklists) -> None:
    task = checklist_of(SENT).task("objection")
    assert task.objections == (Objection("2026-11-20", "4711"),)
    assert task.steps[0].objection == task.objections[0]


def test_steps_that_the_guide_lost_are_kept(checklist_of: Checklists) -> None:
    (lost,) = checklist_of(entry("tick", "toggle", "gone", revision=0)).lost_steps
    assert (lost.task, lost.step, lost.standing) == ("toggle", "gone", "done")


@pytest.mark.parametrize(
    ("region", "company"),
    [
        ("DE", "Example Ireland Limited"),
        ("US", "Example Incorporated"),
        ("", "Example Incorporated"),
    ],
)
def test_the_company_of_the_region_answers(
    checklist_of: Checklists, region: str, company: str
) -> None:
    checklist = checklist_of(region=region)
    assert [one.name for one in checklist.companies if one.answers] == [company]
    assert len(checklist.companies) == 2


def test_an_answer_keeps_its_reason_its_sources_and_its_doubts(
    example: Guide, checklist_of: Checklists
) -> None:
    rule = Applies(
        "disputed",
        "They say so.",
        ("forum", "notice"),
        since="2025-11",
        until="2027",
        as_of="2026-08-21",
        confidence="low",
        disputed="One says the opposite.",
    )
    assert checklist_of(guide=replace(example, applies=(rule,))).answer == Answer(
        "disputed",
        "They say so.",
        since="2025-11",
        until="2027",
        sources=(2, 1),
        as_of="2026-08-21",
        confidence="low",
        disputed="One says the opposite.",
    )


def test_what_nobody_knows_says_where_and_what_was_not_said(
    example: Guide, checklist_of: Checklists
) -> None:
    rule = Applies("yes", "It does.", ("notice",), regions=("CH",), plans=("paid",))
    guide = replace(example, applies=(rule,))
    elsewhere, unsaid = (checklist_of(guide=guide, region=one).answer for one in ("CH", ""))
    assert (elsewhere.code, elsewhere.asks, elsewhere.region) == ("unknown", ("plan",), "CH")
    assert (unsaid.code, unsaid.asks, unsaid.region) == ("unknown", ("region", "plan"), "")


def test_sources_have_numbers_and_dates(checklist_of: Checklists) -> None:
    checklist = checklist_of()
    assert checklist.sources == (
        Source(
            1,
            "Privacy notice",
            "Example",
            "official",
            "https://www.example.com/notice",
            published="2026-08-21",
        ),
        Source(2, "A thread", "A forum", "community", "https://forum.example.org/1"),
    )
    opened, switched = checklist.task("toggle").steps
    assert opened.age == Age("fresh", "2026-08-21", 1)
    assert switched.age == Age("undated", source=1)
    assert switched.sources == (2, 1)
    assert switched.confidence == "low"


def test_what_was_looked_for_again_and_not_found_is_told(
    example: Guide, checklist_of: Checklists
) -> None:
    guide = with_step(example, failed=FailedCheck("2026-11-20", "The row is gone."))
    age = checklist_of(guide=guide).task("toggle").steps[0].age
    assert age.state == "failed"
    assert age.failed is not None
    assert age.failed.because == "The row is gone."


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://www.example.com/settings", "https://www.example.com/settings"),
        ("https://forum.example.org/1", "https://forum.example.org/1"),
        ("https://forum.example.org/2", ""),
        ("https://www.examp1e.com/settings", ""),
        ("https://www.example.com@evil.example/", ""),
    ],
)
def test_an_address_that_may_not_be_opened_is_no_link(
    example: Guide, checklist_of: Checklists, url: str, shown: str
) -> None:
    ways = (Way(("notice",), url=url),)
    step = checklist_of(guide=with_step(example, url=url, ways=ways)).task("toggle").steps[0]
    assert step.url == shown
    assert [way.url for way in step.ways] == [shown]


def test_ways_recipients_and_companies_are_those_of_the_region(
    example: Guide, checklist_of: Checklists
) -> None:
    ways = (Way(("notice",), regions=("EEA",)), Way(("notice",), regions=("US",)))
    guide = with_step(example, ways=ways)
    recipients = (Recipient("eu@example.com", ("EEA",), ("notice",)),)
    task = replace(
        guide.tasks[0], recipients=recipients, address="all@example.com", subject="Object"
    )
    guide = replace(guide, tasks=(task, *guide.tasks[1:]))
    for region, address in (("DE", "eu@example.com"), ("US", "all@example.com")):
        shown = checklist_of(guide=guide, region=region).task("toggle")
        assert (shown.letter.address, shown.letter.subject) == (address, "Object")
        assert len(shown.steps[0].ways) == 1


@pytest.mark.parametrize(
    ("changes", "events", "set_aside"),
    [
        ({"after": After(("toggle",), "sent")}, (), SetAside("sent", ("Switch off training",))),
        (
            {"after": After(("toggle", "objection"), "refused")},
            (),
            SetAside("refused", ("Switch off training", "Object to training")),
        ),
        ({"moot_after": "toggle"}, TICKED, SetAside("done", ("Switch off training",))),
        ({"either": "out"}, TICKED, SetAside("taken", ("Switch off training",))),
        ({}, TICKED, None),
    ],
)
def test_what_other_tasks_leave_without_a_point_says_so(
    example: Guide,
    checklist_of: Checklists,
    changes: dict[str, After | str],
    events: tuple[Event, ...],
    set_aside: SetAside | None,
) -> None:
    toggle, objection, sharing = example.tasks
    toggle = replace(toggle, either=changes.get("either"))
    guide = replace(example, tasks=(toggle, objection, replace(sharing, **changes)))
    task = checklist_of(*events, guide=guide, region="US").task("sharing")
    assert task.set_aside == set_aside
    assert (task.status == "not-for-you") is (set_aside is not None)


def test_other_ways_are_named_and_steps_of_the_same_way_are_not(
    example: Guide, checklist_of: Checklists
) -> None:
    task, *others = example.tasks
    no_way = Applies("no", "Not here.", ("notice",))
    steps = tuple(
        Step(title.lower().replace(" ", "-"), title, ("notice",), either=either, applies=applies)
        for title, either, applies in (
            ("Open", None, ()),
            ("Write", "out/hand", ()),
            ("Post", "out/hand", ()),
            ("Press", "out", ()),
            ("Call", "out", ()),
            ("Fold", "out", (no_way,)),
            ("Other", "outside", ()),
        )
    )
    guide = replace(example, tasks=(replace(task, steps=steps), *others))
    shown = {step.title: step for step in checklist_of(guide=guide).task("toggle").steps}
    assert {title: step.instead for title, step in shown.items()} == {
        "Open": (),
        "Write": ("Press", "Call"),
        "Post": ("Press", "Call"),
        "Press": ("Write", "Post", "Call"),
        "Call": ("Write", "Post", "Press"),
        "Fold": ("Write", "Post", "Press", "Call"),
        "Other": (),
    }
    assert [title for title, step in shown.items() if not step.is_one_way] == ["Open"]


def test_no_company_of_the_region_leaves_the_general_one(
    example: Guide, checklist_of: Checklists
) -> None:
    companies = (Company("Here", ("notice",), ("EEA",)), Company("Everywhere", ("notice",)))
    guide = replace(example, companies=companies)
    answering = [
        one.name for one in checklist_of(guide=guide, region="CH").companies if one.answers
    ]
    assert answering == ["Everywhere"]


@pytest.mark.parametrize("file", guide_files(guides_folder()), ids=slug_of)
def test_every_guide_makes_a_checklist_that_survives_json(file: Path) -> None:
    guide = read_guide(file)
    for region in ("", "DE", "US-CA"):
        made = make_checklist(guide, ServiceState(), Situation(region), today=TODAY)
        assert msgspec.json.decode(msgspec.json.encode(made), type=Checklist) == made


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
    checklist = make_checklist(example, state, Situation("DE"), today=TODAY)
    for task in checklist.tasks:
        done = [step for step in task.steps if state.step(task.id, step.id).done]
        assert [step for step in task.steps if step.is_done] == done
        assert task.done <= len(done)
        assert not task.objections or any(step.objection for step in done)
        if task.outcome in CLAIMS:
            assert done, f"{task.outcome} without a tick"
        if task.outcome == "switched-off":
            assert len(done) == len(task.steps)
