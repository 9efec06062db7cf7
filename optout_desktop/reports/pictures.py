"""The drawing of a step in a report: what the person stated of it, and nothing else."""

from msgspec import Struct

from optout_desktop.base.languages import _
from optout_desktop.base.palette import LIGHT
from optout_desktop.checklist.tasks import Step
from optout_desktop.pictures.svg import svg
from optout_desktop.pictures.vocabulary import State
from optout_desktop.pictures.words import state_words

WIDTH = 320


class Drawing(Struct, frozen=True):
    """A drawing of a step for a light page: SVG, which says the same in words, and a caption."""

    svg: str
    caption: str


def drawing_of(step: Step) -> Drawing | None:
    """Return the drawing of a step; None for a step without one, or of which nothing was stated."""
    if step.picture is None:
        return None
    if step.standing == "done":
        state: State = "after"
        caption = _("Drawing of the step when it is done. {words}")
    elif step.standing == "could-not-find":
        state = "before"
        caption = _("Drawing of what was looked for. {words}")
    else:
        return None
    return Drawing(
        svg(step.picture, state=state, palette=LIGHT, width=WIDTH),
        caption.format(words=state_words(step.picture, state)),
    )
