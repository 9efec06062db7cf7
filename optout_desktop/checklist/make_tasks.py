"""Makes the tasks of a checklist, with their steps and the other ways to the same place."""

from collections.abc import Iterable
from datetime import datetime

from optout_desktop.checklist import tasks as made
from optout_desktop.checklist.basis import Basis
from optout_desktop.checklist.sourced import Answer
from optout_desktop.guides.format.tasks import Step, Surface, Task, Way
from optout_desktop.plan.overview import next_step
from optout_desktop.plan.task import TaskOverview
from optout_desktop.progress.state import StepState
from optout_desktop.situation.regions import contains, holds_in
from optout_desktop.situation.rules import applies


def task_of(basis: Basis, task: Task, overview: TaskOverview) -> made.Task:
    """Return a task as it stands for the person."""
    steps = tuple(_step(basis, task, step) for step in task.steps)
    following = next_step((overview,), basis.state, basis.situation)
    return made.Task(
        id=task.id,
        kind=task.kind,
        title=task.title,
        answer=basis.answered(overview.applicability),
        outcome=overview.outcome,
        status=overview.status,
        stated=basis.state.outcomes.get(task.id, ""),
        set_aside=_set_aside(basis, task, overview),
        counts=overview.counts,
        optional=overview.optional,
        done=overview.done,
        total=overview.total,
        minutes=task.minutes,
        minutes_left=overview.minutes_left,
        at=newest(step.at for step in steps),
        next_step=following[1] if following else "",
        asks=task.requested,
        text=task.text or "",
        warning=task.warning or "",
        reason=task.reason or "",
        default=task.default or "",
        leave=task.leave or "",
        turn=task.turn,
        why=task.why,
        effect=task.effect,
        stops=task.stops or "",
        stays=task.stays or "",
        breaks=task.breaks or "",
        undo=task.undo or "",
        instead=_instead(basis, task, basis.guide.tasks),
        each=task.each or "",
        letter=_letter(basis, task),
        fields_known=task.fields_known,
        fields=tuple(
            made.FormField(one.label, one.text, one.required, **basis.sourced(one))
            for one in task.fields
            if holds_in(one.regions, basis.situation.region)
        ),
        surfaces=_surfaces(task),
        objections=overview.objections,
        steps=steps,
        **basis.sourced(task),
    )


def standing_of(stands: StepState, answer: Answer) -> made.Standing:
    """Return where a step stands; what was stated of it goes before whether it applies."""
    if stands.done:
        return "done"
    if stands.could_not_find:
        return "could-not-find"
    return "not-for-you" if answer.folds else "open"


def newest(moments: Iterable[str]) -> str:
    """Return the latest of ISO 8601 moments, whatever their offsets; unreadable ones come first."""
    return max(moments, key=_instant, default="")


def _step(basis: Basis, task: Task, step: Step) -> made.Step:
    stands = basis.state.step(task.id, step.id)
    answer = basis.answer(step.applies)
    return made.Step(
        id=step.id,
        title=step.title,
        answer=answer,
        standing=standing_of(stands, answer),
        at=stands.at,
        revision=stands.revision,
        could_not_find=stands.could_not_find,
        note=stands.note,
        objection=stands.objection,
        optional=step.optional or answer.optional,
        is_one_way=step.either is not None,
        instead=_instead(basis, step, task.steps),
        each=step.each or "",
        text=step.text or "",
        seen=step.seen or "",
        copy_text=step.copy_text or "",
        warning=step.warning or "",
        surface=step.surface,
        place=step.place or "",
        path=step.path,
        url=basis.opened(step.url),
        address=step.address or "",
        ways=tuple(
            _way(basis, way) for way in step.ways if holds_in(way.regions, basis.situation.region)
        ),
        missing=step.missing or "",
        missing_means=step.missing_means,
        records=step.records,
        answer_within=step.answer_within or "",
        age=basis.age(step),
        picture=step.picture,
        **basis.sourced(step),
    )


def _way(basis: Basis, way: Way) -> made.Way:
    return made.Way(
        age=basis.age(way),
        text=way.text or "",
        surface=way.surface,
        place=way.place or "",
        path=way.path,
        url=basis.opened(way.url),
        address=way.address or "",
        picture=way.picture,
        **basis.sourced(way),
    )


def _set_aside(basis: Basis, task: Task, overview: TaskOverview) -> made.SetAside | None:
    """Tell which other tasks leave this one without a point, if any do."""
    titles = tuple(one.title for one in basis.guide.tasks if one.id in overview.others)
    if not titles:
        return None
    if overview.outcome == "another-way":
        return made.SetAside("taken", titles)
    if overview.outcome == "not-yet" and task.after is not None:
        return made.SetAside(task.after.was, titles)
    return made.SetAside("done", titles)


def _letter(basis: Basis, task: Task) -> made.Letter:
    """Find the address and the subject for somebody where this person lives."""
    for one in task.recipients:
        if contains(one.regions, basis.situation.region):
            return made.Letter(one.address, one.subject or task.subject or "")
    return made.Letter(task.address or "", task.subject or "")


def _instead(basis: Basis, either: Task | Step, others: Iterable[Task | Step]) -> tuple[str, ...]:
    """List by title what this person can do instead."""
    group = _group(either)
    return tuple(
        other.title
        for other in others
        if group
        and _group(other) == group
        and not _is_same_way(either, other)
        and not applies(other.applies, basis.situation).folds
    )


def _group(either: Task | Step) -> str:
    return (either.either or "").partition("/")[0]


def _is_same_way(one: Task | Step, other: Task | Step) -> bool:
    return one is other or (one.either == other.either and "/" in (one.either or ""))


def _surfaces(task: Task) -> tuple[Surface, ...]:
    """List where the task can be done, as far as sources say it."""
    steps = (step.surface for step in task.steps)
    ways = (way.surface for step in task.steps for way in step.ways)
    return tuple(dict.fromkeys(surface for surface in (*steps, *ways) if surface))


def _instant(moment: str) -> float:
    try:
        return datetime.fromisoformat(moment).timestamp()
    except (ValueError, OverflowError, OSError):
        return float("-inf")
