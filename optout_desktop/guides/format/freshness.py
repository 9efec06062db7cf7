"""How old what a guide says is: from the date that it states and the sources that it names."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Literal

from msgspec import Struct

from optout_desktop.guides.format.dates import as_date
from optout_desktop.guides.format.files import SHARED_FOLDER
from optout_desktop.guides.format.shape import Change, Company, Fact, Guide, Source
from optout_desktop.guides.format.tasks import FailedCheck, FormField, Step, Surface, Way
from optout_desktop.guides.format.types import Applies

State = Literal["fresh", "ageing", "replaced", "undated", "inferred", "seen-live", "failed"]
"""``ageing`` is older than twelve months; ``replaced`` is shown only by documents that others have
replaced since; ``undated`` is what no dated source shows; ``inferred``
is what we concluded or what only our notes say; ``seen-live`` was seen on the service itself
within twelve months; ``failed`` was looked for again and was not as described."""


DATED = Step | Way | Fact | Applies | Change | Company | FormField


class Freshness(Struct, frozen=True):
    """How old one thing is; ``source`` is the one that shows it, the newest where dates decide.

    ``as_of`` is the date of the newest source that shows it, or of ``seen_live`` if that is later.
    """

    state: State
    as_of: str | None
    source: Source | None
    seen_live: bool = False
    failed: FailedCheck | None = None


class Aged(Struct, frozen=True):
    """One place that can be re-checked: a step, or another way of it on ``surface``, if known.

    ``file`` is the slug of the guide, or ``shared/<file>`` where the task is shared.
    """

    file: str
    task: str
    step: str
    surface: Surface | None
    is_way: bool
    freshness: Freshness


def freshness(dated: Step | Way | Fact, sources: Iterable[Source], today: date) -> Freshness:
    """Return how old a step, way or fact is by its date, on the day ``today``.

    A date that leaves open the month or day counts as the first day that it may mean.
    """
    named = _named(dated, sources)
    newest = max(named, key=date_of, default=None)
    dates = ((one, _dates(one)) for one in named)
    shown_by = next((one for one, days in dates if dated.as_of and dated.as_of in days), newest)
    as_of, seen = newest_date(dated), seen_live_last(dated)
    state: State
    if isinstance(dated, Step | Way) and dated.failed is not None:
        return Freshness("failed", as_of, shown_by, seen, dated.failed)
    if newest is not None and newest.kind == "own" and not seen:
        state = "inferred"
    elif named and not seen and all(_is_replaced(one, today) for one in named):
        state = "replaced"
    elif as_of is None:
        state = "undated"
    elif _is_ageing(as_of, today):
        state = "ageing"
    else:
        state = "seen-live" if seen else "fresh"
    return Freshness(state, as_of, shown_by, seen)


def newest_date(dated: Step | Way | Fact) -> str | None:
    """Return the date on which a thing was last shown, by a source or by the service itself."""
    seen = None if isinstance(dated, Fact) else dated.seen_live
    return max(seen or "", dated.as_of or "") or None


def newest_fact(guide: Guide) -> str | None:
    """Return the newest date of anything that a guide says, or None."""
    return max((said.as_of for said in _dated(guide) if said.as_of), default=None)


def _dated(guide: Guide) -> Iterator[DATED]:
    """Yield everything in a guide that may have a date."""
    yield from guide.companies
    yield from guide.applies
    yield from guide.facts
    yield from guide.timeline
    for task in guide.tasks:
        yield from task.applies
        yield from task.fields
        yield from task.steps
        for step in task.steps:
            yield from step.ways
            yield from step.applies


def seen_live_last(dated: Step | Way | Fact) -> bool:
    """Return whether a thing was seen live, and no source shows it at a later date."""
    return not isinstance(dated, Fact) and dated.seen_live == newest_date(dated) is not None


def oldest_first(guides: Iterable[Guide], today: date) -> tuple[Aged, ...]:
    """Return every step and every other way of the guides, by age.

    What failed comes first, then the undated: they may be the oldest.
    """
    # A shared task is in several guides and yet one thing to look at.
    aged = dict.fromkeys(one for guide in guides for one in _aged(guide, today))
    return tuple(sorted(aged, key=_place_in_time))


def _place_in_time(aged: Aged) -> tuple[bool, str]:
    return aged.freshness.state != "failed", aged.freshness.as_of or ""


def _named(dated: Step | Way | Fact, sources: Iterable[Source]) -> list[Source]:
    """Return the sources that a thing names; our own conclusions only if it names no other."""
    named = [source for source in sources if source.id in dated.sources]
    return [source for source in named if source.kind != "own"] or named


def _is_replaced(source: Source, today: date) -> bool:
    day = as_date(source.until) if source.until else None
    return day is not None and day <= today


def _is_ageing(as_of: str, today: date) -> bool:
    day = as_date(as_of)
    return day is not None and (day.year + 1, day.month, day.day) < (
        today.year,
        today.month,
        today.day,
    )


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


def _dates(source: Source) -> tuple[str | None, str | None, str | None]:
    return source.published, source.edited, source.copy_of


def date_of(source: Source) -> str:
    """Return the newest date of a source; empty where it has none."""
    return max((day for day in _dates(source) if day), default="")
