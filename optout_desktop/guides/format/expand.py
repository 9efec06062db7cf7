"""The full form of a guide, from the short one that authors write.

Since format 2 a guide leaves out what another place of it says already: a step is as of the newest
of its sources, the frame of a picture follows from where the step is done. ``expand`` writes that
in before the shape is checked, so that all other rooms know the full form alone. A guide of format
1 is in the full form already.

Values may be of any type here: what does not fit is left for the check of the shape.
"""

import re
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from optout_desktop.guides.format.dates import as_date
from optout_desktop.guides.format.problems import KeyPath

Table = dict[str, object]

Dates = Mapping[str, str]
"""The newest date of each source that has one, by the id of the source."""

Implied = Iterator[tuple[Table, str, object]]
"""Keys that can be worked out: the table of each, its name, and its value or None."""

NOTHING: Mapping[str, object] = {
    "as_of": "undated",
    "surface": "unknown",
    "confidence": "high",
    "address": "none",
    "crumbs": [],
}
"""What an author writes where a key has no value, although one could be worked out."""

_SHORT_SINCE = 2
_MOST_CRUMBS = 5
_LONGEST_ADDRESS = 42
_PLAIN = re.compile(r"[!-~…]{1,80}")
# No sets: what an author wrote may be a list, which no set can be asked for.
_STATES = ("on", "off")
_SWITCHES = ("toggle", "tick")
_FRAMES = {
    "web": "browser",
    "app": "phone",
    "ios": "phone",
    "android": "phone",
    "desktop": "window",
    "e-mail": "e-mail",
}


def expand(written: Table, shared: Dates) -> Table:
    """Return the full form of a guide or a shared file; ``shared`` dates the sources it takes."""
    if written.get("format") != _SHORT_SINCE:
        return written
    full = {key: _copy(value) for key, value in written.items()}
    if "source" in full:
        full["source"] = _listed(full["source"])
    for task in tables(full.get("task")):
        for step in tables(task.get("step")):
            ways = step.get("way")
            if isinstance(ways, list):
                step["way"] = [twin for way in ways for twin in _twins(way)]
    for table, key, value in implied(full, {**shared, **dates_of(full)}):
        if key in table and table[key] == NOTHING.get(key):
            del table[key]
        elif key not in table and value is not None:
            table[key] = value
    return full


def implied(guide: Table, dates: Dates) -> Implied:
    """Yield what can be worked out from the rest of a guide or shared file.

    What comes later may depend on what came earlier, so a caller that writes it in does so at once.
    """
    for fact in tables(guide.get("fact")):
        yield from _of_dated(fact, dates)
    for task in tables(guide.get("task")):
        for field in tables(task.get("field")):
            yield from _of_dated(field, dates)
        for step in tables(task.get("step")):
            yield from _of_place(step, task, task, dates)
            for way in tables(step.get("way")):
                yield from _of_place(way, step, task, dates)


def dates_of(guide: Table) -> dict[str, str]:
    """Return the newest date of each source that a guide or shared file lists.

    Our own notes have none: they say when we wrote, and nothing about the page.
    """
    dates: dict[str, str] = {}
    for source in tables(_listed(guide.get("source"))):
        days = (source.get(key) for key in ("published", "edited", "copy_of"))
        known = [day for day in days if isinstance(day, str) and _is_date(day)]
        if known and source.get("kind") != "own":
            dates[str(source.get("id"))] = max(known)
    return dates


def tables(value: object) -> Iterator[Table]:
    """Yield the tables in a list of tables; nothing where there is no list."""
    if isinstance(value, list):
        yield from (one for one in value if isinstance(one, dict))


def as_written(path: KeyPath, written: Table) -> KeyPath:
    """Return where a place of the full form is in ``written``, the guide as its author has it.

    The place of a key that was worked out does not exist there; the table around it does.
    """
    match path:
        case ("source", int(number), *rest) if isinstance(ids := written.get("source"), dict):
            return ("source", [*ids][number], *rest)
        case ("task", int(), "step", int(), "way", int(number), *rest):
            ways = _list(_at(written, path[:5]))
            origins = [place for place, way in enumerate(ways) for _twin in _twins(way)]
            return (*path[:5], origins[number], *rest)
        case _:
            return path


