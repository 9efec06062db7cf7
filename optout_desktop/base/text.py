"""Characters that no guide may hold, and texts from guides made safe to show in a message."""

import re

# Control characters but the line break; marks that turn the reading direction (UAX 9) and so can
# show a text or an address as something else; line breaks that only some programs see.
FORBIDDEN = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
_UNSHOWABLE = re.compile(f"{FORBIDDEN.pattern[:-1]}\\n\ufeff\ud800-\udfff]")

_LONGEST = 60


def shown(text: str, longest: int = _LONGEST) -> str:
    """Return a text from outside, safe for a message: one line, shortened, nothing invisible."""
    short = text if len(text) <= longest else text[: longest - 1] + "…"
    return _UNSHOWABLE.sub("\ufffd", short)
