"""Whether something applies to the person, and why: what the guide's rules answered, in words."""

from optout_desktop.base.languages import _
from optout_desktop.base.locales import and_list
from optout_desktop.checklist.sourced import Answer
from optout_desktop.checklist.tasks import SetAside, Task
from optout_desktop.checklist.words.dates import short, written
from optout_desktop.checklist.words.doubt import doubts
from optout_desktop.checklist.words.voice import Voice, spoken
from optout_desktop.situation.regions import region_name


def because_words(answer: Answer, voice: Voice) -> str:
    """Return why something applies or not, until when, and what is doubtful about that.

    Empty where it applies without a rule. The date of what is known is told where that is doubtful.
    """
    sentences = (
        answer.because or _unknown_words(answer, voice),
        _("Until {date}.").format(date=written(answer.until)) if answer.until else "",
        *doubts(answer),
        _("As of {date}.").format(date=written(answer.as_of)) if _is_dated(answer) else "",
    )
    return " ".join(filter(None, sentences))


def task_because_words(task: Task, voice: Voice) -> str:
    """Return why a task is shown as it is: another task leaves it without a point, or a rule."""
    if task.set_aside is not None:
        return set_aside_words(task.set_aside, voice)
    return because_words(task.answer, voice)


def set_aside_words(aside: SetAside, voice: Voice) -> str:
    """Return why a task is not needed now, because of others."""
    return {
        "sent": spoken(
            voice,
            _("Useful once you have sent: {tasks}."),
            _("Useful once the person has sent: {tasks}."),
        ),
        "refused": _("Useful if this was refused, in whole or in part: {tasks}."),
        "done": _("No longer needed: “{tasks}” is done."),
        "taken": spoken(
            voice,
            _("Not needed: you took another way, “{tasks}”."),
            _("Not needed: the person took another way, “{tasks}”."),
        ),
    }[aside.was].format(tasks=and_list(aside.tasks))


def region_words(region: str, answer: Answer) -> str:
    """Return in a few words what is so where the person lives: "Germany: applies"."""
    name = region_name(region)
    if answer.code in {"yes", "reported"} and answer.since:
        return _("{region}: applies since {date}").format(region=name, date=short(answer.since))
    return {
        "yes": _("{region}: applies"),
        "reported": _("{region}: applies"),
        "no": _("{region}: does not apply"),
        "reported-no": _("{region}: probably does not apply"),
        "off": _("{region}: already off"),
        "reported-off": _("{region}: reported off, but worth checking"),
        "off-unless": _("{region}: off unless you turned it on"),
        "admin": _("{region}: your administrator decides"),
        "disputed": _("{region}: sources disagree"),
        "unknown": _("{region}: nothing known"),
    }[answer.code].format(region=name)


def is_doubtful(answer: Answer) -> bool:
    """Return whether a reader should look twice before trusting an answer."""
    is_sure = answer.code in {"yes", "no", "off", "off-unless", "admin"}
    return not is_sure or answer.confidence != "high" or bool(answer.disputed)


def _is_dated(answer: Answer) -> bool:
    return bool(answer.as_of) and is_doubtful(answer)


def _unknown_words(answer: Answer, voice: Voice) -> str:
    """Return why the answer is not known, if no rule of the guide says why; else empty."""
    if answer.code != "unknown":
        return ""
    if "region" in answer.asks:
        return spoken(
            voice,
            _(
                "Whether this applies depends on where you live, which you have not said. It is "
                "shown anyway."
            ),
            _(
                "Whether this applies depends on where the person lives, which is not stated. It "
                "is shown anyway."
            ),
        )
    if "answers" in answer.asks:
        return spoken(
            voice,
            _(
                "Whether this applies depends on a question that you have not answered. It is "
                "shown anyway."
            ),
            _(
                "Whether this applies depends on a question that the person has not answered. It "
                "is shown anyway."
            ),
        )
    if answer.asks:
        return spoken(
            voice,
            _(
                "Whether this applies depends on your account, your role or your age, which you "
                "have not said. It is shown anyway."
            ),
            _(
                "Whether this applies depends on the person’s account, role or age, which is not "
                "stated. It is shown anyway."
            ),
        )
    if not answer.region:
        return spoken(
            voice,
            _("Whether this applies to you is not known. It is shown anyway."),
            _("Whether this applies to the person is not known. It is shown anyway."),
        )
    return spoken(
        voice,
        _("Whether this applies where you live ({region}) is not known. It is shown anyway."),
        _(
            "Whether this applies where the person lives ({region}) is not known. It is shown "
            "anyway."
        ),
    ).format(region=region_name(answer.region))
