"""The names of what is: a status, an outcome, a kind of task, a request and a reply to it."""

from optout_desktop.base.languages import _
from optout_desktop.checklist.words.voice import Voice, spoken
from optout_desktop.plan.outcome import Outcome, Status

_STATED: frozenset[Outcome] = frozenset(
    {
        "switched-off",
        "switched-on",
        "chosen",
        "deleted",
        "published",
        "accepted",
        "refused",
        "partly",
        "question",
        "found-so",
    }
)
"""Outcomes of which a report says each time that they rest on the person's word alone."""


def status_words(status: Status, voice: Voice) -> str:
    """Return the name of a status, in a few words."""
    return {
        "to-do": _("To do"),
        "waiting": _("Waiting for an answer"),
        # Translators: how a service or a task stands
        "done": _("Done"),
        "nothing": _("Nothing to do"),
        "not-for-you": spoken(voice, _("Not relevant to you"), _("Not relevant to the person")),
        "retired": _("Discontinued"),
        "unreadable": _("Cannot be read"),
    }[status]


def group_words(status: Status) -> str:
    """Return the heading above the services that have a status."""
    headings: dict[Status, str] = {
        "to-do": _("Up next"),
        "unreadable": _("Guides that cannot be read"),
    }
    return headings.get(status) or status_words(status, "you")


def outcome_words(outcome: Outcome, asks: str | None, voice: Voice) -> str:
    """Return what came of a task: what the person states, and never more.

    ``asks`` is what a request asks for.
    """
    words = {
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
        "question": _("They asked a question"),
        "could-not-find": _("Could not find"),
        "not-offered": spoken(voice, _("Not offered to you"), _("Not offered to the person")),
        "skipped": _("Skipped"),
        "found-so": _("Already set correctly"),
        "switched-on-again": _("Switched on again"),
        "changed-back": _("Changed back"),
        "not-for-you": spoken(voice, _("Does not apply to you"), _("Does not apply to the person")),
        "already-off": _("Already so by law or by default"),
        "admin-only": _("Only an administrator can do this"),
        "another-way": _("Not needed: another way was taken"),
        "not-yet": _("Not needed so far"),
        "not-needed-now": _("No longer needed"),
        "not-needed": _("Not needed: the service says that it does not do this"),
        "no-control": _("No way out offered"),
        "none-found": _("No way out found"),
        "nothing-to-do": _("Nothing to do"),
        "retired": _("Not done: the service was discontinued"),
    }[outcome].format(request=request_words(asks))
    if voice == "the person" and outcome in _STATED:
        return _("{outcome}, according to the person").format(outcome=words)
    return words


def request_words(asks: str | None) -> str:
    """Return the name of what is asked for in writing; without a word of the guide an objection."""
    return {
        "objection": _("Objection"),
        "deletion": _("Deletion request"),
        "access": _("Request for information"),
        "correction": _("Correction request"),
        "opt-out": _("Opt-out request"),
        "consent": _("Withdrawal of consent"),
        "complaint": _("Complaint"),
        "appeal": _("Appeal"),
        # Translators: a report to an authority or to the company that something is wrong
        "report": _("Report"),
        "other": _("Request"),
    }[asks or "objection"]


def kind_words(kind: str, asks: str | None) -> str:
    """Return the name of a kind of task."""
    return {
        # Translators: a kind of task, and a noun: a switch is turned
        "toggle": _("Switch"),
        # Translators: a kind of task: one of several options is chosen
        "choice": _("Choice"),
        "form": _("{request} form"),
        "e-mail": _("{request} by e-mail"),
        "request": _("{request} in writing"),
        "delete": _("Deletion"),
        "publish": _("Something to put online"),
        # Translators: a kind of task: the subscription decides
        "plan": _("Plan"),
        "admin": _("For administrators"),
        "nothing": _("Nothing to switch"),
    }[kind].format(request=request_words(asks))


def reply_words(reply: str) -> str:
    """Return what the company replied; a word that is not known stands for any reply."""
    return {
        "accepted": _("They accepted it"),
        "partly": _("They accepted a part of it"),
        "refused": _("They refused it"),
        "question": _("They asked a question first"),
    }.get(reply, _("They answered"))
