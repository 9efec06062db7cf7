"""The sentences of a report: what was stated, how old a fact is, how far an effect reaches."""

from optout_desktop.base.languages import _
from optout_desktop.checklist.words.guide import (
    answer_words,
    doubts,
    each_words,
    either_words,
    fields_words,
    gaps_words,
    letter_words,
    place_words,
    reach_words,
)
from optout_desktop.checklist.words.outcome import outcome_words, request_words
from optout_desktop.guides.format.freshness import (
    failed_words,
    is_inferred,
    newest_fact,
    seen_live_last,
)
from optout_desktop.guides.format.shape import Guide, Source
from optout_desktop.guides.format.tasks import FormField, Step, Task, Way
from optout_desktop.plan.task import TaskOverview
from optout_desktop.progress.state import Objection, StepState
from optout_desktop.reports.shape import Standing
from optout_desktop.situation.rules import Applicability, Situation

CRUMB = " \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK} "
"""What stands between the words of a click path."""


def limits() -> tuple[str, ...]:
    """Say what a report is not, and what it must not be taken for."""
    return (
        _(
            "Unless a task says otherwise, what is done here concerns future training only. "
            "What a model has already learned stays learned."
        ),
        _(
            "Everything about what was done is stated by the person. "
            "It was not verified by the company or by an authority."
        ),
        _(
            "What the guides say is as old as the sources that they name. "
            "Pages may look different today."
        ),
        _("Pictures are drawings made from the guide, not screenshots. They prove nothing."),
        _("This is not legal advice."),
    )


def standing_of(stands: StepState, applicability: Applicability) -> Standing:
    """Tell where a step stands; what was stated of it goes before what applies."""
    if stands.done:
        return "done"
    if stands.could_not_find:
        return "could-not-find"
    return "not-for-you" if applicability.folds else "open"


def standing_words(stands: StepState, applicability: Applicability) -> str:
    """Name where a step stands, with the reason where there is one."""
    standing = standing_of(stands, applicability)
    if standing == "done":
        return _("Done")
    if standing == "could-not-find":
        return _("Could not find: {reason}").format(reason=reason_words(stands.could_not_find))
    if standing == "not-for-you":
        return _("Does not apply: {because}").format(because=applicability.because)
    return _("Not done yet")


def reason_words(reason: str) -> str:
    """Say why a step could not be found; unknown reasons stand as they are."""
    return {
        "not-there": _("it is not there"),
        "other-words": _("it has other words"),
        "other-page": _("the page looks different"),
        "greyed-out": _("it is greyed out"),
        "sign-in": _("the page asks to sign in, and that did not work"),
        "other-device": _("it is only on another device"),
        "something-else": _("something else"),
    }.get(reason, reason)


def objection_sentences(objection: Objection | None, asks: str | None = None) -> tuple[str, ...]:
    """Say when something was sent, under which reference, and what came back."""
    if objection is None:
        return ()
    request = request_words(asks)
    found = []
    if objection.sent and objection.reference:
        found.append(
            _("{request} sent on {date}, reference {reference}.").format(
                request=request, date=objection.sent, reference=objection.reference
            )
        )
    elif objection.sent:
        found.append(
            _("{request} sent on {date}, no reference noted.").format(
                request=request, date=objection.sent
            )
        )
    if objection.answer:
        found.append(
            _("Answer on {date}: {answer}.").format(
                date=objection.answered or _("a date that was not noted"),
                answer=outcome_of_answer(objection.answer),
            )
        )
    return tuple(found)


def outcome_of_answer(answer: str) -> str:
    """Name an answer to an objection; unknown words stand as they are."""
    return {
        "accepted": _("accepted"),
        "refused": _("refused"),
        "partly": _("accepted in part"),
        "question": _("the company asked a question"),
    }.get(answer, answer)


def effect_sentences(task: Task) -> tuple[str, ...]:
    """Say how far a task reaches, and what stays, breaks and can be turned back."""
    sentences = (
        reach_words(task),
        each_words(task),
        _("What it stops: {text}").format(text=task.stops) if task.stops else "",
        _("What stays in use: {text}").format(text=task.stays) if task.stays else "",
        _("What no longer works: {text}").format(text=task.breaks) if task.breaks else "",
        _("How to turn it back: {text}").format(text=task.undo) if task.undo else "",
    )
    return tuple(sentence for sentence in sentences if sentence)


