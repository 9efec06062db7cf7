"""The commands ``guides check``, ``guides index`` and ``guides schema``, for guide authors."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from optout_desktop.base.errors import OptoutError
from optout_desktop.base.files import telling
from optout_desktop.base.languages import _, ngettext
from optout_desktop.base.paths import resources_folder
from optout_desktop.cli.arguments import AddCommand, add_json, command_adder
from optout_desktop.cli.context import Context
from optout_desktop.cli.printing import print_json, say


def add(add_command: AddCommand) -> None:
    """Add the commands."""
    group = add_command(
        "guides",
        None,
        _("Check guides, and make what is built from them."),
        examples=(
            "optout-desktop guides check",
            "optout-desktop guides check guides/linkedin.toml",
            "optout-desktop guides index",
        ),
    )
    add_one = command_adder(group)
    command = add_one("check", run_check, _("Say where guides are wrong, and what would be right."))
    command.add_argument(
        "files",
        nargs="*",
        type=Path,
        metavar=_("FILE"),
        help=_("Guides or folders of guides. Without any, all shipped guides."),
    )
    add_json(command)
    _add_print(add_one("index", run_index, _("Write the prebuilt index of all guides.")))
    _add_print(add_one("schema", run_schema, _("Write the JSON Schema of a guide.")))


def run_check(context: Context, chosen: Namespace) -> int:
    """Print every finding; 1 if there is any."""
    from optout_desktop.guides.check import Finding, check_file, check_folder, in_words

    today = context.clock().date()
    findings: list[Finding] = []
    for file in chosen.files or [context.guides]:
        if not file.exists():
            raise OptoutError(_("There is no file {file}.").format(file=file))
        findings += check_folder(file, today) if file.is_dir() else check_file(file, today)
    if chosen.json:
        print_json(findings)
    else:
        for finding in findings:
            say(in_words(finding))
        _say_count(len(findings))
    return 1 if findings else 0


def run_index(context: Context, chosen: Namespace) -> int:
    """Write the index, or print it."""
    from optout_desktop.guides.index import build_index

    return _write(build_index(context.guides).decode(), context.index, to_print=chosen.print)


def run_schema(_context: Context, chosen: Namespace) -> int:
    """Write the schema, or print it."""
    from optout_desktop.guides.schema import schema_text

    file = resources_folder() / "schema" / "guide.schema.json"
    return _write(schema_text(), file, to_print=chosen.print)


def _add_print(command: ArgumentParser) -> None:
    command.add_argument("--print", action="store_true", help=_("Print it and write nothing."))


def _write(text: str, file: Path, *, to_print: bool) -> int:
    if to_print:
        print(text, end="")
        return 0
    # Not privately, as the person's own files are: this one is for everybody.
    with telling(file):
        file.write_bytes(text.encode())
    say(_("Written to {file}.").format(file=file))
    return 0


def _say_count(findings: int) -> None:
    if findings:
        say(ngettext("{number} finding.", "{number} findings.", findings).format(number=findings))
    else:
        say(_("Nothing was found."))
