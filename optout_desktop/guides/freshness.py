"""How old what a guide says is: from the date that it states and the sources that it names."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Literal

from msgspec import Struct

from optout_desktop.base.languages import _
from optout_desktop.guides.promises import as_date
from optout_desktop.guides.shape import Fact, Guide, Source, Step, Surface, Way
from optout_desktop.guides.terms import SHARED_FOLDER

State = Literal["fresh", "ageing", "undated"]
"""``ageing`` is older than twelve months; ``undated`` is what no dated source shows."""


class Freshness(Struct, frozen=True):
    """How old one thing is; ``source`` is the one that shows it, the newest where dates decide."""

    state: State
    as_of: str | None
    source: Source | None


class Aged(Struct, frozen=True):
    """One place that can be re-checked: a step, or another way of it on ``surface``.

    ``file`` is the slug of the guide, or ``shared/<file>`` where the task is shared.
    """

    file: str
    task: str
    step: str
    surface: Surface
    is_way: bool
    freshness: Freshness


def freshness(dated: Step | Way | Fact, sources: Iterable[Source], today: date) -> Freshness:
    """Judge a step, way or fact by its date, on the day ``today``.

    A date that leaves open the month or day counts as the first day that it may mean.
    """
    named = [source for source in sources if source.id in dated.sources]
    newest = max(named, key=_date_of, default=None)
    if dated.as_of is None:
        return Freshness("undated", None, newest)
    shown_by = next((one for one in named if dated.as_of in _dates(one)), newest)
    day = as_date(dated.as_of)
    ageing = day is not None and (day.year + 1, day.month, day.day) < (
        today.year,
        today.month,
        today.day,
    )
    return Freshness("ageing" if ageing else "fresh", dated.as_of, shown_by)


def state_word(state: State) -> str:
    """Name the state in a word."""
    return {"fresh": _("fresh"), "ageing": _("ageing"), "undated": _("undated")}[state]


def freshness_words(found: Freshness, written: Callable[[str], str] = str) -> str:
    """Say where a thing comes from and how old it is, as whole sentences.

    ``written`` writes a date for the reader; without it dates stay as ISO 8601 has them.
    """
    origin = _origin(found, written)
    if found.state == "ageing":
        return _("{origin} That is more than a year ago; it may have changed since.").format(
            origin=origin
        )
    return origin


def oldest_first(guides: Iterable[Guide], today: date) -> tuple[Aged, ...]:
    """List every step and every other way of the guides, by age.

    The undated come first: nobody knows that they are younger than the rest.
    """
    # A shared task is in several guides and yet one thing to look at.
    aged = dict.fromkeys(one for guide in guides for one in _aged(guide, today))
    return tuple(sorted(aged, key=lambda one: one.freshness.as_of or ""))


def _aged(guide: Guide, today: date) -> Iterator[Aged]:
    shared = {one.task: f"{SHARED_FOLDER}/{one.file}" for one in guide.shared}
    for task in guide.tasks:
        for step in task.steps:
            places: Sequence[Step | Way] = (step, *step.ways)
            for place in places:
                yield Aged(
                    shared.get(task.id, guide.slug),
                    task.id,
                    step.id,
                    place.surface,
                    place is not step,
                    freshness(place, guide.sources, today),
                )


def _origin(found: Freshness, written: Callable[[str], str]) -> str:
    source, as_of = found.source, found.as_of
    if source is None:
        return _("No source is named.")
    if as_of is None:
        sentence = _("From {publisher}: “{title}”. No dated source shows this.")
    elif as_of == source.published:
        sentence = _("From {publisher}: “{title}”, of {date}.")
    elif as_of == source.copy_of:
        sentence = _("From {publisher}: “{title}”, in a copy of {date}.")
    else:
        sentence = _("From {publisher}: “{title}”, as of {date}.")
    return sentence.format(
        publisher=source.publisher, title=source.title, date=written(as_of) if as_of else ""
    )


def _dates(source: Source) -> tuple[str | None, str | None]:
    return source.published, source.copy_of


def _date_of(source: Source) -> str:
    return max((day for day in _dates(source) if day), default="")
