"""How old a step is, and that it was looked for again, as the report says it."""

import pytest
from msgspec.structs import replace

from optout_desktop.guides.format.shape import Guide
from optout_desktop.guides.format.tasks import FailedCheck, Step, Way
from optout_desktop.progress.state import ServiceState
from optout_desktop.reports.service import service_report
from optout_desktop.reports.shape import ServiceReport
from optout_desktop.situation.rules import Situation

FAILED = FailedCheck("2026-11-20", "The row is gone.")
FAILED_WORDS = "Looked for again on 2026-11-20, and not found as described. The row is gone."


def report_with(guide: Guide, step: Step) -> ServiceReport:
    """Make the report of a guide of which the first step is another one."""
    task, *tasks = guide.tasks
    changed = replace(task, steps=(step, *task.steps[1:]))
    return service_report(replace(guide, tasks=(changed, *tasks)), ServiceState(), Situation("DE"))


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "As shown by a source of 2026-08-21."),
        ({"seen_live": "2026-11-20"}, "Seen live on 2026-11-20."),
        ({"seen_live": "2026-01-01"}, "As shown by a source of 2026-08-21."),
        ({"as_of": None}, "Undated: no dated source shows this step."),
        ({"failed": FAILED}, FAILED_WORDS),
    ],
)
def test_a_step_says_how_it_is_known(
    example: Guide, changes: dict[str, str | None], words: str
) -> None:
    step = replace(example.tasks[0].steps[0], **changes)
    remarks = report_with(example, step).tasks[0].steps[0].remarks
    assert words in remarks
    assert ("looked for again" in " ".join(remarks).casefold()) == ("failed" in changes)


def test_another_way_that_failed_says_so(example: Guide) -> None:
    way = Way(("notice",), "ios", path=("You",), failed=FAILED)
    step = replace(example.tasks[0].steps[0], ways=(way,))
    (sentence,) = report_with(example, step).tasks[0].steps[0].ways
    assert sentence == f"Another way, on an iPhone or iPad: You. {FAILED_WORDS}"


def test_our_own_notes_are_called_so(example: Guide) -> None:
    sources = tuple(replace(source, kind="own") for source in example.sources)
    report = report_with(replace(example, sources=sources), example.tasks[0].steps[0])
    assert {source.kind for source in report.sources} == {"our own notes and conclusions"}
    assert "Inferred by us, or from our own notes." in report.tasks[0].steps[0].remarks
    plain = service_report(example, ServiceState(), Situation("DE"))
    assert all("Inferred" not in " ".join(s.remarks) for t in plain.tasks for s in t.steps)
