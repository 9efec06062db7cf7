"""How the language shown writes dates, lists and numbers, and what it calls countries.

The data lies in ``resources/languages/<language>.json``. ``python3 dev.py languages`` makes it from
the Unicode CLDR (docs/decisions/0009), so that nothing has to be imported for it here.
"""

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Literal

import msgspec
from msgspec import Struct

from optout_desktop.base.languages import ENGLISH, language
from optout_desktop.base.paths import resources_folder
from optout_desktop.base.pseudo import PSEUDO_LANGUAGES, pseudo_data

_PARTS_OF_A_DAY, _PARTS_OF_A_MONTH = 3, 2


class ListPattern(Struct, frozen=True):
    """How a list is joined, with the places ``{0}`` and ``{1}`` (UTS 35, List Patterns)."""

    two: str
    start: str
    middle: str
    end: str


class Locale(Struct, frozen=True):
    """What is usual in one language.

    The patterns are for ``str.format`` with ``year``, ``number`` (of the month), ``month``,
    ``month_alone``, ``short_month``, ``short_month_alone``, ``day``, ``hour`` and ``minute``;
    ``moment`` has the places ``date`` and ``time``.
    """

    direction: Literal["ltr", "rtl"]
    date: str
    short_date: str
    month_of_year: str
    time: str
    moment: str
    months: tuple[str, ...]
    months_alone: tuple[str, ...]
    short_months: tuple[str, ...]
    short_months_alone: tuple[str, ...]
    and_list: ListPattern
    or_list: ListPattern
    thousands: str
    territories: dict[str, str] = {}
    """Names by ISO 3166-1 code; empty for English, whose names stand in regions.json."""


@cache
def locale_of(code: str) -> Locale:
    """Return what is usual in the language ``code``, which must be one that is shown."""
    is_pseudo = code in PSEUDO_LANGUAGES
    file = resources_folder() / "languages" / f"{ENGLISH if is_pseudo else code}.json"
    data = msgspec.json.decode(file.read_bytes())
    return msgspec.convert(pseudo_data(data, code) if is_pseudo else data, Locale)


def direction() -> Literal["ltr", "rtl"]:
    """Return the direction in which the language shown is written."""
    return locale_of(language()).direction


def written_date(date: str) -> str:
    """Return an ISO 8601 date as exact as it is: "23 October 2025", "October 2025" or "2025"."""
    return _written_date(date, locale_of(language()).date)


def short_date(date: str) -> str:
    """Return an ISO 8601 date for a narrow place: "23 Oct 2025", "October 2025" or "2025"."""
    return _written_date(date, locale_of(language()).short_date)


def _written_date(date: str, pattern: str) -> str:
    locale = locale_of(language())
    year, *rest = map(int, date.split("-"))
    if len(rest) == _PARTS_OF_A_DAY - 1:
        return _filled(pattern, locale, year, *rest)
    if len(rest) == _PARTS_OF_A_MONTH - 1:
        return _filled(locale.month_of_year, locale, year, *rest)
    return date


def _filled(pattern: str, locale: Locale, year: int, month: int, day: int = 1) -> str:
    return pattern.format(
        year=year,
        number=month,
        month=locale.months[month - 1],
        month_alone=locale.months_alone[month - 1],
        short_month=locale.short_months[month - 1],
        short_month_alone=locale.short_months_alone[month - 1],
        day=day,
    )


def written_time(moment: datetime) -> str:
    """Return the time of day: "10:42"."""
    pattern = locale_of(language()).time
    return pattern.format(hour=moment.hour, minute=moment.minute)


def written_moment(moment: datetime) -> str:
    """Return the day and the time of day, as its own zone has them: "23 October 2025, 10:42"."""
    pattern = locale_of(language()).moment
    date = written_date(moment.date().isoformat())
    return pattern.format(date=date, time=written_time(moment))


def and_list(items: Sequence[str]) -> str:
    """Return a list of which all are meant: "a, b and c"."""
    return _listed(items, locale_of(language()).and_list)


def or_list(items: Sequence[str]) -> str:
    """Return a list of which one is meant: "a, b or c"."""
    return _listed(items, locale_of(language()).or_list)


def _listed(items: Sequence[str], pattern: ListPattern) -> str:
    *others, last = items or ("",)
    if not others:
        return last
    if len(others) == 1:
        return pattern.two.format(others[0], last)
    # From its end, as UTS 35 has it. An item is never formatted: it may hold braces.
    first, *between, before_last = others
    listed = pattern.end.format(before_last, last)
    for item in reversed(between):
        listed = pattern.middle.format(item, listed)
    return pattern.start.format(first, listed)


def written_number(number: int) -> str:
    """Return a whole number with its thousands set off: "16,800"."""
    return f"{number:,}".replace(",", locale_of(language()).thousands)
