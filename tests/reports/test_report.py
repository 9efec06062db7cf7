"""The report: the checklists of one person, and what a report is not."""

from collections.abc import Callable

import msgspec
from msgspec.structs import replace

from optout_desktop.checklist.tasks import Step
from optout_desktop.reports.pictures import drawing_of
from optout_desktop.reports.report import Report
from tests.entries import entry

Reports = Callable[..., Report]

TICK = entry("tick", "toggle", "switch", revision=3)
LOST = entry("could-not-find", "toggle", "switch", value="not-there", revision=0)


def switch_of(report: Report) -> Step:
    return report.services[0].step("toggle", "switch")


def test_a_picture_stands_only_beside_what_was_stated(report_of: Reports) -> None:
    untouched, done, lost = (
        drawing_of(switch_of(report_of(*events))) for events in ((), (TICK,), (LOST,))
    )
    assert untouched is None
    assert done is not None
    assert lost is not None
    assert "when it is done" in done.caption
    assert "looked for" in lost.caption
    assert done.svg != lost.svg
    assert "Use my data to train AI" in done.svg


def test_a_step_without_a_picture_has_no_drawing(report_of: Reports) -> None:
    assert drawing_of(replace(switch_of(report_of(TICK)), picture=None)) is None


def test_the_limits_are_in_every_report(report_of: Reports) -> None:
    limits = " ".join(report_of().limits)
    for words in ("future training only", "not verified", "not legal advice", "not screenshots"):
        assert words in limits


def test_the_value_survives_json(report_of: Reports) -> None:
    report = report_of(TICK, entry("sent", "objection", "send", date="2026-11-20", revision=0))
    assert msgspec.json.decode(msgspec.json.encode(report), type=Report) == report


def test_a_report_says_for_whom_and_when(report_of: Reports) -> None:
    report = report_of()
    assert (report.person, report.region) == ("Ada", "Germany")
    assert report.made_at == "2026-11-23T10:42:00+01:00"
