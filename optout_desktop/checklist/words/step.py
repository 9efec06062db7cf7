"""A step in words: where it stands, the way there, and what a reader should know of it."""

from collections.abc import Callable, Iterable, Sequence

from optout_desktop.base.languages import _, ngettext
from optout_desktop.checklist.checklist import Checklist
from optout_desktop.checklist.sourced import Answer, Source
from optout_desktop.checklist.tasks import LostStep, Step, Way
from optout_desktop.checklist.words.age import date_words, failed_words
from optout_desktop.checklist.words.answer import because_words
from optout_desktop.checklist.words.dates import written
from optout_desktop.checklist.words.doubt import doubts
from optout_desktop.checklist.words.outcome import reply_words, request_words
from optout_desktop.checklist.words.task import each_words, instead_words
from optout_desktop.checklist.words.voice import Voice
from optout_desktop.guides.format.tasks import Asks, Surface
from optout_desktop.progress.state import Objection

CRUMB = " \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK} "
"""What stands between the labels of a click path."""


def standing_words(step: Step | LostStep, voice: Voice) -> str:
    """Return where a step stands, with the reason where there is one."""
    answer = step.answer if isinstance(step, Step) else Answer("yes")
    return {
        "done": _("Done"),
        "could-not-find": _("Could not find: {reason}"),
        "not-for-you": _("Does not apply: {because}"),
        "open": _("Not done yet"),
    }[step.standing].format(
        reason=reason_words(step.could_not_find), because=because_words(answer, voice)
    )


def reason_words(reason: str) -> str:
    """Return why a step could not be found; reasons that are not known stand as they are."""
    return {
        "not-there": _("The row, switch or form is not there"),
        "other-words": _("Something like it is there, but with other words"),
        "other-page": _("The link opens another page"),
        "greyed-out": _("It is there, but it cannot be changed"),
        "sign-in": _("The page asks to sign in"),
        "other-device": _("It is only on another device"),
        "something-else": _("Something else"),
    }.get(reason, reason)


def advice_words(reason: str, service: str) -> str:
    """Return what usually helps a person who could not find a step for this reason."""
    return {
        "not-there": _(
            "Pages differ by country, account and age of the app. Try another way, if the guide "
            "has one. If it is not there either, it may not be offered to you."
        ),
        "other-words": _(
            "Companies reword their pages. If what you see clearly means the same, use it, and "
            "write the words that you saw into the note."
        ),
        "other-page": _(
            "Sign in to {service} first, then open the link again. If it still leads elsewhere, "
            "take the click path."
        ),
        "greyed-out": _(
            "Somebody else may decide: your employer or school for a work account, a parent for a "
            "young person’s account. Ask them, and note it."
        ),
        "sign-in": _("Sign in in your browser, then come back here and open the link again."),
        "other-device": _("Where the guide knows the way on other devices, it says so."),
        "something-else": _("Describe it in the note. Try another way, if the guide has one."),
    }.get(reason, "").format(service=service)


def objection_words(objection: Objection | None, asks: Asks | None) -> tuple[str, ...]:
    """Return when something was sent, under which number, and what came back."""
    if objection is None:
        return ()
    found = []
    if objection.sent:
        words = (
            _("{request} sent on {date}, case number {reference}.")
            if objection.reference
            else _("{request} sent on {date}, no case number noted.")
        )
        found.append(
            words.format(
                request=request_words(asks),
                date=written(objection.sent),
                reference=objection.reference,
            )
        )
    if objection.answer:
        date = written(objection.answered) if objection.answered else _("date not noted")
        reply = reply_words(objection.answer)
        found.append(_("{reply} ({date}).").format(reply=reply, date=date))
    return tuple(found)


