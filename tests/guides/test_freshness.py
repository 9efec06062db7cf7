from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from optout_desktop.base.paths import guides_folder
from optout_desktop.guides.format.files import guide_files, slug_of
from optout_desktop.guides.format.freshness import (
    DATED,
    State,
    freshness,
    newest_fact,
    oldest_first,
)
from optout_desktop.guides.format.problems import values
from optout_desktop.guides.format.read import read_guide
from optout_desktop.guides.format.shape import Source
from optout_desktop.guides.format.tasks import FailedCheck, Step

GOOD = Path(__file__).parents[1] / "data" / "guides" / "good" / "example" / "guide.toml"
TODAY = date(2026, 11, 23)
NOTICE = Source("notice", "Privacy notice", "Example", "official", published="2026-08-21")
COPY = Source("copy", "Help page", "Example", "official", copy_of="2026-09-01")
UNDATED = Source("help", "Help page", "Example", "official")
OWN = Source("own", "Concluded from the notice", "Optout Desktop", "own", published="2026-10-01")
SOURCES = (UNDATED, NOTICE, COPY, OWN)
FAILED = FailedCheck("2026-11-01", "The row is not there.")


def step(
    as_of: str | None,
    *sources: str,
    seen_live: str | None = None,
    failed: FailedCheck | None = None,
) -> Step:
    return Step(
        "open",
        "Open the settings",
        sources or ("notice",),
        as_of=as_of,
        seen_live=seen_live,
        failed=failed,
    )


@pytest.mark.parametrize(
    ("as_of", "state"),
    [
        (None, "undated"),
        ("2026-11-23", "fresh"),
        ("2025-11-23", "fresh"),
        ("2025-11-22", "ageing"),
        ("2025-12", "fresh"),
        # It may mean the first of November.
        ("2025-11", "ageing"),
        ("2026", "fresh"),
        ("2025", "ageing"),
    ],
)
def test_what_is_over_twelve_months_old_is_ageing(as_of: str | None, state: str) -> None:
    assert freshness(step(as_of), SOURCES, TODAY).state == state


def test_a_leap_day_is_a_year_old_on_the_last_day_of_february() -> None:
    on_leap_day = step("2024-02-29")
    assert freshness(on_leap_day, SOURCES, date(2025, 2, 28)).state == "fresh"
    assert freshness(on_leap_day, SOURCES, date(2025, 3, 1)).state == "ageing"


@given(st.dates(max_value=date(2200, 1, 1)), st.dates(max_value=date(2200, 1, 1)))
def test_nothing_grows_younger(one: date, other: date) -> None:
    as_of, (earlier, later) = "2025-06-15", sorted((one, other))
    states = [freshness(step(as_of), SOURCES, day).state for day in (earlier, later)]
    assert states in (["fresh", "fresh"], ["fresh", "ageing"], ["ageing", "ageing"])


@pytest.mark.parametrize(
    ("looked_at", "state", "as_of"),
    [
        (step("2026-08-21", seen_live="2026-11-20"), "seen-live", "2026-11-20"),
        (step(None, seen_live="2026-11-20"), "seen-live", "2026-11-20"),
        (step(None, seen_live="2025-11-22"), "ageing", "2025-11-22"),
        # A source is newer than what was seen.
        (step("2026-08-21", seen_live="2026-03-01"), "fresh", "2026-08-21"),
        (step(None, "own"), "inferred", None),
        (step("2024-01-01", "own"), "inferred", "2024-01-01"),
        (step("2026-08-21", "own", "notice"), "fresh", "2026-08-21"),
        (step(None, "own", seen_live="2026-11-20"), "seen-live", "2026-11-20"),
        (step("2026-08-21", failed=FAILED), "failed", "2026-08-21"),
        (step(None, seen_live="2026-03-01", failed=FAILED), "failed", "2026-03-01"),
    ],
)
def test_what_was_seen_inferred_or_looked_for_again_has_its_state(
    looked_at: Step, state: State, as_of: str | None
) -> None:
    found = freshness(looked_at, SOURCES, TODAY)
    assert (found.state, found.as_of) == (state, as_of)


def test_what_failed_comes_before_all_else() -> None:
    guide = read_guide(GOOD)
    task = guide.tasks[0]
    newest = replace(task.steps[0], failed=FAILED)
    changed = replace(guide, tasks=(replace(task, steps=(newest, *task.steps[1:])),))
    first, *others = oldest_first([changed], TODAY)
    assert (first.step, first.freshness.state) == ("open", "failed")
    assert "failed" not in {one.freshness.state for one in others}


def test_undated_steps_come_first_and_then_the_oldest() -> None:
    guide = read_guide(GOOD)
    aged = oldest_first([guide], TODAY)
    dates = [one.freshness.as_of for one in aged]
    dated = [day for day in dates if day is not None]
    assert dates == [None] * (len(dates) - len(dated)) + sorted(dated)
    assert dated == ["2026-08", "2026-08-21"]
    ways = [one for one in aged if one.is_way]
    assert [(one.step, one.surface) for one in ways] == [("open", "ios")]
    assert len(aged) - len(ways) == sum(len(task.steps) for task in guide.tasks)


@pytest.mark.parametrize("file", guide_files(guides_folder()), ids=slug_of)
def test_the_newest_fact_is_the_newest_of_all_that_has_a_date(file: Path) -> None:
    guide = read_guide(file)
    dates = [value.as_of for _path, value in values(guide) if isinstance(value, DATED)]
    assert newest_fact(guide) == max(filter(None, dates), default=None)
