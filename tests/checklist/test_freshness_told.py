"""How old a step is, and that it was looked for again, as every face says it."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from optout_desktop.checklist.checklist import Checklist
from optout_desktop.checklist.words.age import age_words, source_kind_words
from optout_desktop.checklist.words.step import step_remarks, way_words
from optout_desktop.guides.format.shape import Guide
from optout_desktop.guides.format.tasks import FailedCheck, Step, Way

Checklists = Callable[..., Checklist]

FAILED = FailedCheck("2026-11-20", "The row is gone.")
FAILED_WORDS = "Looked for again on 20 November 2026, and not found as described. The row is gone."

OLD_WORDS = "That is more than a year ago; it may have changed since."


def with_step(guide: Guide, step: Step) -> Guide:
    """Take a guide of which the first step is another one."""
    task, *tasks = guide.tasks
    return replace(guide, tasks=(replace(task, steps=(step, *task.steps[1:])), *tasks))


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "As shown by a source of 21 August 2026."),
        ({"seen_live": "2026-11-20"}, "Seen live on 20 November 2026."),
        ({"seen_live": "2026-01-01"}, "As shown by a source of 21 August 2026."),
        ({"as_of": None}, "Undated: no dated source shows this."),
        ({"as_of": "2025-10"}, f"As shown by a source of October 2025. {OLD_WORDS}"),
        ({"failed": FAILED}, FAILED_WORDS),
    ],
)
def test_a_step_says_how_it_is_known(
    example: Guide, checklist_of: Checklists, changes: dict[str, str | None], words: str
) -> None:
    step = replace(example.tasks[0].steps[0], **changes)
    checklist = checklist_of(guide=with_step(example, step))
    remarks = step_remarks(checklist, checklist.step("toggle", "open"), "the person")
    assert words in remarks
    assert ("looked for again" in " ".join(remarks).casefold()) == ("failed" in changes)


def test_another_way_that_failed_says_so(example: Guide, checklist_of: Checklists) -> None:
    way = Way(("notice",), "ios", path=("You",), failed=FAILED)
    step = replace(example.tasks[0].steps[0], ways=(way,))
    checklist = checklist_of(guide=with_step(example, step))
    (told,) = checklist.step("toggle", "open").ways
    assert way_words(told, checklist.sources) == (
        f"Another way, on an iPhone or iPad: You. {FAILED_WORDS} "
        "Undated: no dated source shows this."
    )


def test_our_own_notes_are_called_so(example: Guide, checklist_of: Checklists) -> None:
    sources = tuple(replace(source, kind="own") for source in example.sources)
    checklist = checklist_of(guide=replace(example, sources=sources))
    assert {source_kind_words(one.kind) for one in checklist.sources} == {
        "our own notes and conclusions"
    }
    step = checklist.step("toggle", "open")
    inferred = "Inferred by us, or from our own notes"
    assert f"{inferred}." in " ".join(step_remarks(checklist, step, "you"))
    assert age_words(step.age, checklist.sources).startswith(inferred)
    plain = checklist_of()
    remarks = [step_remarks(plain, s, "you") for t in plain.tasks for s in t.steps]
    assert inferred not in str(remarks)
