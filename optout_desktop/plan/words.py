"""The words for where a person stands, the same on screen, in the terminal and in the report."""

from optout_desktop.base.languages import _, ngettext
from optout_desktop.plan.overview import Outcome, ServiceOverview, Status, TaskOverview


def status_word(status: Status) -> str:
    """Name a status in a word or two."""
    return {
        "to-do": _("To do"),
        "waiting": _("Waiting for an answer"),
        "done": _("Done"),
        "nothing": _("Nothing to switch off"),
        "not-for-you": _("Not needed by you"),
        "retired": _("No longer there"),
        "unreadable": _("Cannot be read"),
    }[status]


def outcome_words(outcome: Outcome) -> str:
    """Say what came of a task in the report: what the person states, never more."""
    return {
        "to-do": _("Not done yet"),
        "begun": _("Begun"),
        "switched-off": _("Switched off, as stated by the person"),
        "chosen": _("Chosen, as stated by the person"),
        "deleted": _("Deleted, as stated by the person"),
        "sent": _("Objection sent, waiting for an answer"),
        "accepted": _("Objection accepted, as stated by the person"),
        "refused": _("Objection refused, as stated by the person"),
        "partly": _("Objection accepted in part, as stated by the person"),
        "question": _("The company asked a question, as stated by the person"),
        "could-not-find": _("Could not find"),
        "not-offered": _("Not offered to this person"),
        "skipped": _("Skipped"),
        "switched-on-again": _("Switched on again"),
        "not-for-you": _("Does not apply to this person"),
        "already-off": _("Already off by law or by default"),
        "admin-only": _("Only an administrator can do this"),
        "nothing-to-do": _("Nothing to do"),
        "retired": _("Not done; the service is no longer there"),
    }[outcome]


def outcome_word(outcome: Outcome) -> str:
    """Say what came of a task to the person who stated it."""
    return {
        "to-do": _("Not done yet"),
        "begun": _("Begun"),
        "switched-off": _("Switched off"),
        "chosen": _("Chosen"),
        "deleted": _("Deleted"),
        "sent": _("Objection sent, waiting for an answer"),
        "accepted": _("Objection accepted"),
        "refused": _("Objection refused"),
        "partly": _("Objection accepted in part"),
        "question": _("They asked you something"),
        "could-not-find": _("Could not find"),
        "not-offered": _("Not offered to you"),
        "skipped": _("Skipped"),
        "switched-on-again": _("Switched on again"),
        "not-for-you": _("Does not apply to you"),
        "already-off": _("Already off by law or by default"),
        "admin-only": _("Only an administrator can do this"),
        "nothing-to-do": _("Nothing to do"),
        "retired": _("The service is no longer there"),
    }[outcome]


def kind_words(kind: str) -> str:
    """Name a kind of task."""
    return {
        "toggle": _("Switch"),
        "choice": _("Choice"),
        "form": _("Objection form"),
        "e-mail": _("E-mail"),
        "delete": _("Deletion"),
        "plan": _("Plan"),
        "admin": _("For administrators"),
        "nothing": _("Nothing to switch"),
    }[kind]


def about_minutes(minutes: int) -> str:
    """Say how long something takes."""
    return ngettext("about {minutes} min", "about {minutes} min", minutes).format(minutes=minutes)


def steps_done(done: int, total: int) -> str:
    """Say how many steps of a task are ticked."""
    return _("{done} of {total} done").format(done=done, total=total)


def service_line(overview: ServiceOverview) -> str:
    """Say in one short line where the person stands with a service."""
    if overview.status in {"unreadable", "retired"}:
        return overview.outline.problem or overview.outline.retired
    if overview.status == "done":
        return _("Done, as stated by you")
    if overview.status in {"waiting", "nothing", "not-for-you"}:
        outcomes = {task.outcome for task in overview.tasks}
        is_off = overview.status == "not-for-you" and "already-off" in outcomes
        return outcome_word("already-off") if is_off else status_word(overview.status)
    if any(task.outcome == "could-not-find" for task in overview.tasks):
        return _("{done} of {total} steps · something could not be found").format(
            done=overview.done, total=overview.total
        )
    if overview.done == 0:
        kinds = dict.fromkeys(
            kind_words(task.task.kind)
            for task in overview.tasks
            if not task.task.optional and task.status == "to-do"
        )
        return _("{kinds} · {minutes}").format(
            kinds=", ".join(kinds), minutes=about_minutes(overview.minutes_left)
        )
    return ngettext(
        "{done} of {total} step · about {minutes} min left",
        "{done} of {total} steps · about {minutes} min left",
        overview.total,
    ).format(done=overview.done, total=overview.total, minutes=overview.minutes_left)


def task_line(overview: TaskOverview) -> str:
    """Say in one short line what a task is and how far it is."""
    if overview.outcome in {"to-do", "begun"}:
        return _("{kind} · {done} of {total} done").format(
            kind=kind_words(overview.task.kind), done=overview.done, total=overview.total
        )
    return _("{kind} · {outcome}").format(
        kind=kind_words(overview.task.kind), outcome=outcome_word(overview.outcome)
    )
