"""Renamed and retired services: where an old slug leads, and what the reader is told of it."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from optout_desktop.base.languages import _
from optout_desktop.guides.format.dates import plainly
from optout_desktop.guides.library.outline import Outline

if TYPE_CHECKING:
    from optout_desktop.guides.format.shape import Former, Retired


def renamed(outlines: Iterable[Outline]) -> dict[str, str]:
    """Return where old slugs lead: ``{"grammarly": "superhuman"}``.

    A slug that a guide has today leads nowhere else, and of several guides that claim an old one
    the first has it.
    """
    outlines = tuple(outlines)
    taken = {outline.slug for outline in outlines}
    found: dict[str, str] = {}
    for outline in outlines:
        for slug in outline.former:
            if slug not in taken:
                found.setdefault(slug, outline.slug)
    return found


def former_words(former: "Former", written: Callable[[str], str] = plainly) -> str:
    """Return what a service was called before, and why that changed.

    ``written`` writes a date for the reader; without it dates stay as ISO 8601 has them.
    """
    if former.until:
        return _("Called {name} until {date}. {because}").format(
            name=former.name, date=written(former.until), because=former.because
        )
    return _("Called {name} before. {because}").format(name=former.name, because=former.because)


def retired_words(retired: "Retired", written: Callable[[str], str] = plainly) -> str:
    """Return since when a service is no longer there, and why; ``written`` as in former_words."""
    return _("No longer there since {date}. {because}").format(
        date=written(retired.since), because=retired.because
    )
