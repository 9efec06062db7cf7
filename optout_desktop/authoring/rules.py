"""What else a good guide does: one small function for each rule.

Each takes the guide and its places, and yields problems that carry the rule's id. Broken rules are
for authors; a guide that breaks one can still be shown.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import get_args

from optout_desktop.authoring.task_rules import TASK_RULES, Rule
from optout_desktop.authoring.text_rules import TEXT_RULES
from optout_desktop.base import links
from optout_desktop.base.errors import OptoutError
from optout_desktop.base.hints import use_one_of
from optout_desktop.base.languages import _
from optout_desktop.guides.format.dates import as_date, rough_of
from optout_desktop.guides.format.freshness import DATED
from optout_desktop.guides.format.invariants import names_source
from optout_desktop.guides.format.problems import KeyPath, Places, Problem
from optout_desktop.guides.format.shape import Guide, Source
from optout_desktop.guides.format.tasks import Step, Way
from optout_desktop.guides.format.types import FOLDING, Applies
from optout_desktop.pictures.states import mark_of
from optout_desktop.pictures.vocabulary import Picture
from optout_desktop.situation.regions import is_region
from optout_desktop.situation.rules import Asked

_TAKEN_QUESTIONS = frozenset(get_args(Asked))
_TAKEN_OPTIONS = frozenset({"none"})


def declared_hosts(guide: Guide, places: Places) -> Iterator[Problem]:
    """Hosts that steps may open are plain names."""
    del places
    for number, host in enumerate(guide.domains):
        try:
            links.check_host(host)
        except OptoutError as error:
            yield Problem(("domains", number), "declared-hosts", error.title, error.hint)


def openable_links(guide: Guide, places: Places) -> Iterator[Problem]:
    """Steps open https addresses of the service or of a listed source; sources are https too."""
    for path, value in places:
        if not isinstance(value, Step | Way | Source) or value.url is None:
            continue
        try:
            guide.link(value.url)
        except OptoutError as error:
            hint = error.hint
            if "‹" in value.url or "<" in value.url:
                hint = _("An address with gaps is not a “url”: write it as “address”.")
            yield Problem((*path, "url"), "openable-links", error.title, hint)


def used_sources(guide: Guide, places: Places) -> Iterator[Problem]:
    """Each listed source is used."""
    used = {value for path, value in places if names_source(path)}
    for number, source in enumerate(guide.sources):
        if source.id not in used:
            yield Problem(
                ("source", number, "id"),
                "used-sources",
                _("Nothing refers to the source “{id}”.").format(id=source.id),
                _("Name it where it is used, or remove it."),
                "warning",
            )


def single_marks(guide: Guide, places: Places) -> Iterator[Problem]:
    """The callouts of a picture have one number each: 1, 2, 3 … from top to bottom."""
    del guide
    for path, picture in places:
        if not isinstance(picture, Picture):
            continue
        marked = [
            (number, mark) for number, part in enumerate(picture.parts) if (mark := mark_of(part))
        ]
        for expected, (number, mark) in enumerate(marked, 1):
            if mark != expected:
                yield Problem(
                    (*path, "part", number, "mark"),
                    "single-marks",
                    _("Callout {mark} is where {expected} should be.").format(
                        mark=mark, expected=expected
                    ),
                    _("Number the callouts of a picture 1, 2, 3 … from top to bottom."),
                )
                break


def timeline_in_order(guide: Guide, places: Places) -> Iterator[Problem]:
    """The timeline runs forwards."""
    del places
    days = [rough_of(change.date)[1] for change in guide.timeline]
    for number, (before, day) in enumerate(pairwise(days), 1):
        if day < before:
            yield Problem(
                ("timeline", number, "date"),
                "timeline-in-order",
                _("This happened before the change above it."),
                _("Put the changes in the order in which they happened."),
            )


def known_regions(guide: Guide, places: Places) -> Iterator[Problem]:
    """Regions are codes that the program knows."""
    del guide
    for path, value in places:
        named = path[-2:-1] in {("regions",), ("except",)}
        if named and isinstance(value, str) and not is_region(value):
            yield Problem(
                path,
                "known-regions",
                _("“{code}” is not a region that the program knows.").format(code=value),
                _("Use ISO 3166 codes such as DE, GB or US-CA, or one of EU and EEA."),
            )


def reachable_answers(guide: Guide, places: Places) -> Iterator[Problem]:
    """No answer comes after one that already fits everybody."""
    del guide
    general: set[KeyPath] = set()
    for path, value in places:
        if not isinstance(value, Applies):
            continue
        if path[:-1] in general:
            yield Problem(
                path,
                "reachable-answers",
                _("This answer is never reached, because one above it fits everybody."),
                _("Put the answer without regions last."),
                "warning",
            )
        if not (value.regions or value.plans or value.ages or value.roles or value.when):
            general.add(path[:-1])


def dated_by_sources(guide: Guide, places: Places) -> Iterator[Problem]:
    """A fact has the date of a source that it names, and never the day of our own notes."""
    dates = {
        source.id: [day for day in (source.published, source.edited, source.copy_of) if day]
        for source in guide.sources
        if source.kind != "own"
    }
    for path, value in places:
        if not isinstance(value, DATED) or value.as_of is None or not value.sources:
            continue
        named = (day for source in value.sources for day in dates.get(source, ()))
        if not any(day.startswith(value.as_of) for day in named):
            yield Problem(
                (*path, "as_of"),
                "dated-by-sources",
                _("No source that is named here has this date."),
                _("Write the date of the newest of them, or name the source that shows it."),
                "warning",
            )


def standing_failures(guide: Guide, places: Places) -> Iterator[Problem]:
    """What was looked for again and failed was not seen live on that day or after it."""
    del guide
    for path, value in places:
        if not isinstance(value, Step | Way) or value.failed is None or value.seen_live is None:
            continue
        failed, seen = as_date(value.failed.date), as_date(value.seen_live)
        if failed is not None and seen is not None and seen >= failed:
            yield Problem(
                (*path, "failed"),
                "standing-failures",
                _("It was seen live on {date}, so it no longer fails.").format(
                    date=value.seen_live
                ),
                _("Remove “failed”, or the older “seen_live”."),
                "warning",
            )


def known_choices(guide: Guide, places: Places) -> Iterator[Problem]:
    """Rules name answers that the guide's questions have."""
    known = {*guide.choices}
    for path, value in places:
        if path[-2:-1] == ("when",) and value not in known:
            yield Problem(
                path,
                "known-choices",
                _("No question of the guide has this answer."),
                use_one_of(sorted(known)),
            )


