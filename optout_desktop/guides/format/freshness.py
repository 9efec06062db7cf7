"""How old what a guide says is: from the date that it states and the sources that it names."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Literal

from msgspec import Struct

from optout_desktop.base.languages import _
from optout_desktop.guides.format.dates import as_date, plainly
from optout_desktop.guides.format.files import SHARED_FOLDER
from optout_desktop.guides.format.problems import values
from optout_desktop.guides.format.shape import Change, Company, Fact, Guide, Source
from optout_desktop.guides.format.tasks import FailedCheck, FormField, Step, Surface, Way
from optout_desktop.guides.format.types import Applies

State = Literal["fresh", "ageing", "replaced", "undated", "inferred", "seen-live", "failed"]
"""``ageing`` is older than twelve months; ``replaced`` is shown only by documents that others have
replaced since; ``undated`` is what no dated source shows; ``inferred``
is what we concluded or what stands in our notes alone; ``seen-live`` was seen on the service itself
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


def is_inferred(dated: Step | Way | Fact, sources: Iterable[Source]) -> bool:
    """Return whether a thing comes from us alone, and nobody has seen it live."""
    return not seen_live_last(dated) and any(one.kind == "own" for one in _named(dated, sources))


def newest_date(dated: Step | Way | Fact) -> str | None:
    """Return the date on which a thing was last shown, by a source or by the service itself."""
    seen = None if isinstance(dated, Fact) else dated.seen_live
    return max(seen or "", dated.as_of or "") or None


def newest_fact(guide: Guide) -> str | None:
    """Return the newest date of anything that a guide says, or None."""
    said = (value for _path, value in values(guide) if isinstance(value, DATED))
    return max((value.as_of for value in said if value.as_of), default=None)


def seen_live_last(dated: Step | Way | Fact) -> bool:
    """Return whether a thing was seen live, and no source shows it at a later date."""
    return not isinstance(dated, Fact) and dated.seen_live == newest_date(dated) is not None


def state_word(state: State) -> str:
    """Return the word for a state."""
    return {
        "fresh": _("fresh"),
        "ageing": _("ageing"),
        "replaced": _("replaced"),
        "undated": _("undated"),
        "inferred": _("inferred by us"),
        "seen-live": _("seen live"),
        "failed": _("re-checked and failed"),
    }[state]


def freshness_words(found: Freshness, written: Callable[[str], str] = plainly) -> str:
    """Return where a thing comes from and how old it is, as whole sentences.

    ``written`` writes a date for the reader; without it dates stay as ISO 8601 has them.
    """
    origin = _origin(found, written)
    if found.state == "ageing":
        return _("{origin} That is more than a year ago; it may have changed since.").format(
            origin=origin
        )
    if found.state == "replaced":
        return _("{origin} That document has been replaced; it may have changed since.").format(
            origin=origin
        )
    return origin


def failed_words(failed: FailedCheck, written: Callable[[str], str] = plainly) -> str:
    """Return that a thing was looked for again and not found as described; ``written`` as above."""
    return _("Looked for again on {date}, and not found as described. {because}").format(
        date=written(failed.date), because=failed.because
    )


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


def _origin(found: Freshness, written: Callable[[str], str]) -> str:
    source, as_of = found.source, found.as_of
    if source is None:
        return _("No source is named.")
    if found.seen_live:
        sentence = _("Seen live on {date}. From {publisher}: “{title}”.")
    elif source.kind == "own":
        sentence = _("Inferred by us, or from our own notes: “{title}”.")
    elif as_of is None:
        sentence = _("From {publisher}: “{title}”. No dated source shows this.")
    elif as_of == source.published:
        sentence = _("From {publisher}: “{title}”, of {date}.")
    elif as_of == source.edited:
        sentence = _("From {publisher}: “{title}”, as changed on {date}.")
    elif as_of == source.copy_of:
        sentence = _("From {publisher}: “{title}”, in a copy of {date}.")
    else:
        sentence = _("From {publisher}: “{title}”, as of {date}.")
    return sentence.format(
        publisher=source.publisher, title=source.title, date=written(as_of) if as_of else ""
    )


def _dates(source: Source) -> tuple[str | None, str | None, str | None]:
    return source.published, source.edited, source.copy_of


def date_of(source: Source) -> str:
    """Return the newest date of a source; empty where it has none."""
    return max((day for day in _dates(source) if day), default="")
