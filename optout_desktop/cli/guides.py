"""The commands ``guides …``, for guide authors."""

from argparse import ArgumentTypeError, Namespace
from collections.abc import Iterator
from pathlib import Path

import msgspec

from optout_desktop.base.errors import OptoutError
from optout_desktop.base.files import no_such_file, telling
from optout_desktop.base.languages import _, ngettext
from optout_desktop.base.locales import written_number
from optout_desktop.checklist.basis import age_of, source_of
from optout_desktop.checklist.words.age import age_words, failed_words, state_words
from optout_desktop.cli import generate, guides_format
from optout_desktop.cli.arguments import (
    AddCommand,
    add_guide_files,
    add_json,
    add_names,
    command_adder,
)
from optout_desktop.cli.context import Context, find_step, find_task
from optout_desktop.cli.printing import print_json, say, say_written, tell_error
from optout_desktop.guides.format.dates import as_date, future_words
from optout_desktop.guides.format.files import GUIDE_FILE, guide_file, may_hold_guide, slug_of
from optout_desktop.guides.format.freshness import Aged, oldest_first
from optout_desktop.guides.format.shape import Guide
from optout_desktop.guides.format.types import FactDate, Slug


def add(add_command: AddCommand) -> None:
    """Add the commands."""
    group = add_command(
        "guides",
        None,
        _("Write guides, check them, and make what is built from them."),
        examples=(
            "optout-desktop guides check",
            "optout-desktop guides check guides/linkedin",
            "optout-desktop guides new strava",
            "optout-desktop guides generate",
        ),
    )
    add_one = command_adder(group)
    command = add_one("check", run_check, _("Say where guides are wrong, and what would be right."))
    add_guide_files(command)
    add_json(command)
    command = add_one(
        "age", run_age, _("List all steps by age: what failed, the undated, then oldest first.")
    )
    add_json(command)
    add_one(
        "coverage",
        run_coverage,
        _("Print what the guides cover, as a page in Markdown."),
        examples=("optout-desktop guides coverage > coverage.md",),
    )
    command = add_one(
        "new",
        run_new,
        _("Begin a guide with a skeleton that says what to write where."),
        examples=("optout-desktop guides new strava",),
    )
    command.add_argument(
        "slug", type=_slug, metavar="SLUG", help=_("A short name, such as strava.")
    )
    command.add_argument(
        "-o",
        "--output",
        type=Path,
        metavar=_("FOLDER"),
        help=_("The folder of guides to write it into, instead of that of the shipped guides."),
    )
    _add_touch(add_one)
    guides_format.add(add_one)
    generate.add(add_one)


def run_check(context: Context, chosen: Namespace) -> int:
    """Print every finding; return 1 if there is any."""
    from optout_desktop.authoring.check import check_file, check_folder
    from optout_desktop.authoring.findings import Finding, in_words

    today = context.clock().date()
    findings: list[Finding] = []
    for file in chosen.files or [context.library.home]:
        if not file.exists():
            raise no_such_file(file)
        guide = file / GUIDE_FILE
        if file.is_dir() and not guide.exists():
            findings += check_folder(file, today)
        else:
            findings += check_file(guide if file.is_dir() else file, today)
    findings.sort(key=lambda finding: (finding.file, finding.line))
    if chosen.json:
        print_json(findings)
    else:
        for finding in findings:
            say(in_words(finding))
        _say_count(len(findings))
    return 1 if findings else 0


def run_age(context: Context, chosen: Namespace) -> int:
    """Print every step with its age; return 1 if a guide cannot be read."""
    unreadable: list[OptoutError] = []
    aged = oldest_first(_readable(context, unreadable), context.clock().date())
    if chosen.json:
        print_json(aged)
    else:
        for one in aged:
            say(_age_line(one))
        say(
            ngettext("{number} place.", "{number} places.", len(aged)).format(
                number=written_number(len(aged))
            )
        )
    for error in unreadable:
        tell_error(error)
    return 1 if unreadable else 0


def run_coverage(context: Context, _chosen: Namespace) -> int:
    """Print the page; raises OptoutError if a guide cannot be read."""
    from optout_desktop.authoring.coverage import coverage_page
    from optout_desktop.guides.format.read import read_guide

    print(coverage_page(map(read_guide, context.library.files())), end="")
    return 0


