"""One service of a report: the guide and what the person stated, side by side."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from optout_desktop.base.errors import OptoutError
from optout_desktop.base.languages import _
from optout_desktop.base.links import check_link
from optout_desktop.base.palette import LIGHT
from optout_desktop.checklist.words.guide import because_words, doubts, place_words
from optout_desktop.checklist.words.outcome import kind_words, outcome_words, status_words
from optout_desktop.guides.format.dates import plainly
from optout_desktop.guides.format.shape import Guide
from optout_desktop.guides.format.tasks import Step, Task
from optout_desktop.guides.library.outline import outline_of
from optout_desktop.guides.library.renamed import former_words, retired_words
from optout_desktop.pictures.svg import svg
from optout_desktop.pictures.vocabulary import Picture, State
from optout_desktop.pictures.words import alternative_text, state_words
from optout_desktop.plan.overview import service_overview
from optout_desktop.plan.task import TaskOverview
from optout_desktop.progress.state import ServiceState
from optout_desktop.reports import sentences
from optout_desktop.reports.shape import (
    LostStep,
    PictureReport,
    ServiceChange,
    ServiceReport,
    SourceReport,
    Standing,
    StepReport,
    TaskReport,
)
from optout_desktop.situation.regions import contains, holds_in
from optout_desktop.situation.rules import Situation, applies, within

PICTURE_WIDTH = 320


def service_report(
    guide: Guide,
    state: ServiceState,
    situation: Situation,
    *,
    account: str = "",
    pictures: bool = False,
) -> ServiceReport:
    """Lay a guide and a state side by side, for a person in a situation."""
    situation = within(situation, guide.choices)
    overview = service_overview(outline_of(guide, "", 0), state, situation)
    by_id = {source.id: source for source in guide.sources}
    numbers = {source.id: number for number, source in enumerate(guide.sources, 1)}
    return ServiceReport(
        slug=guide.slug,
        name=guide.name,
        account=account,
        companies=_companies(guide, situation),
        revision=guide.revision,
        facts_age=sentences.facts_age(guide),
        because=because_words(applies(guide.applies, situation), plainly),
        changes=_changes(guide, numbers),
        summary=guide.summary,
        warning=guide.warning or "",
        see=guide.see,
        summary_sources=_numbers(guide.summary_sources, numbers),
        status=overview.status,
        words=status_words(overview.status, "the person"),
        done=overview.done,
        total=overview.total,
        minutes_left=overview.minutes_left,
        left=tuple(
            sentences.left_sentence(task)
            for task in overview.tasks
            if task.status == "waiting"
            or task.outcome in {"refused", "partly"}
            or (task.status == "to-do" and task.counts)
        ),
        tasks=tuple(
            _task(guide, task, looked, state, situation, numbers, pictures=pictures)
            for task, looked in zip(guide.tasks, overview.tasks, strict=True)
        ),
        lost_steps=_lost_steps(guide, state),
        sources=tuple(
            SourceReport(
                number,
                source.title,
                source.publisher,
                sentences.source_kind(source),
                sentences.source_age(source, by_id.get(source.via or "")),
                _checked(source.url, (), exact=True),
            )
            for number, source in enumerate(guide.sources, 1)
        ),
    )


def _changes(guide: Guide, numbers: Mapping[str, int]) -> tuple[ServiceChange, ...]:
    said = [(former_words(former), former.sources) for former in guide.former]
    if guide.retired:
        said.append((retired_words(guide.retired), guide.retired.sources))
    return tuple(ServiceChange(text, _numbers(sources, numbers)) for text, sources in said)


def _task(
    guide: Guide,
    task: Task,
    overview: TaskOverview,
    state: ServiceState,
    situation: Situation,
    numbers: Mapping[str, int],
    *,
    pictures: bool,
) -> TaskReport:
    steps = tuple(
        _step(guide, task, step, state, situation, numbers, pictures=pictures)
        for step in task.steps
    )
    return TaskReport(
        id=task.id,
        kind=task.kind,
        kind_words=kind_words(task.kind, task.requested),
        title=task.title,
        outcome=overview.outcome,
        words=outcome_words(overview.outcome, task.requested, "the person"),
        status=overview.status,
        because=because_words(overview.applicability, plainly),
        optional=overview.optional,
        done=overview.done,
        total=overview.total,
        at=newest(step.at for step in steps),
        text=task.text or "",
        effect=sentences.effect_sentences(task),
        objections=tuple(sentence for step in steps for sentence in step.objection),
        remarks=(*sentences.task_remarks(guide, task, situation),),
        fields=tuple(
            sentences.field_sentence(field)
            for field in task.fields
            if holds_in(field.regions, situation.region)
        ),
        sources=_numbers(task.sources, numbers),
        steps=steps,
    )


def _step(
    guide: Guide,
    task: Task,
    step: Step,
    state: ServiceState,
    situation: Situation,
    numbers: Mapping[str, int],
    *,
    pictures: bool,
) -> StepReport:
    stands = state.step(task.id, step.id)
    applicability = applies(step.applies, situation)
    standing = sentences.standing_of(stands, applicability)
    applied = tuple(filter(None, (applicability.because, *doubts(applicability))))
    return StepReport(
        id=step.id,
        title=step.title,
        standing=standing,
        words=sentences.standing_words(stands, applicability),
        at=stands.at,
        optional=step.optional or applicability.optional,
        text=step.text or "",
        seen=step.seen or "",
        copy_text=step.copy_text or "",
        where=place_words(step),
        path=step.path,
        url=_opened(guide, step.url),
        address=step.address or "",
        ways=tuple(
            sentences.way_sentence(way, _opened(guide, way.url))
            for way in step.ways
            if holds_in(way.regions, situation.region)
        ),
        missing=step.missing or "",
        note=stands.note,
        objection=sentences.objection_sentences(stands.objection, task.requested),
        remarks=(
            *(applied if standing != "not-for-you" else ()),
            *sentences.step_remarks(guide, task, step, stands, situation),
        ),
        sources=_numbers(step.sources, numbers),
        picture=_picture(step.picture, standing) if pictures and step.picture else None,
    )


def _picture(picture: Picture, standing: Standing) -> PictureReport | None:
    """Draw what the person stated, and nothing for a step of which they stated nothing."""
    if standing == "done":
        state: State = "after"
        caption = _("Drawing of the step when it is done. {words}")
    elif standing == "could-not-find":
        state = "before"
        caption = _("Drawing of what was looked for. {words}")
    else:
        return None
    return PictureReport(
        svg(picture, state=state, palette=LIGHT, width=PICTURE_WIDTH),
        caption.format(words=state_words(picture, state)),
        alternative_text(picture),
    )


def _companies(guide: Guide, situation: Situation) -> tuple[str, ...]:
    named = [c for c in guide.companies if c.regions and contains(c.regions, situation.region)]
    found = named or [c for c in guide.companies if not c.regions]
    return tuple(" ".join((company.name, *doubts(company))) for company in found)


def _lost_steps(guide: Guide, state: ServiceState) -> tuple[LostStep, ...]:
    known = {(task.id, step.id) for task in guide.tasks for step in task.steps}
    return tuple(
        LostStep(
            task,
            step,
            sentences.standing_words(stands, applies((), Situation())),
            stands.at,
            stands.note,
            sentences.objection_sentences(stands.objection),
        )
        for (task, step), stands in state.steps.items()
        if (task, step) not in known
    )


def _numbers(ids: Iterable[str], numbers: Mapping[str, int]) -> tuple[int, ...]:
    return tuple(numbers[source] for source in ids if source in numbers)


def _opened(guide: Guide, url: str | None) -> str:
    """Let an address of a step pass as the window does: hosts of the guide, or a listed source."""
    listed = any(url == source.url for source in guide.sources)
    return _checked(url, guide.domains, exact=listed)


def _checked(url: str | None, hosts: tuple[str, ...], *, exact: bool = False) -> str:
    """Let an address through the link check; what does not pass is no link."""
    if not url:
        return ""
    try:
        return check_link(url, hosts, (url,) if exact else ()).url
    except OptoutError:
        return ""


def newest(moments: Iterable[str]) -> str:
    """Find the latest of ISO 8601 moments, whatever their offsets; unreadable ones come first."""
    return max(moments, key=_instant, default="")


def _instant(moment: str) -> float:
    try:
        return datetime.fromisoformat(moment).timestamp()
    except (ValueError, OverflowError, OSError):
        return float("-inf")
