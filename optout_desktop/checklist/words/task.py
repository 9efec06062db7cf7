"""What a reader of a task should know: where they stand, its reach, form, letter, other ways."""

from optout_desktop.base.languages import _, ngettext
from optout_desktop.base.locales import or_list
from optout_desktop.checklist.tasks import FormField, Letter, Task
from optout_desktop.checklist.words.doubt import doubts
from optout_desktop.checklist.words.lines import steps_done
from optout_desktop.checklist.words.outcome import kind_words, outcome_words
from optout_desktop.checklist.words.voice import Voice
from optout_desktop.guides.format.tasks import Effect, FieldsKnown


def task_line(task: Task) -> str:
    """Return what a task is and how far the person is with it."""
    kind = kind_words(task.kind, task.asks)
    if task.outcome in {"to-do", "begun"}:
        return _("{kind} · {progress}").format(
            kind=kind, progress=steps_done(task.done, task.total)
        )
    outcome = outcome_words(task.outcome, task.asks, "you")
    return _("{kind} · {outcome}").format(kind=kind, outcome=outcome)


def task_sentence(task: Task) -> str:
    """Return what came of a task and how far the person is with it, as a sentence."""
    return _("{task}: {outcome}. {progress}.").format(
        task=task.title,
        outcome=outcome_words(task.outcome, task.asks, "you"),
        progress=steps_done(task.done, task.total),
    )


def reach_words(effect: Effect | None) -> str:
    """Return how far a task reaches; empty where the guide says nothing of it."""
    if effect is None:
        return ""
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
    }[effect]


def effect_words(task: Task) -> tuple[str, ...]:
    """Return how far a task reaches, and what stays, breaks and can be turned back."""
    sentences = (
        reach_words(task.effect),
        _("What it stops: {text}").format(text=task.stops) if task.stops else "",
        _("What stays in use: {text}").format(text=task.stays) if task.stays else "",
        _("What no longer works: {text}").format(text=task.breaks) if task.breaks else "",
        _("How to turn it back: {text}").format(text=task.undo) if task.undo else "",
    )
    return tuple(filter(None, sentences))


def task_remarks(task: Task) -> tuple[str, ...]:
    """Return what a reader should know before starting a task, and before trusting it."""
    sentences = (
        instead_words(task.instead),
        each_words(task.each),
        letter_words(task.letter),
        task.warning,
        *doubts(task),
        task.reason,
        fields_known_words(task.fields_known),
    )
    return tuple(filter(None, sentences))


def left_words(task: Task, voice: Voice) -> str:
    """Return what is still open in a task, or what was not granted."""
    outcome = outcome_words(task.outcome, task.asks, voice)
    if task.done == task.total:
        return _("{task}: {outcome}").format(task=task.title, outcome=outcome)
    return ngettext(
        "{task}: {outcome}, {done} of {total} step done",
        "{task}: {outcome}, {done} of {total} steps done",
        task.total,
    ).format(task=task.title, outcome=outcome, done=task.done, total=task.total)


def is_left(task: Task) -> bool:
    """Return whether something of a task is still open, or was not granted."""
    is_open = task.status == "waiting" or (task.status == "to-do" and task.counts)
    return is_open or task.outcome in {"refused", "partly"}


def instead_words(instead: tuple[str, ...]) -> str:
    """Return what can be done instead, by title; empty for what has no other way."""
    if not instead:
        return ""
    return _("Or instead: {others}. One way is enough.").format(others=or_list(instead))


def each_words(each: str) -> str:
    """Return for what else something has to be done; empty for what is done once."""
    return _("Do this again for {each}.").format(each=each) if each else ""


def letter_words(letter: Letter) -> str:
    """Return where to write and with which subject; empty where neither is known."""
    sentences = (
        _("Write to: {address}").format(address=letter.address) if letter.address else "",
        _("Subject: {subject}").format(subject=letter.subject) if letter.subject else "",
    )
    return "\n".join(filter(None, sentences))


def fields_known_words(known: FieldsKnown) -> str:
    """Return how much of a form is not known; empty where all of it is."""
    return {
        "all": "",
        "some": _("Not all fields of the form are known: it may ask for more."),
        "none": _("We know of no one who has seen the fields of this form."),
    }[known]


def field_words(field: FormField) -> str:
    """Return what belongs into one field of a form."""
    words = {
        True: _("{field} (required): {text}"),
        False: _("{field} (optional): {text}"),
        None: _("{field}: {text}"),
    }[field.required]
    return words.format(field=field.label, text=field.text)