def run_new(context: Context, chosen: Namespace) -> int:
    """Write the skeleton of a guide; raises OptoutError if there is a file already."""
    from optout_desktop.authoring.skeleton import skeleton

    file = guide_file(chosen.output or context.library.home, chosen.slug)
    with telling(file):
        file.parent.mkdir(exist_ok=True)
        try:
            with file.open("x", encoding="utf-8", newline="\n") as opened:
                opened.write(skeleton(chosen.slug))
        except FileExistsError:
            raise OptoutError(
                _("There is already a file {file}, and it was left as it is.").format(file=file),
                _("Go on with that one, or choose another name."),
            ) from None
    say_written(file)
    say(_("What is to be done is marked in it. This command lists what is left:"))
    say(f"optout-desktop guides check {file}", indent=2)
    return 0


def run_touch(context: Context, chosen: Namespace) -> int:
    """Write a date and a source into a step."""
    from optout_desktop.authoring.redate import touched

    day = as_date(chosen.as_of)
    if day is not None and day > context.clock().date():
        raise OptoutError(
            future_words(chosen.as_of),
            _("Write the date of the document that was read."),
        )
    guide = context.guide(chosen.slug)
    step = find_step(find_task(guide, chosen.task), chosen.step)
    file, data = touched(
        context.library, guide, chosen.task, step.id, as_of=chosen.as_of, source=chosen.source
    )
    with telling(file):
        file.write_bytes(data)
    say_written(file)
    return 0


def _add_touch(add_one: AddCommand) -> None:
    command = add_one(
        "touch",
        run_touch,
        _("Write down that a source shows a step as of a date, and change nothing else."),
        examples=("optout-desktop guides touch strava ai switch --as-of 2026-08 --source help",),
    )
    add_names(command, "slug", "task", "step")
    command.add_argument(
        "--as-of",
        required=True,
        type=_fact_date,
        metavar=_("DATE"),
        help=_("The date of the source: 2026-08-21, 2026-08 or 2026."),
    )
    command.add_argument(
        "--source", required=True, metavar="ID", help=_("The id of the source that shows it.")
    )


def _slug(text: str) -> str:
    try:
        slug = msgspec.convert(text, Slug)
    except msgspec.ValidationError:
        raise ArgumentTypeError(
            _("use small letters, digits and single hyphens, such as my-service")
        ) from None
    if not may_hold_guide(slug):
        raise ArgumentTypeError(_("the folder of this name holds what guides share"))
    return slug


def _fact_date(text: str) -> str:
    try:
        day = as_date(msgspec.convert(text, FactDate))
    except msgspec.ValidationError:
        day = None
    if day is None:
        raise ArgumentTypeError(
            _("write a day such as 2026-08-21, a month such as 2026-08, or a year")
        )
    return text


def _readable(context: Context, unreadable: list[OptoutError]) -> Iterator[Guide]:
    """Yield all guides that can be read; errors of the others are added to ``unreadable``."""
    from optout_desktop.guides.format.read import read_guide

    for file in context.library.files():
        try:
            yield read_guide(file)
        except OptoutError as error:
            unreadable.append(OptoutError(f"{slug_of(file)}: {error.title}", error.hint))


def _age_line(aged: Aged) -> str:
    place = _("{file} {task} {step}").format(file=aged.file, task=aged.task, step=aged.step)
    if aged.is_way:
        place = _("{place}, other way ({surface})").format(place=place, surface=aged.surface or "-")
    shown_by = aged.freshness.source
    numbers = {shown_by.id: 1} if shown_by else {}
    age = age_of(aged.freshness, numbers)
    sources = (source_of(shown_by, numbers, ""),) if shown_by else ()
    return _("{date} ({state}) {place}. {words}").format(
        date=age.date or "-",
        state=state_words(age.state),
        place=place,
        words=failed_words(age.failed) or age_words(age, sources),
    )


def _say_count(findings: int) -> None:
    if findings:
        say(
            ngettext("{number} finding.", "{number} findings.", findings).format(
                number=written_number(findings)
            )
        )
    else:
        say(_("No mistakes were found."))