def left_sentence(task: TaskOverview) -> str:
    """Say of a task what is still open, or what was not granted."""
    if task.done == task.total:
        return _("{task}: {outcome}").format(
            task=task.task.title, outcome=outcome_words(task.outcome, task.task.asks, "the person")
        )
    return _("{task}: {outcome}, {done} of {total} steps done").format(
        task=task.task.title,
        outcome=outcome_words(task.outcome, task.task.asks, "the person"),
        done=task.done,
        total=task.total,
    )


def task_remarks(guide: Guide, task: Task, situation: Situation) -> tuple[str, ...]:
    """Say what a reader should know before trusting a task."""
    sentences = (
        either_words(task, guide.tasks, situation),
        letter_words(task, situation.region),
        task.warning or "",
        _("The sources for this task are weak.") if task.confidence == "low" else "",
        _("Sources disagree: {text}").format(text=task.disputed) if task.disputed else "",
        task.reason or "",
        fields_words(task),
    )
    return tuple(sentence for sentence in sentences if sentence)


def step_remarks(
    guide: Guide, task: Task, step: Step, stands: StepState, situation: Situation
) -> tuple[str, ...]:
    """Say how old and how certain a step is, and whether the guide changed since it was ticked."""
    revision = guide.revision
    sentences = (
        step.warning or "",
        failed_words(step.failed) if step.failed else "",
        _("The sources for this step are weak.") if step.confidence == "low" else "",
        _("Sources disagree: {text}").format(text=step.disputed) if step.disputed else "",
        _("Inferred by us, or from our own notes.") if is_inferred(step, guide.sources) else "",
        _step_date(step),
        either_words(step, task.steps, situation),
        each_words(step),
        gaps_words(step),
        answer_words(step),
        _("Stated of revision {old} of this guide; it is now revision {new}.").format(
            old=stands.revision, new=revision
        )
        if stands.at and 0 < stands.revision < revision
        else "",
    )
    return tuple(sentence for sentence in sentences if sentence)


def _step_date(step: Step) -> str:
    if seen_live_last(step):
        return _("Seen live on {date}.").format(date=step.seen_live)
    if step.as_of:
        return _("As shown by a source of {date}.").format(date=step.as_of)
    return _("Undated: no dated source shows this step.")


def way_sentence(way: Way, url: str) -> str:
    """Say another way to the same place; ``url`` is its checked address, or empty."""
    path = f"{CRUMB.join(way.path)}." if way.path else ""
    sentences = (
        path,
        url or way.address or "",
        way.text or "",
        _("The sources for this are weak.") if way.confidence == "low" else "",
        _("Sources disagree: {text}").format(text=way.disputed) if way.disputed else "",
        failed_words(way.failed) if way.failed else "",
    )
    where = place_words(way)
    words = _("Another way, {where}: {way}") if where else _("Another way: {way}")
    return words.format(where=where, way=" ".join(filter(None, sentences)))


def field_sentence(field: FormField) -> str:
    """Say what belongs into one field of a form."""
    words = _("{field} (must be filled): {text}") if field.required else _("{field}: {text}")
    return " ".join((words.format(field=field.label, text=field.text), *doubts(field)))


def source_kind(source: Source) -> str:
    """Name what kind of source it is."""
    return {
        "official": _("official"),
        "regulator": _("regulator"),
        "press": _("press"),
        "community": _("community"),
        "own": _("our own notes and conclusions"),
    }[source.kind]


def source_age(source: Source, via: Source | None = None) -> str:
    """Say how old a source is, and in what it was read; undated is said."""
    dated = _("dated {date}").format(date=source.published) if source.published else _("undated")
    parts = (
        dated,
        _("last changed on {date}").format(date=source.edited) if source.edited else "",
        _("read in a copy of {copy}").format(copy=source.copy_of) if source.copy_of else "",
        _("as given by “{title}”").format(title=via.title) if via else "",
        _("replaced on {date}").format(date=source.until) if source.until else "",
    )
    return ", ".join(filter(None, parts))


def facts_age(guide: Guide) -> str:
    """Say how old the newest dated fact of a guide is."""
    newest = newest_fact(guide)
    return _("Facts as of {date}").format(date=newest) if newest else _("Facts are undated")
