from datetime import date
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from optout_desktop.guides.format.freshness import (
    State,
    failed_words,
    freshness,
    freshness_words,
    is_inferred,
    oldest_first,
    state_word,
)
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
MAY_HAVE_CHANGED = "That is more than a year ago; it may have changed since."
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
    ("as_of", "sources", "words"),
    [
        ("2026-08-21", ("notice",), "From Example: “Privacy notice”, of 2026-08-21."),
        ("2026-09-01", ("notice", "copy"), "From Example: “Help page”, in a copy of 2026-09-01."),
        ("2026-08", ("notice",), "From Example: “Privacy notice”, as of 2026-08."),
        (None, ("help",), "From Example: “Help page”. No dated source shows this."),
    ],
)
def test_the_origin_is_said_in_words(
    as_of: str | None, sources: tuple[str, ...], words: str
) -> None:
    assert freshness_words(freshness(step(as_of, *sources), SOURCES, TODAY)) == words


def test_an_ageing_fact_says_that_it_may_have_changed() -> None:
    found = freshness(step("2026-08-21"), SOURCES, date(2028, 1, 1))
    assert state_word(found.state) == "ageing"
    words = freshness_words(found, written=lambda _: "21 August 2026")
    assert words.startswith("From Example: “Privacy notice”, of 21 August 2026. ")
    assert words.endswith("more than a year ago; it may have changed since.")


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
    assert is_inferred(looked_at, SOURCES) == (state == "inferred")


def test_every_state_has_its_own_words() -> None:
    states = get_args(State)
    assert len({state_word(state) for state in states}) == len(states) == 7


@pytest.mark.parametrize(
    ("looked_at", "words"),
    [
        (
            step("2026-08-21", seen_live="2026-11-20"),
            "Seen live on 2026-11-20. From Example: “Privacy notice”.",
        ),
        (
            step(None, seen_live="2025-10-01"),
            f"Seen live on 2025-10-01. From Example: “Privacy notice”. {MAY_HAVE_CHANGED}",
        ),
        (step(None, "own"), "Inferred by us, or from our own notes: “Concluded from the notice”."),
        (step("2026-08-21", "own", "notice"), "From Example: “Privacy notice”, of 2026-08-21."),
    ],
)
def test_what_was_seen_or_inferred_is_said_in_words(looked_at: Step, words: str) -> None:
    assert freshness_words(freshness(looked_at, SOURCES, TODAY)) == words


def test_what_failed_is_said_with_its_reason() -> None:
    assert failed_words(FAILED, lambda _: "1 November 2026") == (
        "Looked for again on 1 November 2026, and not found as described. The row is not there."
    )


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
