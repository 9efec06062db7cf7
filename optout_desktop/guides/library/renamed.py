"""Renamed services: where an old slug leads."""

from collections.abc import Iterable

from optout_desktop.guides.library.outline import Outline


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
