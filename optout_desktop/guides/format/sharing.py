"""What guides share: tasks and facts that are written once, in guides/shared, and referred to.

Reading a guide joins them to its own, so every other room sees ordinary tasks.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import TypeVar
from urllib.parse import urlsplit

from msgspec.structs import replace

from optout_desktop.base.hints import use_one_of
from optout_desktop.base.languages import _
from optout_desktop.guides.format.dates import rough_of
from optout_desktop.guides.format.invariants import names_source
from optout_desktop.guides.format.problems import KeyPath, Problem, values
from optout_desktop.guides.format.shape import Fact, Guide, Question, SharedFile, Source
from optout_desktop.guides.format.tasks import Step, Task, Way

_Thing = TypeVar("_Thing", Task, Fact, Source, Question)

Files = Mapping[str, SharedFile]
"""Shared files by name: all that a guide refers to."""


def sharing_problems(guide: Guide, files: Files) -> Iterator[Problem]:
    """Yield what a guide takes that is not there, or that it has already."""
    return chain(_references(guide, files), _sources_twice(guide, files))


def joined(guide: Guide, files: Files) -> Guide:
    """Return a guide with what it takes after what it has, so that its own places stay the same."""
    tasks: list[Task] = []
    facts: list[Fact] = []
    hosts: dict[str, None] = {}
    asked: dict[str, Question] = {}
    for shared in guide.shared:
        file = files[shared.file]
        task = _named(file.tasks, shared.task)
        if task is not None:
            task = replace(
                task,
                applies=shared.applies or task.applies,
                either=shared.either or task.either,
            )
            tasks.append(task)
            hosts |= dict.fromkeys(_hosts(task, file))
            asked |= {question.id: question for question in _questions(task, file)}
        facts += [fact for fact in file.facts if fact.id in shared.facts]
    timeline = [change for name in _timelines(guide) for change in files[name].timeline]
    taken = replace(
        guide,
        tasks=_more(guide.tasks, tasks),
        facts=_more(guide.facts, facts),
        timeline=(*guide.timeline, *timeline),
        questions=_more(guide.questions, asked.values()),
        domains=tuple(dict.fromkeys((*guide.domains, *hosts))),
    )
    wanted = {value for path, value in values(taken) if names_source(path)}
    listed = [source for file in files.values() for source in file.sources]
    while more := {one.via for one in listed if one.id in wanted and one.via} - wanted:
        wanted |= more
    sources = [source for source in listed if source.id in wanted]
    return replace(taken, sources=_more(guide.sources, sources))


def in_order(guide: Guide) -> Guide:
    """Return a joined guide with its shared tasks where they belong, and its changes by date."""
    before = {shared.task: shared.before for shared in guide.shared}
    tasks = [task for task in guide.tasks if task.id not in before]
    for task in guide.tasks:
        if task.id in before:
            ids = [task.id for task in tasks]
            next_one = before[task.id]
            tasks.insert(ids.index(next_one) if next_one in ids else len(ids), task)
    timeline = guide.timeline
    if _timelines(guide):
        timeline = tuple(sorted(timeline, key=lambda change: rough_of(change.date)[1]))
    return replace(guide, tasks=tuple(tasks), timeline=timeline)


def as_guide(file: SharedFile, slug: str) -> Guide:
    """Return a shared file as a guide of its own, so that the same rules judge it."""
    return Guide(
        format=file.format,
        slug=slug,
        name=file.name,
        category="social",
        domains=file.domains,
        revision=1,
        summary=file.name,
        companies=(),
        sources=file.sources,
        questions=file.questions,
        tasks=file.tasks,
        facts=file.facts,
        timeline=file.timeline,
    )


def _references(guide: Guide, files: Files) -> Iterator[Problem]:
    tasks = [task.id for task in guide.tasks]
    facts = [fact.id for fact in guide.facts]
    for number, shared in enumerate(guide.shared):
        path: KeyPath = ("shared", number)
        file = files[shared.file]
        if shared.before is not None and shared.before not in tasks:
            yield _missing((*path, "before"), shared.before, tasks)
        if shared.task is not None:
            yield from _taken((*path, "task"), shared.task, [task.id for task in file.tasks], tasks)
            tasks.append(shared.task)
        for place, name in enumerate(shared.facts):
            known = [fact.id for fact in file.facts]
            yield from _taken((*path, "facts", place), name, known, facts)
            facts.append(name)
        if shared.task is None and not shared.facts and not shared.timeline:
            yield Problem(
                path,
                "shared-things",
                _("Nothing is taken from the shared file."),
                _("Add task, facts or timeline, or remove the reference."),
            )


def _taken(path: KeyPath, name: str, known: list[str], had: list[str]) -> Iterator[Problem]:
    if name not in known:
        yield _missing(path, name, known)
    elif name in had:
        yield Problem(
            path,
            "shared-things",
            _("The guide has “{id}” already.").format(id=name),
            _("Take it once, and give the guide's own another id."),
        )


def _missing(path: KeyPath, name: str, known: list[str]) -> Problem:
    return Problem(
        path,
        "shared-things",
        _("There is no “{id}” there.").format(id=name),
        use_one_of(known[:12]),
    )


def _sources_twice(guide: Guide, files: Files) -> Iterator[Problem]:
    where = {source.id: name for name, file in files.items() for source in file.sources}
    for number, source in enumerate(guide.sources):
        if source.id in where:
            yield Problem(
                ("source", number, "id"),
                "shared-things",
                _("The shared file {name} has a source “{id}” too.").format(
                    name=where[source.id], id=source.id
                ),
                _("Remove this one, as the guide may use that one; or give this another id."),
            )


def _hosts(task: Task, file: SharedFile) -> Iterator[str]:
    """Yield the hosts of the shared file that this task opens."""
    for _path, place in values(task):
        if isinstance(place, Step | Way) and place.url is not None:
            host = urlsplit(place.url).hostname
            if host is not None and host in file.domains:
                yield host


def _questions(task: Task, file: SharedFile) -> Iterator[Question]:
    """Yield the questions of the shared file to which rules of this task name answers."""
    rules = (*task.applies, *(rule for step in task.steps for rule in step.applies))
    named = {choice.partition("/")[0] for rule in rules for choice in rule.when}
    return (question for question in file.questions if question.id in named)


def _timelines(guide: Guide) -> Collection[str]:
    return dict.fromkeys(shared.file for shared in guide.shared if shared.timeline)


def _more(own: tuple[_Thing, ...], more: Iterable[_Thing]) -> tuple[_Thing, ...]:
    """Return the things with those whose id is new; sharing_problems has reported the others."""
    there = {thing.id for thing in own}
    return own + tuple({thing.id: thing for thing in more if thing.id not in there}.values())


def _named(things: Sequence[Task], name: str | None) -> Task | None:
    return next((thing for thing in things if thing.id == name), None)
