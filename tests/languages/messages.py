"""Lists all messages that a translator gets: ``python3 dev.py messages``.

The list is made when somebody translates and is not kept in git, where every changed sentence would
collide with every other.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

from optout_desktop import __version__
from optout_desktop.base.paths import resources_folder

ROOT = Path(__file__).parents[2]
FILE = ROOT / "dist" / "messages.pot"

KEYWORDS = {"_": None, "ngettext": (1, 2)}
COMMENT = "Translators:"
_FOLDERS = ("optout_desktop", "resources/templates")


def messages() -> Catalog:
    """Return every message of the program with the places where it stands."""
    catalog = Catalog(
        project="Optout Desktop",
        version=__version__,
        copyright_holder="the translators, under CC0 1.0",
        msgid_bugs_address="",
    )
    for file, line, message, comments in (*_messages_of_code(), *_names_of_regions()):
        catalog.add(message, locations=[(file, line)], auto_comments=comments)
    return catalog


Found = tuple[str, int, str | tuple[str, ...], list[str]]


def _messages_of_code() -> Iterator[Found]:
    for folder in _FOLDERS:
        found = extract_from_dir(
            str(ROOT / folder),
            method_map=[("**.py", "python"), ("**.jinja", "jinja2")],
            options_map={"**.jinja": {"trimmed": "true", "silent": "false"}},
            keywords=KEYWORDS,
            comment_tags=[COMMENT],
            strip_comment_tags=True,
        )
        for file, line, message, comments, _context in found:
            yield f"{folder}/{file}", line, message, comments


def _names_of_regions() -> Iterator[Found]:
    """Yield the names that CLDR's data for babel does not have: of groups and subdivisions."""
    file = resources_folder() / "regions.json"
    regions = json.loads(file.read_text(encoding="utf-8"))
    names = [group["name"] for group in regions["groups"].values()]
    names += regions["subdivisions"].values()
    for name in names:
        yield file.relative_to(ROOT).as_posix(), 1, name, ["The name of a region."]


def main() -> int:
    """Write the list as a template for translators (POT)."""
    catalog = messages()
    FILE.parent.mkdir(exist_ok=True)
    with FILE.open("wb") as file:
        write_po(file, catalog, width=100, sort_output=True, omit_header=False)
    sys.stdout.write(f"{len(catalog)} messages written to {FILE.relative_to(ROOT)}.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
