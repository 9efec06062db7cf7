"""A small guide as it stands for one person."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from optout_desktop.checklist.checklist import Checklist
from optout_desktop.checklist.make import make_checklist
from optout_desktop.guides.format.read import read_guide
from optout_desktop.guides.format.shape import Guide
from optout_desktop.progress.events import Event
from optout_desktop.progress.state import fold
from optout_desktop.situation.rules import Situation

TODAY = date(2026, 11, 23)

Checklists = Callable[..., Checklist]


@pytest.fixture(scope="session")
def example() -> Guide:
    return read_guide(Path(__file__).parents[1] / "golden" / "example" / "guide.toml")


@pytest.fixture
def checklist_of(example: Guide) -> Checklists:
    """Make a checklist from events, which come without count, computer and time."""

    def checklist(
        *events: Event, guide: Guide = example, region: str = "DE", account: str = ""
    ) -> Checklist:
        state = fold(
            replace(
                event, count=count, computer="aaaaaaaa", at=f"2026-11-23T09:{count:02}:00+01:00"
            )
            for count, event in enumerate(events, 1)
        )
        return make_checklist(guide, state, Situation(region), today=TODAY, account=account)

    return checklist
