"""What an author has still to do in a guide: the places that the skeleton marks with TODO."""

import re
from collections.abc import Iterator
from pathlib import Path

from optout_desktop.authoring.findings import Finding
from optout_desktop.base.languages import _
from optout_desktop.base.text import shown
from optout_desktop.guides.format.files import folder_of_guides
from optout_desktop.guides.format.read import BadGuide, read_bytes

_MARK = re.compile(r"\bTODO\b:? ?(?P<what>[^\"\n\r]*)")


def nothing_to_do(file: Path) -> Iterator[Finding]:
    """No line still carries the mark TODO of a skeleton, in a value or in a remark."""
    try:
        lines = read_bytes(file, folder_of_guides(file)).decode("utf-8", "replace").split("\n")
    except BadGuide:
        return  # which is a finding of its own
    for number, line in enumerate(lines, 1):
        if found := _MARK.search(line):
            yield Finding(
                shown(str(file), 500),
                number,
                "",
                _("Still to be done: “{what}”.").format(what=shown(found["what"].strip(" ."), 120)),
                _("Replace it together with the word TODO, or remove the line."),
                "error",
                "nothing-to-do",
            )
