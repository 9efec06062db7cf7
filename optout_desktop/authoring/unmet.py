"""Where a guide does not say what is expected of it."""

import re
from collections.abc import Iterator
from itertools import product

import msgspec

from optout_desktop.authoring.expected import NOT_SAID, REGIONS, Case, Expected, OnlyOne, Switch
from optout_desktop.base.languages import _
from optout_desktop.base.locales import and_list
from optout_desktop.guides.format.problems import KeyPath, Problem, values
from optout_desktop.guides.format.shape import Fact, Guide
from optout_desktop.guides.format.tasks import Step, Task, Way
from optout_desktop.guides.format.types import Applies
from optout_desktop.pictures.states import is_changing
from optout_desktop.pictures.vocabulary import Picture, Tick, Toggle
from optout_desktop.situation.regions import contains
from optout_desktop.situation.rules import Applicability, Situation, applies


def unmet(guide: Guide, expected: Expected) -> Iterator[Problem]:
    """Yield a problem for each expectation that the guide, with what it shares, does not meet."""
    yield from _addresses(guide, expected)
    yield from _answers(guide, expected)
    yield from _alike(guide, expected)
    for number, case in enumerate(expected.cases):
        yield from _case(guide, case, ("case", number))
    for number, only_one in enumerate(expected.only_one):
        yield from _only_one(guide, only_one, ("only_one", number))
    yield from _companies(guide, expected)
    yield from _switches(guide, expected)
    yield from _surfaces(guide, expected)
    yield from _doubts(guide, expected)
    yield from _values(guide, expected)
    yield from _never(guide, expected)


def _unmet(path: KeyPath, message: str, hint: str = "") -> Problem:
    return Problem(
        path,
        "expected",
        message,
        hint or _("Correct the guide or what is expected, whichever the facts contradict."),
    )


def _differs(path: KeyPath, expected: object, found: object) -> Problem:
    return _unmet(
        path,
        _("The guide says {found}, but {expected} is expected.").format(
            found=_shown(found), expected=_shown(expected)
        ),
    )


def _shown(value: object) -> str:
    if value is None or value == "":
        return _("nothing")
    return f"“{value}”" if isinstance(value, str) else msgspec.json.encode(value).decode()


def _addresses(guide: Guide, expected: Expected) -> Iterator[Problem]:
    places = [value for _path, value in values(guide) if isinstance(value, Step | Way)]
    low = {p.url for p in places if p.url and isinstance(p, Way) and p.confidence == "low"}
    compared: tuple[tuple[str, tuple[str, ...], set[str]], ...] = (
        ("opens", expected.opens, {place.url for place in places if place.url}),
        ("cites", expected.cites, {source.url for source in guide.sources if source.url}),
        ("domains", expected.domains, {*guide.domains}),
        ("gaps", expected.gaps, {p.address for p in places if p.address and _has_gap(p.address)}),
        ("doubtful", expected.doubtful, low if expected.doubtful else set()),
    )
    for key, wanted, found in compared:
        for number, address in enumerate(wanted):
            if address not in found:
                yield _unmet((key, number), _("The guide does not have it."))
        for address in sorted(found - {*wanted}):
            yield _unmet((key,), _("The guide also has {address}.").format(address=address))


def _has_gap(address: str) -> bool:
    return address.startswith("https:") and "‹" in address


def _answers(guide: Guide, expected: Expected) -> Iterator[Problem]:
    missing = {"", *(task.id for task in guide.tasks)} - {r.task or "" for r in expected.answers}
    for task in sorted(missing):
        yield _unmet(
            ("answer",),
            _("Nothing is expected of {task}.").format(task=_shown(task) if task else guide.name),
            _("Add a row with its answer in each region, from the facts."),
        )
    for number, row in enumerate(expected.answers):
        path: KeyPath = ("answer", number)
        rules = _rules(guide, row.task, None)
        if rules is None:
            yield _no_such(path, row.task, None)
            continue
        exceptions = {place: code for code, places in row.excepted.items() for place in places}
        differing: dict[tuple[str, str], list[str]] = {}
        for place in dict.fromkeys((*REGIONS, *exceptions)):
            wanted = exceptions.get(place, row.answer)
            found = applies(rules, Situation(_region(place))).answer
            if found != wanted:
                differing.setdefault((found, wanted), []).append(place)
        for (told, expected_answer), places in differing.items():
            yield _unmet(
                path,
                _("{regions}: the guide answers “{found}”, but “{wanted}” is expected.").format(
                    regions=and_list(places), found=told, wanted=expected_answer
                ),
            )


def _alike(guide: Guide, expected: Expected) -> Iterator[Problem]:
    for rules in (guide.applies, *(task.applies for task in guide.tasks)):
        found = {applies(rules, Situation(_region(place))) for place in expected.alike}
        if len(found) > 1:
            reasons = and_list(sorted(answer.because for answer in found))
            yield _unmet(("alike",), _("These differ: {reasons}").format(reasons=reasons))


def _case(guide: Guide, case: Case, path: KeyPath) -> Iterator[Problem]:
    for step in case.steps or (None,):
        rules = _rules(guide, case.task, step)
        if rules is None:
            yield _no_such(path, case.task, step)
            continue
        said = frozenset(case.said)
        for place, plan in product(case.regions, case.plans or ("",)):
            person = Situation(_region(place), plan, case.age, case.role, answers=said)
            yield from _told(case, applies(rules, person), path)


