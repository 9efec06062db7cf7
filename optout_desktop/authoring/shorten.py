"""The short form of a guide, from the full one: the opposite of guides.format.expand."""

from collections.abc import Iterator
from copy import deepcopy

from optout_desktop.guides.format.expand import NOTHING, Dates, Table, dates_of, implied, tables
from optout_desktop.guides.format.shape import FORMAT


def shorten(full: Table, shared: Dates) -> Table:
    """Return the short form of a guide or shared file that is in the full form.

    ``shared`` dates the sources that it takes. It must fit the shape of a guide.
    """
    short = deepcopy(full)
    for table, key, value in [*implied(short, {**shared, **dates_of(short)})]:
        nothing = NOTHING.get(key)
        said = table.get(key, nothing)
        if said in (nothing, value):
            # Last, where the full form does not have it, so that it does not move once more.
            table.pop(key, None)
        if said == nothing and value is not None and said != value:
            table[key] = nothing
    for task in tables(short.get("task")):
        for step in tables(task.get("step")):
            if "way" in step:
                step["way"] = [*_joined(tables(step["way"]))]
    sources = {str(source.pop("id")): source for source in tables(short.get("source"))}
    return short | {"format": FORMAT, "source": sources}


def _joined(ways: Iterator[Table]) -> Iterator[Table]:
    """Yield the entries, with neighbours that differ in their surface alone as one."""
    last: Table | None = None
    for way in ways:
        if last is not None and _but_surface(last) == _but_surface(way):
            last["surface"] = [*_surfaces(last), *_surfaces(way)]
            continue
        if last is not None:
            yield last
        last = way
    if last is not None:
        yield last


def _surfaces(way: Table) -> list[object]:
    surface = way.get("surface")
    return surface if isinstance(surface, list) else [surface]


def _but_surface(way: Table) -> Table:
    return {key: value for key, value in way.items() if key != "surface"}
