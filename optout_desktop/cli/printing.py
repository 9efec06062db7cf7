"""What the terminal shows: plain lines that read well aloud, and nothing that acts on it."""

import json
import shutil
import sys
import textwrap
from collections.abc import Iterable
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

import msgspec

from optout_desktop.base.errors import OptoutError
from optout_desktop.base.languages import _
from optout_desktop.reports.plain_text import visible

_LONGEST_LINE = 100
_CLOSED = (".", "!", "?", ":", "”", "。")


def prepare() -> None:
    """Have characters that the terminal cannot write escaped, so that none stops the output."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def say(text: str = "", *, indent: int = 0) -> None:
    """Print a text, each of its lines behind ``indent`` spaces, wrapped for a person's terminal."""
    _write(sys.stdout, text, indent)


def say_all(sentences: Iterable[str], *, indent: int = 0) -> None:
    """Print each sentence on lines of its own, closed with a full stop; empty ones are left out."""
    for sentence in sentences:
        if sentence:
            # Translators: a few words, closed as a sentence is
            closed = (
                sentence if sentence.endswith(_CLOSED) else _("{words}.").format(words=sentence)
            )
            say(closed, indent=indent)


def say_written(file: Path) -> None:
    """Print that a file was written."""
    say(_("Written to {file}.").format(file=file))


def tell(text: str) -> None:
    """Print a text beside the output, where it disturbs no pipe."""
    _write(sys.stderr, text, 0)


def tell_error(error: OptoutError) -> None:
    """Say what went wrong and what to do next."""
    tell(error.title)
    if error.hint:
        tell(error.hint)


def print_json(value: object) -> None:
    """Print a value as JSON in ASCII, so that no text of others can act on a terminal."""
    print(json.dumps(msgspec.to_builtins(value), indent=2))


def _write(stream: TextIO, text: str, indent: int) -> None:
    margin = " " * indent
    width = min(shutil.get_terminal_size().columns, _LONGEST_LINE) if stream.isatty() else 0
    for line in visible(text).split("\n"):
        shown = _wrapped(line, margin, width) if width > len(margin) else margin + line
        print(shown.rstrip(), file=stream)


def _wrapped(line: str, margin: str, width: int) -> str:
    return textwrap.fill(
        line,
        width,
        initial_indent=margin,
        subsequent_indent=margin,
        break_long_words=False,
        break_on_hyphens=False,
    )
