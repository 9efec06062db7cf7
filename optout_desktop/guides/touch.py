"""Writing a new date and source into a step of a guide, and changing nothing else of the file."""

from typing import Any

import tomlkit
from tomlkit.items import InlineTable

from optout_desktop.base.errors import OptoutError
from optout_desktop.base.languages import _
from optout_desktop.guides.read import parse_guide

_WHOLE_DATE = len("2026-08-21")


def touch(data: bytes, task: str, step: str, as_of: str, source: str) -> bytes:
    """Let a step be as of a date, shown by a source, which is added to those that it names.

    ``data`` are the bytes of a guide that has the step, ``as_of`` is a FactDate. Comments, order
    and line ends stay. Raises BadGuide for what is no guide, OptoutError for an unknown source.
    """
    if source not in {one.id for one in parse_guide(data).sources}:
        raise OptoutError(
            _("There is no source with the id “{id}”.").format(id=source),
            _("Add a [[source]] with this id to the guide first."),
        )
    document = tomlkit.parse(data.decode("utf-8-sig"))
    entry = _by_id(_by_id(document, "task", task), "step", step)
    sources = entry["sources"]
    if source not in sources:
        sources.append(source)
    day = tomlkit.date(as_of) if len(as_of) == _WHOLE_DATE else tomlkit.string(as_of)
    if "as_of" in entry or isinstance(entry, InlineTable):
        entry["as_of"] = day
    else:
        # tomlkit would put a new key below the comments that lead to the next table.
        around = sources.trivia
        end = around.trail or "\n"
        around.trail = f"{end}{around.indent}as_of = {day.as_string()}{around.trail}"
    touched = tomlkit.dumps(document).encode()
    parse_guide(touched)
    return touched


def _by_id(around: Any, key: str, name: str) -> Any:  # noqa: ANN401 - tomlkit's own tables
    return next(entry for entry in around[key] if entry["id"] == name)
