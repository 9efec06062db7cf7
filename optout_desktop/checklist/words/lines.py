"""Short lines: where the person stands with a service, at a glance."""

from optout_desktop.base.languages import _, ngettext
from optout_desktop.base.locales import and_list
from optout_desktop.checklist.words.outcome import kind_words, outcome_words, status_words
from optout_desktop.plan.outcome import Outcome
from optout_desktop.plan.overview import ServiceOverview


def about_minutes(minutes: int) -> str:
    """Return how long something takes; the number and its unit stay on one line."""
    words = ngettext("about {minutes}\u00a0min", "about {minutes}\u00a0min", minutes)
    return words.format(minutes=minutes)


def steps_done(done: int, total: int) -> str:
    """Return how many steps are ticked."""
    words = ngettext("{done} of {total} done", "{done} of {total} done", total)
    return words.format(done=done, total=total)


def service_line(overview: ServiceOverview) -> str:
    """Say in one short line where the person stands with a service."""
    if overview.status in {"unreadable", "retired"}:
        return overview.outline.problem or overview.outline.retired
    if overview.status == "done":
        return _done_line(overview)
    if overview.status in {"waiting", "nothing", "not-for-you"}:
        return _standing_line(overview)
    if any(task.counts and task.outcome == "could-not-find" for task in overview.tasks):
        return ngettext(
            "{done} of {total} step · something could not be found",
            "{done} of {total} steps · something could not be found",
            overview.total,
        ).format(done=overview.done, total=overview.total)
    if overview.done == 0:
        kinds = dict.fromkeys(
            kind_words(task.task.kind, task.task.asks)
            for task in overview.tasks
            if task.counts and task.status == "to-do"
        )
        return _("{kinds} · {minutes}").format(
            kinds=and_list([*kinds]), minutes=about_minutes(overview.minutes_left)
        )
    return ngettext(
        "{done} of {total} step · about {minutes}\u00a0min left",
        "{done} of {total} steps · about {minutes}\u00a0min left",
        overview.total,
    ).format(done=overview.done, total=overview.total, minutes=overview.minutes_left)


def _done_line(overview: ServiceOverview) -> str:
    """Say that all is done, and what was answered where that is not what was asked for."""
    for task in overview.tasks:
        if task.counts and task.outcome in {"refused", "partly"}:
            return outcome_words(task.outcome, task.task.asks, "you")
    return _("Done, according to you")


def _standing_line(overview: ServiceOverview) -> str:
    """Say why nothing is left to do, or that an answer is awaited."""
    counted = {task.outcome for task in overview.tasks if task.counts}
    told: tuple[Outcome, ...] = (
        "not-offered",
        "skipped",
        "no-control",
        "none-found",
        "admin-only",
    )
    if overview.status == "not-for-you":
        counted = {task.outcome for task in overview.tasks}
        told = ("already-off",)
    if overview.status == "nothing" and not counted:
        if any(task.status == "done" for task in overview.tasks):
            return _("Nothing you need to do; you did more")
        return _("Nothing you need to do; there is more you can do")
    if overview.status != "waiting":
        for outcome in told:
            if outcome in counted:
                return outcome_words(outcome, None, "you")
    return status_words(overview.status, "you")