def _told(case: Case, found: Applicability, path: KeyPath) -> Iterator[Problem]:
    for key, wanted, given in (
        ("answer", case.answer, found.answer),
        ("optional", case.optional, found.optional),
        ("since", case.since, found.since or ""),
        ("confidence", case.confidence, found.confidence),
    ):
        if wanted is not None and given != wanted:
            yield _differs((*path, key), wanted, given)
    if case.because is not None and not re.search(case.because, found.because):
        yield _differs((*path, "because"), case.because, found.because)
    if case.not_because is not None and re.search(case.not_because, found.because):
        yield _says((*path, "not_because"), found.because)
    if not {*case.cites} <= {*found.sources}:
        yield _differs((*path, "cites"), case.cites, found.sources)
    if {*case.does_not_cite} & {*found.sources}:
        yield _unmet((*path, "does_not_cite"), _("The guide names it."))


def _only_one(guide: Guide, row: OnlyOne, path: KeyPath) -> Iterator[Problem]:
    for place in row.regions:
        person = Situation(_region(place))
        rules = [_rules(guide, row.task, step) for step in row.steps]
        shown = [
            step
            for step, rule in zip(row.steps, rules, strict=True)
            if rule is not None and applies(rule, person).answer != "no"
        ]
        if len(shown) != 1:
            yield _unmet(
                path,
                _("{region}: these are for the person: {steps}.").format(
                    region=place, steps=and_list(shown) or "-"
                ),
            )


def _companies(guide: Guide, expected: Expected) -> Iterator[Problem]:
    for number, row in enumerate(expected.companies):
        for place in row.regions:
            fitting = (
                company.name
                for company in guide.companies
                if not company.regions or contains(company.regions, _region(place))
            )
            if (found := next(fitting, "")) != row.name:
                yield _differs(("company", number), row.name, found)


def _switches(guide: Guide, expected: Expected) -> Iterator[Problem]:
    if not expected.switches:
        return
    drawn = {
        Switch(part.label, part.before, part.after)
        for _path, picture in values(guide)
        if isinstance(picture, Picture)
        for part in picture.parts
        if isinstance(part, Toggle | Tick) and is_changing(part)
    }
    for number, switch in enumerate(expected.switches):
        if switch not in drawn:
            yield _unmet(("switch", number), _("No picture draws it like this."))
    for switch in sorted(drawn - {*expected.switches}, key=lambda switch: switch.label):
        yield _unmet(
            ("switch",),
            _("“{label}” is drawn, but not expected so.").format(label=switch.label),
        )


def _surfaces(guide: Guide, expected: Expected) -> Iterator[Problem]:
    for number, row in enumerate(expected.surfaces):
        task = _task(guide, row.task)
        places = () if task is None else values(task)
        found = {place.surface for _path, place in places if isinstance(place, Step | Way)}
        if found - {None} != {*row.names} or (row.by_all and None in found):
            names = sorted(str(name) for name in found if name)
            yield _differs(("surfaces", number), row.names, names)


def _doubts(guide: Guide, expected: Expected) -> Iterator[Problem]:
    doubtful: tuple[Fact | Task, ...] = (*guide.facts, *guide.tasks)
    told = {each.id: each.disputed for each in doubtful}
    for number, name in enumerate(expected.disputed):
        if not told.get(name):
            yield _unmet(("disputed", number), _("The guide does not say that sources disagree."))


def _values(guide: Guide, expected: Expected) -> Iterator[Problem]:
    plain = msgspec.json.decode(msgspec.json.encode(guide))
    for number, row in enumerate(expected.values):
        path: KeyPath = ("value", number)
        found = _at(plain, row.at.split("."))
        if row.equals is not None and not _is_part(row.equals, found):
            yield _differs(path, row.equals, found)
        text = found if isinstance(found, str) else _shown(found)
        if row.has is not None and not re.search(row.has, text):
            yield _differs(path, row.has, found)
        if row.has_not is not None and re.search(row.has_not, text):
            yield _says(path, text)


def _at(value: object, keys: list[str]) -> object:
    """Return what is there, None if nothing is; of ``*``, a list of all that is."""
    if not keys:
        return value
    key, *rest = keys
    if isinstance(value, dict):
        return _at(value.get(key), rest)
    if not isinstance(value, list):
        return None
    if key == "*":
        found = (_at(item, rest) for item in value)
        return [item for item in found if item not in (None, "", [])]
    if key.isdecimal():
        return _at(value[int(key)], rest) if int(key) < len(value) else None
    return next((_at(item, rest) for item in value if item.get("id") == key), None)


def _is_part(wanted: object, found: object) -> bool:
    if isinstance(wanted, dict) and isinstance(found, dict):
        return all(_is_part(value, found.get(key)) for key, value in wanted.items())
    return wanted == found


def _never(guide: Guide, expected: Expected) -> Iterator[Problem]:
    texts = [value for _path, value in values(guide) if isinstance(value, str)]
    for number, pattern in enumerate(expected.never):
        found = next((text for text in texts if re.search(pattern, text)), None)
        if found is not None:
            yield _says(("never", number), found)


def _says(path: KeyPath, text: str) -> Problem:
    return _unmet(path, _("The guide says: {text}").format(text=text))


def _region(place: str) -> str:
    return "" if place == NOT_SAID else place


def _task(guide: Guide, name: str | None) -> Task | None:
    return next((task for task in guide.tasks if task.id == name), None)


def _rules(guide: Guide, task: str | None, step: str | None) -> tuple[Applies, ...] | None:
    """Return the rules of a step, else of a task, else of the guide; None if there is no such."""
    if task is None:
        return guide.applies
    named = _task(guide, task)
    if named is None or step is None:
        return None if named is None else named.applies
    return next((each.applies for each in named.steps if each.id == step), None)


def _no_such(path: KeyPath, task: str | None, step: str | None) -> Problem:
    name = f"{task}.{step}" if step else str(task)
    return _unmet(path, _("The guide has no “{name}”.").format(name=name))
