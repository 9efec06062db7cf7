"""What else a good guide does: one small function for each rule.

Each takes the guide and its places, and yields problems that carry the rule's id. Broken rules are
for authors; a guide that breaks one can still be shown.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator

from optout_desktop.base import links
from optout_desktop.base.errors import OptoutError
from optout_desktop.base.languages import _
from optout_desktop.guides.characters import shown
from optout_desktop.guides.problems import KeyPath, Places, Problem
from optout_desktop.guides.promises import as_date
from optout_desktop.guides.regions import is_region
from optout_desktop.guides.shape import Fact, Guide, Source, Step, Task, Way
from optout_desktop.guides.terms import Applies
from optout_desktop.pictures.shape import Picture

Rule = Callable[[Guide, Places], Iterator[Problem]]

_MARKUP = re.compile(r"</?[A-Za-z][^<>]*>|<!--|<script|&(?:[A-Za-z]{2,8}|#\d+|#x[0-9A-Fa-f]+);")
_NEEDED: dict[str, tuple[str, ...]] = {
    "toggle": ("default", "leave", "undo"),
    "form": ("field",),
    "e-mail": ("address", "subject"),
    "nothing": ("reason",),
}


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
    listed = {source.url for source in guide.sources if source.url is not None}
    for path, value in places:
        if not isinstance(value, Step | Way | Source) or value.url is None:
            continue
        # A source is judged as an address; that it is listed makes its host no host of the guide.
        exact = {value.url} if isinstance(value, Source) else listed
        hosts = () if isinstance(value, Source) else guide.domains
        try:
            links.check_link(value.url, hosts, exact)
        except OptoutError as error:
            yield Problem((*path, "url"), "openable-links", error.title, error.hint)


def writable_address(guide: Guide, places: Places) -> Iterator[Problem]:
    """An e-mail task has an address that can be written to."""
    del places
    for number, task in enumerate(guide.tasks):
        if task.kind != "e-mail" or task.address is None:
            continue
        try:
            links.mailto(task.address, "", "")
        except OptoutError as error:
            path = ("task", number, "address")
            yield Problem(path, "writable-address", error.title, error.hint)


def used_sources(guide: Guide, places: Places) -> Iterator[Problem]:
    """Each listed source is used."""
    used = {value for path, value in places if path[-2:-1] == ("sources",)}
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
    """The number of a call-out stands once in a picture."""
    del guide
    for path, picture in places:
        if not isinstance(picture, Picture):
            continue
        seen: Counter[int] = Counter()
        for number, part in enumerate(picture.parts):
            mark = getattr(part, "mark", 0)
            seen[mark] += 1
            if mark and seen[mark] > 1:
                yield Problem(
                    (*path, "part", number, "mark"),
                    "single-marks",
                    _("The call-out {mark} stands twice in this picture.").format(mark=mark),
                    _("Give each call-out its own number."),
                )


def known_regions(guide: Guide, places: Places) -> Iterator[Problem]:
    """Regions are codes that the program knows."""
    del guide
    for path, value in places:
        if isinstance(value, str) and path[-2:-1] == ("regions",) and not is_region(value):
            yield Problem(
                path,
                "known-regions",
                _("“{code}” is not a region that the program knows.").format(code=value),
                _("Use ISO 3166 codes such as DE, GB or US-CA, or one of EU and EEA."),
            )


def reachable_answers(guide: Guide, places: Places) -> Iterator[Problem]:
    """No answer stands below one that already fits everybody."""
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
        if not (value.regions or value.plans or value.ages or value.roles):
            general.add(path[:-1])


def steps_to_do(guide: Guide, places: Places) -> Iterator[Problem]:
    """A task has steps, unless there is nothing to do."""
    del places
    for number, task in enumerate(guide.tasks):
        if task.kind != "nothing" and not task.steps:
            yield Problem(
                ("task", number, "step"),
                "steps-to-do",
                _("The task has no steps."),
                _('Add a [[task.step]], or write kind = "nothing" and a reason.'),
            )


def kind_needs(guide: Guide, places: Places) -> Iterator[Problem]:
    """Each kind of task says what a reader needs of it."""
    del places
    for number, task in enumerate(guide.tasks):
        have = dict(zip(Task.__struct_encode_fields__, Task.__struct_fields__, strict=True))
        for key in _NEEDED.get(task.kind, ()):
            if not getattr(task, have[key]):
                yield Problem(
                    ("task", number, key),
                    "kind-needs",
                    _("A task of the kind “{kind}” needs “{key}”.").format(kind=task.kind, key=key),
                    _("Add {key}; if no source says it, write that it is not known.").format(
                        key=key
                    ),
                )


def recorded_objections(guide: Guide, places: Places) -> Iterator[Problem]:
    """Only objections have a date of sending and an answer."""
    del places
    for number, task in enumerate(guide.tasks):
        for step_number, step in enumerate(task.steps):
            if step.records is not None and task.kind not in {"form", "e-mail"}:
                yield Problem(
                    ("task", number, "step", step_number, "records"),
                    "recorded-objections",
                    _("Only steps of a form or an e-mail record what was sent or answered."),
                    _("Remove “records”, or change the kind of the task."),
                )


def dated_by_sources(guide: Guide, places: Places) -> Iterator[Problem]:
    """No fact claims to be newer than the newest dated source that it names."""
    dates = {
        source.id: max((d for d in (source.published, source.copy_of) if d), default="")
        for source in guide.sources
    }
    for path, value in places:
        if not isinstance(value, Fact | Step | Way) or value.as_of is None:
            continue
        newest = max((dates.get(source, "") for source in value.sources), default="")
        stated = as_date(value.as_of)
        known = as_date(newest) if newest else None
        if stated is not None and (known is None or stated > known):
            yield Problem(
                (*path, "as_of"),
                "dated-by-sources",
                _("The date is newer than every dated source named here."),
                _("Write the date of the newest source, or name the source that shows it."),
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


def plain_texts(guide: Guide, places: Places) -> Iterator[Problem]:
    """Texts are plain: markup would be shown as it stands. What is to be copied may need it."""
    del guide
    for path, value in places:
        if path[-1:] != ("copy",) and isinstance(value, str) and (found := _MARKUP.search(value)):
            yield Problem(
                path,
                "plain-texts",
                _("The text holds markup: {markup}").format(markup=shown(found[0], 30)),
                _("Texts are plain; this will be shown as it stands."),
                "warning",
            )


RULES: tuple[Rule, ...] = (
    declared_hosts,
    openable_links,
    writable_address,
    used_sources,
    single_marks,
    known_regions,
    reachable_answers,
    steps_to_do,
    kind_needs,
    recorded_objections,
    dated_by_sources,
    standing_failures,
    plain_texts,
)