def used_questions(guide: Guide, places: Places) -> Iterator[Problem]:
    """A question is asked only where a rule depends on it."""
    used = {str(value).partition("/")[0] for path, value in places if path[-2:-1] == ("when",)}
    for number, question in enumerate(guide.questions):
        if question.id not in used:
            yield Problem(
                ("question", number, "id"),
                "used-questions",
                _("No rule depends on the question “{id}”.").format(id=question.id),
                _("Name its answers in the “when” of a rule, or remove it."),
            )


def free_names(guide: Guide, places: Places) -> Iterator[Problem]:
    """Questions and answers of a guide have names that mean nothing else."""
    del places
    for number, question in enumerate(guide.questions):
        names: list[tuple[KeyPath, str, frozenset[str]]] = [
            ((number, "id"), question.id, _TAKEN_QUESTIONS)
        ]
        names += [
            ((number, "option", place, "id"), option.id, _TAKEN_OPTIONS)
            for place, option in enumerate(question.options)
        ]
        for path, name, taken in names:
            if name in taken:
                yield Problem(
                    ("question", *path),
                    "free-names",
                    _("“{id}” has a meaning of its own in the program.").format(id=name),
                    _("Choose another word, such as “no-{id}” or “your-{id}”.").format(id=name),
                )


def weak_answers_stay(guide: Guide, places: Places) -> Iterator[Problem]:
    """What folds something away is well confirmed, and more than a conclusion of ours."""
    rules = [(path, value) for path, value in places if isinstance(value, Applies)]
    # What people say of themselves needs no source: who has no glasses needs no guide to them.
    said = {path[:-1] for path, rule in rules if rule.when or rule.roles}
    for path, value in rules:
        named = {source.kind for source in guide.sources if source.id in value.sources}
        is_sound = value.confidence != "low" and (path[:-1] in said or named - {"own"})
        if value.answer in FOLDING and not is_sound:
            yield Problem(
                (*path, "answer"),
                "weak-answers-stay",
                _("This answer folds the task away, and is not well confirmed."),
                _("Write “reported-{answer}”, so that it stays visible.").format(
                    answer=value.answer
                ),
            )


RULES: tuple[Rule, ...] = (
    declared_hosts,
    openable_links,
    used_sources,
    single_marks,
    timeline_in_order,
    known_regions,
    reachable_answers,
    dated_by_sources,
    standing_failures,
    known_choices,
    used_questions,
    free_names,
    weak_answers_stay,
    *TEXT_RULES,
    *TASK_RULES,
)
