"""What every other room may rely on once a guide has been read, beyond its shape.

Ids are unique, sources exist, dates exist, options that a picture names exist, and no text holds
characters that cannot be seen.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import chain

from optout_desktop.base.hints import use_one_of
from optout_desktop.base.languages import _
from optout_desktop.base.locales import and_list, or_list
from optout_desktop.base.text import FORBIDDEN, shown
from optout_desktop.guides.format.dates import as_date, date_hint
from optout_desktop.guides.format.problems import KeyPath, Places, Problem, values
from optout_desktop.guides.format.shape import Fact, Guide, Option, Question, Source
from optout_desktop.guides.format.tasks import Step, Task
from optout_desktop.pictures.vocabulary import DropDown, Menu, Radio, Tabs

DATE_KEYS = frozenset(
    {"as_of", "seen_live", "published", "edited", "copy_of", "date", "since", "until"}
)
_NAMED = (Task, Step, Fact, Source, Question, Option)
_CHOOSING = (Radio, DropDown, Tabs)


def broken_promises(guide: Guide) -> Iterator[Problem]:
    """Yield what other rooms could not bear; good guides yield nothing."""
    places = values(guide)
    return chain(
        unique_ids(places),
        known_sources(guide, places),
        possible_dates(places),
        existing_options(places),
        visible_characters(places),
        known_tasks(guide),
    )


def unique_ids(places: Places) -> Iterator[Problem]:
    """Ids name a thing for ever, so that ticks and sources find it again."""
    seen = Counter((path[:-1], value.id) for path, value in places if isinstance(value, _NAMED))
    for path, value in places:
        if not isinstance(value, _NAMED):
            continue
        name = (path[:-1], value.id)
        seen[name] -= 1
        if seen[name] > 0:
            yield Problem(
                (*path, "id"),
                "unique-ids",
                _("The id “{id}” is used again further down.").format(id=value.id),
                _("Give each its own id."),
            )


def known_sources(guide: Guide, places: Places) -> Iterator[Problem]:
    """Every fact leads to a source that is listed."""
    known = {source.id for source in guide.sources}
    for path, value in places:
        if isinstance(value, str) and names_source(path) and value not in known:
            yield Problem(path, "known-sources", *no_such_source(value, known))


def no_such_source(name: str, known: Collection[str]) -> tuple[str, str]:
    """Return what is wrong where a source is named that is not listed, and what is right."""
    return (
        _("There is no source with the id “{id}”.").format(id=name),
        _("Add it to the sources, or use one of: {ids}.").format(
            ids=or_list(sorted(known)[:12]) or "-"
        ),
    )


def known_tasks(guide: Guide) -> Iterator[Problem]:
    """A task that comes after another one names one of the guide."""
    known = [task.id for task in guide.tasks]
    for number, task in enumerate(guide.tasks):
        others = {*known} - {task.id}
        wrong: list[tuple[KeyPath, str]] = []
        if task.after is not None and not others & {*task.after.tasks}:
            wrong.append((("task", number, "after", "task"), and_list(task.after.tasks)))
        if task.moot_after is not None and task.moot_after not in others:
            wrong.append((("task", number, "moot_after"), task.moot_after))
        for path, name in wrong:
            yield Problem(
                path,
                "known-tasks",
                _("There is no other task with the id “{id}”.").format(id=name),
                use_one_of(sorted(others)),
            )


def names_source(path: KeyPath) -> bool:
    """Return whether what is at a place is the id of a source."""
    return path[-2:-1] in {("sources",), ("summary_sources",)} or path[-1:] == ("via",)


def possible_dates(places: Places) -> Iterator[Problem]:
    """Dates are in the calendar."""
    for path, value in places:
        if isinstance(value, str) and path[-1] in DATE_KEYS and as_date(value) is None:
            yield Problem(
                path,
                "possible-dates",
                _("There is no such date as {date}.").format(date=value),
                date_hint(),
            )


def existing_options(places: Places) -> Iterator[Problem]:
    """A picture chooses only what it shows, counted from 1."""
    for path, part in places:
        chosen: dict[str, int] = {}
        options: Sequence[str] = ()
        if isinstance(part, _CHOOSING):
            chosen, options = {"before": part.before, "after": part.after}, part.options
        elif isinstance(part, Menu):
            chosen, options = {"choose": part.choose}, part.items
        for key, number in chosen.items():
            if number > len(options):
                yield Problem(
                    (*path, key),
                    "existing-options",
                    _("There is no option number {number}.").format(number=number),
                    _("Write a number from 1 to {count}, or 0 for none.").format(
                        count=len(options)
                    ),
                )


def visible_characters(places: Places) -> Iterator[Problem]:
    """What is shown is what is written: nothing turns the reading direction or hides."""
    for path, value in places:
        if not isinstance(value, str) or (value.isascii() and value.isprintable()):
            continue
        if found := FORBIDDEN.search(value):
            yield Problem(
                path,
                "visible-characters",
                _("“{text}” holds a character that cannot be seen (U+{code}).").format(
                    text=shown(value), code=f"{ord(found[0]):04X}"
                ),
                _("Type the text again instead of pasting it."),
            )
