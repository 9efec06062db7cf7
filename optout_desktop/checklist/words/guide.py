"""What a guide says in one word of its format, said as a sentence that every door uses."""

from collections.abc import Callable, Iterable

from optout_desktop.base.languages import _, ngettext
from optout_desktop.checklist.words.outcome import kind_words, outcome_words
from optout_desktop.guides.format.shape import Change, Company, Fact
from optout_desktop.guides.format.tasks import FormField, Step, Surface, Task, Way
from optout_desktop.plan.task import TaskOverview
from optout_desktop.situation.regions import contains
from optout_desktop.situation.rules import Applicability, Situation, applies

Doubtful = Applicability | Change | Company | Fact | FormField | Way


def place_words(where: Step | Way) -> str:
    """Say where something is done: "in a browser", "in Claude Code"; empty if no source says."""
    if where.place:
        return where.place
    return surface_words(where.surface) if where.surface else ""


def surface_words(surface: Surface) -> str:
    """Name a surface."""
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


def recipient(task: Task, region: str) -> tuple[str, str]:
    """Find the address and the subject of an e-mail for somebody in a region; empty if unknown."""
    for one in task.recipients:
        if contains(one.regions, region):
            return one.address, one.subject or task.subject or ""
    return task.address or "", task.subject or ""


def letter_words(task: Task, region: str) -> str:
    """Say where to write and with which subject; empty where neither is known."""
    address, subject = recipient(task, region)
    sentences = (
        _("Write to: {address}").format(address=address) if address else "",
        _("Subject: {subject}").format(subject=subject) if subject else "",
    )
    return "\n".join(filter(None, sentences))


def because_words(found: Applicability, written: Callable[[str], str]) -> str:
    """Say why something applies or not, until when, and what is doubtful about that."""
    until = _("Until {date}.").format(date=written(found.until)) if found.until else ""
    return " ".join(filter(None, (found.because, until, *doubts(found))))


def reach_words(task: Task) -> str:
    """Say how far a task reaches; empty where the guide says nothing of it."""
    return {
        "future-only": _(
            "Stops future training only. What a model has already learned stays learned."
        ),
        "new-only": _("It counts for what comes from then on, and not for what was there before."),
        "stored-too": _(
            "Stops future training, with what is stored already. What a model has already learned "
            "stays learned."
        ),
        "also-past": _("According to the sources this reaches earlier data too."),
        "asks-only": _("This asks others to leave it alone. They may not obey."),
        "not-training": _("This is not about AI training."),
        "unknown": _("It is not known how far this reaches."),
        None: "",
    }[task.effect]


def each_words(again: Task | Step) -> str:
    """Say for what else something has to be done; empty for what is done once."""
    return _("Do this again for {each}.").format(each=again.each) if again.each else ""


def either_words(either: Task | Step, others: Iterable[Task | Step], situation: Situation) -> str:
    """Say what can be done instead; empty for what has no other way for this person."""
    word = _group(either)
    titles = [
        other.title
        for other in others
        if word
        and _group(other) == word
        and not _same_way(either, other)
        and not applies(other.applies, situation).folds
    ]
    if not titles:
        return ""
    return _("Or instead: {others}. One way is enough.").format(others=", ".join(titles))


def _group(either: Task | Step) -> str:
    return (either.either or "").partition("/")[0]


def _same_way(one: Task | Step, other: Task | Step) -> bool:
    return one is other or (one.either == other.either and "/" in (one.either or ""))


def fields_words(task: Task) -> str:
    """Say how much of a form is not known; empty where all of it is."""
    return {
        "all": "",
        "some": _("Not all fields of the form are known: it may ask for more."),
        "none": _("Nobody whom we can name has seen the fields of this form."),
    }[task.fields_known]


def answer_words(step: Step) -> str:
    """Say how soon the company says that it answers; empty where it says nothing."""
    if step.answer_within is None:
        return ""
    number, _space, unit = step.answer_within.partition(" ")
    count = int(number)
    words = {
        "day": ngettext("{count} day", "{count} days", count),
        "week": ngettext("{count} week", "{count} weeks", count),
        "month": ngettext("{count} month", "{count} months", count),
    }[unit.removesuffix("s")]
    return _("The company says that it answers within {time}.").format(
        time=words.format(count=count)
    )


def gaps_words(step: Step) -> str:
    """Say that a ready text has gaps to fill in; empty where it has none."""
    has_gaps = any("‹" in text for text in (step.copy_text, step.address) if text)
    return _("Fill in what stands between ‹ and ›.") if has_gaps else ""


def doubts(said: Doubtful) -> tuple[str, ...]:
    """Say what a reader should know before trusting what a guide says, as whole sentences."""
    sentences = (
        _("Sources disagree. {what}").format(what=said.disputed) if said.disputed else "",
        _("Not well confirmed.") if said.confidence == "low" else "",
    )
    return tuple(filter(None, sentences))


def task_line(overview: TaskOverview) -> str:
    """Say in one short line what a task is and how far it is."""
    kind = kind_words(overview.task.kind, overview.task.asks)
    if overview.outcome in {"to-do", "begun"}:
        return _("{kind} · {done} of {total} done").format(
            kind=kind, done=overview.done, total=overview.total
        )
    outcome = outcome_words(overview.outcome, overview.task.asks, "you")
    return _("{kind} · {outcome}").format(kind=kind, outcome=outcome)
