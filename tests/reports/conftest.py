"""A small guide and a stopped clock."""

from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from msgspec.structs import replace

from optout_desktop.checklist.make import make_checklist
from optout_desktop.guides.format.read import read_guide
from optout_desktop.guides.format.shape import Guide
from optout_desktop.progress.events import Event
from optout_desktop.progress.people import DEFAULT_PERSON
from optout_desktop.progress.state import ServiceState, fold
from optout_desktop.reports.report import Report, make_report
from optout_desktop.situation.rules import Situation

GOLDEN = Path(__file__).parents[1] / "golden"
NOW = datetime(2026, 11, 23, 10, 42, tzinfo=timezone(timedelta(hours=1)))

States = Callable[..., ServiceState]
Reports = Callable[..., Report]


@pytest.fixture(scope="session")
def example() -> Guide:
    return read_guide(GOLDEN / "example" / "guide.toml")


@pytest.fixture
def state_after() -> States:
    """Fold events, which come without count, computer and time."""

    def state(*events: Event) -> ServiceState:
        return fold(
            replace(
                event, count=count, computer="aaaaaaaa", at=f"2026-11-23T09:{count:02}:00+01:00"
            )
            for count, event in enumerate(events, 1)
        )

    return state


@pytest.fixture
def report_of(example: Guide, state_after: States) -> Reports:
    """Make a report of the example guide from events."""

    def report(*events: Event) -> Report:
        situation = Situation("DE")
        return make_report(
            [make_checklist(example, state_after(*events), situation, today=NOW.date())],
            person=replace(DEFAULT_PERSON, name="Ada", region="DE"),
            clock=lambda: NOW,
        )

    return report
