"""A journal: what is on the disk, what waits, undo and redo, what others add."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from optout_desktop.base.errors import OptoutError
from optout_desktop.base.paths import Folders
from optout_desktop.progress.events import Draft
from optout_desktop.progress.journal import Journal, read_journal, write
from optout_desktop.progress.log import LINE_LIMIT, append, read
from optout_desktop.progress.log_key import LogKey
from optout_desktop.progress.state import ServiceState, StepState
from tests.entries import AT, entry, written

LOG = LogKey("me", "linkedin", "main")
KEY = ("ai-toggle", "open")


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders(tmp_path / "data", tmp_path / "settings", tmp_path / "computer")


def second_computer(folders: Folders) -> Folders:
    return replace(folders, computer=folders.computer.with_name("second"))


def did(journal: Journal, *drafts: Draft) -> Journal:
    return journal.record(drafts, AT, 1)


def tick(step: str = "open") -> Draft:
    return Draft("tick", "ai-toggle", step)


def untick(step: str = "open") -> Draft:
    return Draft("untick", "ai-toggle", step)


def note(text: str, step: str = "open") -> Draft:
    return Draft("note", "ai-toggle", step, note=text)


def notes(journal: Journal) -> list[str]:
    return [event.note for event in journal.events if event.what == "note"]


def is_done(journal: Journal, step: str = "open") -> bool:
    return journal.state.step("ai-toggle", step).done


def save(folders: Folders, journal: Journal) -> Journal:
    """Do what the window does, at once."""
    handed = journal.hand_over()
    return handed.written(append(folders, LOG, handed.waiting[: handed.in_flight]))


def test_two_drafts_that_say_the_same_are_two() -> None:
    first, second = tick(), tick()
    assert first != second
    assert first == first  # noqa: PLR0124 - a draft is itself
    assert len({first, second}) == 2


def test_what_is_recorded_stands_before_it_is_written(folders: Folders) -> None:
    journal = did(read_journal(folders, LOG), tick(), note("found it"))
    assert journal.state.step(*KEY).done
    assert journal.state.step(*KEY).note == "found it"
    assert (journal.state.step(*KEY).at, journal.state.step(*KEY).revision) == (AT, 1)
    assert not folders.data.exists()

    after = write(folders, journal)
    assert after.waiting == ()
    assert after.state.steps == journal.state.steps
    assert after.history.events == read(folders, LOG).events
    assert read_journal(folders, LOG).events == after.events


def test_nothing_to_write_touches_nothing(folders: Folders) -> None:
    assert write(folders, read_journal(folders, LOG)).state == ServiceState()
    assert not folders.data.exists()
    assert not folders.computer.exists()


@given(st.lists(st.sampled_from(["do", "hand over", "saved", "failed"]), max_size=25))
def test_the_box_never_goes_back_while_the_disk_is_slow(
    tmp_path_factory: pytest.TempPathFactory, turns: list[str]
) -> None:
    """Every act ticks or unticks; whatever the disk does meanwhile, the last one stands."""
    root = tmp_path_factory.mktemp("slow")
    folders = Folders(root, root, root / "computer")
    journal = Journal(LOG)
    ticked, acts = False, 0
    for turn in [*turns, "saved", "hand over", "saved"]:
        if turn == "do":
            ticked, acts = not ticked, acts + 1
            journal = did(journal, tick() if ticked else untick())
        elif turn == "hand over" and not journal.in_flight:
            journal = journal.hand_over()
        elif turn == "saved" and journal.in_flight:
            journal = journal.written(append(folders, LOG, journal.waiting[: journal.in_flight]))
        elif turn == "failed":
            journal = journal.not_written()
        assert is_done(journal) == ticked
        assert len(journal.events) == acts
    assert journal.waiting == ()
    assert is_done(read_journal(folders, LOG)) == ticked


def test_what_others_wrote_comes_with_the_next_save(folders: Folders) -> None:
    journal = save(folders, did(Journal(LOG), tick()))
    written(second_computer(folders), LOG, entry(step="theirs"))
    assert journal.is_behind(folders)
    journal = save(folders, did(journal, tick("mine")))
    assert [event.step for event in journal.history.events] == ["open", "theirs", "mine"]
    assert not journal.is_behind(folders)


def test_what_others_wrote_is_read_and_what_waits_stays(folders: Folders) -> None:
    journal = save(folders, did(Journal(LOG), tick()))
    written(second_computer(folders), LOG, entry("untick"), entry(step="theirs"))
    journal = did(journal, tick("mine")).reread(folders)
    assert [is_done(journal, step) for step in ("open", "theirs", "mine")] == [False, True, True]
    assert not journal.is_behind(folders)
    assert len(journal.waiting) == 1


def test_undo_and_redo(folders: Folders) -> None:
    journal = save(folders, did(Journal(LOG), tick(), tick("find")))
    undone = save(folders, journal.undo(AT, 1))
    assert (is_done(undone), is_done(undone, "find")) == (True, False)
    assert is_done(save(folders, undone.redo(AT, 1)), "find")
    assert journal.redo(AT, 1) is journal
    empty = undone.undo(AT, 1)
    assert empty.state == ServiceState()
    assert Journal(LOG).undo(AT, 1) == Journal(LOG)


def test_an_undo_says_when_and_by_which_guide_and_of_what(folders: Folders) -> None:
    later, last = "2026-11-24T10:42:00+01:00", "2026-11-25T10:42:00+01:00"
    journal = save(folders, did(Journal(LOG), tick(), tick("find")))
    undone = save(folders, journal.undo(later, 2))
    (one,) = undone.history.events[2:]
    assert (one.what, one.task, one.step, one.at, one.revision) == (
        *("undo", "ai-toggle", "find"),
        *(later, 2),
    )
    again = save(folders, undone.redo(last, 3)).history.events[-1]
    assert (again.value, again.at, again.revision) == (one.id, last, 3)
    step = save(folders, journal.undo_step("ai-toggle", "open", last, 4)).history.events[-1]
    assert (step.step, step.at, step.revision) == ("open", last, 4)


def test_of_what_waits_only_what_is_undone_goes(folders: Folders) -> None:
    journal = did(read_journal(folders, LOG), tick("a"), tick("b"), tick("c"))
    left = journal.undo_step("ai-toggle", "b", AT, 1)
    assert [one.draft.step for one in left.waiting] == ["a", "c"]
    left = journal.undo_step("ai-toggle", "a", AT, 1)
    assert [one.draft.step for one in left.waiting] == ["b", "c"]


def test_what_was_damaged_is_told_once(folders: Folders) -> None:
    written(folders, LOG, entry())
    (log,) = (folders.data / "progress" / "me").rglob("*.jsonl")
    with log.open("ab") as stream:
        stream.write(b"damaged\n")
    journal = read_journal(folders, LOG)
    assert journal.history.damage
    after = write(folders, journal)
    assert after == replace(journal, history=replace(journal.history, damage=()))
    assert is_done(after)


def test_nothing_is_undone_by_a_name_that_it_does_not_have_yet(folders: Folders) -> None:
    """Written down, such an undo would take back nothing."""
    journal = did(Journal(LOG), tick()).hand_over()
    assert journal.undo(AT, 1) is journal
    assert journal.redo(AT, 1) is journal
    journal = journal.written(append(folders, LOG, journal.waiting))
    undone = save(folders, journal.undo(AT, 1))
    known = {event.id for event in undone.events}
    assert {event.value for event in undone.events if event.what == "undo"} <= known
    assert not is_done(read_journal(folders, LOG))


def test_what_never_came_to_the_disk_is_taken_back_without_a_trace(folders: Folders) -> None:
    journal = save(folders, did(Journal(LOG), tick()))
    failed = did(journal, tick("find"), tick("switch")).hand_over().not_written()
    once = failed.undo(AT, 1)
    assert [one.draft.step for one in once.waiting] == ["find"]
    twice = once.undo(AT, 1)
    assert twice.waiting == ()
    assert is_done(twice)
    # A failed undo of what is on the disk is done again by forgetting it.
    undone = twice.undo(AT, 1).hand_over().not_written()
    assert not is_done(undone)
    assert undone.redo(AT, 1).waiting == ()


def test_the_newest_thing_that_changes_a_step_is_taken_back(folders: Folders) -> None:
    lost = Draft("could-not-find", "ai-toggle", "open", value="not-there")
    journal = save(folders, did(Journal(LOG), lost, tick(), tick(), tick("find")))
    # The second tick said nothing new, so that the first one goes too.
    once = save(folders, journal.undo_step("ai-toggle", "open", AT, 1))
    assert once.state.step(*KEY).could_not_find == "not-there"
    assert is_done(once, "find")
    twice = save(folders, once.undo_step("ai-toggle", "open", AT, 1))
    assert twice.state.step(*KEY) == StepState()
    with pytest.raises(OptoutError, match="Nothing has been said"):
        twice.undo_step("ai-toggle", "open", AT, 1)
    with pytest.raises(OptoutError) as refusal:
        journal.undo_step("ai-toggle", "nowhere", AT, 1)
    assert refusal.value.title == "Nothing has been said about this step yet."
    assert refusal.value.hint == "So there is nothing to take back."


def test_a_note_that_waits_gives_way_to_a_newer_one_of_its_step() -> None:
    journal = did(Journal(LOG), note("one"), note("other", "find"), tick())
    journal = did(journal, note("one two"))
    assert notes(journal) == ["other", "one two"]
    assert is_done(journal)
    in_flight = did(journal.hand_over(), note("one two three"))
    assert notes(in_flight) == ["other", "one two", "one two three"]


def test_what_cannot_be_written_down_holds_up_nothing_else(folders: Folders) -> None:
    long = "x" * LINE_LIMIT
    journal = save(folders, did(Journal(LOG), note(long), tick()))
    assert [event.what for event in read(folders, LOG).events] == ["tick"]
    assert journal.state.step(*KEY).note == long
    assert journal.hand_over().in_flight == 0
    short = save(folders, did(journal, note("short")))
    assert short.waiting == ()
    assert read_journal(folders, LOG).state.step(*KEY).note == "short"
    with pytest.raises(OptoutError, match="cannot be saved"):
        write(folders, did(Journal(LOG), note(long)))
