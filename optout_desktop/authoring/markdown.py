"""The little Markdown that made pages need."""

from collections.abc import Iterable, Sequence

MADE = "<!-- Made by “optout-desktop guides generate”; change what it is made from. -->"
"""The first line of every made page."""


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table, without a line break at its end."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(_cell(text) for text in line)} |" for line in lines)


def _cell(text: str) -> str:
    return text.replace("|", r"\|").replace("\n", " ")
