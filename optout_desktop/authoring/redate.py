"""Writing a new date and source into a step of a guide, and changing nothing else of it."""

from pathlib import Path
from typing import Any

from optout_desktop.authoring.reformat import written_anew
from optout_desktop.base.errors import OptoutError
from optout_desktop.guides.format.expand import Table
from optout_desktop.guides.format.files import folder_of_guides, shared_file
from optout_desktop.guides.format.invariants import no_such_source
from optout_desktop.guides.format.read import read_shared_files
from optout_desktop.guides.format.shape import Guide
from optout_desktop.guides.format.types import FactDate, Slug
from optout_desktop.guides.library.library import Library


def touched(
    library: Library, guide: Guide, task: Slug, step: Slug, *, as_of: FactDate, source: Slug
) -> tuple[Path, bytes]:
    """Return the file of a step, and its bytes with a new date and a source added to the step.

    Where the task is shared, that is the shared file. Raises OptoutError if the source is not
    listed.
    """
    file = library.file(guide.slug)
    folder = folder_of_guides(file)
    files = read_shared_files({one.file: None for one in guide.shared}, folder)
    shared = next((one.file for one in guide.shared if one.task == task), None)
    listed = [one for file in files.values() for one in file.sources]
    listed = [*guide.sources, *listed] if shared is None else [*files[shared].sources]
    known = {one.id for one in listed}
    if source not in known:
        raise OptoutError(*no_such_source(source, known))
    if shared is not None:
        file = shared_file(folder, shared)

    def change(full: Table) -> None:
        entry = _by_id(_by_id(full, "task", task), "step", step)
        named = tuple(entry["sources"])
        entry["sources"] = [*named, *({source} - {*named})]
        entry["as_of"] = as_of

    return file, written_anew(file, change)[file]


def _by_id(around: Any, key: str, name: Slug) -> Any:  # noqa: ANN401 - tables of any keys
    return next(entry for entry in around[key] if entry["id"] == name)
