"""Writing a new date and source into a step of a guide, and changing nothing else of the file."""

from pathlib import Path
from typing import Any

import tomlkit
from tomlkit.items import InlineTable

from optout_desktop.base.errors import OptoutError
from optout_desktop.base.languages import _
from optout_desktop.guides.format.files import guide_file, shared_file
from optout_desktop.guides.format.read import parse_table, read_bytes, read_shared_files
from optout_desktop.guides.format.shape import Guide
from optout_desktop.guides.format.types import FactDate, Slug

_WHOLE_DATE = len("2026-08-21")


def touched(
    folder: Path, guide: Guide, task: Slug, step: Slug, *, as_of: FactDate, source: Slug
) -> tuple[Path, bytes]:
    """Let a step of a guide be as of a date, shown by a source that is added to those it names.

    Returns the file of ``folder`` that has the step, which is another one where the task is shared,
    and its new bytes. Raises OptoutError if the source is not listed.
    """
    files = read_shared_files({one.file: None for one in guide.shared}, folder)
    shared = next((one.file for one in guide.shared if one.task == task), None)
    listed = [one for file in files.values() for one in file.sources]
    listed = [*guide.sources, *listed] if shared is None else [*files[shared].sources]
    if source not in {one.id for one in listed}:
        raise OptoutError(
            _("There is no source with the id “{id}”.").format(id=source),
            _("Add a [[source]] with this id first, or use one of: {ids}.").format(
                ids=", ".join(sorted({one.id for one in listed}))
            ),
        )
    file = guide_file(folder, guide.slug) if shared is None else shared_file(folder, shared)
    return file, touch(read_bytes(file, folder), task, step, as_of=as_of, source=source)


def touch(data: bytes, task: Slug, step: Slug, *, as_of: FactDate, source: Slug) -> bytes:
    """Write date and source into the bytes of a TOML file that has the task and the step.

    Comments, order and line ends stay. Raises BadGuide for what is not TOML.
    """
    parse_table(data)
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
        line_end = around.trail or "\n"
        around.trail = f"{line_end}{around.indent}as_of = {day.as_string()}{around.trail}"
    return tomlkit.dumps(document).encode()


def _by_id(around: Any, key: str, name: Slug) -> Any:  # noqa: ANN401 - tomlkit's own tables
    return next(entry for entry in around[key] if entry["id"] == name)
