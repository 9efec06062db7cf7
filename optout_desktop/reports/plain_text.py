"""Texts of others, made safe to show: what cannot be seen is named instead."""

import re

# Controls (but line feed), separators of lines and paragraphs, embeddings, overrides and isolates
# of the Unicode Bidirectional Algorithm (UAX 9), and half pairs that no encoding can write.
_UNSEEN = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def visible(text: str) -> str:
    """Write every character that would act instead of being seen as ``[U+202E]``."""
    return _UNSEEN.sub(_named, text.replace("\r\n", "\n").replace("\t", " "))


def _named(found: re.Match[str]) -> str:
    return f"[U+{ord(found.group()):04X}]"
