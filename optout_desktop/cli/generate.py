"""The commands that make what is built from guides, rules and shapes: schemas, pages."""

from argparse import Namespace
from collections.abc import Callable
from functools import partial
from pathlib import Path

from optout_desktop.base.files import no_such_folder, telling
from optout_desktop.base.languages import _
from optout_desktop.base.paths import resources_folder
from optout_desktop.checklist.documents import ChecklistDocument, ListDocument
from optout_desktop.cli.arguments import AddCommand
from optout_desktop.cli.context import Context
from optout_desktop.cli.printing import say_written

Made = dict[Path, str]
"""The files that a command makes, with their texts."""


def add(add_command: AddCommand) -> None:
    """Add the commands, each with ``--print``."""
    helps: dict[str, tuple[Callable[[Context], Made], str]] = {
        "schema": (_schema, _("Write the JSON Schemas of guides, for editors.")),
        "format-page": (_format_page, _("Write the page on the format of guides.")),
        "lint": (_lint, _("Write the page on the rules that guides are checked by.")),
        "release": (_release, _("Record the ids of all guides, which a release makes permanent.")),
        "generate": (_all, _("Write all files that are made from guides, rules and shapes.")),
    }
    for name, (make, help_line) in helps.items():
        command = add_command(name, partial(_run, make), help_line)
        command.add_argument("--print", action="store_true", help=_("Print it and write nothing."))


def _run(make: Callable[[Context], Made], context: Context, chosen: Namespace) -> int:
    """Write what was made, or print it."""
    for file, text in make(context).items():
        if chosen.print:
            print(text, end="")
            continue
        if not file.parent.is_dir():
            raise no_such_folder(
                file.parent,
                _("Run this in a checkout of the project, or print it with --print."),
            )
        # Not privately, as the person's own files are: this one is for everybody.
        with telling(file):
            file.write_bytes(text.encode())
        say_written(file)
    return 0


def _all(context: Context) -> Made:
    return {
        file: text
        for make in (_schema, _documents, _format_page, _lint)
        for file, text in make(context).items()
    }


def _schema(_context: Context) -> Made:
    from optout_desktop.authoring.schema import guide_schemas

    folder = resources_folder() / "schema"
    return {folder / name: text for name, text in guide_schemas().items()}


def _documents(_context: Context) -> Made:
    from optout_desktop.authoring.schema import schema_of

    folder = resources_folder() / "schema"
    return {
        folder / "checklist.schema.json": schema_of(
            "What “optout-desktop show --json” prints", ChecklistDocument
        ),
        folder / "list.schema.json": schema_of(
            "What “optout-desktop list --json” prints", ListDocument
        ),
    }


def _format_page(context: Context) -> Made:
    from optout_desktop.authoring.format_page import format_page

    return {_docs(context) / "guide-format.md": format_page()}


def _lint(context: Context) -> Made:
    from optout_desktop.authoring.lint_page import lint_page

    return {_docs(context) / "lint.md": lint_page()}


def _release(context: Context) -> Made:
    from optout_desktop.authoring.released import RELEASED_FILE, read_released, with_released
    from optout_desktop.guides.format.read import read_guide

    return {
        file.with_name(RELEASED_FILE): with_released(read_released(file.parent), read_guide(file))
        for file in context.library.files()
    }


def _docs(context: Context) -> Path:
    return context.library.home.parent / "docs"
