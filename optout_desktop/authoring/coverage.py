"""What the guides cover, as a page: tasks, surfaces, regions, certainty and age of each."""

from collections import Counter
from collections.abc import Iterable
from typing import get_args

from optout_desktop.authoring.markdown import table
from optout_desktop.guides.format.freshness import newest_date
from optout_desktop.guides.format.problems import values
from optout_desktop.guides.format.shape import Fact, Guide
from optout_desktop.guides.format.tasks import Step, Surface, Task, Way
from optout_desktop.guides.format.types import Confidence

_HEAD = (
    "service",
    "tasks",
    "steps",
    "surfaces",
    "regions named",
    "confidence",
    "newest",
    "oldest",
    "undated",
)
_NONE = "-"


def coverage_page(guides: Iterable[Guide]) -> str:
    """Return the page in Markdown: one line for each guide, by name, and one for all."""
    ordered = sorted(guides, key=lambda guide: (guide.name.casefold(), guide.slug))
    tasks = sum(len(guide.tasks) for guide in ordered)
    steps = sum(len(task.steps) for guide in ordered for task in guide.tasks)
    return f"""# What the guides cover

Services: {len(ordered)}. Tasks: {tasks}. Steps: {steps}.

Confidence counts tasks, steps, other ways and facts by how certain their sources make them. Newest
and oldest are the dates that facts, steps and other ways state; undated are those that state none.

{table(_HEAD, map(_row, ordered))}
"""


def _row(guide: Guide) -> tuple[str, ...]:
    places = values(guide)
    said = [value for _, value in places]
    steps = [value for value in said if isinstance(value, Step)]
    dated = [value for value in said if isinstance(value, Fact | Step | Way)]
    known = [newest_date(value) for value in dated]
    dates = sorted(day for day in known if day)
    surfaces = {value.surface for value in said if isinstance(value, Step | Way)}
    regions = {
        value for path, value in places if isinstance(value, str) and path[-2:-1] == ("regions",)
    }
    certain = Counter(
        value.confidence for value in said if isinstance(value, Task | Step | Way | Fact)
    )
    return (
        f"{guide.name} (`{guide.slug}`)",
        ", ".join(f"`{task.id}` ({task.kind})" for task in guide.tasks) or _NONE,
        str(len(steps)),
        ", ".join(surface for surface in get_args(Surface) if surface in surfaces) or _NONE,
        ", ".join(sorted(regions)) or _NONE,
        ", ".join(f"{word} {certain[word]}" for word in get_args(Confidence) if certain[word]),
        dates[-1] if dates else _NONE,
        dates[0] if dates else _NONE,
        str(known.count(None)),
    )
