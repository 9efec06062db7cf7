"""What a check found in a guide, ready to be shown to its author."""

from typing import Literal

from msgspec import Struct

from optout_desktop.base.languages import _


class Finding(Struct, frozen=True):
    """One thing that is wrong in a file.

    ``line`` is counted from 1, ``key`` is written like ``task[1].step[0].url``; both point at the
    nearest place if the thing itself is missing. ``rule`` is the permanent id of what was broken.
    """

    file: str
    line: int
    key: str
    message: str
    hint: str
    severity: Literal["error", "warning"]
    rule: str


def in_words(finding: Finding) -> str:
    """Return a finding as one line: ``file:line: key: what is wrong, what is right``."""
    place = f"{finding.file}:{finding.line}:"
    return " ".join(
        part
        for part in (
            place,
            f"{finding.key}:" if finding.key else "",
            _("(warning)") if finding.severity == "warning" else "",
            finding.message,
            finding.hint,
        )
        if part
    )
