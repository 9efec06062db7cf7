"""A small guide as it stands for one person."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from optout_desktop.checklist.checklist import Checklist
from optout_desktop.checklist.make import make_checklist
from optout_desktop.guides.format.read import read_guide
from optout_desktop.guides.format.shape import Guide
from optout_desktop.progress.events import Entry
from optout_desktop.progress.state import fold
from optout_desktop.situation.rules import Situation
from tests.entries import events

TODAY = date(2026, 11, 23)

Checklists = Callable[..., Checklist]


@pytest.fixture(scope="session")
def example() -> Guide:
    return read_guide(Path(__file__).parents[1] / "golden" / "example" / "guide.toml")


@pytest.fixture
def checklist_of(example: Guide) -> Checklists:
    """Make a checklist from what a person did, one thing a minute."""

    def checklist(
        *entries: Entry, guide: Guide = example, region: str = "DE", account: str = ""
    ) -> Checklist:
        state = fold(events(*entries))
        return make_checklist(guide, state, Situation(region), today=TODAY, account=account)

    return checklist
