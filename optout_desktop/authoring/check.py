"""Checking guides for their authors: every mistake, its line, and what would be right."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import islice
from pathlib import Path

import msgspec
from msgspec.structs import replace

from optout_desktop.authoring.check_expected import check_expected
from optout_desktop.authoring.expected import NAME as EXPECTED_FILE
from optout_desktop.authoring.findings import Finding
from optout_desktop.authoring.released import released_ids, released_slugs
from optout_desktop.authoring.rules import RULES
from optout_desktop.authoring.todo import nothing_to_do
from optout_desktop.base.languages import _
from optout_desktop.base.locales import and_list, or_list
from optout_desktop.base.text import shown
from optout_desktop.guides.format.beside import BESIDE, Files, files_beside, merged, misplaced
from optout_desktop.guides.format.dates import as_date, future_words
from optout_desktop.guides.format.expand import Table, as_written, expand, is_implied
from optout_desktop.guides.format.files import (
    GUIDE_FILE,
    folder_of_guides,
    guide_file,
    guide_files,
    is_shared,
    loose_files,
    shared_files,
    slug_of,
)
from optout_desktop.guides.format.invariants import DATE_KEYS, broken_promises
from optout_desktop.guides.format.problems import KeyPath, Places, Problem, values, written
from optout_desktop.guides.format.read import (
    BadGuide,
    other_slug,
    parse_table,
    read_bytes,
    read_shared_files,
    refuse_future_format,
    refuse_loose,
    shared_dates,
    shared_names,
)
from optout_desktop.guides.format.shape import Guide, SharedFile
from optout_desktop.guides.format.shape_errors import misfits
from optout_desktop.guides.format.sharing import as_guide, joined, sharing_problems
from optout_desktop.guides.library.library import Library

# A guide may date what was announced for later, but not what was read or published.
_MAY_BE_ANNOUNCED = frozenset({"date", "since", "until"})
# Nobody reads more, and a file of 100,000 unknown keys would take minutes.
_MOST_FINDINGS = 1000


def check_folder(folder: Path, today: date) -> tuple[Finding, ...]:
    """Return what is wrong in a folder: in each guide, by name, in shared files, in releases."""
    library = Library((folder,))
    files = [*loose_files(folder), *guide_files(folder), *shared_files(folder)]
    return (
        *(finding for file in files for finding in check_file(file, today, library)),
        *released_slugs(library),
    )


def check_file(file: Path, today: date, library: Library | None = None) -> tuple[Finding, ...]:
    """Return all that is wrong in a guide, from top to bottom; nothing for a good one.

    What is beside the guide's file is checked with it, and a guide without an error is compared
    with what is expected of it. A file of the folder ``shared`` is checked as what guides share;
    what is wrong there is not found again in the guides. ``library`` are the guides among which it
    is looked at, by default those of its folder. Raises OptoutError where the extra ``authors`` is
    not installed, and where the record of a release cannot be read.
    """
    if file.name in BESIDE:
        file = file.with_name(GUIDE_FILE)
    try:
        if not is_shared(file):
            refuse_loose(file)
    except BadGuide as error:
        return (_loose(file, error),)
    data: dict[str, bytes] = {}
    tables: dict[str, Table] = {}
    found = [] if is_shared(file) else [*_strange_files(file)]
    all_files = (file, *files_beside(file))
    for each in all_files:
        try:
            data[each.name] = read_bytes(each, folder_of_guides(each))
            table = parse_table(data[each.name])
            refuse_future_format(table)
            tables[each.name] = table
        except BadGuide as error:
            found.append(_unreadable(each, error))
        found += nothing_to_do(each)
    if len(tables) == len(all_files):
        around = library or Library((folder_of_guides(file),))
        found += _findings(data, tables, file, today, around)
    in_order = sorted(dict.fromkeys(found), key=lambda finding: (finding.file, finding.line))
    if is_shared(file) or any(finding.severity == "error" for finding in in_order):
        return tuple(in_order)
    return (*in_order, *check_expected(file))


def _findings(
    data: Mapping[str, bytes],
    files: Files,
    file: Path,
    today: date,
    library: Library,
) -> Iterator[Finding]:
    # Only a file that could be read has keys to look for, and needs the extra "authors".
    from optout_desktop.authoring.positions import line_of, lines_of

    lines = {name: lines_of(text) for name, text in data.items()}
    for name, problem in _placed_problems(files, file, today, library):
        yield Finding(
            shown(str(file.with_name(name)), 500),
            line_of(problem.path, lines[name]),
            written(problem.path),
            problem.message,
            problem.hint,
            problem.severity,
            problem.rule,
        )


def _placed_problems(
    files: Files, file: Path, today: date, library: Library
) -> Iterator[tuple[str, Problem]]:
    """Yield all problems, each with the name of its file and its place as it is written there."""
    wrong = tuple(misplaced(files))
    yield from wrong
    if wrong:
        return
    raw = merged(files)
    shared: Mapping[str, SharedFile] | Problem
    try:
        shared = read_shared_files(shared_names(raw), folder_of_guides(file))
    except BadGuide as error:
        shared = Problem(("shared",), "shared-things", error.title, error.hint)
    full = expand(raw, {} if isinstance(shared, Problem) else shared_dates(shared))
    problems = (
        _shared_problems(full, file.stem, today)
        if is_shared(file)
        else _problems(full, shared, file, today, library)
    )
    for problem in problems:
        # What is wrong with a value that was worked out is found where it comes from.
        if not is_implied(problem.path, raw, full):
            path = as_written(problem.path, raw)
            name = next((name for name, table in files.items() if path[0] in table), file.name)
            yield name, replace(problem, path=path)


def _problems(
    full: Table,
    shared: Mapping[str, SharedFile] | Problem,
    file: Path,
    today: date,
    library: Library,
) -> Iterator[Problem]:
    name = slug_of(file)
    wrong = tuple(islice(misfits(full), _MOST_FINDINGS))
    yield from wrong
    slug = full.get("slug", name)
    is_misfit = any(problem.path == ("slug",) for problem in wrong)
    if isinstance(slug, str) and slug != name and not is_misfit:
        yield Problem(("slug",), "slug-is-folder-name", *other_slug(slug, file))
    if isinstance(shared, Problem):
        yield shared
    if wrong or isinstance(shared, Problem):
        return
    guide = msgspec.convert(full, Guide)
    yield from sharing_problems(guide, shared)
    whole = joined(guide, shared)
    yield from (problem for problem in _judged(whole, today) if _is_own(problem.path, guide))
    yield from former_slugs(guide, library)
    yield from known_guides(guide, folder_of_guides(file))
    yield from released_ids(whole, folder_of_guides(file))


def _shared_problems(full: Table, stem: str, today: date) -> Iterator[Problem]:
    wrong = tuple(islice(misfits(full, SharedFile), _MOST_FINDINGS))
    yield from wrong
    if not wrong:
        yield from _judged(as_guide(msgspec.convert(full, SharedFile), stem), today)


def _judged(guide: Guide, today: date) -> Iterator[Problem]:
    places = values(guide)
    yield from broken_promises(guide)
    yield from future_dates(places, today)
    for rule in RULES:
        yield from rule(guide, places)


def known_guides(guide: Guide, folder: Path) -> Iterator[Problem]:
    """Other guides that a guide points to are there."""
    for number, slug in enumerate(guide.see):
        if slug == guide.slug or not guide_file(folder, slug).exists():
            yield Problem(
                ("see", number),
                "known-guides",
                _("There is no other guide “{slug}” in this folder.").format(slug=slug),
                _("Write the name of its folder, or remove it."),
            )


def former_slugs(guide: Guide, library: Library) -> Iterator[Problem]:
    """A former slug leads to one guide alone, and no guide has it today."""
    listed: set[str] = set()
    for number, former in enumerate(guide.former):
        claiming = [
            outline.name
            for outline in library.outlines
            if outline.slug != guide.slug and former.slug in {outline.slug, *outline.former}
        ]
        if former.slug in {guide.slug, *listed}:
            claiming.append(guide.name)
        listed.add(former.slug)
        if claiming:
            yield Problem(
                ("former", number, "slug"),
                "former-slugs",
                _("“{slug}” leads to {names} too.").format(
                    slug=former.slug, names=and_list([shown(name) for name in claiming])
                ),
                _("Progress can move to only one guide: leave the slug to that one."),
            )


def _is_own(path: KeyPath, guide: Guide) -> bool:
    """Return whether a place of a joined guide is in what the guide itself has."""
    match path:
        case (str(key), int(number), *_):
            names = dict(zip(Guide.__struct_encode_fields__, Guide.__struct_fields__, strict=True))
            return number < len(getattr(guide, names[key]))
        case _:
            return True


def future_dates(places: Places, today: date) -> Iterator[Problem]:
    """Nothing was read or published after today; what is announced says so."""
    for path, value in places:
        if not isinstance(value, str) or path[-1] not in DATE_KEYS:
            continue
        day = as_date(value)
        if day is None or day <= today:
            continue
        has_happened = path[0] in {"source", "retired"} or path[-2:-1] == ("failed",)
        announced = path[-1] in _MAY_BE_ANNOUNCED and not has_happened
        yield Problem(
            path,
            "future-dates",
            future_words(value),
            _("If it is announced, say so in the text.")
            if announced
            else _("Write the date of the document that was read, or of what has happened."),
            "warning" if announced else "error",
        )


def _strange_files(guide: Path) -> Iterator[Finding]:
    known = (GUIDE_FILE, *BESIDE, EXPECTED_FILE)
    for file in sorted(guide.parent.glob("[!.]*.toml")):
        if file.name not in known:
            yield Finding(
                shown(str(file), 500),
                1,
                "",
                _("The program does not read a file of this name, so what it says is lost."),
                _("Rename it after what it holds: {names}.").format(names=or_list(known)),
                "error",
                "known-files",
            )


def _loose(file: Path, error: BadGuide) -> Finding:
    name = shown(str(file), 500)
    return Finding(name, error.line, "", error.title, error.hint, "error", "own-folder")


def _unreadable(file: Path, error: BadGuide) -> Finding:
    name = shown(str(file), 500)
    return Finding(name, error.line, "", error.title, error.hint, "error", "readable")
