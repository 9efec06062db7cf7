"""The words for where a person stands, the same on screen, in the terminal and in the report."""

from optout_desktop.base.languages import _, ngettext
from optout_desktop.plan.outcome import Outcome, Status
from optout_desktop.plan.overview import ServiceOverview
from optout_desktop.plan.task import TaskOverview


def status_word(status: Status) -> str:
    """Name a status in a word or two."""
    return {
        "to-do": _("To do"),
        "waiting": _("Waiting for an answer"),
        "done": _("Done"),
        "nothing": _("Nothing to do"),
        "not-for-you": _("Not needed by you"),
        "retired": _("No longer there"),
        "unreadable": _("Cannot be read"),
    }[status]


def outcome_words(outcome: Outcome, asks: str | None = None) -> str:
    """Say what came of a task in the report: what the person states, never more.

    ``asks`` is what a request asks for, as guides.format.tasks.Asks names it.
    """
    return {
        "to-do": _("Not done yet"),
        "begun": _("Begun"),
        "switched-off": _("Switched off, as stated by the person"),
        "switched-on": _("Switched on, as stated by the person"),
        "chosen": _("Chosen, as stated by the person"),
        "deleted": _("Deleted, as stated by the person"),
        "published": _("Put online, as stated by the person"),
        "sent": _("{request} sent, waiting for an answer"),
        "accepted": _("{request} accepted, as stated by the person"),
        "refused": _("{request} refused, as stated by the person"),
        "partly": _("{request} accepted in part, as stated by the person"),
        "question": _("The company asked a question, as stated by the person"),
        "could-not-find": _("Could not find"),
        "not-offered": _("Not offered to this person"),
        "skipped": _("Skipped"),
        "found-so": _("Found as it should be left, as stated by the person"),
        "switched-on-again": _("Switched on again"),
        "changed-back": _("Changed back"),
        "not-for-you": _("Does not apply to this person"),
        "already-off": _("Already so by law or by default"),
        "admin-only": _("Only an administrator can do this"),
        "another-way": _("Not needed, as another way was taken"),
        "not-yet": _("Not needed so far"),
        "not-needed-now": _("Not needed any more"),
        "not-needed": _("Nothing to do: by its own words the service does not do this"),
        "no-control": _("Nothing to do: the service offers no way out"),
        "none-found": _("Nothing to do: no way out was found"),
        "nothing-to-do": _("Nothing to do"),
        "retired": _("Not done; the service is no longer there"),
    }[outcome].format(request=request_words(asks))


def outcome_word(outcome: Outcome, asks: str | None = None) -> str:
    """Say what came of a task to the person who stated it."""
    return {
        "to-do": _("Not done yet"),
        "begun": _("Begun"),
        "switched-off": _("Switched off"),
        "switched-on": _("Switched on"),
        "chosen": _("Chosen"),
        "deleted": _("Deleted"),
        "published": _("Put online"),
        "sent": _("{request} sent, waiting for an answer"),
        "accepted": _("{request} accepted"),
        "refused": _("{request} refused"),
        "partly": _("{request} accepted in part"),
        "question": _("They asked you something"),
        "could-not-find": _("Could not find"),
        "not-offered": _("Not offered to you"),
        "skipped": _("Skipped"),
        "found-so": _("You found it so already"),
        "switched-on-again": _("Switched on again"),
        "changed-back": _("Changed back"),
        "not-for-you": _("Does not apply to you"),
        "already-off": _("Already so by law or by default"),
        "admin-only": _("Only an administrator can do this"),
        "another-way": _("Not needed: another way was taken"),
        "not-yet": _("Not needed so far"),
        "not-needed-now": _("Not needed any more"),
        "not-needed": _("Not needed: it says that it does not do this"),
        "no-control": _("No way out offered"),
        "none-found": _("No way out found"),
        "nothing-to-do": _("Nothing to do"),
        "retired": _("The service is no longer there"),
    }[outcome].format(request=request_words(asks))


def request_words(asks: str | None) -> str:
    """Name what is asked for in writing; without a word of the guide it is an objection."""
    return {
        "deletion": _("Deletion request"),
        "access": _("Request for information"),
        "correction": _("Correction request"),
        "opt-out": _("Opt-out request"),
        "consent": _("Withdrawal of consent"),
        "complaint": _("Complaint"),
        "appeal": _("Appeal"),
        "report": _("Report"),
        "other": _("Request"),
    }.get(asks or "", _("Objection"))


def answer_words(answer: str) -> str:
    """Name what came back, as the person states it."""
    return {
        "accepted": _("They accepted it"),
        "partly": _("They accepted a part of it"),
        "refused": _("They refused it"),
        "question": _("They asked me something first"),
    }.get(answer, _("They answered"))


def kind_words(kind: str, asks: str | None = None) -> str:
    """Name a kind of task."""
    return {
        "toggle": _("Switch"),
        "choice": _("Choice"),
        "form": _("{request} form"),
        "e-mail": _("{request} by e-mail"),
        "request": _("{request} in writing"),
        "delete": _("Deletion"),
        "publish": _("Something to put online"),
        "plan": _("Plan"),
        "admin": _("For administrators"),
        "nothing": _("Nothing to switch"),
    }[kind].format(request=request_words(asks))


def about_minutes(minutes: int) -> str:
    """Say how long something takes; the number and its unit stay on one line."""
    words = ngettext("about {minutes}\u00a0min", "about {minutes}\u00a0min", minutes)
    return words.format(minutes=minutes)


def steps_done(done: int, total: int) -> str:
    """Say how many steps of a task are ticked."""
    return _("{done} of {total} done").format(done=done, total=total)


def service_line(overview: ServiceOverview) -> str:
    """Say in one short line where the person stands with a service."""
    if overview.status in {"unreadable", "retired"}:
        return overview.outline.problem or overview.outline.retired
    if overview.status == "done":
        return _done_line(overview)
    if overview.status in {"waiting", "nothing", "not-for-you"}:
        return _standing_line(overview)
    if any(task.counts and task.outcome == "could-not-find" for task in overview.tasks):
        return _("{done} of {total} steps · something could not be found").format(
            done=overview.done, total=overview.total
        )
    if overview.done == 0:
        kinds = dict.fromkeys(
            kind_words(task.task.kind, task.task.asks)
            for task in overview.tasks
            if task.counts and task.status == "to-do"
        )
        return _("{kinds} · {minutes}").format(
            kinds=", ".join(kinds), minutes=about_minutes(overview.minutes_left)
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
            return outcome_word(task.outcome, task.task.asks)
    return _("Done, as stated by you")


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
            return _("Nothing that you need; you did more")
        return _("Nothing that you need; only more that you can do")
    if overview.status != "waiting":
        for outcome in told:
            if outcome in counted:
                return outcome_word(outcome)
    return status_word(overview.status)


def task_line(overview: TaskOverview) -> str:
    """Say in one short line what a task is and how far it is."""
    kind = kind_words(overview.task.kind, overview.task.asks)
    if overview.outcome in {"to-do", "begun"}:
        return _("{kind} · {done} of {total} done").format(
            kind=kind, done=overview.done, total=overview.total
        )
    outcome = outcome_word(overview.outcome, overview.task.asks)
    return _("{kind} · {outcome}").format(kind=kind, outcome=outcome)
