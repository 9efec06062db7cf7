"""A small guide and a stopped clock."""

from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from msgspec.structs import replace

from optout_desktop.checklist.make import make_checklist
from optout_desktop.guides.format.read import read_guide
from optout_desktop.guides.format.shape import Guide
from optout_desktop.progress.events import Entry
from optout_desktop.progress.people import DEFAULT_PERSON
from optout_desktop.progress.state import ServiceState, fold
from optout_desktop.reports.report import Report, make_report
from optout_desktop.situation.rules import Situation
from tests.entries import events

GOLDEN = Path(__file__).parents[1] / "golden"
NOW = datetime(2026, 11, 23, 10, 42, tzinfo=timezone(timedelta(hours=1)))

States = Callable[..., ServiceState]
Reports = Callable[..., Report]


@pytest.fixture(scope="session")
def example() -> Guide:
    return read_guide(GOLDEN / "example" / "guide.toml")


@pytest.fixture
def state_after() -> States:
    """Add up what a person did, one thing a minute."""

    def state(*entries: Entry) -> ServiceState:
        return fold(events(*entries))

    return state


@pytest.fixture
def report_of(example: Guide, state_after: States) -> Reports:
    """Make a report of the example guide from what a person did."""

    def report(*entries: Entry) -> Report:
        situation = Situation("DE")
        return make_report(
            [make_checklist(example, state_after(*entries), situation, today=NOW.date())],
            person=replace(DEFAULT_PERSON, name="Ada", region="DE"),
            clock=lambda: NOW,
        )

    return report
