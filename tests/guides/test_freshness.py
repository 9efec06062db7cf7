from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optout_desktop.guides.freshness import freshness, freshness_words, oldest_first, state_word
from optout_desktop.guides.read import read_guide
from optout_desktop.guides.shape import Source, Step

GOOD = Path(__file__).parents[1] / "data" / "guides" / "good" / "example.toml"
TODAY = date(2026, 11, 23)
NOTICE = Source("notice", "Privacy notice", "Example", "official", published="2026-08-21")
COPY = Source("copy", "Help page", "Example", "official", copy_of="2026-09-01")
UNDATED = Source("help", "Help page", "Example", "official")
SOURCES = (UNDATED, NOTICE, COPY)


def step(as_of: str | None, *sources: str) -> Step:
    return Step("open", "Open the settings", sources or ("notice",), as_of=as_of)


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
