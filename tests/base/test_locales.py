"""How dates, lists and numbers are written in the language shown."""

from datetime import UTC, datetime

import pytest

from optout_desktop.base.locales import (
    ListPattern,
    _listed,
    and_list,
    or_list,
    short_date,
    written_date,
    written_moment,
    written_number,
    written_time,
)

MOMENT = datetime(2025, 10, 3, 9, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("date", "long", "short"),
    [
        ("2025-10-03", "3 October 2025", "3 Oct 2025"),
        ("2025-10", "October 2025", "October 2025"),
        ("2025", "2025", "2025"),
    ],
)
def test_a_date_is_as_exact_as_it_is_known(date: str, long: str, short: str) -> None:
    assert written_date(date) == long
    assert short_date(date) == short


def test_a_moment_has_its_day_and_time_with_two_digits() -> None:
    assert written_time(MOMENT) == "09:05"
    assert written_moment(MOMENT) == "3 October 2025, 09:05"


@pytest.mark.parametrize(
    ("items", "every", "one"),
    [
        ([], "", ""),
        (["a"], "a", "a"),
        (["a", "b"], "a and b", "a or b"),
        (["a", "b", "c"], "a, b and c", "a, b or c"),
        (["a", "b", "c", "d"], "a, b, c and d", "a, b, c or d"),
    ],
)
def test_a_list_is_joined_as_people_do(items: list[str], every: str, one: str) -> None:
    assert and_list(items) == every
    assert or_list(items) == one


def test_the_parts_of_a_list_stand_where_the_pattern_says() -> None:
    pattern = ListPattern("{0}+{1}", "<{0}|{1}", "{0};{1}", "{0}&{1}>")
    assert _listed(["1", "2", "3", "4"], pattern) == "<1|2;3&4>"


def test_braces_in_a_list_are_only_braces() -> None:
    assert and_list(["{0}", "{secret}", "{}", "{1}"]) == "{0}, {secret}, {} and {1}"


@pytest.mark.parametrize(("number", "text"), [(7, "7"), (999, "999"), (16_800, "16,800")])
def test_thousands_are_set_off(number: int, text: str) -> None:
    assert written_number(number) == text
