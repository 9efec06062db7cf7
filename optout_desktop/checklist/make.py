"""Makes a checklist: a guide and what one account did with it, side by side."""

from datetime import date

from optout_desktop.checklist import checklist as made
from optout_desktop.checklist.basis import Basis, source_of
from optout_desktop.checklist.make_tasks import standing_of, task_of
from optout_desktop.checklist.sourced import Source
from optout_desktop.checklist.tasks import LostStep
from optout_desktop.guides.format.freshness import newest_fact
from optout_desktop.guides.format.shape import Guide
from optout_desktop.guides.library.outline import outline_of
from optout_desktop.plan.overview import service_overview
from optout_desktop.progress.state import ServiceState
from optout_desktop.situation.questions import asked
from optout_desktop.situation.regions import contains
from optout_desktop.situation.rules import OWN, Situation, applies, within


def make_checklist(
    guide: Guide, state: ServiceState, situation: Situation, *, today: date, account: str = ""
) -> made.Checklist:
    """Return the checklist of a person in a situation, as it stands on the day ``today``.

    ``account`` is the name of the account, if the person has several.
    """
    situation = within(situation, guide.choices)
    numbers = {source.id: number for number, source in enumerate(guide.sources, 1)}
    basis = Basis(guide, state, situation, today, numbers)
    overview = service_overview(outline_of(guide), state, situation)
    return made.Checklist(
        slug=guide.slug,
        name=guide.name,
        monogram=overview.outline.monogram,
        account=account,
        region=situation.region,
        revision=guide.revision,
        as_of=newest_fact(guide) or "",
        summary=guide.summary,
        summary_sources=basis.named(guide.summary_sources),
        warning=guide.warning or "",
        former=_former(basis),
        retired=_retired(basis),
        companies=_companies(basis),
        answer=basis.answer(guide.applies),
        questions=questions_of(guide, situation),
        status=overview.status,
        done=overview.done,
        total=overview.total,
        minutes=overview.minutes,
        minutes_left=overview.minutes_left,
        next_step=overview.next_step,
        tasks=tuple(
            task_of(basis, task, looked)
            for task, looked in zip(guide.tasks, overview.tasks, strict=True)
        ),
        lost_steps=_lost_steps(basis),
        facts=_facts(basis),
        timeline=_timeline(basis),
        see=guide.see,
        sources=_sources(basis),
    )


def questions_of(guide: Guide, situation: Situation) -> tuple[made.Question, ...]:
    """Return what a guide asks of a person, with what they answered so far."""
    texts = {f"{OWN}{one.id}": one.text for one in guide.questions}
    labels = {
        (f"{OWN}{one.id}", option.id): option.label
        for one in guide.questions
        for option in one.options
    }
    return tuple(
        made.Question(
            one.name,
            tuple(made.Option(code, labels.get((one.name, code), "")) for code in one.answers),
            one.current,
            texts.get(one.name, ""),
        )
        for one in asked(guide, situation)
    )


def _former(basis: Basis) -> tuple[made.Former, ...]:
    return tuple(
        made.Former(one.name, one.because, basis.named(one.sources), one.until or "")
        for one in basis.guide.former
    )


def _retired(basis: Basis) -> made.Retired | None:
    retired = basis.guide.retired
    if retired is None:
        return None
    return made.Retired(retired.since, retired.because, basis.named(retired.sources))


def _companies(basis: Basis) -> tuple[made.Company, ...]:
    """List the companies; those of the person's region answer, or else the general ones."""
    region = basis.situation.region
    here = any(one.regions and contains(one.regions, region) for one in basis.guide.companies)
    return tuple(
        made.Company(
            one.name,
            one.regions,
            one.address or "",
            contains(one.regions, region) if here else not one.regions,
            **basis.sourced(one),
        )
        for one in basis.guide.companies
    )


def _lost_steps(basis: Basis) -> tuple[LostStep, ...]:
    known = {(task.id, step.id) for task in basis.guide.tasks for step in task.steps}
    return tuple(
        LostStep(
            task,
            step,
            standing_of(stands, basis.answered(applies((), Situation()))),
            stands.at,
            stands.could_not_find,
            stands.note,
            stands.objection,
        )
        for (task, step), stands in basis.state.steps.items()
        if (task, step) not in known
    )


def _facts(basis: Basis) -> tuple[made.Fact, ...]:
    return tuple(
        made.Fact(
            one.id,
            one.title,
            one.text,
            basis.age(one),
            one.regions,
            one.excepted,
            bool(one.regions) and not contains(one.regions, basis.situation.region),
            **basis.sourced(one),
        )
        for one in basis.guide.facts
    )


def _timeline(basis: Basis) -> tuple[made.Change, ...]:
    return tuple(
        made.Change(
            one.date,
            one.text,
            one.until or "",
            one.regions,
            one.excepted,
            **basis.sourced(one),
        )
        for one in basis.guide.timeline
    )


def _sources(basis: Basis) -> tuple[Source, ...]:
    return tuple(
        source_of(one, basis.numbers, basis.opened(one.url)) for one in basis.guide.sources
    )
