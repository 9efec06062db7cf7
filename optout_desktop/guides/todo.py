"""What an author has still to do in a guide: the places that the skeleton marks with TODO."""

import re
from collections.abc import Iterator

MARK = "TODO"

_MARKED = re.compile(rf"\b{MARK}\b:?[ ]?(?P<what>[^\"\n\r]*)")


def left_to_do(data: bytes) -> Iterator[tuple[int, str]]:
    """Find every line that still carries the mark: its number from 1, and what is to be done."""
    for number, line in enumerate(data.decode("utf-8", "replace").split("\n"), 1):
        if found := _MARKED.search(line):
            yield number, found["what"].strip()
