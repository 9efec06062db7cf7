"""Checks a guide against ``expected.toml`` beside it."""

import re
from collections.abc import Iterator
from pathlib import Path

import msgspec

from optout_desktop.authoring.expected import NAME, Expected
from optout_desktop.authoring.findings import Finding
from optout_desktop.authoring.unmet import unmet
from optout_desktop.base.languages import _
from optout_desktop.base.text import shown
from optout_desktop.guides.format.files import folder_of_guides
from optout_desktop.guides.format.problems import KeyPath, Problem, written
from optout_desktop.guides.format.read import BadGuide, parse_table, read_bytes, read_guide

_KEY = re.compile(r"\.(\w+)|\[(\d+)\]")


def check_expected(guide: Path) -> tuple[Finding, ...]:
    """Return where the guide in this file, which can be read, is not what is expected of it.

    Empty where nothing is written down beside it.
    """
    file = guide.with_name(NAME)
    if not file.exists():
        return ()
    from optout_desktop.authoring.positions import line_of, lines_of

    try:
        data = read_bytes(file, folder_of_guides(guide))
        problems = _problems(parse_table(data), guide)
        lines = lines_of(data)
    except BadGuide as error:
        problems = iter((Problem((), "readable", error.title, error.hint),))
        lines = {(): error.line}
    return tuple(
        Finding(
            shown(str(file), 500),
            line_of(problem.path, lines),
            written(problem.path),
            problem.message,
            problem.hint,
            problem.severity,
            problem.rule,
        )
        for problem in problems
    )


def _problems(raw: dict[str, object], guide: Path) -> Iterator[Problem]:
    try:
        expected = msgspec.convert(raw, Expected)
    except msgspec.ValidationError as error:
        what, _at, path = str(error).partition(" - at ")
        yield Problem(
            _path_in(path),
            "expected",
            _("This cannot be used here: {what}.").format(what=what),
            _("docs/authors.md lists what {file} can hold.").format(file=NAME),
        )
        return
    yield from unmet(read_guide(guide), expected)


def _path_in(words: str) -> KeyPath:
    """Return the key path in msgspec's words: "`$.case[3].answer`"."""
    return tuple(int(number) if number else key for key, number in _KEY.findall(words))