def as_full(path: KeyPath, written: Table) -> KeyPath:
    """Return where a place of ``written`` is in the full form; of several the first.

    A source that is listed by its id is named so.
    """
    match path:
        case ("task", int(), "step", int(), "way", int(number), *rest):
            ways = _list(_at(written, path[:5]))[:number]
            return (*path[:5], sum(1 for way in ways for _twin in _twins(way)), *rest)
        case _:
            return path


def is_implied(path: KeyPath, written: Table, full: Table) -> bool:
    """Return whether a place of the full form was worked out and is nowhere in ``written``."""
    # TOML has no value that stands for nothing.
    return _at(full, path) is not None and _at(written, as_written(path, written)) is None


def _of_dated(dated: Table, dates: Dates) -> Implied:
    named = (one for one in _list(dated.get("sources")) if isinstance(one, str))
    yield dated, "as_of", max((dates[one] for one in named if one in dates), default=None)


def _of_place(place: Table, around: Table, task: Table, dates: Dates) -> Implied:
    """Yield keys of a step of a task, or of a way; ``around`` is the task, or the way's step."""
    yield place, "sources", around.get("sources")
    yield place, "confidence", around.get("confidence", "high")
    yield place, "surface", "web" if "url" in place else None
    yield from _of_dated(place, dates)
    picture = place.get("picture")
    if isinstance(picture, dict):
        yield from _of_picture(picture, place, task)


def _of_picture(picture: Table, place: Table, task: Table) -> Implied:
    surface, path, url = place.get("surface"), _list(place.get("path")), place.get("url")
    frame = _FRAMES.get(surface, "page") if isinstance(surface, str) else "page"
    if surface is None and task.get("kind") == "form":
        frame = "form"
    yield picture, "frame", frame
    shows_address = picture["frame"] == "browser" and isinstance(url, str)
    yield picture, "address", _shortened(str(url)) if shows_address else None
    end = path.index(picture["title"]) if picture.get("title") in path else 0
    yield picture, "crumbs", path[:end][-_MOST_CRUMBS:] or None
    for part in tables(picture.get("part")):
        if part.get("kind") in _SWITCHES:
            yield from _of_switch(part, task)


def _of_switch(part: Table, task: Table) -> Implied:
    """Yield how a switch is found: as the task says, if it says no more than “On” or “Off”."""
    found, turn = task.get("default"), task.get("turn")
    if isinstance(found, str):
        yield part, "before", found.lower() if found.lower() in _STATES else "either"
    yield part, "after", turn if turn in _STATES else None


def _shortened(url: str) -> str | None:
    """Return an address as a browser's address bar shows it; None where it is no plain address."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    host = (parts.hostname or "").removeprefix("www.")
    way = [part for part in parts.path.split("/") if part]
    short = "/".join((host, *way))
    if len(short) > _LONGEST_ADDRESS:
        short = f"{host}/…/{way[-1]}" if way else host
    if len(short) > _LONGEST_ADDRESS:
        short = f"{host}/…"
    return short if _PLAIN.fullmatch(short) else None


def _twins(way: object) -> Iterator[object]:
    """Yield a way for each of the surfaces that it lists."""
    surfaces = way.get("surface") if isinstance(way, dict) else None
    if not isinstance(way, dict) or not isinstance(surfaces, list) or not surfaces:
        yield way
        return
    for surface in surfaces:
        yield {key: _copy(value) for key, value in way.items()} | {"surface": surface}


def _listed(sources: object) -> object:
    """Return the list of sources that a table of them by id holds."""
    if not isinstance(sources, dict):
        return sources
    return [{"id": key, **one} if isinstance(one, dict) else one for key, one in sources.items()]


def _copy(value: object) -> object:
    if isinstance(value, dict):
        return {key: _copy(item) for key, item in value.items()}
    return [_copy(item) for item in value] if isinstance(value, list) else value


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _at(value: object, path: KeyPath) -> object:
    """Return what is at a place; None where nothing is."""
    for key in path:
        if isinstance(value, dict):
            value = value.get(key)
        elif isinstance(value, list) and isinstance(key, int) and key < len(value):
            value = value[key]
        else:
            return None
    return value


def _is_date(day: str) -> bool:
    return day[:1].isdigit() and as_date(day) is not None
