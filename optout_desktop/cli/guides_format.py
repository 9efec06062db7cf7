"""The command ``guides format``."""

from argparse import Namespace
from collections.abc import Iterable, Iterator
from pathlib import Path

from optout_desktop.base.errors import OptoutError
from optout_desktop.base.files import no_such_file, telling
from optout_desktop.base.languages import _, ngettext
from optout_desktop.cli.arguments import AddCommand, add_guide_files
from optout_desktop.cli.context import Context
from optout_desktop.cli.printing import say, say_written, tell_error
from optout_desktop.guides.format.beside import BESIDE
from optout_desktop.guides.format.files import GUIDE_FILE, guide_files, shared_files


def add(add_command: AddCommand) -> None:
    """Add the command."""
    command = add_command(
        "format",
        run,
        _("Give guides the form that all guides have, and change nothing that they say."),
        examples=(
            "optout-desktop guides format",
            "optout-desktop guides format guides/linkedin",
            "optout-desktop guides format --check",
        ),
    )
    add_guide_files(command)
    command.add_argument(
        "--check",
        action="store_true",
        help=_("Only say which files would change; the exit code is 1 if any would."),
    )


def run(context: Context, chosen: Namespace) -> int:
    """Rewrite the guides; return 1 if one cannot be, or with ``--check`` would change."""
    from optout_desktop.authoring.reformat import written_anew

    changed: list[Path] = []
    is_whole = True
    for guide in _guides(chosen.files or [context.library.home]):
        try:
            texts = written_anew(guide)
        except OptoutError as error:
            tell_error(OptoutError(f"{guide}: {error.title}", error.hint))
            is_whole = False
            continue
        for file, text in texts.items():
            if file.read_bytes() != text:
                changed.append(file)
                if not chosen.check:
                    with telling(file):
                        file.write_bytes(text)
    for file in changed:
        if chosen.check:
            say(_("{file} would change.").format(file=file))
        else:
            say_written(file)
    number = len(changed)
    if chosen.check and changed:
        words = ngettext("{number} file would change.", "{number} files would change.", number)
        say(words.format(number=number))
    elif not changed and is_whole:
        say(_("Everything already has the form that guides have."))
    return 1 if not is_whole or (chosen.check and changed) else 0


def _guides(places: Iterable[Path]) -> Iterator[Path]:
    """Yield the file of each guide, and the shared files of folders of guides."""
    for place in places:
        if not place.exists():
            raise no_such_file(place)
        if place.is_dir() and (place / GUIDE_FILE).exists():
            yield place / GUIDE_FILE
        elif place.is_dir():
            yield from (*guide_files(place), *shared_files(place))
        else:
            yield place.with_name(GUIDE_FILE) if place.name in BESIDE else place