def step_remarks(checklist: Checklist, step: Step, voice: Voice) -> tuple[str, ...]:
    """Return what a reader should know of a step: why it applies, doubts, age, gaps, changes.

    For a face that shows the numbers of sources beside it.
    """
    sentences = (
        because_words(step.answer, voice) if step.standing != "not-for-you" else "",
        step.warning,
        failed_words(step.age.failed),
        *doubts(step),
        date_words(step.age, checklist.sources),
        instead_words(step.instead),
        each_words(step.each),
        gaps_words(step),
        answer_within_words(step.answer_within),
        revision_words(step, checklist.revision),
    )
    return tuple(filter(None, sentences))


def place_words(way: Way) -> str:
    """Return where something is done: "in a browser", "in Claude Code"; empty if not known."""
    if way.place or way.surface is None:
        return way.place
    return surface_words(way.surface)


def surface_words(surface: Surface) -> str:
    """Return where something is done, by its surface."""
    return {
        "web": _("in a browser"),
        "app": _("in the app on a phone"),
        "ios": _("on an iPhone or iPad"),
        "android": _("on Android"),
        "desktop": _("on a computer"),
        "device": _("in the settings of the device"),
        "own-site": _("on your own website"),
        "e-mail": _("in your e-mail"),
    }[surface]


def path_words(path: Iterable[str]) -> str:
    """Return a click path: "Settings › Privacy"."""
    return CRUMB.join(path)


def way_there_words(way: Way, label: Callable[[str], str] = str) -> str:
    """Return the click path of a step or where it is done, as far as that is known.

    ``label`` prepares each label of the path for a face.
    """
    where, path = place_words(way), path_words(map(label, way.path))
    if where and path:
        return _("Click path, {where}: {path}").format(where=where, path=path)
    if where:
        return _("Where: {where}").format(where=where)
    return _("Click path: {path}").format(path=path) if path else ""


def way_title(way: Way, label: Callable[[str], str] = str) -> str:
    """Return where another way to the same place leads along.

    ``label`` prepares each label of its path for a face.
    """
    where, path = place_words(way), path_words(map(label, way.path))
    if where and path:
        return _("Another way, {where}: {path}").format(where=where, path=path)
    if where:
        return _("Another way, {where}").format(where=where)
    return _("Another way: {path}").format(path=path) if path else _("Another way")


def way_words(way: Way, sources: Sequence[Source]) -> str:
    """Return another way to the same place, with its address, age and doubts."""
    sentences = (
        f"{way_title(way)}.",
        way.url or way.address,
        way.text,
        *doubts(way),
        failed_words(way.age.failed),
        date_words(way.age, sources),
    )
    return " ".join(filter(None, sentences))


def address_words(way: Way) -> str:
    """Return an address with gaps, which is shown and never opened; empty where there is none."""
    return _("Address: {address}").format(address=way.address) if way.address else ""


def note_words(step: Step | LostStep) -> str:
    """Return what the person wrote beside a step; empty where they wrote nothing."""
    return _("Note: {note}").format(note=step.note) if step.note else ""


def gaps_words(step: Step) -> str:
    """Return that a ready text has gaps to fill in; empty where it has none."""
    has_gaps = "‹" in step.copy_text or "‹" in step.address
    return _("Fill in what is between ‹ and ›.") if has_gaps else ""


def seen_words(step: Step) -> str:
    """Return what is seen when the step worked; empty where the guide does not say it."""
    return _("When it worked: {seen}").format(seen=step.seen) if step.seen else ""


def answer_within_words(span: str) -> str:
    """Return how soon the company says that it answers; empty where it says nothing."""
    if not span:
        return ""
    number, _space, unit = span.partition(" ")
    count = int(number)
    words = {
        "day": ngettext("{count} day", "{count} days", count),
        "week": ngettext("{count} week", "{count} weeks", count),
        "month": ngettext("{count} month", "{count} months", count),
    }[unit.removesuffix("s")]
    return _("The company says that it answers within {time}.").format(
        time=words.format(count=count)
    )


def revision_words(step: Step, revision: int) -> str:
    """Return that the guide has changed since the step was ticked; empty where it has not."""
    if not step.at or not 0 < step.revision < revision:
        return ""
    return _("Recorded with revision {old} of this guide; it is now at revision {new}.").format(
        old=step.revision, new=revision
    )
