"""What a reader should know before trusting something that a guide says."""

from optout_desktop.base.languages import _
from optout_desktop.base.locales import and_list
from optout_desktop.checklist.sourced import Sourced
from optout_desktop.checklist.tasks import Task, Way


def doubts(said: Sourced) -> tuple[str, ...]:
    """Return the doubts as whole sentences; none where sources agree and are good."""
    found = []
    if said.disputed:
        found.append(_("Sources disagree. {what}").format(what=said.disputed))
    if said.confidence == "low" and isinstance(said, Task | Way):
        found.append(_("Not well confirmed: this may look different, or be missing."))
    elif said.confidence == "low":
        found.append(_("Not well confirmed."))
    return tuple(found)


def numbers_words(sources: tuple[int, ...]) -> str:
    """Return the numbers of sources as a short note: "Sources: 1, 3"; empty without any."""
    numbers = and_list([*map(str, sources)])
    return _("Sources: {numbers}").format(numbers=numbers) if numbers else ""
