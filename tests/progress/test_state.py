"""The fold: one answer, in whatever order and from however many computers the events come."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.json import encode
from msgspec.structs import replace

from optout_desktop.base.paths import Folders
from optout_desktop.progress.events import COULD_NOT_FIND_REASONS, Event
from optout_desktop.progress.log import read
from optout_desktop.progress.log_key import LogKey
from optout_desktop.progress.state import Objection, ServiceState, StepState, fold, redo_of
from tests.entries import entry

AT = "2026-11-23T10:42:00+01:00"
LOG = LogKey("me", "linkedin", "main")

drafts = st.builds(
    Event,
    count=st.just(0),
    computer=st.sampled_from(["aaaaaaaa", "bbbbbbbb", "cccccccc"]),
    at=st.sampled_from([AT, "2026-11-24T09:00:00+00:00"]),
    what=st.sampled_from(
        ["tick", "untick", "could-not-find", "note", "sent", "answer", "outcome", "undo"]
    ),
    task=st.sampled_from(["ai-toggle", "objection"]),
    step=st.sampled_from(["open", "send"]),
    revision=st.integers(1, 3),
    value=st.sampled_from(["", "not-there", "accepted", "skipped"]),
    date=st.sampled_from(["", "2026-11-23"]),
    reference=st.sampled_from(["", "LI-4711"]),
    note=st.sampled_from(["", "was under Privacy"]),
)


@st.composite
def histories(draw: st.DrawFn) -> list[Event]:
    """Draw what several computers wrote; counts may be equal on two of them, as without a sync."""
    events: list[Event] = []
    newest = 0
    for draft in draw(st.lists(drafts, max_size=25)):
        seen_late = draw(st.booleans())
        count = newest + 1
        if seen_late and all((e.count, e.computer) != (newest, draft.computer) for e in events):
            count = max(1, newest)
        event = replace(draft, count=count)
        if event.what == "undo":
            known = [each.id for each in events if each.count < count] or ["nobody-1"]
            event = replace(event, value=draw(st.sampled_from(known)))
        events.append(event)
        newest = count
    return events


def write(*whats: str | Event) -> list[Event]:
    """Number what one computer did."""
    return [
        replace(what, count=count, computer="aaaaaaaa")
        if isinstance(what, Event)
        else Event(count, "aaaaaaaa", AT, "undo", value=f"aaaaaaaa-{what}")
        for count, what in enumerate(whats, 1)
    ]


OPEN = entry().event(1, "aaaaaaaa")
SENT = entry("sent", "objection", "send", date="2026-11-23", reference="LI-4711")
SEND = SENT.event(1, "aaaaaaaa")


@given(st.data())
def test_the_order_in_which_events_come_does_not_matter(data: st.DataObject) -> None:
    events = data.draw(histories())
    assert fold(data.draw(st.permutations(events))) == fold(events)


@given(histories(), st.lists(st.integers(0, 24), max_size=3))
def test_an_event_that_comes_twice_counts_once(events: list[Event], twice: list[int]) -> None:
    again = [events[number] for number in twice if number < len(events)]
    assert fold(events + again) == fold(events)


@settings(max_examples=25)
@given(histories())
def test_how_events_are_split_over_logs_does_not_matter(events: list[Event]) -> None:
    with TemporaryDirectory() as root:
        folder = Path(root, "progress", "me", "linkedin", "main")
        folder.mkdir(parents=True)
        for event in events:
            with (folder / f"{event.computer}.jsonl").open("ab") as log:
                log.write(encode(event) + b"\n")
        folders = Folders(Path(root), Path(root), Path(root))
        assert fold(read(folders, LOG).events) == fold(events)


@given(histories())
def test_undo_and_its_undo_change_nothing(events: list[Event]) -> None:
    before = fold(events)
    if before.last is None:
        return
    newest = max(event.count for event in events)
    undo = Event(newest + 1, "dddddddd", AT, "undo", value=before.last.id)
    redo = Event(newest + 2, "dddddddd", AT, "undo", value=undo.id)
    undone = fold([*events, undo])
    assert undone.last != before.last
    assert fold([*events, undo, redo]) == before


@given(histories())
def test_undo_takes_back_exactly_the_newest_standing_event(events: list[Event]) -> None:
    last = fold(events).last
    if last is None:
        return
    newest = max(event.count for event in events)
    undo = Event(newest + 1, "dddddddd", AT, "undo", value=last.id)
    rest = [event for event in events if event.id != last.id]
    assert fold([*events, undo]) == fold(rest)


@given(histories())
def test_all_can_be_undone_down_to_nothing(events: list[Event]) -> None:
    count = max((event.count for event in events), default=0)
    for _ in range(len(events) + 1):
        last = fold(events).last
        if last is None:
            break
        count += 1
        events = [*events, Event(count, "dddddddd", AT, "undo", value=last.id)]
    assert fold(events) == ServiceState()


@given(st.lists(st.sampled_from(["do", "undo", "redo"]), max_size=20))
def test_undo_and_redo_are_two_stacks(acts: list[str]) -> None:
    events: list[Event] = []
    done: list[Event] = []
    undone: list[Event] = []
    for number, act in enumerate(acts, 1):
        if act == "do":
            events.append(replace(OPEN, count=number, computer="aaaaaaaa", step=f"s{number}"))
            done.append(events[-1])
            undone.clear()
        elif act == "undo" and done:
            undone.append(done.pop())
            events.append(Event(number, "aaaaaaaa", AT, "undo", value=undone[-1].id))
        elif act == "redo" and (taken_back := redo_of(events)) is not None:
            done.append(undone.pop())
            events.append(Event(number, "aaaaaaaa", AT, "undo", value=taken_back.id))
        assert fold(events) == fold(done)
        assert (redo_of(events) is not None) == bool(undone)


def test_a_tick_says_when_and_of_which_revision() -> None:
    state = fold(write(OPEN))
    assert state.step("ai-toggle", "open") == StepState(done=True, at=AT, revision=1)
    assert state.step("ai-toggle", "untouched") == StepState()


@pytest.mark.parametrize("reason", COULD_NOT_FIND_REASONS)
def test_could_not_find_takes_a_tick_back_and_a_tick_takes_it_back(reason: str) -> None:
    lost = replace(OPEN, what="could-not-find", value=reason, note="only three rows")
    step = fold(write(OPEN, lost)).step("ai-toggle", "open")
    assert (step.done, step.could_not_find, step.note) == (False, reason, "only three rows")
    step = fold(write(OPEN, lost, OPEN)).step("ai-toggle", "open")
    assert (step.done, step.could_not_find, step.note) == (True, "", "only three rows")


def test_a_note_changes_neither_the_tick_nor_its_time() -> None:
    note = replace(OPEN, what="note", note="was under Privacy", at="2027-01-01T00:00:00Z")
    step = fold(write(OPEN, note)).step("ai-toggle", "open")
    assert step == StepState(done=True, at=AT, revision=1, note="was under Privacy")
    assert fold(write(OPEN, note, replace(note, note=""))).step("ai-toggle", "open").note == ""


def test_an_objection_has_what_was_sent_and_what_came_back() -> None:
    answer = replace(SEND, what="answer", date="2026-12-10", value="refused", reference="")
    step = fold(write(SEND, answer)).step("objection", "send")
    assert step.done
    assert step.objection == Objection("2026-11-23", "LI-4711", "2026-12-10", "refused")
    undone = fold(write(SEND, answer, "2")).step("objection", "send")
    assert undone.objection == Objection("2026-11-23", "LI-4711")
    assert fold(write(SEND, "1")).step("objection", "send") == StepState()


def test_an_outcome_stands_until_it_is_taken_back() -> None:
    skipped = replace(OPEN, what="outcome", step="", value="skipped")
    assert fold(write(skipped)).outcomes == {"ai-toggle": "skipped"}
    assert fold(write(skipped, replace(skipped, value=""))).outcomes == {}
    assert fold(write(skipped, "1")).outcomes == {}


def test_an_undo_of_what_is_not_there_or_comes_later_does_nothing() -> None:
    assert fold(write("9", OPEN)).step("ai-toggle", "open").done
    assert fold(write("2", OPEN)).step("ai-toggle", "open").done


LATER = "2026-12-24T10:42:00+01:00"
REPLIED = (
    replace(SEND, note=""),
    replace(SEND, what="answer", date="2026-12-10", value="refused", reference=""),
    replace(SEND, what="note", note="mine", date="", reference=""),
)
MISSED = (
    replace(SEND, what="could-not-find", value="sign-in", note="mine", date="", reference=""),
)
BOTH = Objection("2026-11-23", "LI-4711", "2026-12-10", "refused")


@pytest.mark.parametrize(
    ("before", "event", "after"),
    [
        (REPLIED, Event(9, "", LATER, "tick"), StepState(done=True, objection=BOTH)),
        (REPLIED, Event(9, "", LATER, "untick"), StepState()),
        (
            REPLIED,
            Event(9, "", LATER, "could-not-find", value="other-page"),
            StepState(could_not_find="other-page"),
        ),
        (
            REPLIED,
            Event(9, "", LATER, "could-not-find", value="other-page", note="new"),
            StepState(could_not_find="other-page", note="new"),
        ),
        (
            REPLIED,
            Event(9, "", LATER, "sent", date="2026-12-20", reference="2"),
            StepState(done=True, objection=replace(BOTH, sent="2026-12-20", reference="2")),
        ),
        (
            REPLIED,
            Event(9, "", LATER, "answer", date="2026-12-21", value="accepted"),
            StepState(done=True, objection=replace(BOTH, answered="2026-12-21", answer="accepted")),
        ),
        (MISSED, Event(9, "", LATER, "tick"), StepState(done=True)),
        (MISSED, Event(9, "", LATER, "untick"), StepState()),
        (
            MISSED,
            Event(9, "", LATER, "sent", date="2026-12-20"),
            StepState(done=True, objection=Objection("2026-12-20")),
        ),
        (
            MISSED,
            Event(9, "", LATER, "answer", value="partly"),
            StepState(done=True, objection=Objection(answer="partly")),
        ),
    ],
)
def test_each_thing_that_is_said_leaves_the_rest_of_the_step_as_it_was(
    before: tuple[Event, ...], event: Event, after: StepState
) -> None:
    said = replace(event, computer="aaaaaaaa", task="objection", step="send", revision=2)
    events = [replace(one, count=number) for number, one in enumerate(before, 1)]
    expected = replace(after, at=LATER, revision=2, note=after.note or "mine")
    state = fold([*events, said])
    assert state.step("objection", "send") == expected
    assert state.last == said
